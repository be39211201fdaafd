/* tally.h - counts how often each of many names occurs. */
#ifndef HTML_TALLY_H
#define HTML_TALLY_H

#include "paperconv/text.h"

struct tally_item {
    uint64_t hash, count;
    size_t at; /* of the name, in NAMES */
    size_t n;
};

/* All-zero is empty. */
struct tally {
    struct tally_item *items; /* an open hash table; a count of 0 is a free place */
    size_t room, used;        /* a power of two; at most half of it */
    pc_text names;
    uint64_t secret;
};

void html_tally_add(struct tally *t, pc_str name);
void html_tally_free(struct tally *t);

static inline pc_str tally_name(const struct tally *t, const struct tally_item *item)
{
    return pc_sub(t->names.p + item->at, item->n);
}

/* Stores the items with the highest counts, at most MOST of them, the highest first and those with
 * the same count by name.  Returns how many there are. */
size_t html_tally_top(const struct tally *t, const struct tally_item **items, size_t most);

#endif
