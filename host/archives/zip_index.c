/* zip_index.c - looks at the index at the end of a zip file, which libarchive keeps in memory:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
#include "archives/zip_index.h"

#include "base/io.h"
#include "base/little_endian.h"
#include "base/memory.h"
#include "paperconv/plugin.h"

#include <stdlib.h>
#include <sys/stat.h>

enum {
    TAIL = 16 * 1024,    /* bytes in which libarchive looks for the record at the end */
    END_SIZE = 22,       /* bytes of that record, without its comment */
    SIZE_AT = 12,        /* offset, in that record, of the size of the index */
    OFFSET_AT = 16,      /* offset, in that record, of the position of the index */
    ENTRY_SIZE = 46,     /* bytes of an entry of the index, without its name */
    USUAL = 3,           /* a usual entry with its name is so many times as long */
    HEADER_SIZE = 30,    /* bytes of a member's own header, without its name */
    LOCATOR_SIZE = 20,   /* bytes of the locator of zip64's record at the end */
    ZIP64_END_SIZE = 56, /* bytes of that record */
    ZIP64_FIELD = 1,     /* the extra field with the numbers that do not fit into 32 bits */
    INDEX_LIMIT = 32 << 20
};

static const char end_record[] = "PK\5\6", end_of_zip64[] = "PK\6\7";

/* Reads the last bytes of FD into TAIL.  Returns how many, and where they begin in *FROM. */
static ssize_t read_tail(int fd, unsigned char tail[TAIL], off_t *from)
{
    struct stat st;

    if (fstat(fd, &st) != 0)
        return -1;
    *from = st.st_size > TAIL ? st.st_size - TAIL : 0;
    return pread_full(fd, tail, TAIL, *from);
}

bool zip_index_is_large(int fd, uint64_t members)
{
    unsigned char tail[TAIL];
    off_t from;
    ssize_t n = read_tail(fd, tail, &from);
    uint64_t size = n > 0 ? (uint64_t)(from + n) : 0;

    if (size / ENTRY_SIZE / USUAL <= members)
        return false;
    for (ssize_t i = 0; i + END_SIZE <= n; i++) {
        if (memcmp(tail + i, end_of_zip64, 4) == 0)
            return true; /* in zip64 the index may be anywhere */
        if (memcmp(tail + i, end_record, 4) == 0 &&
            little_endian(tail + i + OFFSET_AT, 4) + members * ENTRY_SIZE * USUAL < size)
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

/* Finds the index of the zip in FD: its bytes begin at *AT.  False when it is not where it usually
 * is, before the record at the end, and in zip64 before the first of the two records. */
static bool find_index(int fd, uint64_t *at, uint64_t *size)
{
    unsigned char tail[TAIL], end[ZIP64_END_SIZE];
    off_t from;
    ssize_t i = read_tail(fd, tail, &from) - END_SIZE;
    uint64_t index_end;

    while (i >= 0 && memcmp(tail + i, end_record, 4) != 0)
        i--;
    if (i < 0)
        return false;
    *size = little_endian(tail + i + SIZE_AT, 4);
    index_end = (uint64_t)(from + i);
    if (i >= LOCATOR_SIZE && memcmp(tail + i - LOCATOR_SIZE, end_of_zip64, 4) == 0) {
        index_end = little_endian(tail + i - LOCATOR_SIZE + 8, 8);
        if (index_end > INT64_MAX ||
            pread_full(fd, end, sizeof end, (off_t)index_end) != ZIP64_END_SIZE)
            return false;
        *size = little_endian(end + 40, 8);
    }
    *at = index_end - *size;
    return *size <= index_end && *size <= INDEX_LIMIT;
}

/* In zip64, a number that does not fit into 32 bits stands in an extra field, in this order. */
static void read_zip64_field(pc_str extra, uint64_t unpacked, uint64_t *packed, uint64_t *start)
{
    uint64_t *const numbers[] = { &unpacked, packed, start };

    while (extra.n >= 4) {
        uint64_t id = little_endian(extra.p, 2), n = little_endian(extra.p + 2, 2);

        extra = pc_drop(extra, 4);
        for (size_t i = 0, used = 0; id == ZIP64_FIELD && i < 3; i++)
            if (*numbers[i] == UINT32_MAX && used + 8 <= n && used + 8 <= extra.n) {
                *numbers[i] = little_endian(extra.p + used, 8);
                used += 8;
            }
        extra = pc_drop(extra, n < extra.n ? n : extra.n);
    }
}

/* The spans of the members in INDEX, whose number is returned. */
static size_t read_spans(const char *index, size_t size, struct span *spans)
{
    size_t count = 0;

    while (size >= ENTRY_SIZE && memcmp(index, "PK\1\2", 4) == 0) {
        size_t name = (size_t)little_endian(index + 28, 2);
        size_t extra = (size_t)little_endian(index + 30, 2);
        size_t n = ENTRY_SIZE + name + extra + (size_t)little_endian(index + 32, 2);
        uint64_t packed = little_endian(index + 20, 4), start = little_endian(index + 42, 4);

        if (n > size)
            break;
        read_zip64_field(pc_sub(index + ENTRY_SIZE + name, extra), little_endian(index + 24, 4),
                         &packed, &start);
        spans[count++] = (struct span){ start, start + HEADER_SIZE + name + packed };
        index += n;
        size -= n;
    }
    return count;
}

bool zip_members_overlap(int fd)
{
    uint64_t at, size;
    bool overlap = false;
    struct span *spans;
    size_t count;
    char *index;

    if (!find_index(fd, &at, &size))
        return false;
    index = memory_alloc((size_t)size);
    spans = memory_alloc(((size_t)size / ENTRY_SIZE + 1) * sizeof *spans);
    if (pread_full(fd, index, (size_t)size, (off_t)at) != (ssize_t)size)
        size = 0; /* libarchive says why */
    count = read_spans(index, (size_t)size, spans);
    qsort(spans, count, sizeof *spans, compare_spans);
    for (size_t i = 1; i < count; i++)
        overlap |= spans[i].start < spans[i - 1].end;
    free(spans);
    free(index);
    return overlap;
}
