/* latin.h - letters and symbols and their LaTeX forms; private to the support library. */
#ifndef PAPERCONV_LATIN_H
#define PAPERCONV_LATIN_H

#include "paperconv/text.h"

enum { PC_LATIN_TEXT, PC_LATIN_MATH };

struct pc_latin_form {
    uint16_t rune;
    uint8_t
        kind; /* PC_LATIN_TEXT: TEX is a command's name; PC_LATIN_MATH: the text between dollars */
    char tex[26];
};

/* The LaTeX form of RUNE; NULL when it has none. */
const struct pc_latin_form *pc_latin_form(uint32_t rune);
/* The character whose form, or alternative name, is TEX; 0 when there is none. */
uint32_t pc_latin_named(int kind, pc_str tex);

/* pc_rune(), faster for ASCII. */
static inline uint32_t pc_latin_rune(pc_str s, size_t *length)
{
    *length = 1;
    return s.p[0] >= 0 ? (uint32_t)s.p[0] : pc_rune(s, length);
}

/* The command that puts combining MARK on a letter, without its backslash; NULL: none. */
const char *pc_latin_accent(uint32_t mark);
/* The combining mark of the command NAME; 0 when it is not an accent. */
uint32_t pc_latin_mark(pc_str name);

/* The composed letter of BASE and MARK; 0 when Unicode has none. */
uint32_t pc_latin_compose(uint32_t base, uint32_t mark);
/* Decomposes a letter; false when it has no decomposition. */
bool pc_latin_decompose(uint32_t letter, uint32_t *base, uint32_t *mark);

/* A letter or a digit of ASCII. */
static inline bool pc_latin_is_ascii(uint32_t rune)
{
    return (rune | 0x20) - 'a' < 26 || rune - '0' < 10;
}
/* RUNE spelt in ASCII letters and digits; empty when it is left out (a hard sign), NULL when it has
 * no spelling.  BUFFER has room for a spelling of one character. */
const char *pc_latin_ascii(uint32_t rune, char buffer[2]);

/* What LaTeX output does with a character. */
enum pc_latin_role { PC_LATIN_SHOWN, PC_LATIN_BLANK, PC_LATIN_ZERO_WIDTH };
enum pc_latin_role pc_latin_role(uint32_t rune);

#endif
