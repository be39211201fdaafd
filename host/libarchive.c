/* libarchive.c - loads libarchive once. */
#include "libarchive.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static struct libarchive functions; /* read-only once it is loaded */

/* Stores the address of FUNCTION at SLOT, which ISO C has no cast for. */
static bool find(void *library, const char *function, void *slot)
{
    void *address = dlsym(library, function);

    memcpy(slot, &address, sizeof address);
    return address != NULL;
}

static void load(void)
{
    void *library = dlopen(LIBARCHIVE_FILE, RTLD_LAZY | RTLD_LOCAL);

    if (library != NULL
#define LIBARCHIVE_FIND(name) &&find(library, "archive_" #name, &functions.name)
                       LIBARCHIVE_FUNCTIONS(LIBARCHIVE_FIND)
#undef LIBARCHIVE_FIND
    )
        return;
    functions.problem = dlerror();
    if (functions.problem == NULL)
        functions.problem = LIBARCHIVE_FILE " lacks a function";
}

const struct libarchive *libarchive(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return &functions;
}
