/* table_check.h - the table of a plugin, which nothing trusts. */
#ifndef PAPERCONV_HOST_LOADER_TABLE_CHECK_H
#define PAPERCONV_HOST_LOADER_TABLE_CHECK_H

#include "base/problem.h"

#include "paperconv/plugin.h"

#include <apr_pools.h>

/* Completes the table of a plugin, RAW as its module has it: slots of later
 * minors than the module's are zero, and so are those of its options, which are
 * copied with a stride of sizeof(pc_option).  NULL with *WHY "plugin-refused". */
const struct pc_plugin *plugin_table(const struct pc_plugin *raw, apr_pool_t *pool,
                                     struct problem *why);

#endif
