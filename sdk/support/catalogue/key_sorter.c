/* key_sorter.c - sorts more pairs of key and record than fit into memory: sorts runs of a million,
 * writes each to the scratch file, and merges them at the end. */
#include "key_sorter.h"

#include "file_format.h"

#include <stdlib.h>

enum {
    RUN_ENTRIES = 1 << 20,
    KEY_BYTES = (PC_CATALOGUE_KEY_BITS + 7) / 8,
    ENTRY_BYTES = KEY_BYTES + 4, /* in the scratch file */
    MERGE_MEMORY = 16 << 20,     /* for the buffers of all runs together */
    BUFFER_LEAST = 512,
    BUFFER_MOST = 8192 /* entries in a buffer */
};

struct run {
    uint64_t place, left;   /* in the scratch file: where, and how many entries */
    struct key_entry entry; /* the next one */
    unsigned char *buffer;
    size_t at, end; /* bytes of it */
};

struct key_sorter {
    struct scratch *scratch;
    struct key_entry *entries, *spare; /* the run in memory, and room to sort it */
    size_t count;
    bool shuffled; /* records of the run are not in order */
    struct run *runs;
    size_t run_count, run_room;

    /* while merging */
    size_t *heap; /* of runs that have an entry, the least first */
    size_t heap_count, buffer_size;
    struct key_entry last;
    bool any;
};

static void *sorter_memory(void *old, size_t n)
{
    void *p = realloc(old, n);

    if (p == NULL)
        abort(); /* the host reports that memory ran out */
    return p;
}

struct key_sorter *key_sorter_open(struct scratch *scratch)
{
    struct key_sorter *sorter = sorter_memory(NULL, sizeof *sorter);

    *sorter = (struct key_sorter){ .scratch = scratch };
    return sorter;
}

/* ---- runs ---------------------------------------------------------------------------- */

/* Sorts by one byte of the keys or the records, keeping the order of entries that are equal in it. */
static inline void sort_by_byte(struct key_sorter *sorter, bool records, unsigned shift)
{
    const struct key_entry *from = sorter->entries;
    struct key_entry *to = sorter->spare;
    size_t starts[256] = { 0 }, start = 0;

#define BYTE(entry) (((records ? (entry).record : (entry).key) >> shift) & 0xff)
    for (size_t i = 0; i < sorter->count; i++)
        starts[BYTE(from[i])]++;
    for (size_t i = 0; i < 256; i++) {
        const size_t size = starts[i];

        starts[i] = start;
        start += size;
    }
    for (size_t i = 0; i < sorter->count; i++)
        to[starts[BYTE(from[i])]++] = from[i];
#undef BYTE
    sorter->spare = sorter->entries;
    sorter->entries = to;
}

/* Most keys are added in the order of the records, which then stays. */
static void sort_run(struct key_sorter *sorter)
{
    for (unsigned shift = 0; sorter->shuffled && shift < 32; shift += 8)
        sort_by_byte(sorter, true, shift);
    for (unsigned shift = 0; shift < PC_CATALOGUE_KEY_BITS; shift += 8)
        sort_by_byte(sorter, false, shift);
    sorter->shuffled = false;
}

static struct run *new_run(struct key_sorter *sorter)
{
    if (sorter->run_count == sorter->run_room) {
        sorter->run_room = sorter->run_room != 0 ? 2 * sorter->run_room : 16;
        sorter->runs = sorter_memory(sorter->runs, sorter->run_room * sizeof *sorter->runs);
    }
    return &sorter->runs[sorter->run_count++];
}

static void write_run(struct key_sorter *sorter)
{
    unsigned char bytes[1024 * ENTRY_BYTES];
    size_t n = 0;

    sort_run(sorter);
    *new_run(sorter) = (struct run){ .place = sorter->scratch->end, .left = sorter->count };
    for (size_t i = 0; i < sorter->count; i++) {
        put_number(bytes + n, sorter->entries[i].key, KEY_BYTES);
        put_number(bytes + n + KEY_BYTES, sorter->entries[i].record, 4);
        n += ENTRY_BYTES;
        if (n == sizeof bytes || i + 1 == sorter->count) {
            scratch_append(sorter->scratch, bytes, n);
            n = 0;
        }
    }
    sorter->count = 0;
}

