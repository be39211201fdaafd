/* block.h - a part of a document in memory: whole lines, or a piece of a very long one, read-only
 * once it is filled, kept as long as a record refers to it. */
#ifndef PAPERCONV_HOST_STREAMS_BLOCK_H
#define PAPERCONV_HOST_STREAMS_BLOCK_H

#include "base/utf8.h"

#include <stdatomic.h>

enum { BLOCK_SIZE = 256 * 1024 };

struct block {
    atomic_uint references;
    bool looked_at; /* by block_look() */
    bool partial;   /* its last line goes on in the next block */
    unsigned found; /* the set of TEXT_... that block_look() found */
    uint64_t line;  /* number of its first line */
    uint64_t runes; /* code points of that line that stand before the block */
    size_t used, room;
    char data[];
};

struct block *block_new(size_t room);
struct block *block_keep(struct block *b);
void block_drop(struct block *b); /* B may be NULL */
/* Doubles the room of B, to which there must be no other reference; B may move. */
struct block *block_doubled(struct block *b);
/* Looks for TEXT_... in B, unless that has been done. */
void block_look(struct block *b);
static inline bool block_owns(const struct block *b, const char *p)
{
    return (uintptr_t)p - (uintptr_t)b->data <= b->used;
}

struct line { /* a line of a block */
    uint64_t number;
    pc_str text;    /* without its terminator */
    uint64_t runes; /* code points of the line before TEXT */
};
/* The line of B that contains the byte at P.  Its number is counted from the first line of B. */
struct line block_line(const struct block *b, const char *p);
/* The same, when a line of B begins at START, up to P, and has the number NUMBER: quicker. */
struct line block_line_from(const struct block *b, const char *start, uint64_t number,
                            const char *p);
/* The end of the line that begins at P in a text that ends at END; the start of the following
 * line in *NEXT.  A line ends with LF, CRLF or a lone CR. */
const char *line_end(const char *p, const char *end, const char **next);

/* The number of line feeds from P to STOP. */
uint64_t line_feeds(const char *p, const char *stop);

#endif
