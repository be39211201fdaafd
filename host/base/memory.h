/* memory.h - memory from the heap.  No function here returns NULL: when memory runs out, the
 * process ends through memory_exhausted(). */
#ifndef PAPERCONV_HOST_BASE_MEMORY_H
#define PAPERCONV_HOST_BASE_MEMORY_H

#include <stddef.h>

/* A static function that is seldom called, from one that is called for every value: that one is shorter,
 * and saves no registers for it. */
#if defined(__GNUC__)
#define NEVER_INLINE static __attribute__((noinline))
#else
#define NEVER_INLINE static
#endif

/* Keeps freed memory in the process for the next block or batch: new pages from the system would
 * have to be cleared first.  To be called once, before there are threads. */
void memory_keep(void);
/* Tells the system that the N bytes at P are about to be written.  When N is large, the system
 * then uses pages of 2 MiB, which is faster.  The bytes do not change. */
void memory_expect(void *p, size_t n);
/* malloc() and realloc() that never return NULL. */
void *memory_alloc(size_t n);
void *memory_resize(void *p, size_t n);
/* Makes room in the array ITEMS for one more item than COUNT.  The array has room for *ROOM items
 * of SIZE bytes.  Returns the array, which may have moved. */
void *memory_grown(void *items, size_t *room, size_t count, size_t size);
_Noreturn void memory_exhausted(void);

#endif
