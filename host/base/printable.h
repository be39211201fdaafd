/* printable.h - turns any bytes into text that can be shown. */
#ifndef PAPERCONV_HOST_BASE_PRINTABLE_H
#define PAPERCONV_HOST_BASE_PRINTABLE_H

#include "base/arena.h"

/* The length in bytes of the character at the start of the N > 0 bytes at P; 0 when it is not
 * valid UTF-8, or a control character, a line separator, or one that changes the direction of
 * text and could so hide what the text says. */
size_t printable_length(const char *p, size_t n);
/* True when all of BYTES can be shown as they are. */
bool is_printable(const char *bytes);
/* A copy in A of BYTES, in which each byte that is not printable is written as %XX; and so is
 * the % before two hexadecimal digits, so that BYTES can be read back. */
const char *printable(struct arena *a, const char *bytes);
/* Replaces each byte of TEXT that is not printable by a space. */
void make_printable(char *text);

#endif
