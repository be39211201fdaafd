/* registry.c - finds plugins by kind and name, and opens each module once. */
#include "loader/registry.h"
#include "base/spelling.h"
#include "loader/module.h"
#include "loader/plugin_options.h"
#include "loader/search_path.h"
#include "loader/string_list.h"

#include <apr_strings.h>
#include <apr_tables.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

struct entry { /* a file that is expected to be a module */
    int kind;
    const char *key; /* its name; its path when the user named the file */
    const char *name, *path;
    bool opened, reported;
    const struct plugin *plugin; /* NULL: not opened yet, or refused */
    struct problem why;
};

struct registry {
    apr_pool_t *pool;
    const struct pc_host *host;
    const char *const *directories;
    apr_array_header_t *entries;  /* struct entry * */
    apr_array_header_t *refusals; /* struct refusal */
    bool listed[PLUGIN_KINDS];    /* every file of that kind has an entry */
};

struct registry *registry_open(apr_pool_t *pool, const char *const *first,
                               const struct pc_host *host)
{
    struct registry *registry = (struct registry *)apr_pcalloc(pool, sizeof *registry);

    registry->pool = pool;
    registry->host = host;
    registry->directories = plugin_directories(pool, first);
    registry->entries = apr_array_make(pool, 16, sizeof(struct entry *));
    registry->refusals = apr_array_make(pool, 4, sizeof(struct refusal));
    return registry;
}

/* ---- entries ---- */

static struct entry *entry_at(const struct registry *registry, int i)
{
    return APR_ARRAY_IDX(registry->entries, i, struct entry *);
}

static bool is_path(const char *key)
{
    return strchr(key, '/') != NULL;
}

static struct entry *find_entry(const struct registry *registry, int kind, const char *key)
{
    for (int i = 0; i < registry->entries->nelts; i++) {
        struct entry *e = entry_at(registry, i);

        if (e->kind == kind && strcmp(e->key, key) == 0)
            return e;
    }
    return NULL;
}

static struct entry *add_entry(struct registry *registry, int kind, const char *key,
                               const char *path)
{
    struct entry *e = find_entry(registry, kind, key);

    if (e == NULL) {
        e = (struct entry *)apr_pcalloc(registry->pool, sizeof *e);
        e->kind = kind;
        e->key = key;
        e->name = plugin_file_name(registry->pool, path);
        e->path = path;
        *(struct entry **)apr_array_push(registry->entries) = e;
    }
    return e;
}

static struct entry *named_entry(struct registry *registry, int kind, const char *name)
{
    struct entry *e = find_entry(registry, kind, name);
    const char *path;

    if (e == NULL && !registry->listed[kind]) {
        path = plugin_file(registry->pool, registry->directories, plugin_kind_name(kind), name);
        if (path != NULL)
            e = add_entry(registry, kind, name, path);
    }
    return e;
}

static void list_entries(struct registry *registry, int kind)
{
    apr_array_header_t *paths;

    if (registry->listed[kind])
        return;
    paths = plugin_files(registry->pool, registry->directories, plugin_kind_name(kind));
    for (int i = 0; i < paths->nelts; i++) {
        const char *path = string_list_items(paths)[i];

        add_entry(registry, kind, plugin_file_name(registry->pool, path), path);
    }
    registry->listed[kind] = true;
}

/* ---- opening ---- */

static const struct plugin *find_module_plugin(const struct module *m, int kind, const char *name)
{
    for (size_t i = 0; i < m->count; i++) {
        if ((int)m->plugins[i].table->kind == kind && strcmp(m->plugins[i].name, name) == 0)
            return &m->plugins[i];
    }
    return NULL;
}

static const struct plugin *find_only_plugin(const struct module *m, int kind)
{
    const struct plugin *only = NULL;

    for (size_t i = 0; i < m->count; i++) {
        if ((int)m->plugins[i].table->kind != kind)
            continue;
        if (only != NULL)
            return NULL;
        only = &m->plugins[i];
    }
    return only;
}

/* The plugins of M: "input trending, output bibtex". */
static const char *module_contents(const struct module *m, apr_pool_t *pool)
{
    const char *text = "";

    for (size_t i = 0; i < m->count && i < 4; i++)
        text = apr_pstrcat(pool, text, i > 0 ? ", " : "",
                           plugin_kind_name((int)m->plugins[i].table->kind), " ",
                           m->plugins[i].name, NULL);
    return m->count > 4 ? apr_pstrcat(pool, text, " ...", NULL) : text;
}

static void add_refusal(struct registry *registry, struct entry *e, const struct problem *why)
{
    struct refusal *r;

    if (e->reported || why->code == NULL)
        return;
    e->reported = true;
    r = (struct refusal *)apr_array_push(registry->refusals);
    r->kind = e->kind;
    r->path = e->path;
    r->name = e->name;
    r->why = *why;
}

