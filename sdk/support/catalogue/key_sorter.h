/* key_sorter.h - sorts more pairs of key and record than fit into memory. */
#ifndef PAPERCONV_CATALOGUE_KEY_SORTER_H
#define PAPERCONV_CATALOGUE_KEY_SORTER_H

#include "scratch.h"

struct key_entry {
    uint64_t key; /* of PC_CATALOGUE_KEY_BITS */
    uint32_t record;
};

struct key_sorter;

struct key_sorter *key_sorter_open(struct scratch *);
void key_sorter_add(struct key_sorter *, uint64_t key, uint32_t record);
/* After the last key. */
void key_sorter_start(struct key_sorter *);
/* The entries, by key and then by record, each once.  False after the last one, and when the scratch
 * file has failed. */
bool key_sorter_next(struct key_sorter *, struct key_entry *);
void key_sorter_close(struct key_sorter *);

#endif
