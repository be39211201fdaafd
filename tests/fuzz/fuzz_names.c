/* fuzz_names.c - the name splitter: parts are slices of the name, in any order, and never
 * overlap; they leave out only separators. */
#include "target.h"

#include "paperconv/names.h"

#include <stdlib.h>

static bool is_inside(pc_str part, pc_str whole)
{
    return part.p == NULL || (part.p >= whole.p && part.p + part.n <= whole.p + whole.n);
}

static bool overlap(pc_str a, pc_str b)
{
    return a.p != NULL && b.p != NULL && a.p < b.p + b.n && b.p < a.p + a.n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *copy = malloc(size + 1); /* exact size, so that a sanitizer detects an overrun */
    pc_str printed = { copy, size };
    pc_text tidy = { NULL, 0, 0 };
    pc_name name;

    if (copy == NULL)
        abort();
    memcpy(copy, data, size);
    pc_name_split(printed, &name);
    const pc_str parts[] = { name.given, name.particle, name.family, name.suffix };
    for (size_t i = 0; i < 4; i++) {
        if (!is_inside(parts[i], printed))
            abort();
        for (size_t k = 0; k < i; k++)
            if (overlap(parts[i], parts[k]))
                abort();
        pc_name_tidy(&tidy, parts[i]);
    }
    pc_text_free(&tidy);
    free(copy);
    return 0;
}
