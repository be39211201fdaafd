/* zip_end.c - searches backwards for the record at the end of a zip, and checks that the index is
 * where it says. */
#include "streams/zip_end.h"

#include "base/little_endian.h"

#include <string.h>

enum {
    TAIL = 16 * 1024,
    ENTRIES_AT = 10, /* offsets in the record: the number of members, */
    SIZE_AT = 12,    /* the size of the index, */
    OFFSET_AT = 16,  /* its position, */
    COMMENT_AT = 20, /* the length of the comment */
    ZIP64_LOCATOR = 20,
    ZIP64_END = 56,
    ZIP64_SIZE_AT = 40,
    ZIP64_OFFSET_AT = 48
};

/* Reads the last bytes of S into TAIL.  Returns how many, and where they begin in *FROM. */
static ssize_t read_tail(const struct stream *s, unsigned char tail[TAIL], uint64_t *from)
{
    int64_t size = stream_size(s);

    *from = size > TAIL ? (uint64_t)(size - TAIL) : 0;
    return stream_read_at(s, tail, TAIL, (int64_t)*from);
}

static bool is_at(const struct stream *s, uint64_t at, const char magic[4])
{
    char bytes[4];

    return at <= INT64_MAX && stream_read_at(s, bytes, sizeof bytes, (int64_t)at) == sizeof bytes &&
           memcmp(bytes, magic, sizeof bytes) == 0;
}

/* The index ends at INDEX_END, and RECORD says that it has SIZE bytes at OFFSET. */
static bool place_index(const struct stream *s, uint64_t index_end, uint64_t size, uint64_t offset,
                        struct zip_end *z)
{
    if (size > index_end || offset > index_end - size)
        return false;
    z->index_size = size;
    z->index = index_end - size;
    z->start = z->index - offset;
    return size == 0 || is_at(s, z->index, "PK\1\2");
}

/* In zip64 a second record stands before the first, and behind it, at AT, the place of that record. */
static bool read_zip64(const struct stream *s, uint64_t at, struct zip_end *z)
{
    unsigned char bytes[ZIP64_END + ZIP64_LOCATOR];
    uint64_t record_at = at - ZIP64_END;

    z->zip64 = true;
    return at >= ZIP64_END && is_at(s, record_at, "PK\6\6") &&
           stream_read_at(s, bytes, sizeof bytes, (int64_t)record_at) == sizeof bytes &&
           place_index(s, record_at, little_endian(bytes + ZIP64_SIZE_AT, 8),
                       little_endian(bytes + ZIP64_OFFSET_AT, 8), z) &&
           little_endian(bytes + ZIP64_END + 8, 8) == record_at - z->start;
}

static bool read_record(const struct stream *s, const unsigned char *record, uint64_t at,
                        struct zip_end *z)
{
    uint64_t size = little_endian(record + SIZE_AT, 4);
    uint64_t offset = little_endian(record + OFFSET_AT, 4);

    *z = (struct zip_end){ .end = at + ZIP_END_SIZE + little_endian(record + COMMENT_AT, 2) };
    if (at >= ZIP64_LOCATOR && is_at(s, at - ZIP64_LOCATOR, "PK\6\7"))
        return read_zip64(s, at - ZIP64_LOCATOR, z);
    return (size > 0) == (little_endian(record + ENTRIES_AT, 2) > 0) &&
           place_index(s, at, size, offset, z);
}

bool zip_end_find(const struct stream *s, struct zip_end *z)
{
    unsigned char tail[TAIL];
    uint64_t from = 0;
    ssize_t i = read_tail(s, tail, &from) - ZIP_END_SIZE;

    for (; i >= (from > 0 ? ZIP64_LOCATOR : 0); i--) /* libarchive looks for both in the tail */
        if (memcmp(tail + i, "PK\5\6", 4) == 0)
            return read_record(s, tail + i, from + (uint64_t)i, z);
    return false;
}
