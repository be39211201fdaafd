/* key_people.h - the authors and editors of a record; private to the support library. */
#ifndef PAPERCONV_KEY_PEOPLE_H
#define PAPERCONV_KEY_PEOPLE_H

#include "key_parts.h"
#include "paperconv/names.h"

struct pc_key_people {
    const pc_record *record;
    pc_str role; /* the key of their fields */
    size_t next; /* the field to look at */
};

/* ROLE decides whom: anyone is the editors when the record has no author. */
struct pc_key_people pc_key_people(const pc_record *record, enum pc_key_role role);
/* The next person's name: in the parts that the record has, in fields such as author.family
 * behind it, else the printed name is split.  False at the end. */
bool pc_key_next_person(struct pc_key_people *people, pc_name *name);
/* The name of the first author, or else of the first editor; false when there is neither. */
bool pc_key_first_person(const pc_record *record, pc_name *name);

#endif
