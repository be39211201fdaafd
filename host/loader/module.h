/* module.h - opens one module and checks whatever can be checked about it. */
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

/* Opens the file PATH, which contains a slash; NULL with *WHY: "plugin-refused", or
 * "plugin-unreadable" when the system does not let the program look at the file.  The module's
 * plugins are called with HOST.  A module stays loaded until the process ends. */
const struct module *module_open(const char *path, const struct pc_host *host, apr_pool_t *pool,
                                 struct problem *why);

#endif
