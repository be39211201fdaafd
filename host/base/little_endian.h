/* little_endian.h - numbers in files whose lowest byte comes first. */
#ifndef PAPERCONV_HOST_BASE_LITTLE_ENDIAN_H
#define PAPERCONV_HOST_BASE_LITTLE_ENDIAN_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The number in the N <= 8 bytes at P. */
static inline uint64_t little_endian(const void *p, size_t n)
{
    uint64_t value = 0;

    memcpy(&value, p, n);
    return le64toh(value);
}

#endif
