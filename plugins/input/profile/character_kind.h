/* character_kind.h - kinds of characters: a change of case shows where a name is glued on. */
#ifndef PROFILE_CHARACTER_KIND_H
#define PROFILE_CHARACTER_KIND_H

#include "paperconv/plugin.h"

enum character_kind {
    KIND_NONE,       /* the end of the text */
    KIND_SPACE,      /* white space */
    KIND_ZERO_WIDTH, /* zero-width character */
    KIND_LOWER,
    KIND_UPPER,
    KIND_CASELESS, /* of a script without case */
    KIND_MARK,     /* combines with the letter before */
    KIND_DIGIT,
    KIND_STOP,   /* . */
    KIND_HYPHEN, /* joins words: - / & + */
    KIND_APOSTROPHE,
    KIND_OPEN,  /* ( [ { < and similar */
    KIND_CLOSE, /* ) ] } ! ? % " and similar */
    KIND_OTHER
};

/* For kind_at_front(). */
extern const unsigned char kinds_of_ascii[128];
enum character_kind kind_beyond_ascii(pc_str s, size_t *length);

/* The kind of the character at the front of S, and its LENGTH in bytes. */
static inline enum character_kind kind_at_front(pc_str s, size_t *length)
{
    if (s.n != 0 && (unsigned char)s.p[0] >= 0x80)
        return kind_beyond_ascii(s, length);
    *length = s.n != 0;
    return s.n != 0 ? (enum character_kind)kinds_of_ascii[(unsigned char)s.p[0]] : KIND_NONE;
}

/* The number of small ASCII letters at the front of S. */
static inline size_t small_letters(pc_str s)
{
    size_t n = 0;

    while (n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z')
        n++;
    return n;
}

/* The kind of the last character of S, combining marks skipped; LENGTH includes the marks. */
enum character_kind kind_at_end(pc_str s, size_t *length);

#endif
