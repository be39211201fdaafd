/* letters.c - kinds of characters, after Unicode's categories. */
#include <utf8proc.h>

#include "character_kind.h"
#include "paperconv/text.h"

/* clang-format off */
enum {
    B = LETTER_BLANK, L = LETTER_LOWER, U = LETTER_UPPER, D = LETTER_DIGIT, S = LETTER_STOP,
    H = LETTER_HYPHEN, A = LETTER_APOSTROPHE, O = LETTER_OPEN, C = LETTER_CLOSE, X = LETTER_OTHER
};

const unsigned char letter_ascii[128] = {
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
    B, C, C, X, C, C, H, A, O, C, X, H, X, H, S, H, /*  !"#$%&'()*+,-./ */
    D, D, D, D, D, D, D, D, D, D, X, X, O, X, C, C, /* 0123456789:;<=>? */
    X, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* @A to O */
    U, U, U, U, U, U, U, U, U, U, U, O, O, C, X, H, /* P to Z[\]^_ */
    X, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* `a to o */
    L, L, L, L, L, L, L, L, L, L, L, O, X, C, X, X, /* p to z{|}~ */
};
/* clang-format on */

enum letter letter_other(pc_str s, size_t *length)
{
    uint32_t rune = pc_rune(s, length);

    if (rune == 0xfffd) /* a letter that a wrong encoding cost */
        return LETTER_LOWER;
    switch (utf8proc_category((utf8proc_int32_t)rune)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return LETTER_UPPER;
    case UTF8PROC_CATEGORY_LL:
        return LETTER_LOWER;
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_LM:
        return LETTER_CASELESS;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return LETTER_MARK;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return LETTER_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return LETTER_BLANK;
    case UTF8PROC_CATEGORY_CF:
        return LETTER_HIDDEN;
    case UTF8PROC_CATEGORY_PD:
        return LETTER_HYPHEN;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI:
        return LETTER_OPEN;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
        return rune == 0x2019 ? LETTER_APOSTROPHE : LETTER_CLOSE;
    default:
        return LETTER_OTHER;
    }
}

enum letter letter_end(pc_str s, size_t *length)
{
    enum letter letter = LETTER_NONE;
    size_t end = s.n;

    do {
        size_t start = end, ignored;

        while (start > 0 && ((unsigned char)s.p[--start] & 0xc0) == 0x80)
            ;
        letter = letter_front(pc_sub(s.p + start, end - start), &ignored);
        end = start;
    } while (letter == LETTER_MARK && end > 0);
    *length = s.n - end;
    return letter;
}
