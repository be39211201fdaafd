/* key_titles.h - the words of a title; private to the support library. */
#ifndef PAPERCONV_KEY_TITLES_H
#define PAPERCONV_KEY_TITLES_H

#include "key_parts.h"
#include "key_words.h"

struct pc_key_choice {
    enum pc_key_list list; /* words to leave out */
    int most;              /* words to keep; 0: all */
    int capitals;          /* the first so many words get a capital */
    bool bbt; /* words as Better BibTeX sees them: no single letters, hyphens dropped */
};

/* Keeps words of KEY, from START on, with a space between them. */
void pc_key_keep_words(pc_text *key, size_t start, const struct pc_key_choice *choice);

#endif
