/* member_patterns.c - matches the patterns of --members, with fnmatch(3). */
#include "documents/member_patterns.h"

#include "base/arena.h"

#include <fnmatch.h>
#include <stdlib.h>

/* Ends PATH at each of its slashes in turn, and restores it. */
static bool pattern_matches(const char *pattern, char *path)
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

enum member_match member_patterns_match(const char *const *patterns, const char *path)
{
    enum member_match verdict = MEMBER_MATCHED;
    bool included = false;
    size_t n = strlen(path) + 1;
    char *copy = memory_alloc(n);

    memcpy(copy, path, n);
    for (; *patterns != NULL && verdict != MEMBER_EXCLUDED; patterns++)
        if (**patterns == '!') {
            if (pattern_matches(*patterns + 1, copy))
                verdict = MEMBER_EXCLUDED;
        } else if (!included) {
            included = pattern_matches(*patterns, copy);
            verdict = included ? MEMBER_MATCHED : MEMBER_UNMATCHED;
        }
    free(copy);
    return verdict;
}