void key_sorter_add(struct key_sorter *sorter, uint64_t key, uint32_t record)
{
    if (sorter->entries == NULL) {
        sorter->entries = sorter_memory(NULL, RUN_ENTRIES * sizeof *sorter->entries);
        sorter->spare = sorter_memory(NULL, RUN_ENTRIES * sizeof *sorter->spare);
    }
    if (sorter->count != 0 && record < sorter->entries[sorter->count - 1].record)
        sorter->shuffled = true;
    sorter->entries[sorter->count++] = (struct key_entry){ key, record };
    if (sorter->count == RUN_ENTRIES)
        write_run(sorter);
}

/* ---- merging ------------------------------------------------------------------------- */

/* False when the run has no further entry. */
static bool next_of_run(struct key_sorter *sorter, struct run *run)
{
    const unsigned char *p;

    if (run->at == run->end) {
        const size_t most = sorter->buffer_size;
        const size_t n = run->left < most ? (size_t)run->left : most;

        run->at = 0;
        run->end = n * ENTRY_BYTES;
        if (n == 0 || !scratch_read(sorter->scratch, run->place, run->buffer, run->end))
            return false;
        run->place += run->end;
        run->left -= n;
    }
    p = run->buffer + run->at;
    run->entry.key = get_32(p) | (uint64_t)p[4] << 32;
    run->entry.record = get_32(p + KEY_BYTES);
    run->at += ENTRY_BYTES;
    return true;
}

static bool entry_before(const struct key_entry *a, const struct key_entry *b)
{
    return a->key != b->key ? a->key < b->key : a->record < b->record;
}

/* Puts the run at the top of the heap into its place. */
static void sink_first_run(struct key_sorter *sorter)
{
    size_t *heap = sorter->heap, i = 0;

    for (;;) {
        size_t child = 2 * i + 1;
        const size_t run = heap[i];

        if (child >= sorter->heap_count)
            return;
        if (child + 1 < sorter->heap_count &&
            entry_before(&sorter->runs[heap[child + 1]].entry, &sorter->runs[heap[child]].entry))
            child++;
        if (!entry_before(&sorter->runs[heap[child]].entry, &sorter->runs[run].entry))
            return;
        heap[i] = heap[child];
        heap[child] = run;
        i = child;
    }
}

static void raise_last_run(struct key_sorter *sorter)
{
    size_t *heap = sorter->heap, i = sorter->heap_count - 1;

    while (i != 0) {
        const size_t parent = (i - 1) / 2, run = heap[i];

        if (!entry_before(&sorter->runs[run].entry, &sorter->runs[heap[parent]].entry))
            return;
        heap[i] = heap[parent];
        heap[parent] = run;
        i = parent;
    }
}

void key_sorter_start(struct key_sorter *sorter)
{
    size_t room;

    if (sorter->count != 0)
        write_run(sorter);
    free(sorter->entries);
    free(sorter->spare);
    sorter->entries = sorter->spare = NULL;
    if (sorter->run_count == 0)
        return;
    room = MERGE_MEMORY / (sorter->run_count * ENTRY_BYTES);
    sorter->buffer_size = room < BUFFER_LEAST  ? BUFFER_LEAST
                          : room > BUFFER_MOST ? BUFFER_MOST
                                               : room;
    sorter->heap = sorter_memory(NULL, sorter->run_count * sizeof *sorter->heap);
    for (size_t i = 0; i < sorter->run_count; i++) {
        sorter->runs[i].buffer = sorter_memory(NULL, sorter->buffer_size * ENTRY_BYTES);
        if (!next_of_run(sorter, &sorter->runs[i]))
            continue;
        sorter->heap[sorter->heap_count++] = i;
        raise_last_run(sorter);
    }
}

bool key_sorter_next(struct key_sorter *sorter, struct key_entry *entry)
{
    while (sorter->heap_count != 0 && sorter->scratch->error == 0) {
        struct run *run = &sorter->runs[sorter->heap[0]];

        *entry = run->entry;
        if (!next_of_run(sorter, run))
            sorter->heap[0] = sorter->heap[--sorter->heap_count];
        sink_first_run(sorter);
        if (!sorter->any || entry_before(&sorter->last, entry)) {
            sorter->any = true;
            sorter->last = *entry;
            return true;
        }
    }
    return false;
}

void key_sorter_close(struct key_sorter *sorter)
{
    for (size_t i = 0; i < sorter->run_count; i++)
        free(sorter->runs[i].buffer);
    free(sorter->entries);
    free(sorter->spare);
    free(sorter->heap);
    free(sorter->runs);
    free(sorter);
}
