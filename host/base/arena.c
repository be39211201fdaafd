/* arena.c - a bump allocator over a list of chunks. */
#include "base/arena.h"

#include <stdlib.h>

/* A new chunk has 1/SHARE of the room that there is: so much may be left over at the end. */
enum { CHUNK_SIZE = 16 * 1024, ALIGNMENT = 16, SHARE = 8, LARGE = 64 * 1024 };

struct arena_chunk {
    struct arena_chunk *next;
    size_t used, room;
    bool is_array; /* it has nothing but one large array */
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
    c->is_array = false;
    a->chunks = c;
    a->room += room;
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

static size_t usual_room(const struct arena *a)
{
    size_t share = a->room / SHARE / CHUNK_SIZE * CHUNK_SIZE;

    return share > CHUNK_SIZE ? share : CHUNK_SIZE;
}

/* A new chunk with room for N bytes. */
NEVER_INLINE struct arena_chunk *chunk_for(struct arena *a, size_t n)
{
    return chunk_add(a, n > usual_room(a) ? n : usual_room(a));
}

void *arena_room(struct arena *a, size_t n)
{
    struct arena_chunk *c = a->chunks;
    char *p;

    n = aligned_size(n != 0 ? n : 1);
    if (c == NULL || c->room - c->used < n)
        c = chunk_for(a, n);
    p = c->data + c->used;
    c->used += n;
    return p;
}

/* ---- large arrays ---- */

/* The link to the chunk that has nothing but the array at P; NULL: none has. */
static struct arena_chunk **array_chunk(struct arena *a, const void *p)
{
    struct arena_chunk **link = &a->chunks;

    while (*link != NULL && !((*link)->is_array && (const void *)(*link)->data == p))
        link = &(*link)->next;
    return *link != NULL ? link : NULL;
}

/* Behind the newest chunk, in which there may be room for more. */
static void *array_add(struct arena *a, size_t n)
{
    struct arena_chunk *newest = a->chunks, *c = chunk_add(a, n);

    c->used = n;
    c->is_array = true;
    if (newest != NULL) {
        a->chunks = newest;
        c->next = newest->next;
        newest->next = c;
    }
    return c->data;
}

void *arena_grown(struct arena *a, void *p, size_t used, size_t n)
{
    struct arena_chunk **link = array_chunk(a, p);
    void *more;

    n = aligned_size(n);
    if (link != NULL) {
        a->room += n - (*link)->room;
        *link = memory_resize(*link, sizeof **link + n);
        (*link)->used = (*link)->room = n;
        return (*link)->data;
    }
    more = n < LARGE ? arena_room(a, n) : array_add(a, n);
    if (used != 0)
        memcpy(more, p, used);
    return more;
}

bool arena_take(struct arena *a, struct arena *from, const void *p)
{
    struct arena_chunk **link = array_chunk(from, p), *c;

    if (link == NULL)
        return false;
    c = *link;
    *link = c->next;
    c->next = a->chunks;
    a->chunks = c;
    from->room -= c->room;
    a->room += c->room;
    return true;
}

/* ---- values ---- */

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

size_t arena_chunk_count(const struct arena *a)
{
    size_t count = 0;

    for (const struct arena_chunk *c = a->chunks; c != NULL; c = c->next)
        count++;
    return count;
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
    a->room = kept != NULL ? kept->room : 0;
}

void arena_free(struct arena *a)
{
    a->room = 0;
    while (a->chunks != NULL) {
        struct arena_chunk *c = a->chunks;

        a->chunks = c->next;
        free(c);
    }
}
