/* tree_writer.h - makes pages of a tree from entries that come in order.
 *
 * The pages are written as soon as they are full, children before their parent, so that one page of
 * each level is in memory. */
#ifndef PAPERCONV_CATALOGUE_TREE_WRITER_H
#define PAPERCONV_CATALOGUE_TREE_WRITER_H

#include "file_format.h"

struct tree_entry {
    uint64_t key, value;
};

struct tree_level;

struct tree_writer {
    pc_gather_write *write; /* takes pages */
    void *target;
    unsigned tree;  /* TREE_... */
    uint32_t pages; /* number of the next page */
    bool full;      /* a page more would have no number */
    struct tree_level *levels[TREE_LEVELS];
};

/* All members are zero, but those up to PAGES, which the caller sets. */
/* Adds an entry.  Keys ascend; values of a key do, too. */
void tree_add(struct tree_writer *, uint64_t key, uint64_t value);
/* Writes what is left.  The root's number, or NO_PAGE when there was no entry. */
uint32_t tree_finish(struct tree_writer *);
void tree_free(struct tree_writer *);

#endif
