/* key_table.h - the keys that are taken; private to the support library. */
#ifndef PAPERCONV_KEY_TABLE_H
#define PAPERCONV_KEY_TABLE_H

#include "paperconv/keys.h"

/* A set of hashes of keys, with open addressing; 0: a free place. */
struct pc_key_set {
    uint64_t *hashes;
    uint32_t *counts; /* the number of suffixes that each key has given out; NULL: not kept */
    size_t taken;
    int bits; /* there are 2 to the BITS places; 0: no table yet */
};

struct pc_key_table {
    struct pc_key_set bare;     /* keys without a suffix */
    struct pc_key_set repeated; /* keys that occurred again, and got a suffix */
    size_t longest;             /* length of the longest suffix so far */
    uint32_t most;              /* the most suffixes that one key has given out */
    uint64_t secret;            /* begins every hash, so that nobody can choose keys whose hashes
                                 * are near each other; where a key stands never shows */
};

/* Makes KEY unique, by a suffix if necessary, and marks it as taken. */
void pc_key_table_take(pc_keys *keys, pc_text *key);

void pc_key_table_free(pc_keys *keys);

/* Adds bytes to a running 64-bit hash; the same on every machine. */
uint64_t pc_key_hash(uint64_t hash, pc_str bytes);

#endif
