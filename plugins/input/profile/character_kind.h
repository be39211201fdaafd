/* letters.h - what kind of character stands where: case is what shows a glued name. */
#ifndef PROFILE_LETTERS_H
#define PROFILE_LETTERS_H

#include "paperconv/plugin.h"

enum letter {
    LETTER_NONE,   /* the end of the text */
    LETTER_BLANK,  /* white space */
    LETTER_HIDDEN, /* of zero width */
    LETTER_LOWER,
    LETTER_UPPER,
    LETTER_CASELESS, /* of a script without case */
    LETTER_MARK,     /* combines with the letter before */
    LETTER_DIGIT,
    LETTER_STOP,   /* . */
    LETTER_HYPHEN, /* joins words: - / & + */
    LETTER_APOSTROPHE,
    LETTER_OPEN,  /* ( [ { < and the like */
    LETTER_CLOSE, /* ) ] } ! ? % " and the like */
    LETTER_OTHER
};

/* What letter_front() looks up and calls. */
extern const unsigned char letter_ascii[128];
enum letter letter_other(pc_str s, size_t *length);

/* The kind of the character at the front of S, and its LENGTH in bytes. */
static inline enum letter letter_front(pc_str s, size_t *length)
{
    if (s.n != 0 && (unsigned char)s.p[0] >= 0x80)
        return letter_other(s, length);
    *length = s.n != 0;
    return s.n != 0 ? (enum letter)letter_ascii[(unsigned char)s.p[0]] : LETTER_NONE;
}

/* The length of the small letters at the front of S, as far as they are ASCII. */
static inline size_t letters_small(pc_str s)
{
    size_t n = 0;

    while (n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z')
        n++;
    return n;
}

/* letter_front() at the end of S, marks skipped: LENGTH counts them. */
enum letter letter_end(pc_str s, size_t *length);

#endif
