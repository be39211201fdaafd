/* unpack_module.c - finds the modules that unpack and loads each of them once. */
#include "streams/unpack_module.h"

#include "paperconv/plugin.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct module { /* read-only once it was tried */
    bool tried;
    const void *table; /* what it exports; NULL: it cannot be loaded, and WHY says why */
    struct problem why;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct module modules[MAGIC_TAR + 1]; /* by compression; MAGIC_TAR stands for unpack.so */

/* As for plugins, the folder beside the program comes before that of the installation.  $ORIGIN
 * and RUNPATH would not do: they are relative to the object that calls dlopen(), which is the
 * sanitizers' runtime when that wraps the call. */
static void find_module(const char *name, char *path, size_t size)
{
    static const char beside[] = "../lib/" PAPERCONV_PLUGIN_DIR;
    ssize_t n = readlink("/proc/self/exe", path, size);

    while (n > 0 && path[n - 1] != '/')
        n--;
    n = n > 0 ? n : 0;
    snprintf(path + n, size - (size_t)n, "%s/%s", beside, name);
    if (access(path, F_OK) != 0)
        snprintf(path, size, "%s/%s", PAPERCONV_LIBDIR, name);
}

static const void *load_module(const char *name, const char *symbol, struct problem *why)
{
    char path[PATH_MAX + 100];
    const void *table = NULL;
    void *module;

    find_module(name, path, sizeof path);
    /* The modules are linked with -z now, so that a missing function shows here.  To bind the calls
     * among libarchive's libraries at once, too, would take 0.3 ms more. */
    module = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
    if (module != NULL)
        table = dlsym(module, symbol);
    if (table == NULL)
        problem_set(why, PC_ERROR, "archive-unsupported",
                    "it cannot be unpacked, because a library cannot be loaded: %s", dlerror());
    return table;
}

static const void *module_once(enum magic which, const char *name, const char *symbol,
                               struct problem *why)
{
    struct module *m = &modules[which];

    pthread_mutex_lock(&lock);
    if (!m->tried)
        m->table = load_module(name, symbol, &m->why);
    m->tried = true;
    pthread_mutex_unlock(&lock);
    if (m->table == NULL)
        *why = m->why;
    return m->table;
}

const struct unpack_module *unpack_module_load(struct problem *why)
{
    return module_once(MAGIC_TAR, "unpack.so", "paperconv_unpack_module", why);
}

static const struct unpack_module *loaded_module(void)
{
    const struct unpack_module *module;

    pthread_mutex_lock(&lock);
    module = modules[MAGIC_TAR].table;
    pthread_mutex_unlock(&lock);
    return module;
}

const struct codec *unpack_codec(enum magic format, struct problem *why)
{
    const struct unpack_module *all = loaded_module();
    const struct codec *const *one;
    char name[32];

    if (all != NULL)
        return all->codec_for(format);
    snprintf(name, sizeof name, "unpack-%s.so", magic_name(format));
    one = module_once(format, name, "paperconv_codec", why);
    return one != NULL ? *one : NULL;
}
