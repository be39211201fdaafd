/* utf8.h - checks whether bytes are valid UTF-8, and repairs those that are not. */
#ifndef PAPERCONV_HOST_BASE_UTF8_H
#define PAPERCONV_HOST_BASE_UTF8_H

#include "base/arena.h"

enum {                   /* what text_scan() found */
       TEXT_INVALID = 1, /* not UTF-8 */
       TEXT_NUL = 2,
       TEXT_CR = 4,
       TEXT_TWICE = 8, /* encoded twice: encoded_twice.h */
       TEXT_REPLACED = TEXT_INVALID | TEXT_NUL
};

/* The set of TEXT_... that apply to the N bytes at P. */
unsigned text_scan(const char *p, size_t n);

struct repair {     /* what text_repair() replaced */
    size_t invalid; /* bytes */
    size_t nul;
    size_t first; /* offset, in the repaired text, of the first replacement */
};
/* A copy of S in A as valid UTF-8 without NUL.  Each maximal subpart of an ill-formed sequence
 * (Unicode 15, section 3.9) and each NUL becomes U+FFFD. */
pc_str text_repair(struct arena *a, pc_str s, struct repair *done);

/* The number of code points in the first N bytes of valid UTF-8. */
size_t text_runes(const char *p, size_t n);

#endif
