/* memory.h - memory from the heap, which is never refused: when there is no more the
 * process ends through memory_exhausted(). */
#ifndef PAPERCONV_HOST_BASE_MEMORY_H
#define PAPERCONV_HOST_BASE_MEMORY_H

#include <stddef.h>

/* Keeps what is freed for the next block or batch, in which the system would only have to
 * clear new pages.  Once, before there are threads. */
void memory_keep(void);
/* Tells the system that N bytes at P are about to be written: when they are many, it clears
 * them in pages of 2 MiB, which saves time.  P stays as it is. */
void memory_expect(void *p, size_t n);
/* malloc() and realloc() that do not return without memory. */
void *memory_alloc(size_t n);
void *memory_resize(void *p, size_t n);
/* The array ITEMS, which has *ROOM items of SIZE bytes, moved if need be so that
 * it has room for one more than COUNT. */
void *memory_grown(void *items, size_t *room, size_t count, size_t size);
_Noreturn void memory_exhausted(void);

#endif
