/* words.h - the words of an abstract, to ask whether it holds a word of the title line. */
#ifndef PROFILE_WORDS_H
#define PROFILE_WORDS_H

#include "paperconv/plugin.h"

enum { WORDS_SLOTS = 1024, WORDS_MOST = 2048, WORDS_TEXT = 65536 };

/* Where the words of a text begin, the first WORDS_MOST of them, chained by their first three
 * letters. */
struct words {
    pc_str text;
    uint16_t slots[WORDS_SLOTS]; /* the number of the last such word; 0: none */
    uint16_t at[WORDS_MOST + 1], before[WORDS_MOST + 1]; /* by number, from 1 */
    size_t count;
};

enum {                   /* how a word occurs: a sum of these */
       WORDS_SMALL = 1,  /* with a lower-case initial, or without case */
       WORDS_CAPITAL = 2 /* with a capital */
};

/* Makes WORDS the words of TEXT, its first WORDS_TEXT bytes; TEXT must live as long. */
void words_read(struct words *words, pc_str text);
/* How WORD, or its singular or plural, occurs; 0 when it does not.  Case of ASCII
 * letters does not matter. */
int words_find(const struct words *words, pc_str word);
/* False when words_find() finds no beginning of WORD that has three bytes or more and
 * leaves as many; true does not say that it does. */
bool words_may_split(const struct words *words, pc_str word);

/* The word at the front (the end) of S, as words_read() cuts them; perhaps empty. */
pc_str words_front(pc_str s);
pc_str words_end(pc_str s);

#endif
