/* unpack_module.c - loads each library once. */
#include "streams/unpack_module.h"

#include "base/arena.h"

#include <dlfcn.h>
#include <pthread.h>

struct wanted {
    const char *function; /* NULL: behind the last one */
    void *slot;           /* for its address */
};

/* Returns why not all of them are there, or NULL. */
static const char *load(const char *file, const struct wanted *wanted)
{
    void *library = dlopen(file, RTLD_LAZY | RTLD_LOCAL), *address = library;
    const char *why;

    for (; address != NULL && wanted->function != NULL; wanted++) {
        address = dlsym(library, wanted->function);
        memcpy(wanted->slot, &address, sizeof address); /* ISO C has no cast for that */
    }
    if (address != NULL)
        return NULL;
    why = dlerror();
    why = strdup(why != NULL ? why : file);
    if (why == NULL)
        memory_exhausted();
    return why;
}

#define WANTED(prefix, name) { #prefix #name, &it->name },
#define LIBRARY(name, upper, prefix)                                                        \
    static struct name name##_library; /* read-only once it is loaded */                    \
    static void name##_load(void)                                                           \
    {                                                                                       \
        struct name *it = &name##_library;                                                  \
        const struct wanted wanted[] = { upper##_FUNCTIONS(WANTED, prefix){ NULL, NULL } }; \
                                                                                            \
        it->problem = load(upper##_FILE, wanted);                                           \
    }                                                                                       \
    const struct name *name(void)                                                           \
    {                                                                                       \
        static pthread_once_t once = PTHREAD_ONCE_INIT;                                     \
                                                                                            \
        pthread_once(&once, name##_load);                                                   \
        return &name##_library;                                                             \
    }
LIBRARIES(LIBRARY)

void libraries_load(void)
{
#define LOAD(name, upper, prefix) (void)name();
    LIBRARIES(LOAD)
}

bool library_lacks(const char *problem, struct problem *why)
{
    if (problem != NULL)
        problem_set(why, PC_ERROR, "archive-unsupported",
                    "it cannot be unpacked, because a library cannot be loaded: %s", problem);
    return problem != NULL;
}
