/* block.h - a piece of a document in memory: whole lines, read-only once it is
 * filled, kept as long as a record refers to it. */
#ifndef PAPERCONV_HOST_STREAMS_BLOCK_H
#define PAPERCONV_HOST_STREAMS_BLOCK_H

#include "base/utf8.h"
#include "streams/stream.h"

#include <stdatomic.h>

enum { BLOCK_SIZE = 256 * 1024 };

struct block {
    atomic_uint references;
    bool looked_at; /* by block_look() */
    unsigned found; /* then: set of TEXT_... */
    uint64_t line;  /* number of its first line */
    size_t used, room;
    char data[];
};

struct block *block_new(size_t room);
struct block *block_keep(struct block *b);
void block_drop(struct block *b); /* NULL is fine */
/* B, to which nobody else refers, with twice the room. */
struct block *block_doubled(struct block *b);
/* Looks for TEXT_... in B, unless that was done. */
void block_look(struct block *b);
static inline bool block_owns(const struct block *b, const char *p)
{
    return (uintptr_t)p - (uintptr_t)b->data <= b->used;
}

struct line { /* where a byte of a block stands */
    uint64_t number;
    pc_str text; /* the whole line without its terminator */
};
/* The line of the byte at P in B; counts from the block's first line. */
struct line block_line(const struct block *b, const char *p);
/* The end of the line that begins at P (END: end of the text), and in *NEXT the
 * beginning of the line after it.  A line ends with LF, CRLF or a lone CR. */
const char *line_end(const char *p, const char *end, const char **next);

/* ---- where the blocks of a document come from ---- */

struct block_supply {
    /* The next block, the caller's to drop; NULL at the end or when PROBLEM says
     * that reading failed. */
    struct block *(*next)(struct block_supply *);
    bool (*ready)(struct block_supply *); /* false when next() would have to wait */
    struct problem problem;               /* set when there are no more blocks */
};

/* ---- the reader: a stream as blocks of whole lines ---- */

struct block_reader {
    struct block_supply supply;
    struct stream *stream;
    struct block *rest; /* the last block: its REST_N bytes beyond USED are a partial line */
    size_t rest_n;
    const struct limits *limits;
    bool begun, ended;
};

/* Reads STREAM, which like LIMITS stays the caller's, into blocks that are still to be looked
 * at.  A short block is given when the stream would have to wait; a longer one when a line
 * needs it; the blocks end with the problem "line-too-long" when one would need more than
 * LIMIT_LINE. */
void block_reader_open(struct block_reader *r, struct stream *stream, const struct limits *limits);
void block_reader_close(struct block_reader *r);

#endif
