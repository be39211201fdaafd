/* seen.h - the identities seen so far: 128-bit hashes, each with the place of a record.
 *
 * 32 bytes each, however long the identity is. */
#ifndef PAPERCONV_DEDUPE_SEEN_H
#define PAPERCONV_DEDUPE_SEEN_H

#include "paperconv/plugin.h"

struct hash {
    uint64_t high, low;
};

struct sighting {
    struct hash key;
    uint64_t line;
    uint32_t document; /* from 1; 0: the slot is free */
    uint32_t marks;    /* bits for the caller */
};

struct seen { /* all-zero is empty, and has a key that everybody knows */
    struct sighting *slots;
    size_t room, count; /* ROOM is a power of two */
    uint64_t secret[2]; /* the key of the hash */
};

/* Gives S a key of its own, so that nobody can choose texts whose hashes are near each other. */
void seen_open(struct seen *s);
/* SipHash-2-4 with a result of 128 bits: two texts with the same hash are practically excluded. */
struct hash seen_hash(const struct seen *s, pc_str text);

/* The sighting of KEY, until the next seen_add(); NULL when there is none. */
struct sighting *seen_find(const struct seen *s, struct hash key);
/* Adds a sighting whose key is not there yet.  Calls abort() when memory runs out, which the host
 * reports. */
void seen_add(struct seen *s, struct sighting sighting);
void seen_free(struct seen *s);

#endif
