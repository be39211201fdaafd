/* module.h - opens one module and checks all that can be checked about it. */
#ifndef PAPERCONV_HOST_LOADER_MODULE_H
#define PAPERCONV_HOST_LOADER_MODULE_H

#include "loader/registry.h"

struct module {
    const struct plugin *plugins;
    size_t count;
    struct problem warning; /* "group-writable" */
};

/* Opens the file PATH, which has a slash in it; NULL with *WHY "plugin-refused", or
 * "plugin-unreadable" when the system does not let us look at it.  Its plugins are called with
 * HOST.  A module stays loaded
 * for as long as the process runs. */
const struct module *module_open(const char *path, const struct pc_host *host, apr_pool_t *pool,
                                 struct problem *why);

/* Completes the table of a plugin, RAW as its module has it: slots of later
 * minors than the module's are zero, and so are those of its options, which are
 * copied with a stride of sizeof(pc_option).  NULL with *WHY "plugin-refused". */
const struct pc_plugin *plugin_table(const struct pc_plugin *raw, apr_pool_t *pool,
                                     struct problem *why);

#endif
