/* fuzz_names.c - the name readers: parts are slices of the name, in any order, and never
 * overlap; they leave out only separators.  A person that was read is written and read again. */
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

static void check_person(pc_str name, pc_names_rules rules, pc_text *out)
{
    pc_person person, back;
    unsigned faults = pc_person_read(name, rules, &person);
    const pc_str parts[] = { person.given,  person.dropping_prefix, person.prefix,
                             person.family, person.suffix,          person.literal };

    for (size_t i = 0; i < 6; i++) {
        if (!is_inside(parts[i], name))
            abort();
        for (size_t k = 0; k < i; k++)
            if (overlap(parts[i], parts[k]))
                abort();
    }
    out->n = 0;
    if (!pc_person_to_bibtex(out, &person, rules))
        return;
    if (pc_person_read(pc_text_str(out), rules, &back) != 0)
        abort();
    if (faults == 0 && !(pc_same(person.given, back.given) && pc_same(person.suffix, back.suffix)))
        abort();
}

static void check_people(pc_str list, pc_text *out)
{
    pc_str name;

    list = pc_trim(list);
    while (pc_person_next(&list, &name)) {
        check_person(name, PC_NAMES_BIBTEX, out);
        check_person(name, PC_NAMES_BIBLATEX, out);
    }
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
    check_people(printed, &tidy);
    pc_text_free(&tidy);
    free(copy);
    return 0;
}
