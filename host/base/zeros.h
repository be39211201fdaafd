/* zeros.h - counts the zero bytes with which a buffer begins. */
#ifndef PAPERCONV_HOST_BASE_ZEROS_H
#define PAPERCONV_HOST_BASE_ZEROS_H

#include <stddef.h>
#include <string.h>

/* Returns how many of the N bytes at BYTES come before the first that is not zero. */
static inline size_t leading_zeros(const void *bytes, size_t n)
{
    static const char zeros[64];
    const char *p = bytes;
    size_t i = 0;

    while (n - i >= sizeof zeros && memcmp(p + i, zeros, sizeof zeros) == 0)
        i += sizeof zeros;
    while (i < n && p[i] == '\0')
        i++;
    return i;
}

#endif
