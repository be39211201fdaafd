/* abstract_words.h - the words of an abstract: does it have a word of the title line? */
#ifndef PROFILE_ABSTRACT_WORDS_H
#define PROFILE_ABSTRACT_WORDS_H

#include "paperconv/plugin.h"

enum { ABSTRACT_HEADS = 256, ABSTRACT_WORDS = 2048, ABSTRACT_BYTES = 65536 };

/* The first ABSTRACT_WORDS words of a text.  A head is the first three letters of a word.  Only
 * words whose head was looked up are listed: a title line looks up few.  (A plain hash set of all
 * words makes a whole conversion to jsonl 31 to 82 % slower, in instructions.) */
struct abstract_words {
    pc_str text;
    size_t end; /* words that begin here or later do not count */
    bool any;   /* there is at least one word */
    size_t heads, listed;
    struct word_head {
        uint32_t letters;
        uint16_t last; /* the number of the last listed word with this head, from 1; 0: none */
    } head[ABSTRACT_HEADS];
    uint16_t at[ABSTRACT_WORDS + 1],
        before[ABSTRACT_WORDS + 1]; /* by number; BEFORE: the one before with the same head */
};

enum {                  /* how a word occurs: a sum of these */
       WORD_SMALL = 1,  /* with a lower-case or caseless initial */
       WORD_CAPITAL = 2 /* with a capital */
};

/* Makes WORDS the words of the first ABSTRACT_BYTES bytes of TEXT, which must live as long. */
void abstract_words_read(struct abstract_words *words, pc_str text);
/* Lists the words that have the heads of the COUNT OTHERS, four heads in one pass: lookups of
 * unlisted heads take a pass each. */
void abstract_words_list(struct abstract_words *words, const pc_str *others, size_t count);
/* How WORD, or its singular or plural, occurs; 0 when it does not.  Case of ASCII
 * letters does not matter. */
int abstract_words_find(struct abstract_words *words, pc_str word);
/* False when abstract_words_find() finds no beginning of WORD of three bytes or more that leaves as
 * many.  True may be wrong. */
bool abstract_words_may_split(struct abstract_words *words, pc_str word);

/* The word at the front (the end) of S; may be empty. */
pc_str word_at_front(pc_str s);
pc_str word_at_end(pc_str s);

#endif
