/* spaces.c - lookups in the table of white space and zero-width characters. */
#include "spaces.h"

#include <stdlib.h>

struct space_range {
    uint32_t first, last;
    uint8_t kind;
};

#include "space_table.h"

static int compare_range(const void *rune, const void *entry)
{
    uint32_t sought = *(const uint32_t *)rune;
    const struct space_range *range = entry;

    return (sought > range->last) - (sought < range->first);
}

enum pc_space_kind pc_space_kind(uint32_t rune)
{
    const struct space_range *range;

    if (rune > 0xAD && rune < 0x34F) /* a letter of a Latin alphabet, as almost always */
        return PC_NO_SPACE;
    range =
        bsearch(&rune, spaces, sizeof spaces / sizeof spaces[0], sizeof spaces[0], compare_range);
    return range != NULL ? (enum pc_space_kind)range->kind : PC_NO_SPACE;
}
