/* expiring_memory.h - memory that is out of bounds as soon as its callback has returned:
 * who touches it later faults, in any build. */
#ifndef PAPERCONV_HOST_CHECK_EXPIRING_MEMORY_H
#define PAPERCONV_HOST_CHECK_EXPIRING_MEMORY_H

#include <stddef.h>

struct pages { /* all-zero is empty; filled from the front */
    char *from;
    size_t size, used;
    struct pages *older; /* in these pages themselves */
};

/* Reserves the addresses, once in a process, and tells the guard. */
void expiring_memory_open(void);
/* N zeroed bytes, aligned for any type. */
void *expiring_memory_alloc(struct pages *p, size_t n);
/* Nobody may touch any of it again; *P is empty. */
void expiring_memory_expire(struct pages *p);

#endif
