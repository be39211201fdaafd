/* known_names.h - the names that a document has shown so far, as evidence for later ones. */
#ifndef PROFILE_KNOWN_NAMES_H
#define PROFILE_KNOWN_NAMES_H

#include "paperconv/plugin.h"

enum { KNOWN_NAMES_MOST = 4096, KNOWN_NAMES_SLOTS = 4 * KNOWN_NAMES_MOST };

/* At most KNOWN_NAMES_MOST names, each as three hashes: all of it, its first word, its last. */
struct known_names {
    uint32_t slots[KNOWN_NAMES_SLOTS];
    size_t count;
};

enum { /* the known parts of a name: a sum of these */
       KNOWN_NAME = 1,
       KNOWN_FIRST = 2,
       KNOWN_LAST = 4
};

void known_names_add(struct known_names *names, pc_str name);
int known_names_find(const struct known_names *names, pc_str name);

#endif
