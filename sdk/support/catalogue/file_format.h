/* file_format.h - the bytes of a catalogue that its writer and its readers agree on.
 *
 * docs/catalogue-format.md describes them.  All numbers are little-endian. */
#ifndef PAPERCONV_CATALOGUE_FILE_FORMAT_H
#define PAPERCONV_CATALOGUE_FILE_FORMAT_H

#include "paperconv/catalogue.h"

#include <zlib.h>

/* First a byte that is in no text, last what a transfer as text would change. */
#define CATALOGUE_MAGIC "\213pcat\r\n\032"

enum {
    MAGIC_SIZE = 8,
    FORMAT_VERSION = 1,
    FILE_HEAD = 16, /* magic, version, checksum */

    /* A part is its kind, the size of its body, the checksum of both, then the body. */
    PART_HEAD = 12,
    PART_LARGEST = PC_CATALOGUE_LONGEST + (1 << 20), /* of a body */

    FRAME_HEAD = 16, /* in the body: first record, count, size of the texts, size of the extras */
    FRAME_RECORDS = 1024,  /* the most in a frame */
    FRAME_TEXT = 16 << 10, /* so many bytes of text are a frame */
    FRAME_EXTRA = 1 << 16, /* or so many of what is beside it */
    LENGTHS_LARGEST = 10,  /* bytes of the two lengths of a record */

    PAGE_SIZE = 1024,
    PAGE_HEAD =
        24, /* checksum, level, tree, number of entries, two widths, first key, least value */
    PAGE_MARGIN = 8, /* bytes at the end, so that a number may be read as 8 bytes */
    PAGE_BITS = (PAGE_SIZE - PAGE_HEAD - PAGE_MARGIN) * 8,
    PAGE_ENTRIES = 4096, /* the most in a page */
    PAGE_TRAILER = 255,  /* the level of the page that is the end of the file */
    WIDEST = 48,         /* bits of a key or a value */

    TREE_FRAMES = 0, /* first record of a frame -> its place in the file */
    TREE_KEYS = 1,   /* key -> record */
    TREE_LEVELS = 12,

    /* In the trailer, behind the first 8 bytes of a page. */
    TRAILER_RECORDS = 8,
    TRAILER_KEYS = 16,
    TRAILER_DICTIONARY = 24, /* place of its part; 0: there is none */
    TRAILER_ABOUT = 32,      /* place of the description's part */
    TRAILER_PAGES = 40,      /* place of the first page */
    TRAILER_PAGE_COUNT = 48, /* without the trailer */
    TRAILER_FRAME_ROOT = 52,
    TRAILER_KEY_ROOT = 56,
    TRAILER_MAGIC = PAGE_SIZE - MAGIC_SIZE
};

enum {
    FRAME_CONTENT_LARGEST = PC_CATALOGUE_LONGEST + FRAME_TEXT + FRAME_RECORDS * LENGTHS_LARGEST
};

#define NO_PAGE UINT32_MAX /* root of a tree without entries */

enum part_kind { PART_DICTIONARY = 1, PART_FRAME, PART_ABOUT, PART_PAGES };

/* ---- numbers ------------------------------------------------------------------------- */

static inline void put_number(unsigned char *p, uint64_t number, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++, number >>= 8)
        p[i] = (unsigned char)(number & 0xff);
}

/* Bytes in a row, because compilers make one load of that. */
static inline uint32_t get_32(const unsigned char *p)
{
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static inline uint64_t get_64(const unsigned char *p)
{
    return (uint64_t)get_32(p) | (uint64_t)get_32(p + 4) << 32;
}

static inline uint64_t lowest_bits(uint64_t number, unsigned bits)
{
    return number & (((uint64_t)1 << bits) - 1);
}

static inline unsigned width_of(uint64_t number)
{
    unsigned bits = 0;

    for (; number != 0; number >>= 1)
        bits++;
    return bits;
}

static inline uint64_t index_key(uint64_t key)
{
    return key >> (64 - PC_CATALOGUE_KEY_BITS);
}

/* ---- checksums ----------------------------------------------------------------------- */

/* CRC-32 of N bytes, going on from BEFORE. */
static inline uint32_t checksum(uint32_t before, const void *p, size_t n)
{
    return (uint32_t)crc32_z(before, p, n);
}

/* Of the page NUMBER, so that a page in the place of another is found out. */
static inline uint32_t page_checksum(const unsigned char *page, uint32_t number)
{
    unsigned char bytes[4];

    put_number(bytes, number, sizeof bytes);
    return checksum(checksum(0, bytes, sizeof bytes), page + 4, PAGE_SIZE - 4);
}

/* ---- what is wrong with a file --------------------------------------------------------- */

#define WHY_NOT "is no catalogue of paperconv"
#define WHY_NEWER "is a catalogue of another version of the format: a newer paperconv reads it"
#define WHY_CUT "is cut off: the end of the catalogue is missing"
#define WHY_DAMAGED "is damaged: a checksum of the catalogue does not agree"
#define WHY_WRONG "is damaged: its parts contradict each other"
#define WHY_LONGER "is damaged: more bytes follow the end of the catalogue"
#define WHY_UNMAPPED "cannot be mapped into memory"

#endif
