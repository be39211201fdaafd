/* key_table.h - the keys taken so far; private to the support library. */
#ifndef PAPERCONV_KEY_TABLE_H
#define PAPERCONV_KEY_TABLE_H

#include "paperconv/keys.h"

/* The hashes of some keys, in an open table; 0: free. */
struct pc_key_set {
    uint64_t *hashes;
    uint32_t *counts; /* how many suffixes each key has handed out; NULL: that is not kept */
    size_t taken;
    int bits; /* of the number of places; 0: there is no table yet */
};

struct pc_key_table {
    struct pc_key_set bare;     /* keys as they were made */
    struct pc_key_set repeated; /* keys that were made again, and got a suffix */
    size_t longest;             /* suffix so far */
    uint32_t most;              /* suffixes that one key has handed out */
};

/* Makes KEY unique by a suffix, and takes it. */
void pc_key_table_take(pc_keys *keys, pc_text *key);

void pc_key_table_free(pc_keys *keys);

/* Adds bytes to a running 64-bit hash; the same on every machine. */
uint64_t pc_key_hash(uint64_t hash, pc_str bytes);

#endif
