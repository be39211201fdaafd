/* key_table.h - the keys taken so far; private to the support library. */
#ifndef PAPERCONV_KEY_TABLE_H
#define PAPERCONV_KEY_TABLE_H

#include "paperconv/keys.h"

/* Makes KEY unique by a suffix, and takes it. */
void pc_key_table_take(pc_keys *keys, pc_text *key);

/* Adds bytes to a running 64-bit hash; the same on every machine. */
uint64_t pc_key_hash(uint64_t hash, pc_str bytes);

#endif
