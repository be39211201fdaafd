/* printable.h - bytes of unknown origin as text that can be shown. */
#ifndef PAPERCONV_HOST_BASE_PRINTABLE_H
#define PAPERCONV_HOST_BASE_PRINTABLE_H

#include "base/arena.h"

/* The length in bytes of the character at the start of the N > 0 bytes at P; 0 when it is not
 * UTF-8, a control character, a line separator, or one that changes the direction of text and
 * could so show other words than there are. */
size_t printable_length(const char *p, size_t n);
/* BYTES with everything that is not printable written as %XX; lives as long as A. */
const char *printable(struct arena *a, const char *bytes);
/* Puts a space in place of each byte of TEXT that is not printable. */
void make_printable(char *text);

#endif
