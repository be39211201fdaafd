/* held.c - records that wait: their bytes, and the clusters that they are in. */
#define _FILE_OFFSET_BITS 64
#define _POSIX_C_SOURCE 200809L /* pread() */
#include "held.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { TAIL_SIZE = 1 << 24 };

/* ---- bytes ----------------------------------------------------------------------- */

static bool write_tail(struct held *h)
{
    for (size_t done = 0; done < h->tail.n;) {
        const ssize_t n =
            pwrite(h->fd, h->tail.p + done, h->tail.n - done, (off_t)(h->file_size + done));

        if (n < 0 && errno != EINTR)
            return false;
        done += n > 0 ? (size_t)n : 0;
    }
    h->file_size += h->tail.n;
    h->tail.n = 0;
    return true;
}

bool held_add(struct held *h, pc_str bytes, uint32_t marks)
{
    if (h->count == UINT32_MAX) {
        errno = EFBIG;
        return false;
    }
    if (h->tail.n != 0 && h->tail.n + bytes.n > TAIL_SIZE && !write_tail(h))
        return false;
    pc_text_add(&h->tail, bytes);
    if (h->count == h->room) {
        h->room = h->room != 0 ? 2 * h->room : 256;
        h->records = realloc(h->records, h->room * sizeof *h->records);
        if (h->records == NULL)
            abort(); /* the host reports that memory ran out */
    }
    h->records[h->count] =
        (struct held_record){ .end = h->file_size + h->tail.n, .parent = h->count, .marks = marks };
    h->count++;
    return true;
}

static bool read_bytes(struct held *h, uint64_t at, size_t length)
{
    h->read.n = 0;
    pc_text_room(&h->read, length);
    while (h->read.n < length) {
        const ssize_t n =
            pread(h->fd, h->read.p + h->read.n, length - h->read.n, (off_t)(at + h->read.n));

        if (n == 0)
            errno = EIO; /* somebody has cut the file */
        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        h->read.n += n > 0 ? (size_t)n : 0;
    }
    return true;
}

pc_str held_read(struct held *h, uint32_t i)
{
    const uint64_t at = i != 0 ? h->records[i - 1].end : 0;
    const size_t length = (size_t)(h->records[i].end - at);

    if (at >= h->file_size)
        return pc_sub(h->tail.p + (at - h->file_size), length);
    return read_bytes(h, at, length) ? pc_text_str(&h->read) : pc_none();
}

void held_free(struct held *h)
{
    free(h->records);
    pc_text_free(&h->tail);
    pc_text_free(&h->read);
}

/* ---- clusters -------------------------------------------------------------------- */

/* Halves the path on its way, so that later searches are short. */
uint32_t held_first(struct held *h, uint32_t i)
{
    struct held_record *records = h->records;

    while (records[i].parent != i)
        i = records[i].parent = records[records[i].parent].parent;
    return i;
}

void held_join(struct held *h, uint32_t a, uint32_t b)
{
    const uint32_t x = held_first(h, a), y = held_first(h, b);
    const uint32_t first = x < y ? x : y, later = x < y ? y : x;

    h->records[later].parent = first;
    h->records[first].marks |= h->records[later].marks;
}

void held_link(struct held *h)
{
    for (uint32_t i = h->count; i-- > 0;) {
        const uint32_t first = held_first(h, i);

        if (first == i)
            continue;
        h->records[i].next = h->records[first].next;
        h->records[first].next = i;
    }
}
