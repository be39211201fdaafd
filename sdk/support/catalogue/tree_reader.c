/* tree_reader.c - looks a key up in the pages of a tree.  Pages come from a file that may be damaged
 * or made to harm: what is read from a page is checked before it is used. */
#include "tree_reader.h"

/* The number of WIDTH bits from bit AT on. */
static uint64_t page_bits(const struct tree_page *page, size_t at, unsigned width)
{
    return lowest_bits(get_64(page->bits + at / 8) >> at % 8, width);
}

static uint64_t page_key(const struct tree_page *page, unsigned i)
{
    return page->first +
           page_bits(page, (size_t)i * (page->key_bits + page->value_bits), page->key_bits);
}

static uint64_t page_value(const struct tree_page *page, unsigned i)
{
    const size_t at = (size_t)i * (page->key_bits + page->value_bits) + page->key_bits;

    return page->least + page_bits(page, at, page->value_bits);
}

uint64_t tree_key(const struct tree_place *place)
{
    return page_key(&place->page, place->index);
}

uint64_t tree_value(const struct tree_place *place)
{
    return page_value(&place->page, place->index);
}

/* False when the page is damaged, or of another tree. */
static bool load_page(const struct tree *tree, uint64_t number, struct tree_page *page)
{
    const unsigned char *p;

    if (number >= tree->page_count)
        return false;
    p = tree->pages + (size_t)number * PAGE_SIZE;
    if (get_32(p) != page_checksum(p, (uint32_t)number))
        return false;
    page->number = (uint32_t)number;
    page->level = p[4];
    page->count = get_32(p + 6) & 0xffff;
    page->key_bits = p[8];
    page->value_bits = p[9];
    page->first = lowest_bits(get_64(p + 10), 48);
    page->least = lowest_bits(get_64(p + 16), 48);
    page->bits = p + PAGE_HEAD;
    return p[5] == tree->tree && page->level < TREE_LEVELS && page->count != 0 &&
           page->count <= PAGE_ENTRIES && page->key_bits <= WIDEST && page->value_bits <= WIDEST &&
           page->count * (page->key_bits + page->value_bits) <= PAGE_BITS;
}

/* How many entries of the page have a key less than KEY, or equal to it with EQUAL. */
static unsigned count_before(const struct tree_page *page, uint64_t key, bool equal)
{
    unsigned low = 0, high = page->count;

    while (low < high) {
        const unsigned middle = (low + high) / 2;
        const uint64_t there = page_key(page, middle);

        if (there < key || (equal && there == key))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Goes down to the leaf of the last entry that is before KEY; of the first entry, when none is.
 * The index is then the number of entries of the leaf that are before. */
static enum tree_found descend(const struct tree *tree, uint64_t key, bool equal,
                               struct tree_place *place)
{
    struct tree_page *page = &place->page;

    if (tree->root == NO_PAGE)
        return TREE_NONE;
    if (!load_page(tree, tree->root, page))
        return TREE_DAMAGED;
    for (;;) {
        const unsigned level = page->level, before = count_before(page, key, equal);

        place->index = before;
        if (level == 0)
            return TREE_FOUND;
        if (!load_page(tree, page_value(page, before != 0 ? before - 1 : 0), page) ||
            page->level != level - 1)
            return TREE_DAMAGED;
    }
}

enum tree_found tree_find_last(const struct tree *tree, uint64_t key, struct tree_place *place)
{
    const enum tree_found found = descend(tree, key, true, place);

    if (found != TREE_FOUND)
        return found;
    return place->index-- != 0 ? TREE_FOUND : TREE_NONE;
}

/* Goes on to the next leaf, when the place is behind the entries of its own.  Between two leaves may
 * be pages of higher levels, one of each at most. */
static enum tree_found settle(const struct tree *tree, struct tree_place *place)
{
    uint32_t number = place->page.number;

    if (place->index < place->page.count)
        return TREE_FOUND;
    for (unsigned i = 0; i < TREE_LEVELS && number != tree->root && ++number < tree->page_count;
         i++) {
        if (!load_page(tree, number, &place->page))
            return TREE_DAMAGED;
        place->index = 0;
        if (place->page.level == 0)
            return TREE_FOUND;
    }
    return TREE_NONE;
}

enum tree_found tree_find_first(const struct tree *tree, uint64_t key, struct tree_place *place)
{
    const enum tree_found found = descend(tree, key, false, place);

    return found == TREE_FOUND ? settle(tree, place) : found;
}

enum tree_found tree_next(const struct tree *tree, struct tree_place *place)
{
    place->index++;
    return settle(tree, place);
}
