/* romanize.h - letters of all scripts, spelt in ASCII; private to the support library. */
#ifndef PAPERCONV_ROMANIZE_H
#define PAPERCONV_ROMANIZE_H

#include "paperconv/text.h"

/* Words end where the script changes, because Chinese and Japanese put no spaces between them. */
enum pc_script {
    PC_SCRIPT_ALPHABET, /* any */
    PC_SCRIPT_HANGUL,
    PC_SCRIPT_HAN,
    PC_SCRIPT_HIRAGANA,
    PC_SCRIPT_KATAKANA
};

struct pc_roman {
    const char *text; /* letters and digits of ASCII; empty: left out, as a soft sign is */
    size_t n;         /* bytes of the source that TEXT stands for */
    enum pc_script script;
    char buffer[12]; /* where TEXT may be */
};

/* Spells what S begins with, a character beyond ASCII: one letter, or several that are spelt
 * together.  FIRST: it begins a word.  False, with n = the bytes of the character, when it has no
 * spelling. */
bool pc_romanize(pc_str s, bool first, struct pc_roman *roman);

/* True for a letter of a script that has no capitals. */
static inline bool pc_script_is_caseless(uint32_t rune)
{
    return (rune >= 0x590 && rune < 0x1000) || (rune >= 0x1100 && rune < 0x1200) ||
           (rune >= 0x3040 && rune < 0xD800) || (rune >= 0xF900 && rune < 0xFB00) ||
           (rune >= 0xFB1D && rune < 0xFF00) || (rune >= 0xFF66 && rune < 0xFFE0);
}

#endif
