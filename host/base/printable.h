/* printable.h - bytes of unknown origin as text that can be shown. */
#ifndef PAPERCONV_HOST_BASE_PRINTABLE_H
#define PAPERCONV_HOST_BASE_PRINTABLE_H

#include "base/arena.h"

/* The length in bytes of the character at the start of the N > 0 bytes at P; 0 when
 * it is a control character or no UTF-8. */
size_t printable_length(const char *p, size_t n);
/* BYTES with everything that is not printable written as %XX; lives as long as A. */
const char *printable(struct arena *a, const char *bytes);

#endif
