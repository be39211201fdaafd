/* latin.c - lookups in the table of letters and symbols. */
#include "latin.h"

#include "spaces.h"

#include <stdlib.h>

enum { NO_BREAK_SPACE = 0xA0 }; /* a tie */

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

struct accent {
    uint16_t mark;
    char command[15];
};
struct pair {
    uint16_t mark, base, composed;
};
struct spelling {
    uint16_t rune;
    char ascii[6];
};

#include "latin_table.h"

/* For bsearch(): the character sought and an entry of a table. */
static int compare_rune(uint32_t sought, uint32_t rune)
{
    return (sought > rune) - (sought < rune);
}

static int compare_form(const void *rune, const void *form)
{
    return compare_rune(*(const uint32_t *)rune, ((const struct pc_latin_form *)form)->rune);
}

const struct pc_latin_form *pc_latin_form(uint32_t rune)
{
    return bsearch(&rune, latin_forms, COUNT(latin_forms), sizeof latin_forms[0], compare_form);
}

static int compare_name(const void *tex, const void *name)
{
    const pc_str *sought = tex;
    const char *entry = ((const struct pc_latin_form *)name)->tex;
    size_t n = strlen(entry);
    int order = memcmp(sought->p, entry, n < sought->n ? n : sought->n);

    return order != 0 ? order : (sought->n > n) - (sought->n < n);
}

uint32_t pc_latin_named(int kind, pc_str tex)
{
    const struct pc_latin_form *form =
        bsearch(&tex, latin_names, COUNT(latin_names), sizeof latin_names[0], compare_name);

    return form != NULL && form->kind == kind ? form->rune : 0;
}

const char *pc_latin_accent(uint32_t mark)
{
    for (size_t i = 0; i < COUNT(latin_accents) && latin_accents[i].mark <= mark; i++) {
        if (latin_accents[i].mark == mark)
            return latin_accents[i].command;
    }
    return NULL;
}

uint32_t pc_latin_mark(pc_str name)
{
    for (size_t i = 0; i < COUNT(latin_accents); i++) {
        if (pc_eq(name, latin_accents[i].command))
            return latin_accents[i].mark;
    }
    return 0;
}

static int compare_pair(const void *sought, const void *entry)
{
    const struct pair *a = sought, *b = entry;

    return a->mark != b->mark ? a->mark - b->mark : a->base - b->base;
}

uint32_t pc_latin_compose(uint32_t base, uint32_t mark)
{
    struct pair sought = { .mark = (uint16_t)mark, .base = (uint16_t)base };
    const struct pair *pair = NULL;

    if (base <= UINT16_MAX && mark <= UINT16_MAX)
        pair =
            bsearch(&sought, latin_pairs, COUNT(latin_pairs), sizeof latin_pairs[0], compare_pair);
    return pair != NULL ? pair->composed : 0;
}

static int compare_letter(const void *letter, const void *index)
{
    return compare_rune(*(const uint32_t *)letter, latin_pairs[*(const uint16_t *)index].composed);
}

bool pc_latin_decompose(uint32_t letter, uint32_t *base, uint32_t *mark)
{
    const uint16_t *index = bsearch(&letter, latin_by_letter, COUNT(latin_by_letter),
                                    sizeof latin_by_letter[0], compare_letter);

    if (index == NULL)
        return false;
    *base = latin_pairs[*index].base;
    *mark = latin_pairs[*index].mark;
    return true;
}

static int compare_spelling(const void *rune, const void *spelling)
{
    return compare_rune(*(const uint32_t *)rune, ((const struct spelling *)spelling)->rune);
}

static const char *spelling_of(uint32_t rune)
{
    const struct spelling *found = bsearch(&rune, latin_spellings, COUNT(latin_spellings),
                                           sizeof latin_spellings[0], compare_spelling);

    return found != NULL ? found->ascii : NULL;
}

const char *pc_latin_ascii(uint32_t rune, char buffer[2])
{
    uint32_t mark;

    while (rune >= 0x80 && pc_latin_decompose(rune, &rune, &mark))
        ;
    if (rune >= 0x80)
        return spelling_of(rune);
    if (!pc_latin_is_ascii(rune))
        return NULL;
    buffer[0] = (char)rune;
    buffer[1] = '\0';
    return buffer;
}

/* Not for interchange: biber rejects a file that has one. */
static bool is_noncharacter(uint32_t rune)
{
    return (rune & 0xFFFE) == 0xFFFE || (rune >= 0xFDD0 && rune <= 0xFDEF);
}

enum pc_latin_role pc_latin_role(uint32_t rune)
{
    switch (pc_space_kind(rune)) {
    case PC_WHITE_SPACE:
        return rune == NO_BREAK_SPACE ? PC_LATIN_SHOWN : PC_LATIN_BLANK;
    case PC_ZERO_WIDTH:
    case PC_JOINER:
    case PC_SELECTOR:
    case PC_TAG:
        return PC_LATIN_ZERO_WIDTH;
    case PC_NO_SPACE:
        break;
    }
    if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0))
        return PC_LATIN_BLANK;
    return is_noncharacter(rune) ? PC_LATIN_ZERO_WIDTH : PC_LATIN_SHOWN;
}
