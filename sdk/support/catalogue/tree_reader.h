/* tree_reader.h - looks a key up in the pages of a tree. */
#ifndef PAPERCONV_CATALOGUE_TREE_READER_H
#define PAPERCONV_CATALOGUE_TREE_READER_H

#include "file_format.h"

struct tree {
    const unsigned char *pages; /* of both trees */
    uint32_t page_count, root;  /* NO_PAGE: no entries */
    unsigned tree;              /* TREE_... */
};

struct tree_page {
    uint32_t number;
    unsigned level, count, key_bits, value_bits;
    uint64_t first, least;
    const unsigned char *bits;
};

/* An entry of a leaf; valid while INDEX is less than the number of entries in the page. */
struct tree_place {
    struct tree_page page;
    unsigned index;
};

enum tree_found { TREE_DAMAGED = -1, TREE_NONE, TREE_FOUND };

/* The last entry whose key is KEY or less. */
enum tree_found tree_find_last(const struct tree *, uint64_t key, struct tree_place *);
/* The first entry whose key is KEY or more. */
enum tree_found tree_find_first(const struct tree *, uint64_t key, struct tree_place *);
/* The entry behind PLACE. */
enum tree_found tree_next(const struct tree *, struct tree_place *);
uint64_t tree_key(const struct tree_place *);
uint64_t tree_value(const struct tree_place *);

#endif
