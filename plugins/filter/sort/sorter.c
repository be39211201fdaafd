/* sorter.c - an external merge sort: sorted runs in a file, merged with a heap. */
#define _FILE_OFFSET_BITS 64
#define _GNU_SOURCE /* qsort_r(), pread() */
#include "sorter.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    PAIR_COST = 2 * sizeof(struct pair), /* qsort_r() may copy them */
    WRITE_SIZE = 1 << 18,
    LEAST_READ = 1 << 14
};

struct pair_header { /* before each pair in the file */
    uint32_t key, value;
};

static void *reallocate(void *array, size_t count, size_t size)
{
    array = realloc(array, count * size);
    if (array == NULL)
        abort(); /* the host reports that memory ran out */
    return array;
}

static int compare_bytes(pc_str a, pc_str b)
{
    const size_t n = a.n < b.n ? a.n : b.n;
    const int order = n != 0 ? memcmp(a.p, b.p, n) : 0;

    return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

/* Equal keys: pairs lie in the order in which they were added. */
static int compare_pairs(const void *x, const void *y, void *bytes)
{
    const struct pair *a = x, *b = y;
    const int order = compare_bytes(pc_sub((const char *)bytes + a->offset, a->key),
                                    pc_sub((const char *)bytes + b->offset, b->key));

    return order != 0 ? order : (a->offset > b->offset) - (a->offset < b->offset);
}

static void sort_pairs(struct sorter *s)
{
    if (s->count > 1)
        qsort_r(s->pairs, s->count, sizeof *s->pairs, compare_pairs, s->bytes.p);
}

/* ---- writing runs ---------------------------------------------------------------- */

/* Appends TEXT to the file and empties it. */
static bool write_text(struct sorter *s, pc_text *text)
{
    for (size_t done = 0; done < text->n;) {
        const ssize_t n =
            pwrite(s->fd, text->p + done, text->n - done, (off_t)(s->file_size + done));

        if (n < 0 && errno != EINTR)
            return false;
        done += n > 0 ? (size_t)n : 0;
    }
    s->file_size += text->n;
    text->n = 0;
    return true;
}

/* Writes the pairs in memory as a run of the file. */
static bool write_run(struct sorter *s)
{
    struct sorted_run run = { .at = s->file_size };
    pc_text out = { NULL, 0, 0 };
    bool ok = true;

    sort_pairs(s);
    for (size_t i = 0; ok && i < s->count; i++) {
        const struct pair *p = &s->pairs[i];
        const struct pair_header header = { p->key, p->value };

        pc_text_add(&out, pc_sub((const char *)&header, sizeof header));
        pc_text_add(&out, pc_sub(s->bytes.p + p->offset, (size_t)p->key + p->value));
        if (out.n >= WRITE_SIZE)
            ok = write_text(s, &out);
    }
    ok = ok && write_text(s, &out);
    pc_text_free(&out);
    run.end = s->file_size;
    s->runs = reallocate(s->runs, s->run_count + 1, sizeof *s->runs);
    s->runs[s->run_count++] = run;
    s->count = 0;
    s->bytes.n = 0;
    return ok;
}

bool sorter_add(struct sorter *s, pc_str key, pc_str value)
{
    const uint64_t used = s->bytes.n + (s->count + 1) * (uint64_t)PAIR_COST;

    if (key.n > UINT32_MAX || value.n > UINT32_MAX) {
        errno = EFBIG;
        return false;
    }
    if (s->count != 0 && used + key.n + value.n > s->memory && !write_run(s))
        return false;
    if (s->count == s->room) {
        s->room = s->room != 0 ? 2 * s->room : 256;
        s->pairs = reallocate(s->pairs, s->room, sizeof *s->pairs);
    }
    s->pairs[s->count++] = (struct pair){ s->bytes.n, (uint32_t)key.n, (uint32_t)value.n };
    pc_text_add(&s->bytes, key);
    pc_text_add(&s->bytes, value);
    return true;
}

/* ---- merging runs ---------------------------------------------------------------- */

/* Makes at least N bytes of the run readable at r->used. */
static bool read_ahead(const struct sorter *s, struct sorted_run *r, size_t n, size_t buffer)
{
    const size_t kept = r->read.n - r->used;

    if (kept >= n)
        return true;
    if (kept != 0)
        memmove(r->read.p, r->read.p + r->used, kept);
    r->used = 0;
    r->read.n = kept;
    pc_text_room(&r->read, (n > buffer ? n : buffer) - kept);
    while (r->read.n < n) {
        const uint64_t left = r->end - r->at;
        const size_t room = r->read.room - r->read.n;
        const ssize_t got =
            pread(s->fd, r->read.p + r->read.n, left < room ? (size_t)left : room, (off_t)r->at);

        if (got == 0)
            errno = EIO; /* somebody has cut the file */
        if (got == 0 || (got < 0 && errno != EINTR))
            return false;
        if (got > 0) {
            r->read.n += (size_t)got;
            r->at += (uint64_t)got;
        }
    }
    return true;
}

/* Goes to the next pair.  r->key.p is NULL at the end of the run. */
static bool next_pair(const struct sorter *s, struct sorted_run *r, size_t buffer)
{
    struct pair_header header;
    size_t n;

    r->used += r->key.p != NULL ? sizeof header + r->key.n + r->value.n : 0;
    r->key = pc_none();
    if (r->at == r->end && r->used == r->read.n)
        return true;
    if (!read_ahead(s, r, sizeof header, buffer))
        return false;
    memcpy(&header, r->read.p + r->used, sizeof header);
    n = sizeof header + header.key + (size_t)header.value;
    if (!read_ahead(s, r, n, buffer))
        return false;
    r->key = pc_sub(r->read.p + r->used + sizeof header, header.key);
    r->value = pc_sub(r->key.p + r->key.n, header.value);
    return true;
}

/* The earlier run has the earlier pairs. */
static bool comes_before(const struct sorted_run *a, const struct sorted_run *b)
{
    const int order = compare_bytes(a->key, b->key);

    return order < 0 || (order == 0 && a < b);
}

/* Restores the heap HEAP of N runs, of which the one at I may be too large for its place. */
static void sink_down(struct sorted_run **heap, size_t n, size_t i)
{
    for (size_t child; (child = 2 * i + 1) < n; i = child) {
        struct sorted_run *r = heap[i];

        if (child + 1 < n && comes_before(heap[child + 1], heap[child]))
            child++;
        if (!comes_before(heap[child], r))
            return;
        heap[i] = heap[child];
        heap[child] = r;
    }
}

static bool merge_heap(const struct sorter *s, struct sorted_run **heap, size_t buffer,
                       bool (*put)(void *to, pc_str value), void *to)
{
    size_t n = s->run_count;

    for (size_t i = 0; i < n; i++) {
        heap[i] = &s->runs[i];
        if (!next_pair(s, heap[i], buffer))
            return false;
    }
    for (size_t i = n / 2; i-- > 0;)
        sink_down(heap, n, i);
    while (n != 0) {
        if (!put(to, heap[0]->value))
            return true;
        if (!next_pair(s, heap[0], buffer))
            return false;
        if (heap[0]->key.p == NULL) {
            pc_text_free(&heap[0]->read);
            heap[0]->read = (pc_text){ NULL, 0, 0 };
            heap[0] = heap[--n];
        }
        sink_down(heap, n, 0);
    }
    return true;
}

static bool merge_runs(struct sorter *s, bool (*put)(void *to, pc_str value), void *to)
{
    const uint64_t share = s->memory / (s->run_count + 1);
    struct sorted_run **heap;
    bool ok;

    pc_text_free(&s->bytes); /* the memory is for the runs now */
    s->bytes = (pc_text){ NULL, 0, 0 };
    heap = reallocate(NULL, s->run_count, sizeof *heap);
    ok = merge_heap(s, heap, share > LEAST_READ ? (size_t)(share / 2) : LEAST_READ, put, to);
    free(heap);
    return ok;
}

bool sorter_finish(struct sorter *s, bool (*put)(void *to, pc_str value), void *to)
{
    if (s->run_count != 0)
        return write_run(s) && merge_runs(s, put, to);
    sort_pairs(s);
    for (size_t i = 0; i < s->count; i++) {
        const struct pair *p = &s->pairs[i];

        if (!put(to, pc_sub(s->bytes.p + p->offset + p->key, p->value)))
            break;
    }
    return true;
}

void sorter_free(struct sorter *s)
{
    for (size_t i = 0; i < s->run_count; i++)
        pc_text_free(&s->runs[i].read);
    free(s->runs);
    free(s->pairs);
    pc_text_free(&s->bytes);
}
