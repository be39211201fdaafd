/* memory.c - allocation, and settings of the heap so that freed memory is used again. */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { PAGE = 4096, HUGE_PAGE = 2 << 20, LARGE = 4 << 20 };

#ifdef __GLIBC__
/* Reserves HEAP bytes at the start of the heap for pages of 2 MiB.  The system provides each page
 * when it is first used. */
static void reserve_heap(void)
{
    enum { HEAP = 8 << 20 };
    static char *volatile skipped[2]; /* the bytes before the first of these pages; never used */
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
                      MADV_HUGEPAGE); /* a failure changes nothing but speed */
#else
    (void)p;
    (void)n;
#endif
}

void memory_exhausted(void)
{
    abort(); /* the crash handler reports it and removes the temporary files */
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
