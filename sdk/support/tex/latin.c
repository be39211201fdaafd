/* latin.c - lookups in the table of letters and symbols. */
#include "latin.h"

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

const struct pc_latin_form *pc_latin_form(uint32_t rune)
{
    size_t low = 0, high = COUNT(latin_forms);

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (latin_forms[middle].rune == rune)
            return &latin_forms[middle];
        if (latin_forms[middle].rune < rune)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static int compare(const char *name, pc_str tex)
{
    size_t n = strlen(name);
    int order = memcmp(name, tex.p, n < tex.n ? n : tex.n);

    return order != 0 ? order : (n > tex.n) - (n < tex.n);
}

uint32_t pc_latin_named(int kind, pc_str tex)
{
    size_t low = 0, high = COUNT(latin_names);

    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare(latin_names[middle].tex, tex);

        if (order == 0)
            return latin_names[middle].kind == kind ? latin_names[middle].rune : 0;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
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

uint32_t pc_latin_compose(uint32_t base, uint32_t mark)
{
    uint64_t wanted = (uint64_t)mark << 32 | base;
    size_t low = 0, high = COUNT(latin_pairs);

    while (low < high) {
        size_t middle = (low + high) / 2;
        uint64_t key = (uint64_t)latin_pairs[middle].mark << 32 | latin_pairs[middle].base;

        if (key == wanted)
            return latin_pairs[middle].composed;
        if (key < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

bool pc_latin_decompose(uint32_t letter, uint32_t *base, uint32_t *mark)
{
    size_t low = 0, high = COUNT(latin_by_letter);

    while (low < high) {
        size_t middle = (low + high) / 2;
        const struct pair *pair = &latin_pairs[latin_by_letter[middle]];

        if (pair->composed == letter) {
            *base = pair->base;
            *mark = pair->mark;
            return true;
        }
        if (pair->composed < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static const char *spelling_of(uint32_t rune)
{
    size_t low = 0, high = COUNT(latin_spellings);

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (latin_spellings[middle].rune == rune)
            return latin_spellings[middle].ascii;
        if (latin_spellings[middle].rune < rune)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
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

/* Not for interchange: biber refuses a file that has one. */
static bool is_noncharacter(uint32_t rune)
{
    return (rune & 0xFFFE) == 0xFFFE || (rune >= 0xFDD0 && rune <= 0xFDEF);
}

enum pc_latin_role pc_latin_role(uint32_t rune)
{
    if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0) || (rune >= 0x2000 && rune <= 0x200A) ||
        rune == 0x2028 || rune == 0x2029 || rune == 0x205F)
        return PC_LATIN_BLANK;
    if (rune == 0xAD || (rune >= 0x200B && rune <= 0x200F) || (rune >= 0x202A && rune <= 0x202E) ||
        (rune >= 0x2060 && rune <= 0x206F) || rune == 0xFEFF || is_noncharacter(rune))
        return PC_LATIN_ZERO_WIDTH;
    return PC_LATIN_SHOWN;
}
