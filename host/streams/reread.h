/* reread.h - keeps the blocks of a document, so that it can be read again from the start: the first
 * REREAD_MEMORY bytes in memory, the others in a file that all documents of the run share. */
#ifndef PAPERCONV_HOST_STREAMS_REREAD_H
#define PAPERCONV_HOST_STREAMS_REREAD_H

#include "base/limits.h"
#include "streams/block.h"

enum { REREAD_MEMORY = 16 * 1024 * 1024 };

struct reread_file { /* one for the run; several threads may use it */
    int fd;          /* nobody else's, closed by the caller; -1: there is none */
    atomic_llong used;
};

struct reread {
    struct reread_file *file; /* NULL: there is none */
    const struct limits *limits;
    struct reread_block *blocks;
    size_t count, room;
    size_t next;            /* the block that reread_next() returns */
    uint64_t memory, filed; /* bytes in each */
    bool lost;              /* the document is longer than allowed, or the file cannot be written */
};

/* Keeps B, the next block of the document, which stays the caller's. */
void reread_keep(struct reread *r, const struct block *b);
/* The block that was kept behind the last one that was returned; the caller drops it, and has dropped all
 * blocks of an earlier reading.  NULL behind the last, or, with *WHY, when the file cannot be read. */
struct block *reread_next(struct reread *r, struct problem *why);
/* Forgets all blocks, and frees what they take. */
void reread_close(struct reread *r);

#endif
