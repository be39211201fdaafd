/* key_parts.h - the parts of a key, made from a record; private to the support library. */
#ifndef PAPERCONV_KEY_PARTS_H
#define PAPERCONV_KEY_PARTS_H

#include "paperconv/keys.h"

struct pc_key_part {
    pc_str name;
    bool names_record;                                   /* distinguishes papers; a year does not */
    void (*add)(pc_keys *keys, const pc_record *record); /* appends to keys->key */
};

/* NULL when no part has this name. */
const struct pc_key_part *pc_key_part(pc_str name);

/* Appends the first DIGITS (of 16) of the record's hash. */
void pc_key_add_hash(pc_keys *keys, const pc_record *record, int digits);

#endif
