/* keys.h - the citation keys of a document, to find one that comes twice. */
#ifndef BIBTEX_KEYS_H
#define BIBTEX_KEYS_H

#include "paperconv/plugin.h"

struct key_set {
    uint64_t secret; /* of the fingerprints, so that nobody can make keys that are slow to find */
    uint64_t *slots; /* fingerprints; 0: free */
    size_t count, room;
};

void key_set_open(struct key_set *set);
/* The fingerprint of KEY, 0 when it is empty.  The memory where it belongs is fetched meanwhile: with many
 * keys, to wait for it takes longer than all the rest of the search. */
uint64_t key_expect(const struct key_set *set, pc_str key);
/* Adds a fingerprint; false when it is there. */
bool key_add(struct key_set *set, uint64_t fingerprint);
void key_set_free(struct key_set *set);

#endif
