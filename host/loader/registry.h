/* registry.h - finds modules, opens them and refuses those that must not be used. */
#ifndef PAPERCONV_HOST_LOADER_REGISTRY_H
#define PAPERCONV_HOST_LOADER_REGISTRY_H

#include "base/problem.h"
#include "loader/file_extensions.h"
#include "loader/plugin.h"

#include <apr_pools.h>

struct refusal { /* a module that was refused, or used with a warning */
    int kind;    /* PC_KIND_... */
    const char *name, *path;
    struct problem why; /* PC_ERROR: it is not used; PC_WARNING: it is used, but its group may
                         * write to it ("group-writable") */
};

struct registry;

/* The registry searches the directories FIRST (NULL-terminated, from --plugin-path), those of
 * $PAPERCONV_PLUGIN_PATH (separated by colons), ~/.local/lib/paperconv/1, ../lib/paperconv/1 from
 * the directory of the running program (a build tree, or an installed tree that was moved), and the
 * installed directory.  A plugin is the file DIR/KIND/NAME.so, named as the user spells it.  The
 * first file that is found is the plugin, even when it is refused.  Plugins are called with HOST.
 * Everything lives as long as POOL. */
struct registry *registry_open(apr_pool_t *pool, const char *const *first,
                               const struct pc_host *host);
/* True when WHY is a fault of a module, not of the command line. */
bool registry_failed(const struct problem *why);
/* The plugin NAME of KIND; opens no other module.  NULL with *WHY: "unknown-plugin" suggests the
 * nearest name, "plugin-refused" says what to do.  A NAME with a slash is the path of a module, and
 * must live as long as REGISTRY; when the module has several plugins of KIND, the one with the name
 * of the file is returned. */
const struct plugin *registry_find(struct registry *registry, int kind, const char *name,
                                   struct problem *why);
/* Opens every module of KIND; the plugins sorted by name, NULL-terminated. */
const struct plugin *const *registry_all(struct registry *registry, int kind);
/* The plugin of KIND that lists the file extension EXTENSION ("bib"), or NULL.  When several do,
 * the one that lists it earlier; then the first by name.  *FOUND is how it lists it. */
const struct plugin *registry_by_extension(struct registry *registry, int kind,
                                           const char *extension, struct file_extension *found);
/* The name nearest to NAME among the plugins of KIND (0: of all kinds), or NULL. */
const char *registry_nearest(struct registry *registry, int kind, const char *name);
/* The *COUNT files that registry_all() refused so far or that were opened with a warning. */
const struct refusal *registry_refused(struct registry *registry, size_t *count);

#endif
