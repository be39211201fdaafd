/* seven_zip_header.h - reads the counts and sizes in the header of a 7z. */
#ifndef PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_HEADER_H
#define PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_HEADER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SEVEN_ZIP_LZMA2 = 0x21, SEVEN_ZIP_LZMA = 0x030101 };

struct seven_zip_coder {
    uint64_t id;
    const unsigned char *properties;
    size_t n;
};

struct seven_zip_header {
    uint64_t most; /* the largest count allowed; set by the caller, at most 2^32 */

    const char *failure; /* "corrupt", "index-too-large", "window-too-large"; NULL: none */
    bool encoded;        /* this header only describes where the real one is packed: */
    uint64_t packed_at, packed_size, size;
    struct seven_zip_coder coder; /* the last one */
    uint64_t coders;
    bool encrypted;

    const unsigned char *p, *end; /* the bytes that are left to read */
};

/* Reads the N bytes of the header, which must live as long as H is used. */
void seven_zip_header_read(struct seven_zip_header *h, const unsigned char *bytes, size_t n);

#endif
