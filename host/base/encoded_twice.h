/* encoded_twice.h - finds text that was encoded as UTF-8, taken for Windows-1252 or Latin-1, and
 * encoded as UTF-8 again: "ü" has become "Ã¼". */
#ifndef PAPERCONV_HOST_BASE_ENCODED_TWICE_H
#define PAPERCONV_HOST_BASE_ENCODED_TWICE_H

#include "paperconv/plugin.h"

enum {
    TWICE_LONGEST = 12 /* bytes that one character can have become */
};

struct twice {         /* a character beyond ASCII that was encoded twice */
    size_t n;          /* the bytes of the text that stand for it; 0: there is none */
    char character[5]; /* in UTF-8; NUL-terminated */
};

/* The character that the start of TEXT stands for. */
struct twice twice_decode(pc_str text);

/* True where the N bytes at P may begin such a character: "Â" to "ô" before another one beyond ASCII,
 * but not before a letter like itself. */
static inline bool twice_may_begin(const unsigned char *p, size_t n)
{
    return n > 2 && p[0] == 0xC3 && p[1] >= 0x82 && p[1] <= 0xB4 && p[2] >= 0x80 && p[2] != 0xC3;
}
/* True when a character that was encoded twice begins at offset AT of TEXT, and the text cannot be
 * meant as it is.  A correct text may have a quotation mark behind such a letter, as in “IRMÔ, or a
 * number, as in 5 Å²; but no capital letter inside or behind small letters. */
bool twice_is_certain(pc_str text, size_t at);
/* The offset of the first character of TEXT for which that is true; the length of TEXT: none. */
size_t twice_find(pc_str text);

#endif
