/* expiring_memory.h - memory that becomes invalid when its callback returns: a later access is a
 * segmentation fault, in any build. */
#ifndef PAPERCONV_HOST_CHECK_EXPIRING_MEMORY_H
#define PAPERCONV_HOST_CHECK_EXPIRING_MEMORY_H

#include <stddef.h>

struct pages { /* all-zero is empty */
    char *from;
    size_t size, used;   /* bytes; the used ones come first */
    struct pages *older; /* stored in these pages themselves */
};

/* Reserves the addresses and tells the crash handler; once in a process. */
void expiring_memory_open(void);
/* Returns N zeroed bytes, aligned for any type. */
void *expiring_memory_alloc(struct pages *p, size_t n);
/* Makes every byte of P invalid; *P is empty afterwards. */
void expiring_memory_expire(struct pages *p);

#endif
