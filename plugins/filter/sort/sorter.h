/* sorter.h - sorts pairs of a key and a value, in memory and beyond it in a file.
 *
 * Pairs with equal keys stay in the order in which they were added. */
#ifndef PAPERCONV_SORT_SORTER_H
#define PAPERCONV_SORT_SORTER_H

#include "paperconv/text.h"

struct pair { /* in BYTES: the key, then the value */
    size_t offset;
    uint32_t key;   /* bytes of the key */
    uint32_t value; /* bytes of the value */
};

struct sorted_run { /* in the file, and what was read of it */
    uint64_t at, end;
    pc_text read;
    size_t used; /* of READ, with the pair that stands there */
    pc_str key, value;
};

struct sorter {      /* all-zero but for these two, which the caller sets */
    int fd;          /* the file for runs; empty */
    uint64_t memory; /* beyond this many bytes a run is written */
    pc_text bytes;
    struct pair *pairs;
    size_t count, room;
    struct sorted_run *runs;
    size_t run_count;
    uint64_t file_size;
};

/* Each is false when the file cannot be written or read: errno says why. */
bool sorter_add(struct sorter *s, pc_str key, pc_str value);
/* Hands each value to PUT, in order, once.  It ends early, and is true, when PUT is false. */
bool sorter_finish(struct sorter *s, bool (*put)(void *to, pc_str value), void *to);
void sorter_free(struct sorter *s);

#endif
