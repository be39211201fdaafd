/* mathml_fonts.c - the alphabets of mathematics. */
#include "mathml_fonts.h"

/* Where the alphabets begin; 0: Unicode has none. */
static const struct alphabet {
    uint32_t capital, small, digit, greek_capital, greek_small;
} alphabets[] = {
    [PC_MATH_ITALIC] = { 0, 0, 0, 0, 0 },
    [PC_MATH_UPRIGHT] = { 0, 0, 0, 0, 0 },
    [PC_MATH_BOLD] = { 0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2 },
    [PC_MATH_BOLD_ITALIC] = { 0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736 },
    [PC_MATH_SCRIPT] = { 0x1D49C, 0x1D4B6, 0, 0, 0 },
    [PC_MATH_FRAKTUR] = { 0x1D504, 0x1D51E, 0, 0, 0 },
    [PC_MATH_DOUBLE_STRUCK] = { 0x1D538, 0x1D552, 0x1D7D8, 0, 0 },
    [PC_MATH_SANS] = { 0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0 },
    [PC_MATH_MONO] = { 0x1D670, 0x1D68A, 0x1D7F6, 0, 0 },
};

/* Letters that Unicode had before it had the alphabets. */
static const struct {
    enum pc_math_font font;
    char letter;
    uint32_t rune;
} exceptions[] = {
    { PC_MATH_SCRIPT, 'B', 0x212C },        { PC_MATH_SCRIPT, 'E', 0x2130 },
    { PC_MATH_SCRIPT, 'F', 0x2131 },        { PC_MATH_SCRIPT, 'H', 0x210B },
    { PC_MATH_SCRIPT, 'I', 0x2110 },        { PC_MATH_SCRIPT, 'L', 0x2112 },
    { PC_MATH_SCRIPT, 'M', 0x2133 },        { PC_MATH_SCRIPT, 'R', 0x211B },
    { PC_MATH_SCRIPT, 'e', 0x212F },        { PC_MATH_SCRIPT, 'g', 0x210A },
    { PC_MATH_SCRIPT, 'o', 0x2134 },        { PC_MATH_FRAKTUR, 'C', 0x212D },
    { PC_MATH_FRAKTUR, 'H', 0x210C },       { PC_MATH_FRAKTUR, 'I', 0x2111 },
    { PC_MATH_FRAKTUR, 'R', 0x211C },       { PC_MATH_FRAKTUR, 'Z', 0x2128 },
    { PC_MATH_DOUBLE_STRUCK, 'C', 0x2102 }, { PC_MATH_DOUBLE_STRUCK, 'H', 0x210D },
    { PC_MATH_DOUBLE_STRUCK, 'N', 0x2115 }, { PC_MATH_DOUBLE_STRUCK, 'P', 0x2119 },
    { PC_MATH_DOUBLE_STRUCK, 'Q', 0x211A }, { PC_MATH_DOUBLE_STRUCK, 'R', 0x211D },
    { PC_MATH_DOUBLE_STRUCK, 'Z', 0x2124 },
};

/* What follows omega in the Greek alphabets. */
static const uint16_t variants[] = { 0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6 };

/* True when *RUNE is one of COUNT from FIRST on; it becomes the same of the alphabet at START. */
static bool is_in(uint32_t *rune, uint32_t first, uint32_t count, uint32_t start)
{
    if (start == 0 || *rune < first || *rune - first >= count)
        return false;
    *rune = start + (*rune - first);
    return true;
}

uint32_t pc_math_letter(uint32_t rune, enum pc_math_font font)
{
    enum { LETTERS = 26, DIGITS = 10, GREEK = 25, ALPHA_CAPITAL = 0x391, ALPHA = 0x3B1 };
    const struct alphabet *a = &alphabets[font];

    for (size_t i = 0; i < sizeof exceptions / sizeof exceptions[0]; i++) {
        if (exceptions[i].font == font && (uint32_t)exceptions[i].letter == rune)
            return exceptions[i].rune;
    }
    for (size_t i = 0; a->greek_small != 0 && i < sizeof variants / sizeof variants[0]; i++) {
        if (variants[i] == rune)
            return a->greek_small + GREEK + (uint32_t)i;
    }
    (void)(is_in(&rune, 'A', LETTERS, a->capital) || is_in(&rune, 'a', LETTERS, a->small) ||
           is_in(&rune, '0', DIGITS, a->digit) ||
           is_in(&rune, ALPHA_CAPITAL, GREEK, a->greek_capital) ||
           is_in(&rune, ALPHA, GREEK, a->greek_small));
    return rune;
}
