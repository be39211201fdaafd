/* selection.c - --members patterns, by fnmatch(3). */
#include "documents/member_patterns.h"

#include "base/arena.h"

#include <fnmatch.h>
#include <stdlib.h>

/* PATH is cut at each of its slashes in turn. */
static bool matches(const char *pattern, char *path)
{
    bool by_component = strchr(pattern, '/') == NULL;
    char *component = path;

    for (;;) {
        char *slash = strchr(component, '/');
        bool found;

        if (slash != NULL)
            *slash = '\0';
        found = fnmatch(pattern, by_component ? component : path, 0) == 0;
        if (slash != NULL)
            *slash = '/';
        if (found || slash == NULL)
            return found;
        component = slash + 1;
    }
}

enum selection selection_of(const char *const *patterns, const char *path)
{
    enum selection verdict = SELECTION_CHOSEN;
    bool included = false;
    size_t n = strlen(path) + 1;
    char *copy = memory_alloc(n);

    memcpy(copy, path, n);
    for (; *patterns != NULL && verdict != SELECTION_EXCLUDED; patterns++)
        if (**patterns == '!') {
            if (matches(*patterns + 1, copy))
                verdict = SELECTION_EXCLUDED;
        } else if (!included) {
            included = matches(*patterns, copy);
            verdict = included ? SELECTION_CHOSEN : SELECTION_NONE;
        }
    free(copy);
    return verdict;
}
