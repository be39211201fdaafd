/* unpack_module.c - finds the module that unpacks and loads it once. */
#include "streams/unpack_module.h"

#include "paperconv/plugin.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MODULE "/unpack.so"

/* Read-only once the module has been loaded. */
static const struct unpack_module *loaded_module;
static struct problem not_loaded;

/* As for plugins, the folder beside the program comes before that of the installation.  $ORIGIN
 * and RUNPATH would not do: they are relative to the object that calls dlopen(), which is the
 * sanitizers' runtime when that wraps the call. */
static void find_unpack_module(char *path, size_t size)
{
    static const char beside[] = "../lib/" PAPERCONV_PLUGIN_DIR MODULE;
    ssize_t n = readlink("/proc/self/exe", path, size - sizeof beside);

    while (n > 0 && path[n - 1] != '/')
        n--;
    strcpy(path + (n > 0 ? n : 0), beside);
    if (access(path, F_OK) != 0)
        snprintf(path, size, "%s", PAPERCONV_LIBDIR MODULE);
}

static void load_unpack_module(void)
{
    char path[PATH_MAX + 100];
    void *module;

    find_unpack_module(path, sizeof path);
    /* The module is linked with -z now, so that a missing function shows here.  To bind the calls
     * among libarchive's libraries at once, too, would take 0.3 ms more. */
    module = dlopen(path, RTLD_LAZY | RTLD_LOCAL);
    if (module != NULL)
        loaded_module = dlsym(module, "paperconv_unpack_module");
    if (loaded_module == NULL)
        problem_set(&not_loaded, PC_ERROR, "archive-unsupported",
                    "it cannot be unpacked, because a library cannot be loaded: %s", dlerror());
}

const struct unpack_module *unpack_module_load(struct problem *why)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load_unpack_module);
    if (loaded_module == NULL)
        *why = not_loaded;
    return loaded_module;
}
