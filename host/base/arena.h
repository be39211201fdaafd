/* arena.h - memory that is freed all at once.  When memory runs out, the process ends
 * through memory_exhausted(). */
#ifndef PAPERCONV_HOST_BASE_ARENA_H
#define PAPERCONV_HOST_BASE_ARENA_H

#include "base/memory.h"

#include "paperconv/plugin.h"

struct arena {                  /* all-zero is empty */
    struct arena_chunk *chunks; /* newest first */
    size_t room;                /* of all chunks together */
};

/* N zeroed bytes, aligned for any type; never NULL. */
void *arena_alloc(struct arena *a, size_t n);
/* The same, not zeroed. */
void *arena_room(struct arena *a, size_t n);
/* A copy of S with a NUL behind it; a slice that is absent stays absent. */
pc_str arena_copy(struct arena *a, pc_str s);
const char *arena_string(struct arena *a, const char *z);
/* The array of USED bytes at P (NULL: none) with room for N bytes; it may move.  A large one has a chunk
 * to itself, which grows in place or is freed. */
void *arena_grown(struct arena *a, void *p, size_t used, size_t n);
/* Moves the array at P from FROM to A, and copies nothing.  False when it has no chunk to itself. */
bool arena_take(struct arena *a, struct arena *from, const void *p);
/* Chunks in use: arena_owns() looks at each, so they grow with the arena, and there are few. */
size_t arena_chunk_count(const struct arena *a);
/* True when P points into memory of the arena that is in use. */
bool arena_owns(const struct arena *a, const char *p);
/* Allocates a chunk of exactly N bytes, which the next N bytes come from. */
void arena_reserve(struct arena *a, size_t n);
/* Frees everything except one small chunk, which is used again. */
void arena_reset(struct arena *a);
void arena_free(struct arena *a);

#endif
