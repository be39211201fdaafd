/* zip_index.c - looks at the index of a zip file, which libarchive keeps in memory:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
#include "archives/zip_index.h"

#include "base/little_endian.h"
#include "base/memory.h"
#include "paperconv/plugin.h"

#include <stdlib.h>

enum {
    ENTRY_SIZE = 46,  /* bytes of an entry of the index, without its name */
    USUAL = 3,        /* a usual entry with its name is so many times as long */
    HEADER_SIZE = 30, /* bytes of a member's own header, without its name */
    ZIP64_FIELD = 1,  /* the extra field with the numbers that do not fit into 32 bits */
    INDEX_LIMIT = 32 << 20
};

bool zip_index_is_large(const struct zip_end *z, uint64_t members)
{
    uint64_t most = z->zip64 ? z->end : z->index_size; /* libarchive may find another in zip64 */

    return most / ENTRY_SIZE / USUAL > members;
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

bool zip_members_overlap(const struct stream *s, const struct zip_end *z)
{
    uint64_t size = z->index_size;
    bool overlap = false;
    struct span *spans;
    size_t count;
    char *index;

    if (size > INDEX_LIMIT)
        return false;
    index = memory_alloc((size_t)size);
    spans = memory_alloc(((size_t)size / ENTRY_SIZE + 1) * sizeof *spans);
    if (stream_read_at(s, index, (size_t)size, (int64_t)z->index) != (ssize_t)size)
        size = 0; /* libarchive says why */
    count = read_spans(index, (size_t)size, spans);
    qsort(spans, count, sizeof *spans, compare_spans);
    for (size_t i = 1; i < count; i++)
        overlap |= spans[i].start < spans[i - 1].end;
    free(spans);
    free(index);
    return overlap;
}
