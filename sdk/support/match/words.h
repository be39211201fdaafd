/* words.h - splits a text into normalised words and hashes them; private to the matching library.
 *
 * The hashes are parts of file formats: see paperconv/match.h. */
#ifndef PAPERCONV_MATCH_WORDS_H
#define PAPERCONV_MATCH_WORDS_H

#include "paperconv/plugin.h"

struct word {
    uint64_t hash;    /* odd when the word tells works apart; never 0 */
    uint32_t letters; /* letters and digits */
    bool has_digit;
    bool withdraws; /* "withdrawn" and the like */
};

/* Takes the next word that has a letter or digit off TEXT; false when there is none. */
bool pc_word_next(pc_str *text, struct word *word);

/* Continues HASH, at first 0, with the letters and digits of TEXT; words do not count. */
uint64_t pc_hash_letters(uint64_t hash, pc_str text);

/* The hash of the numbers in TEXT, in their order; 0: there are none. */
uint64_t pc_hash_digits(pc_str text);

/* What a hash is of; it is part of the hash. */
enum kind {
    OF_TITLE = 1,
    OF_TITLE_START,
    OF_TITLE_END,
    OF_SURNAME_AND_WORD,
    OF_RUN,
    OF_ABSTRACT_START,
    OF_ABSTRACT_END,
    OF_GLUED_LETTERS,
    OF_ARXIV_ID,
    OF_DOI
};

/* The hash of the bytes of an identifier of a KIND, whatever the case of ASCII letters. */
uint64_t pc_hash_identifier(enum kind kind, pc_str id);

/* The finaliser of MurmurHash3 (Austin Appleby, public domain). */
static inline uint64_t mix(uint64_t h)
{
    h = (h ^ (h >> 33)) * UINT64_C(0xFF51AFD7ED558CCD);
    h = (h ^ (h >> 33)) * UINT64_C(0xC4CEB9FE1A85EC53);
    return h ^ (h >> 33);
}

/* The hash of a KIND of COUNT words, in their order. */
static inline uint64_t join_words(enum kind kind, const uint64_t *words, size_t count)
{
    uint64_t hash = mix((uint64_t)kind);

    for (size_t i = 0; i < count; i++)
        hash = mix(hash ^ words[i]) + (uint64_t)i;
    return hash;
}

#endif
