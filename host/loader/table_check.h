/* table_check.h - checks the table of a plugin, which is not trusted. */
#ifndef PAPERCONV_HOST_LOADER_TABLE_CHECK_H
#define PAPERCONV_HOST_LOADER_TABLE_CHECK_H

#include "base/problem.h"

#include "paperconv/plugin.h"

#include <apr_pools.h>

/* A complete copy of RAW, the table as its module has it: members that later minor versions of the
 * SDK added are zero, also those of its options, which are copied to an array of pc_option.  Its module
 * needs minor version NEEDS_MINOR; what is newer is refused.  NULL with *WHY "plugin-refused". */
const struct pc_plugin *plugin_table(const struct pc_plugin *raw, uint32_t needs_minor,
                                     apr_pool_t *pool, struct problem *why);

#endif
