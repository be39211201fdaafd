/* words.h - words whose case does not count. */
#ifndef BIBTEX_WORDS_H
#define BIBTEX_WORDS_H

#include "paperconv/plugin.h"

/* The small letter of C; other characters stay. */
static inline char word_small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* is_word() where the first characters may be the same. */
bool is_word_at(pc_str s, const char *word);

/* Compares with WORD, which has small letters, ignoring the case of ASCII letters. */
static inline bool is_word(pc_str s, const char *word)
{
    return s.n != 0 && (s.p[0] | 0x20) == (word[0] | 0x20) && is_word_at(s, word);
}

#endif
