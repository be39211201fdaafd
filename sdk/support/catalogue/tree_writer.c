/* tree_writer.c - makes pages of a tree from entries that come in order. */
#include "tree_writer.h"

#include <stdlib.h>

struct tree_level {   /* the page that is being filled */
    uint32_t written; /* pages of this level before it */
    unsigned count;
    uint64_t least, greatest; /* values */
    struct tree_entry entries[PAGE_ENTRIES];
};

static struct tree_level *level_of(struct tree_writer *tree, unsigned level)
{
    if (tree->levels[level] == NULL)
        tree->levels[level] = calloc(1, sizeof *tree->levels[level]);
    if (tree->levels[level] == NULL)
        abort(); /* the host reports that memory ran out */
    return tree->levels[level];
}

/* Whether one entry more fits into the page. */
static bool page_takes(const struct tree_level *level, uint64_t key, uint64_t value)
{
    const uint64_t least = value < level->least ? value : level->least;
    const uint64_t greatest = value > level->greatest ? value : level->greatest;
    const unsigned width = width_of(key - level->entries[0].key) + width_of(greatest - least);

    return level->count < PAGE_ENTRIES && (level->count + 1) * width <= PAGE_BITS;
}

static void page_append(struct tree_level *level, uint64_t key, uint64_t value)
{
    if (level->count == 0 || value < level->least)
        level->least = value;
    if (level->count == 0 || value > level->greatest)
        level->greatest = value;
    level->entries[level->count++] = (struct tree_entry){ key, value };
}

/* Sets the lowest WIDTH bits of NUMBER from bit *AT of BITS on. */
static void put_bits(unsigned char *bits, size_t *at, uint64_t number, unsigned width)
{
    unsigned char *p = bits + *at / 8;

    put_number(p, get_64(p) | number << *at % 8, 8);
    *at += width;
}

/* Writes the page and returns its number. */
static uint32_t write_page(struct tree_writer *tree, unsigned number_of_level)
{
    struct tree_level *level = tree->levels[number_of_level];
    const uint64_t first = level->entries[0].key;
    const unsigned key_bits = width_of(level->entries[level->count - 1].key - first);
    const unsigned value_bits = width_of(level->greatest - level->least);
    unsigned char page[PAGE_SIZE] = { 0 };
    size_t at = 0;

    page[4] = (unsigned char)number_of_level;
    page[5] = (unsigned char)tree->tree;
    put_number(page + 6, level->count, 2);
    page[8] = (unsigned char)key_bits;
    page[9] = (unsigned char)value_bits;
    put_number(page + 10, first, 6);
    put_number(page + 16, level->least, 6);
    for (unsigned i = 0; i < level->count; i++) {
        put_bits(page + PAGE_HEAD, &at, level->entries[i].key - first, key_bits);
        put_bits(page + PAGE_HEAD, &at, level->entries[i].value - level->least, value_bits);
    }
    put_number(page, page_checksum(page, tree->pages), 4);
    tree->write(tree->target, pc_sub((const char *)page, sizeof page));
    level->written++;
    level->count = 0;
    if (tree->pages + 1 == NO_PAGE)
        tree->full = true;
    else
        tree->pages++;
    return tree->pages - 1;
}

/* Adds an entry from LEVEL on: the first key of each page that is written goes to the level above. */
static void add_from(struct tree_writer *tree, unsigned level, uint64_t key, uint64_t value)
{
    for (; level < TREE_LEVELS; level++) {
        struct tree_level *page = level_of(tree, level);
        const uint64_t first = page->entries[0].key;
        uint32_t number;

        if (page->count == 0 || page_takes(page, key, value)) {
            page_append(page, key, value);
            return;
        }
        number = write_page(tree, level);
        page_append(page, key, value);
        key = first;
        value = number;
    }
    tree->full = true;
}

void tree_add(struct tree_writer *tree, uint64_t key, uint64_t value)
{
    add_from(tree, 0, key, value);
}

uint32_t tree_finish(struct tree_writer *tree)
{
    for (unsigned i = 0; i < TREE_LEVELS && tree->levels[i] != NULL; i++) {
        const uint64_t first = tree->levels[i]->entries[0].key;
        const uint32_t page = write_page(tree, i);

        if (tree->levels[i]->written == 1)
            return page;
        add_from(tree, i + 1, first, page);
    }
    return NO_PAGE;
}

void tree_free(struct tree_writer *tree)
{
    for (unsigned i = 0; i < TREE_LEVELS; i++)
        free(tree->levels[i]);
}
