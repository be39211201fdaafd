/* module.h - opens one module and checks all that can be checked about it. */
#ifndef PAPERCONV_HOST_LOADER_MODULE_H
#define PAPERCONV_HOST_LOADER_MODULE_H

#include "base/problem.h"
#include "loader/plugin.h"

#include <apr_pools.h>

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

#endif
