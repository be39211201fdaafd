/* arena.c - a bump allocator over a list of chunks. */
#include "base/arena.h"

#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { CHUNK_SIZE = 16 * 1024, ALIGNMENT = 16, PAGE = 4096, HUGE_PAGE = 2 << 20, LARGE = 4 << 20 };

struct arena_chunk {
    struct arena_chunk *next;
    size_t used, room;
    _Alignas(ALIGNMENT) char data[];
};

#ifdef __GLIBC__
/* Makes the heap begin with HEAP bytes for pages of 2 MiB, which the system gives one by
 * one as they are used. */
static void reserve_heap(void)
{
    enum { HEAP = 8 << 20 };
    static char *volatile skipped[2]; /* the bytes before the first such page; never used */
    char *heap;

    skipped[0] = malloc(1);
    skipped[1] = malloc(HUGE_PAGE - ((uintptr_t)skipped[0] + PAGE) % HUGE_PAGE);
    heap = malloc(HEAP);
    if (heap != NULL)
        memory_expect(heap, HEAP);
    free(heap);
}
#endif

void memory_keep(void)
{
#ifdef __GLIBC__
    enum { KEPT = 16 << 20 };

    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT);
    reserve_heap();
    mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

void memory_expect(void *p, size_t n)
{
#ifdef MADV_HUGEPAGE
    const uintptr_t from = ((uintptr_t)p + PAGE - 1) / PAGE * PAGE;

    if (n >= LARGE)
        (void)madvise((void *)from, (uintptr_t)p + n - from,
                      MADV_HUGEPAGE); /* no more than advice */
#else
    (void)p;
    (void)n;
#endif
}

void memory_exhausted(void)
{
    abort(); /* the guard says what happened and removes the temporary file */
}

void *memory_alloc(size_t n)
{
    void *p = malloc(n != 0 ? n : 1);

    if (p == NULL)
        memory_exhausted();
    return p;
}

void *memory_resize(void *p, size_t n)
{
    void *q = realloc(p, n != 0 ? n : 1);

    if (q == NULL)
        memory_exhausted();
    return q;
}

void *memory_grown(void *items, size_t *room, size_t count, size_t size)
{
    if (count < *room)
        return items;
    *room = *room != 0 ? *room * 2 : 8;
    return memory_resize(items, *room * size);
}

static struct arena_chunk *chunk_add(struct arena *a, size_t room)
{
    struct arena_chunk *c;

    if (room > SIZE_MAX - sizeof *c)
        memory_exhausted();
    c = memory_alloc(sizeof *c + room);
    c->next = a->chunks;
    c->used = 0;
    c->room = room;
    a->chunks = c;
    return c;
}

static size_t aligned(size_t n)
{
    if (n > SIZE_MAX - ALIGNMENT)
        memory_exhausted();
    return (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

void arena_reserve(struct arena *a, size_t n)
{
    chunk_add(a, aligned(n));
}

void *arena_room(struct arena *a, size_t n)
{
    struct arena_chunk *c = a->chunks;
    char *p;

    n = aligned(n != 0 ? n : 1);
    if (c == NULL || c->room - c->used < n)
        c = chunk_add(a, n > CHUNK_SIZE ? n : CHUNK_SIZE);
    p = c->data + c->used;
    c->used += n;
    return p;
}

void *arena_alloc(struct arena *a, size_t n)
{
    return memset(arena_room(a, n), 0, n);
}

pc_str arena_copy(struct arena *a, pc_str s)
{
    char *p;

    if (s.p == NULL)
        return s;
    p = arena_room(a, s.n + 1);
    memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return pc_sub(p, s.n);
}

const char *arena_string(struct arena *a, const char *z)
{
    return arena_copy(a, pc_s(z)).p;
}

bool arena_owns(const struct arena *a, const char *p)
{
    for (const struct arena_chunk *c = a->chunks; c != NULL; c = c->next)
        if ((uintptr_t)p >= (uintptr_t)c->data && (uintptr_t)p < (uintptr_t)c->data + c->used)
            return true;
    return false;
}

void arena_reset(struct arena *a)
{
    struct arena_chunk *kept = NULL;

    while (a->chunks != NULL) {
        struct arena_chunk *c = a->chunks;

        a->chunks = c->next;
        if (kept == NULL && c->room == CHUNK_SIZE)
            kept = c;
        else
            free(c);
    }
    if (kept != NULL) {
        kept->next = NULL;
        kept->used = 0;
    }
    a->chunks = kept;
}

void arena_free(struct arena *a)
{
    while (a->chunks != NULL) {
        struct arena_chunk *c = a->chunks;

        a->chunks = c->next;
        free(c);
    }
}