static void open_entry(struct registry *registry, struct entry *e)
{
    const char *kind = plugin_kind_name(e->kind);
    struct problem why = { 0 }, warning = { 0 };
    const struct module *m;

    if (e->opened)
        return;
    e->opened = true;
    m = module_open(e->path, registry->host, registry->pool, &why);
    if (m != NULL) {
        e->plugin = find_module_plugin(m, e->kind, e->name);
        if (e->plugin == NULL && is_path(e->key))
            e->plugin = find_only_plugin(m, e->kind);
        if (e->plugin == NULL)
            problem_set(&why, PC_ERROR, "plugin-refused", "it holds no %s plugin %s, but %s", kind,
                        e->name, module_contents(m, registry->pool));
        if (m->warning.code != NULL)
            problem_set(&warning, PC_WARNING, m->warning.code, "%s plugin %s: %s", kind, e->name,
                        m->warning.text);
    }
    if (why.code != NULL)
        problem_set(&e->why, PC_ERROR, why.code, "%s plugin %s is refused: %s (%s)", kind, e->name,
                    why.text, e->path);
    else
        add_refusal(registry, e, &warning);
}

/* ---- finding ---- */

const char *registry_nearest(struct registry *registry, int kind, const char *name)
{
    apr_array_header_t *names = string_list_make(registry->pool);

    for (int k = 1; k < PLUGIN_KINDS; k++) {
        if (kind == 0 || k == kind)
            list_entries(registry, k);
    }
    for (int i = 0; i < registry->entries->nelts; i++) {
        const struct entry *e = entry_at(registry, i);

        if (!is_path(e->key) && (kind == 0 || e->kind == kind))
            string_list_push(names, e->name);
    }
    return nearest_name(name, string_list_items(names), (size_t)names->nelts);
}

static void unknown_plugin(struct registry *registry, int kind, const char *name,
                           struct problem *why)
{
    const char *nearest = registry_nearest(registry, kind, name),
               *kind_name = plugin_kind_name(kind);
    size_t n = strlen(name);

    if (n > 3 && strcmp(name + n - 3, ".so") == 0 && access(name, F_OK) == 0)
        problem_set(why, PC_ERROR, "unknown-plugin",
                    "there is no %s plugin '%s'; for the module in this folder write './%s'",
                    kind_name, name, name);
    for (int other = 1; other < PLUGIN_KINDS; other++) {
        if (other != kind && named_entry(registry, other, name) != NULL)
            problem_set(why, PC_ERROR, "unknown-plugin",
                        "there is no %s plugin '%s', but there is one for --%s", kind_name, name,
                        plugin_kind_name(other));
    }
    if (nearest != NULL)
        problem_set(why, PC_ERROR, "unknown-plugin",
                    "there is no %s plugin '%s'; did you mean '%s'?", kind_name, name, nearest);
    else
        problem_set(why, PC_ERROR, "unknown-plugin",
                    "there is no %s plugin '%s'; 'paperconv plugin list' shows all", kind_name,
                    name);
}

bool registry_failed(const struct problem *why)
{
    return strcmp(why->code, "plugin-refused") == 0 || strcmp(why->code, "plugin-unreadable") == 0;
}

const struct plugin *registry_find(struct registry *registry, int kind, const char *name,
                                   struct problem *why)
{
    struct entry *e;

    if (is_path(name) && access(name, F_OK) != 0) {
        problem_set(why, PC_ERROR, "unknown-plugin", "there is no module %s: %s", name,
                    strerror(errno));
        return NULL;
    }
    e = is_path(name) ? add_entry(registry, kind, name, name)
                      : named_entry(registry, kind, user_spelling(name, registry->pool));
    if (e == NULL) {
        unknown_plugin(registry, kind, name, why);
        return NULL;
    }
    open_entry(registry, e);
    if (e->plugin == NULL)
        *why = e->why;
    return e->plugin;
}

static int compare_plugin_names(const void *a, const void *b)
{
    const struct plugin *const *x = (const struct plugin *const *)a;
    const struct plugin *const *y = (const struct plugin *const *)b;

    return strcmp((*x)->name, (*y)->name);
}

const struct plugin *const *registry_all(struct registry *registry, int kind)
{
    const struct plugin **all;
    size_t n = 0;

    list_entries(registry, kind);
    all = (const struct plugin **)apr_pcalloc(registry->pool,
                                              ((size_t)registry->entries->nelts + 1) * sizeof *all);
    for (int i = 0; i < registry->entries->nelts; i++) {
        struct entry *e = entry_at(registry, i);

        if (e->kind != kind || is_path(e->key))
            continue;
        open_entry(registry, e);
        add_refusal(registry, e, &e->why);
        if (e->plugin != NULL)
            all[n++] = e->plugin;
    }
    qsort(all, n, sizeof(const struct plugin *), compare_plugin_names);
    return all;
}

/* The position of EXTENSION in WORDS, with the word in *FOUND, or -1. */
static int extension_position(const char *words, const char *extension,
                              struct file_extension *found, apr_pool_t *pool)
{
    for (int position = 0; file_extension_next(&words, found, pool); position++)
        if (strcasecmp(found->name, extension) == 0)
            return position;
    return -1;
}

const struct plugin *registry_by_extension(struct registry *registry, int kind,
                                           const char *extension, struct file_extension *found)
{
    const struct plugin *best = NULL;
    int best_position = -1;

    for (const struct plugin *const *p = registry_all(registry, kind); *p != NULL; p++) {
        struct file_extension e;
        int position = extension_position((*p)->table->extensions, extension, &e, registry->pool);

        if (position >= 0 && (best == NULL || position < best_position)) {
            best = *p;
            best_position = position;
            *found = e;
        }
    }
    return best;
}

const struct refusal *registry_refused(struct registry *registry, size_t *count)
{
    *count = (size_t)registry->refusals->nelts;
    return (const struct refusal *)(const void *)registry->refusals->elts;
}
