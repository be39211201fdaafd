/* digest.h - a checksum of bytes that come in pieces: XXH3, 64 bits.  It finds damage, not forgery. */
#ifndef PAPERCONV_HOST_BASE_DIGEST_H
#define PAPERCONV_HOST_BASE_DIGEST_H

#include <stddef.h>

enum { DIGEST_SIZE = 17 }; /* hexadecimal digits and the NUL */

struct digest;

struct digest *digest_new(void);
void digest_add(struct digest *d, const void *bytes, size_t n);
/* The digest of all bytes so far, in TEXT. */
void digest_text(const struct digest *d, char text[DIGEST_SIZE]);
void digest_free(struct digest *d);

#endif
