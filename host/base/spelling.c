/* spelling.c - option names and values. */
#include "base/spelling.h"

#include "paperconv/spelling.h"

#include <string.h>

struct name_list {
    const char *const *names;
    size_t count;
};

static const char *name_of_list(size_t i, const void *list)
{
    const struct name_list *l = list;

    return i < l->count ? l->names[i] : NULL;
}

const char *nearest_name(const char *word, const char *const *names, size_t n)
{
    const struct name_list list = { names, n };

    return pc_nearest_name(pc_s(word), name_of_list, &list);
}

int64_t choice_position(const char *choices, const char *word)
{
    size_t length = strlen(word);
    int64_t position = 0;

    for (const char *p = choices;; position++) {
        size_t n = strcspn(p, "|");

        if (n == length && memcmp(p, word, n) == 0)
            return position;
        if (p[n] == '\0')
            return -1;
        p += n + 1;
    }
}
