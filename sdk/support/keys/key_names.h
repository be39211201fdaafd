/* key_names.h - the names of parts, modifiers, functions and filters in templates; private to the
 * support library. */
#ifndef PAPERCONV_KEY_NAMES_H
#define PAPERCONV_KEY_NAMES_H

#include "key_parts.h"

struct pc_key_name {
    char name[18]; /* # stands for a number */
    unsigned char what, role;
    bool names_record; /* distinguishes papers */
    short n, m;        /* unless the template says otherwise */
    char text[5], separator[2];
    /* What a formula may give in parentheses, in this order: for each the member of the piece (n, m;
     * t, u: the texts; s: the separator, which is also text2; c: creator, i: initials) and its name. */
    char parameters[44];
};

/* NULL when there is none of that name.  NUMBERS gets those in the place of #; absent: none. */
const struct pc_key_name *pc_key_part_named(pc_str name, pc_str numbers[2]);
const struct pc_key_name *pc_key_modifier_named(pc_str name, pc_str numbers[2]);
const struct pc_key_name *pc_key_function_named(pc_str name);
const struct pc_key_name *pc_key_filter_named(pc_str name);
/* The part that reads a field: of a name such as YEAR or doi. */
const struct pc_key_name *pc_key_field_part(pc_str name);

/* The Ith name, for messages; NULL at the end. */
const char *pc_key_part_name(size_t i);
const char *pc_key_modifier_name(size_t i);
const char *pc_key_function_name(size_t i);
const char *pc_key_filter_name(size_t i);

/* True when PART makes only characters of a key. */
bool pc_key_is_clean(const struct pc_key_name *part);

#endif
