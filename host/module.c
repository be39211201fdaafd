/* module.c - opens one module: its permissions, its file, its symbol. */
#include "module.h"
#include "settings.h"

#include <apr_strings.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MODULE_LEAST = offsetof(struct pc_module, extension) + sizeof(const void *(*)(const char *)),
    PLUGINS_MOST = 256 /* more is not a count but garbage */
};

static const char refused[] = "plugin-refused";

/* ---- who may write to it ---- */

static const char *directory_of(const char *path, apr_pool_t *pool)
{
    const char *slash = strrchr(path, '/');

    return slash == path ? "/" : apr_pstrmemdup(pool, path, (size_t)(slash - path));
}

/* Sets P when one of PLACES (NULL-terminated) has the permission BIT. */
static void look_for(const char *const *places, mode_t bit, const char *who, struct problem *p,
                     int severity, const char *code)
{
    struct stat st;

    for (; *places != NULL; places++) {
        if (stat(*places, &st) == 0 && (st.st_mode & bit) != 0)
            problem_set(p, severity, code, "%s may write to %s (mode %04o): use chmod %s", who,
                        *places, (unsigned)st.st_mode & 07777U, bit == S_IWOTH ? "o-w" : "g-w");
    }
}

/* Looks at the file, its directory and, for a symbolic link, where it leads. */
static bool check_writers(const char *path, apr_pool_t *pool, struct problem *warning,
                          struct problem *why)
{
    char *real = realpath(path, NULL);
    const char *places[4] = { path, directory_of(path, pool), NULL, NULL };

    if (real == NULL) {
        problem_set(why, PC_ERROR, refused, "it cannot be opened: %s", strerror(errno));
        return false;
    }
    places[2] = directory_of(real, pool);
    free(real);
    look_for(places, S_IWOTH, "everybody", why, PC_ERROR, refused);
    look_for(places, S_IWGRP, "the group", warning, PC_WARNING, "group-writable");
    return why->code == NULL;
}

/* ---- what it is ---- */

static bool check_file(const char *path, struct problem *why)
{
    static const char elf[4] = { 0x7f, 'E', 'L', 'F' };
    char head[sizeof elf];
    struct stat st;
    bool ok = false;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (fd < 0)
        problem_set(why, PC_ERROR, refused, "it cannot be opened: %s", strerror(errno));
    else if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode))
        problem_set(why, PC_ERROR, refused, "it is not a file");
    else if (read(fd, head, sizeof head) != sizeof head || memcmp(head, elf, sizeof elf) != 0)
        problem_set(why, PC_ERROR, refused, "it is not a shared object");
    else
        ok = true;
    if (fd >= 0)
        close(fd);
    return ok;
}

static void *load(const char *path, struct problem *why)
{
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const char *error;
    size_t n = strlen(path);

    if (handle == NULL) {
        error = dlerror();
        if (strncmp(error, path, n) == 0 && strncmp(error + n, ": ", 2) == 0)
            error += n + 2;
        problem_set(why, PC_ERROR, refused, "it does not load: %s", error);
    }
    return handle;
}

static const struct pc_module *find_descriptor(void *handle, struct problem *why)
{
    const struct pc_module *m = (const struct pc_module *)dlsym(handle, "paperconv_module_v1");

    if (m == NULL && dlsym(handle, "paperconv_module_v2") != NULL)
        problem_set(why, PC_ERROR, refused,
                    "it is built for SDK 2 and this is SDK 1: install a newer paperconv, or the "
                    "module's edition for SDK 1");
    else if (m == NULL)
        problem_set(why, PC_ERROR, refused,
                    "it is no module of paperconv: it does not export paperconv_module_v1");
    else if (m->size < MODULE_LEAST)
        problem_set(why, PC_ERROR, refused, "its module table is %u bytes long, not %d or more",
                    (unsigned)m->size, (int)MODULE_LEAST);
    else if (m->needs_minor > PC_ABI_MINOR)
        problem_set(why, PC_ERROR, refused,
                    "it needs SDK 1.%u and this is SDK 1.%u: install a newer paperconv",
                    (unsigned)m->needs_minor, (unsigned)PC_ABI_MINOR);
    else if (m->plugin_count == 0 || m->plugin_count > PLUGINS_MOST || m->plugins == NULL)
        problem_set(why, PC_ERROR, refused, "it says that it holds %u plugins, not 1 to %d",
                    (unsigned)(m->plugins ? m->plugin_count : 0), (int)PLUGINS_MOST);
    return why->code == NULL ? m : NULL;
}

static bool copy_plugins(const struct pc_module *m, const char *path, struct plugin *plugins,
                         apr_pool_t *pool, struct problem *why)
{
    for (size_t i = 0; i < m->plugin_count; i++) {
        const struct pc_plugin *table = plugin_table(m->plugins[i], pool, why);

        if (table == NULL)
            return false;
        plugins[i].table = table;
        plugins[i].name = user_spelling(table->name, pool);
        plugins[i].path = apr_pstrdup(pool, path);
        for (size_t j = 0; j < i; j++) {
            if (plugins[j].table->kind == table->kind &&
                strcmp(plugins[j].name, plugins[i].name) == 0) {
                problem_set(why, PC_ERROR, refused, "it holds two %s plugins called %s",
                            plugin_kind_name((int)table->kind), plugins[i].name);
                return false;
            }
        }
    }
    return true;
}

const struct module *module_open(const char *path, apr_pool_t *pool, struct problem *why)
{
    struct module *module = (struct module *)apr_pcalloc(pool, sizeof *module);
    const struct pc_module *descriptor;
    struct plugin *plugins;
    void *handle;

    if (!check_writers(path, pool, &module->warning, why) || !check_file(path, why))
        return NULL;
    handle = load(path, why);
    descriptor = handle != NULL ? find_descriptor(handle, why) : NULL;
    if (descriptor == NULL)
        return NULL;
    plugins = (struct plugin *)apr_pcalloc(pool, descriptor->plugin_count * sizeof *plugins);
    if (!copy_plugins(descriptor, path, plugins, pool, why))
        return NULL;
    module->plugins = plugins;
    module->count = descriptor->plugin_count;
    return module;
}
