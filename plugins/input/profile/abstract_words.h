/* words.h - the words of an abstract, to ask whether it holds a word of the title line. */
#ifndef PROFILE_WORDS_H
#define PROFILE_WORDS_H

#include "paperconv/plugin.h"

enum { WORDS_HEADS = 256, WORDS_MOST = 2048, WORDS_TEXT = 65536 };

/* The first WORDS_MOST words of a text.  Only those are listed that begin with three letters,
 * a head, that somebody asked about: a title line asks about few. */
struct words {
    pc_str text;
    size_t end; /* words that begin here or behind do not count */
    bool any;   /* there is a word at all */
    size_t heads, listed;
    struct words_head {
        uint32_t letters;
        uint16_t last; /* the number of the last such word, from 1; 0: none */
    } head[WORDS_HEADS];
    uint16_t at[WORDS_MOST + 1], before[WORDS_MOST + 1]; /* by number */
};

enum {                   /* how a word occurs: a sum of these */
       WORDS_SMALL = 1,  /* with a lower-case initial, or without case */
       WORDS_CAPITAL = 2 /* with a capital */
};

/* Makes WORDS the words of TEXT, its first WORDS_TEXT bytes; TEXT must live as long. */
void words_read(struct words *words, pc_str text);
/* Lists the words that begin as COUNT others do, four at a time: what follows only asks about
 * heads one by one. */
void words_list(struct words *words, const pc_str *others, size_t count);
/* How WORD, or its singular or plural, occurs; 0 when it does not.  Case of ASCII
 * letters does not matter. */
int words_find(struct words *words, pc_str word);
/* False when words_find() finds no beginning of WORD that has three bytes or more and
 * leaves as many; true does not say that it does. */
bool words_may_split(struct words *words, pc_str word);

/* The word at the front (the end) of S; perhaps empty. */
pc_str words_front(pc_str s);
pc_str words_end(pc_str s);

#endif
