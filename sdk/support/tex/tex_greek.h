/* tex_greek.h - tells words of the Greek language from symbols of mathematics; private to the
 * support library.
 *
 * Two or more Greek letters in a row are a word when mathematics does not use one of them: a letter
 * with an accent, a final sigma at the end, omicron, or a capital that looks Latin.  In a text that
 * has such a word, all other rows of letters ("και") are words, too, and so is a single letter before
 * one (an article).  Every other letter is a symbol. */
#ifndef PAPERCONV_TEX_GREEK_H
#define PAPERCONV_TEX_GREEK_H

#include "paperconv/text.h"

struct pc_tex_greek {
    size_t end;      /* of the last row that was looked at */
    bool word;       /* it is a word */
    bool known, has; /* whether the text has a word; preset for TeX, where words may stand in
                      * mathematics: there only rows that are words themselves count */
};

/* True when the character at AT of S is a letter of a Greek word.  Call it for the characters of S
 * in their order. */
bool pc_tex_in_greek_word(struct pc_tex_greek *g, pc_str s, size_t at);

#endif
