/* arena.c - a bump allocator over a list of chunks. */
#include "base/arena.h"

#include <stdlib.h>

enum { CHUNK_SIZE = 16 * 1024, ALIGNMENT = 16 };

struct arena_chunk {
    struct arena_chunk *next;
    size_t used, room;
    _Alignas(ALIGNMENT) char data[];
};

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

static size_t aligned_size(size_t n)
{
    if (n > SIZE_MAX - ALIGNMENT)
        memory_exhausted();
    return (n + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

void arena_reserve(struct arena *a, size_t n)
{
    chunk_add(a, aligned_size(n));
}

void *arena_room(struct arena *a, size_t n)
{
    struct arena_chunk *c = a->chunks;
    char *p;

    n = aligned_size(n != 0 ? n : 1);
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
