/* character_kind.c - kinds of characters, after Unicode's categories. */
#include <utf8proc.h>

#include "character_kind.h"
#include "paperconv/text.h"

/* clang-format off */
enum {
    B = KIND_SPACE, L = KIND_LOWER, U = KIND_UPPER, D = KIND_DIGIT, S = KIND_STOP,
    H = KIND_HYPHEN, A = KIND_APOSTROPHE, O = KIND_OPEN, C = KIND_CLOSE, X = KIND_OTHER
};

const unsigned char kinds_of_ascii[128] = {
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

enum character_kind kind_beyond_ascii(pc_str s, size_t *length)
{
    uint32_t rune = pc_rune(s, length);

    if (rune == 0xfffd) /* replaces a letter in a wrong encoding */
        return KIND_LOWER;
    switch (utf8proc_category((utf8proc_int32_t)rune)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return KIND_UPPER;
    case UTF8PROC_CATEGORY_LL:
        return KIND_LOWER;
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_LM:
        return KIND_CASELESS;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
        return KIND_MARK;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return KIND_DIGIT;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return KIND_SPACE;
    case UTF8PROC_CATEGORY_CF:
        return KIND_ZERO_WIDTH;
    case UTF8PROC_CATEGORY_PD:
        return KIND_HYPHEN;
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PI:
        return KIND_OPEN;
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PF:
        return rune == 0x2019 ? KIND_APOSTROPHE : KIND_CLOSE;
    default:
        return KIND_OTHER;
    }
}

enum character_kind kind_at_end(pc_str s, size_t *length)
{
    enum character_kind kind = KIND_NONE;
    size_t end = s.n;

    do {
        size_t start = end, ignored;

        while (start > 0 && ((unsigned char)s.p[--start] & 0xc0) == 0x80)
            ;
        kind = kind_at_front(pc_sub(s.p + start, end - start), &ignored);
        end = start;
    } while (kind == KIND_MARK && end > 0);
    *length = s.n - end;
    return kind;
}
