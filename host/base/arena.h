/* arena.h - memory that is given back all at once.  When memory runs out the
 * process ends through memory_exhausted(). */
#ifndef PAPERCONV_HOST_BASE_ARENA_H
#define PAPERCONV_HOST_BASE_ARENA_H

#include "base/memory.h"

#include "paperconv/plugin.h"

struct arena {                  /* all-zero is empty */
    struct arena_chunk *chunks; /* newest first */
};

/* N zeroed bytes, aligned for any type; never NULL. */
void *arena_alloc(struct arena *a, size_t n);
/* The same, not zeroed. */
void *arena_room(struct arena *a, size_t n);
/* A copy of S, NUL-terminated for convenience; an absent slice stays absent. */
pc_str arena_copy(struct arena *a, pc_str s);
const char *arena_string(struct arena *a, const char *z);
/* True when P points into memory that the arena handed out. */
bool arena_owns(const struct arena *a, const char *p);
/* Makes the next N bytes come from one chunk that is no larger than needed. */
void arena_reserve(struct arena *a, size_t n);
/* Gives everything back but keeps one small chunk for reuse. */
void arena_reset(struct arena *a);
void arena_free(struct arena *a);

#endif
