/* module.c - opens one module: checks its permissions and its file, loads it, reads its tables. */
#include "loader/module.h"
#include "base/arena.h"
#include "base/io.h"
#include "loader/plugin_options.h"
#include "loader/search_path.h"
#include "loader/table_check.h"
#include "process/child_process.h"
#include "process/crash_handler.h"

#include <apr_strings.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    MODULE_LEAST = offsetof(struct pc_module, extension) + sizeof(const void *(*)(const char *)),
    PLUGINS_MOST = 256, /* a larger count is garbage */
    TRIAL_SECONDS = 5   /* of processor time, to be loaded */
};

static const char refused[] = "plugin-refused";

/* A file that exists but cannot be read may be the very plugin that is needed: it has a code of its
 * own. */
static void set_unreadable(const char *what, struct problem *why)
{
    bool absent = errno == ENOENT || errno == ELOOP;

    problem_set(why, PC_ERROR, absent ? refused : "plugin-unreadable", "it cannot be %s: %s", what,
                strerror(errno));
}

/* ---- permissions ---- */

static const char *directory_of(const char *path, apr_pool_t *pool)
{
    const char *slash = strrchr(path, '/');

    return slash == path ? "/" : apr_pstrmemdup(pool, path, (size_t)(slash - path));
}

/* Sets P when WHO, by the permission BIT, may write to one of PLACES (NULL-terminated). */
static void check_permission(const char *const *places, mode_t bit, const char *who,
                             struct problem *p, int severity, const char *code)
{
    struct stat st;

    for (; *places != NULL; places++) {
        if (stat(*places, &st) == 0 && (st.st_mode & bit) != 0)
            problem_set(p, severity, code, "%s may write to %s (mode %04o): use chmod %s", who,
                        *places, (unsigned)st.st_mode & 07777U, bit == S_IWOTH ? "o-w" : "g-w");
    }
}

/* Checks who may write to the file, to its directory and to the directory of the file that a
 * symbolic link leads to. */
static bool check_writers(const char *path, apr_pool_t *pool, struct problem *warning,
                          struct problem *why)
{
    char *real = realpath(path, NULL);
    const char *places[4] = { path, directory_of(path, pool), NULL, NULL };

    if (real == NULL) {
        set_unreadable("opened", why);
        return false;
    }
    places[2] = directory_of(real, pool);
    free(real);
    check_permission(places, S_IWOTH, "everybody", why, PC_ERROR, refused);
    check_permission(places, S_IWGRP, "the group", warning, PC_WARNING, "group-writable");
    return why->code == NULL;
}

/* ---- loading ---- */

static bool check_file(const char *path, struct problem *why)
{
    static const char elf[4] = { 0x7f, 'E', 'L', 'F' };
    char head[sizeof elf] = { 0 };
    struct stat st;
    bool ok = false;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

    if (fd < 0)
        set_unreadable("opened", why);
    else if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode))
        problem_set(why, PC_ERROR, refused, "it is not a file");
    else if (read_full(fd, head, sizeof head) < 0)
        set_unreadable("read", why);
    else if (memcmp(head, elf, sizeof elf) != 0)
        problem_set(why, PC_ERROR, refused, "it is not a shared object");
    else
        ok = true;
    if (fd >= 0)
        close(fd);
    return ok;
}

static void *load_module(const char *path, struct problem *why)
{
    void *handle;
    const char *error;
    size_t n = strlen(path);

    errno = 0;
    handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (handle == NULL && errno == ENOMEM)
        memory_exhausted();
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
                    "it is not a paperconv module: it does not export paperconv_module_v1");
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

static bool copy_plugins(const struct pc_module *m, const char *path, const struct pc_host *host,
                         struct plugin *plugins, apr_pool_t *pool, struct problem *why)
{
    for (size_t i = 0; i < m->plugin_count; i++) {
        const struct pc_plugin *table = plugin_table(m->plugins[i], m->needs_minor, pool, why);

        if (table == NULL)
            return false;
        plugins[i].table = table;
        plugins[i].host = host;
        plugins[i].name = user_spelling(table->name, pool);
        plugins[i].path = apr_pstrdup(pool, path);
        plugins[i].needs_minor = m->needs_minor;
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

static bool load_plugins(struct module *module, const char *path, const struct pc_host *host,
                         apr_pool_t *pool, struct problem *why)
{
    void *handle = load_module(path, why);
    const struct pc_module *descriptor = handle != NULL ? find_descriptor(handle, why) : NULL;
    struct plugin *plugins;

    if (descriptor == NULL)
        return false;
    plugins = (struct plugin *)apr_pcalloc(pool, descriptor->plugin_count * sizeof *plugins);
    module->plugins = plugins;
    module->count = descriptor->plugin_count;
    return copy_plugins(descriptor, path, host, plugins, pool, why);
}

/* ---- a trial, for modules that are not part of the program ---- */

struct trial {
    const char *path;
    apr_pool_t *pool;
};

static int try_module(void *context)
{
    const struct trial *t = context;
    struct module module;
    struct problem why = { .code = NULL };

    crash_handler_uninstall();
    load_plugins(&module, t->path, NULL, t->pool, &why);
    return 0; /* module_open() finds a refusal again */
}

/* Loads the module in a child process first, where a crash while it is loaded does no harm. */
static bool survives_loading(const char *path, apr_pool_t *pool, struct problem *why)
{
    struct trial trial = { path, pool };
    char text[1]; /* what it prints is not shown */
    struct child_result end =
        child_process_run(try_module, &trial, TRIAL_SECONDS, text, sizeof text);

    if (end.signal == SIGALRM || end.signal == SIGXCPU || end.signal == SIGKILL)
        problem_set(why, PC_ERROR, refused, "it did not finish loading within its time limit");
    else if (end.signal != 0)
        problem_set(why, PC_ERROR, refused, "it crashed with %s while loading",
                    child_signal_name(end.signal));
    else if (end.status != 0)
        problem_set(why, PC_ERROR, refused, "it ended the process with status %d while loading",
                    end.status);
    return why->code == NULL;
}

const struct module *module_open(const char *path, const struct pc_host *host, apr_pool_t *pool,
                                 struct problem *why)
{
    struct module *module = (struct module *)apr_pcalloc(pool, sizeof *module);

    if (!check_writers(path, pool, &module->warning, why) || !check_file(path, why) ||
        (!plugin_is_own(pool, path) && !survives_loading(path, pool, why)) ||
        !load_plugins(module, path, host, pool, why))
        return NULL;
    return module;
}
