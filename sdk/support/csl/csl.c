/* csl.c - the variables and types of CSL-JSON. */
#include "paperconv/csl.h"

static bool is_key(pc_str key, const char *name)
{
    return memcmp(key.p, name, strlen(name)) == 0;
}

#include "csl/variables.h"

const pc_csl_variable *pc_csl_find(pc_str name)
{
    int found = find_variable(name);

    return found >= 0 ? &variables[found] : NULL;
}

const pc_csl_variable *pc_csl_of(enum pc_list list)
{
    const unsigned number = list < PC_LIST_OTHERS ? numbers[list] : 0;

    return number != 0 ? &variables[number - 1] : NULL;
}

pc_str pc_csl_type_of(pc_str word)
{
    static const char *const types[] = {
#define TYPE(type, bibtex, biblatex, ris) type,
        PC_TYPES(TYPE)
#undef TYPE
    };

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (pc_eq(word, types[i]))
            return word;
    }
    for (size_t i = 0; i < sizeof other_types / sizeof other_types[0]; i++) {
        if (pc_eq(word, other_types[i].word))
            return pc_s(other_types[i].type);
    }
    return pc_none();
}
