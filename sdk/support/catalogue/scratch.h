/* scratch.h - a temporary file to which a writer appends what does not fit into memory. */
#ifndef PAPERCONV_CATALOGUE_SCRATCH_H
#define PAPERCONV_CATALOGUE_SCRATCH_H

#include "paperconv/gather.h"
#include "paperconv/text.h"

struct scratch {
    int fd;    /* the caller's */
    int error; /* errno of the first failure, 0: none */
    uint64_t end;
};

/* Appends N bytes and returns where they are. */
uint64_t scratch_append(struct scratch *, const void *bytes, size_t n);
/* False when they cannot be read. */
bool scratch_read(struct scratch *, uint64_t place, void *bytes, size_t n);

/* Bytes that are written one after the other and later read in this order, while others append to
 * the same file.  All-zero but SCRATCH is empty. */
struct spool {
    struct scratch *scratch;
    pc_text waiting;
    uint64_t *chunks; /* the places of full ones */
    size_t count, room;
};

enum { SPOOL_CHUNK = 1 << 16 };

void spool_add(struct spool *, const void *bytes, size_t n);
/* Passes all bytes on to WRITE.  False when they cannot be read. */
bool spool_replay(struct spool *, pc_gather_write *write, void *target);
void spool_free(struct spool *);

#endif
