/* words.h - words whose case does not count. */
#ifndef BIBTEX_WORDS_H
#define BIBTEX_WORDS_H

#include "paperconv/plugin.h"

/* The small letter of C; other characters stay. */
static inline char word_small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* Compares with WORD, which has small letters, ignoring the case of ASCII letters. */
bool is_word(pc_str s, const char *word);

#endif
