/* expiring_memory.c - takes pages from a large range of addresses.  No address is used again before
 * the whole range was used. */
#include "check/expiring_memory.h"

#include "base/arena.h"
#include "process/crash_handler.h"

#include <stdalign.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

static const size_t RESERVED = (size_t)1 << 37; /* bytes of address space, not of memory */
enum { PAGE = 4096, LEAST = 4 * PAGE };

static struct { /* one in a process: the crash handler knows only one */
    char *from;
    atomic_size_t next;
} range;

void expiring_memory_open(void)
{
    void *p = mmap(NULL, RESERVED, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    if (p == MAP_FAILED)
        memory_exhausted();
    range.from = p;
    crash_handler_poison(p, RESERVED);
}

/* SIZE is a multiple of the page size.  The page behind these pages stays inaccessible. */
static char *map_pages(size_t size)
{
    size_t at = atomic_fetch_add(&range.next, size + PAGE) % RESERVED;

    if (RESERVED - at < size + PAGE)
        at = atomic_fetch_add(&range.next, size + PAGE) % RESERVED;
    if (mprotect(range.from + at, size, PROT_READ | PROT_WRITE) != 0)
        memory_exhausted();
    return range.from + at;
}

void *expiring_memory_alloc(struct pages *p, size_t n)
{
    const size_t unit = alignof(max_align_t);
    void *bytes;

    n = (n + unit - 1) / unit * unit;
    if (p->size - p->used < n) {
        struct pages old = *p;

        p->size = (n + sizeof old + unit + LEAST - 1) / PAGE * PAGE;
        p->from = map_pages(p->size);
        p->older = old.from != NULL ? memcpy(p->from, &old, sizeof old) : NULL;
        p->used = (sizeof old + unit - 1) / unit * unit;
    }
    bytes = p->from + p->used;
    p->used += n;
    return bytes;
}

void expiring_memory_expire(struct pages *p)
{
    while (p->from != NULL) {
        struct pages older = p->older != NULL ? *p->older : (struct pages){ .from = NULL };

        if (mmap(p->from, p->size, PROT_NONE,
                 MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) == MAP_FAILED)
            memory_exhausted();
        *p = older;
    }
}
