/* zip_index.c - estimates the size of the index at the end of a zip file, which libarchive keeps
 * in memory: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
#include "archives/zip_index.h"

#include "base/io.h"
#include "base/little_endian.h"
#include "base/memory.h"

#include <stdlib.h>
#include <sys/stat.h>

enum {
    TAIL = 16 * 1024, /* bytes in which libarchive looks for the record at the end */
    END_SIZE = 22,    /* bytes of that record, without its comment */
    OFFSET_AT = 16,   /* offset, in that record, of the position of the index */
    ENTRY_SIZE = 46,  /* bytes of an entry of the index, without its name */
    SIZE_AT = 12,     /* offset, in the record at the end, of the size of the index */
    HEADER_SIZE = 30, /* bytes of a member's own header, without its name */
    INDEX_LIMIT = 32 << 20,
    USUAL = 3 /* a usual entry with its name is so many times as long */
};

bool zip_index_is_large(int fd, uint64_t members)
{
    static const char end[] = "PK\5\6", end_of_zip64[] = "PK\6\7";
    unsigned char tail[TAIL];
    struct stat st;
    uint64_t size, most;
    ssize_t n;

    if (fstat(fd, &st) != 0 || (uint64_t)st.st_size / ENTRY_SIZE / USUAL <= members)
        return false;
    size = (uint64_t)st.st_size;
    most = members * ENTRY_SIZE * USUAL;
    n = pread_full(fd, tail, sizeof tail, st.st_size > TAIL ? st.st_size - TAIL : 0);
    for (ssize_t i = 0; i + END_SIZE <= n; i++) {
        if (memcmp(tail + i, end_of_zip64, 4) == 0)
            return true; /* in zip64 the index may be anywhere */
        if (memcmp(tail + i, end, 4) == 0 && little_endian(tail + i + OFFSET_AT, 4) + most < size)
            return true;
    }
    return false;
}

/* ---- overlapping members ---- */

struct span { /* bytes of the file that a member takes, from its own header on */
    uint64_t start, end;
};

static int compare_spans(const void *a, const void *b)
{
    const struct span *x = a, *y = b;

    return (x->start > y->start) - (x->start < y->start);
}

/* The index of the zip in FD, for the caller to free, and in *SIZE its bytes; NULL when it is not
 * where it usually is, before the record at the end. */
static unsigned char *read_index(int fd, size_t *size)
{
    static const char end[] = "PK\5\6";
    unsigned char tail[TAIL], *index = NULL;
    struct stat st;
    off_t from, at;
    ssize_t i;

    if (fstat(fd, &st) != 0)
        return NULL;
    from = st.st_size > TAIL ? st.st_size - TAIL : 0;
    i = pread_full(fd, tail, sizeof tail, from) - END_SIZE;
    while (i >= 0 && memcmp(tail + i, end, 4) != 0)
        i--;
    if (i < 0)
        return NULL;
    *size = (size_t)little_endian(tail + i + SIZE_AT, 4);
    at = from + (off_t)i - (off_t)*size;
    if (at < 0 || *size > INDEX_LIMIT)
        return NULL;
    index = memory_alloc(*size);
    if (pread_full(fd, index, *size, at) == (ssize_t)*size)
        return index;
    free(index);
    return NULL;
}

/* The spans of the members in INDEX, whose number is returned. */
static size_t read_spans(const unsigned char *index, size_t size, struct span *spans)
{
    static const char entry[] = "PK\1\2";
    const uint64_t in_zip64 = 0xFFFFFFFF;
    size_t count = 0;

    while (size >= ENTRY_SIZE && memcmp(index, entry, 4) == 0) {
        uint64_t name = little_endian(index + 28, 2), extra = little_endian(index + 30, 2);
        uint64_t packed = little_endian(index + 20, 4), start = little_endian(index + 42, 4);
        size_t n = ENTRY_SIZE + (size_t)(name + extra + little_endian(index + 32, 2));

        if (packed != in_zip64 && start != in_zip64)
            spans[count++] = (struct span){ start, start + HEADER_SIZE + name + packed };
        if (n > size)
            break;
        index += n;
        size -= n;
    }
    return count;
}

bool zip_members_overlap(int fd)
{
    size_t size, count;
    unsigned char *index = read_index(fd, &size);
    struct span *spans;
    bool overlap = false;

    if (index == NULL)
        return false;
    spans = memory_alloc((size / ENTRY_SIZE + 1) * sizeof *spans);
    count = read_spans(index, size, spans);
    qsort(spans, count, sizeof *spans, compare_spans);
    for (size_t i = 1; i < count; i++)
        overlap |= spans[i].start < spans[i - 1].end;
    free(spans);
    free(index);
    return overlap;
}
