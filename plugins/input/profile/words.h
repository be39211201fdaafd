/* words.h - the words of an abstract, to ask whether it holds a word of the title line. */
#ifndef PROFILE_WORDS_H
#define PROFILE_WORDS_H

#include "paperconv/plugin.h"

enum { WORDS_SLOTS = 4096, WORDS_MOST = WORDS_SLOTS / 2 };

/* A set of at most WORDS_MOST hashes: the first words of a longer text. */
struct words {
    uint32_t slots[WORDS_SLOTS];
    size_t count;
};

enum {                   /* how a word occurs: a sum of these */
       WORDS_SMALL = 1,  /* with a lower-case initial, or without case */
       WORDS_CAPITAL = 2 /* with a capital */
};

/* Makes WORDS the words of TEXT. */
void words_read(struct words *words, pc_str text);
/* How WORD, or its singular or plural, occurs; 0 when it does not.  Case of ASCII
 * letters does not matter. */
int words_find(const struct words *words, pc_str word);

/* The word at the front (the end) of S, as words_read() cuts them; perhaps empty. */
pc_str words_front(pc_str s);
pc_str words_end(pc_str s);

#endif
