/* people.h - the names that a document has shown, as evidence for names to come. */
#ifndef PROFILE_PEOPLE_H
#define PROFILE_PEOPLE_H

#include "paperconv/plugin.h"

enum { PEOPLE_MOST = 4096, PEOPLE_SLOTS = 4 * PEOPLE_MOST };

/* At most PEOPLE_MOST names, each as three hashes: all of it, its first word, its last. */
struct people {
    uint32_t slots[PEOPLE_SLOTS];
    size_t count;
};

enum { /* what of a name is known: a sum of these */
       PEOPLE_NAME = 1,
       PEOPLE_FIRST = 2,
       PEOPLE_LAST = 4
};

void people_add(struct people *people, pc_str name);
int people_find(const struct people *people, pc_str name);

#endif
