/* registry.h - finds modules, opens them and refuses the ones it must not use. */
#ifndef PAPERCONV_HOST_LOADER_REGISTRY_H
#define PAPERCONV_HOST_LOADER_REGISTRY_H

#include "base/problem.h"
#include "loader/plugin.h"

#include <apr_pools.h>

struct refusal { /* a file that looked like a module */
    int kind;    /* PC_KIND_... */
    const char *name, *path;
    struct problem why; /* PC_ERROR: it is not used; PC_WARNING: it is, but everybody
                         * in its group may write to it ("group-writable") */
};

struct registry;

/* Searches FIRST (NULL-terminated, --plugin-path), then the directories of
 * $PAPERCONV_PLUGIN_PATH (with colons between them), ~/.local/lib/paperconv/1,
 * ../lib/paperconv/1 from the directory of the running program (a build tree, or
 * an installed tree that was moved), and the installed directory.  A plugin is
 * the file DIR/KIND/NAME.so, named as the user spells it; the first found wins
 * even when it is refused.  Plugins are called with HOST.  Everything lives as long
 * as POOL. */
struct registry *registry_open(apr_pool_t *pool, const char *const *first,
                               const struct pc_host *host);
/* True when WHY is a matter of the module and not of the command line. */
bool registry_failed(const struct problem *why);
/* Opens only the module of that plugin; NULL with *WHY set ("unknown-plugin"
 * suggests the nearest name, "plugin-refused" says what to do).  NAME with a
 * slash is a path, which must live as long as PS: of a module with several plugins of KIND it gives the one
 * called like the file. */
const struct plugin *registry_find(struct registry *ps, int kind, const char *name,
                                   struct problem *why);
/* Opens every module of KIND, sorted by name; the array is NULL-terminated. */
const struct plugin *const *registry_all(struct registry *ps, int kind);
/* The plugin of KIND that claims a file extension ("bib"), or NULL.  When
 * several do, the one that names it earlier in its list, then the first by name. */
const struct plugin *registry_by_extension(struct registry *ps, int kind, const char *extension);
/* The name nearest to NAME among the plugins of KIND, 0 for all kinds; or NULL. */
const char *registry_nearest(struct registry *ps, int kind, const char *name);
/* Files that registry_all() refused so far, and files that were opened with a
 * warning; *COUNT of them. */
const struct refusal *registry_refused(struct registry *ps, size_t *count);

#endif
