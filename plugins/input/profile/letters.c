/* letters.c - kinds of characters, after Unicode's categories. */
#include <utf8proc.h>

#include "letters.h"
#include "paperconv/text.h"

static enum letter ascii_letter(char c)
{
    if (c >= 'a' && c <= 'z')
        return LETTER_LOWER;
    if (c >= 'A' && c <= 'Z')
        return LETTER_UPPER;
    if (c >= '0' && c <= '9')
        return LETTER_DIGIT;
    switch (c) {
    case '.':
        return LETTER_STOP;
    case '-':
    case '/':
    case '&':
    case '+':
    case '_':
        return LETTER_HYPHEN;
    case '\'':
        return LETTER_APOSTROPHE;
    case '(':
    case '[':
    case '{':
    case '<':
    case '\\':
        return LETTER_OPEN;
    case ')':
    case ']':
    case '}':
    case '>':
    case '!':
    case '?':
    case '%':
    case '"':
    case '$':
        return LETTER_CLOSE;
    default:
        return c <= ' ' ? LETTER_BLANK : LETTER_OTHER;
    }
}

static enum letter unicode_letter(uint32_t rune)
{
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

enum letter letter_front(pc_str s, size_t *length)
{
    *length = 0;
    if (s.n == 0)
        return LETTER_NONE;
    if ((unsigned char)s.p[0] < 0x80) {
        *length = 1;
        return ascii_letter(s.p[0]);
    }
    return unicode_letter(pc_rune(s, length));
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
