/* block_reader.h - reads a stream into blocks of whole lines. */
#ifndef PAPERCONV_HOST_STREAMS_BLOCK_READER_H
#define PAPERCONV_HOST_STREAMS_BLOCK_READER_H

#include "streams/block.h"
#include "streams/stream.h"

/* ---- where the blocks of a document come from ---- */

struct block_supply {
    /* Returns the next block, which the caller must drop; NULL at the end, or when reading fails
     * and PROBLEM is set. */
    struct block *(*next)(struct block_supply *);
    bool (*ready)(struct block_supply *); /* false when next() would have to wait */
    struct problem problem;               /* valid when there are no more blocks */
    bool unpacked;                        /* the blocks are to be taken to the end, by whoever
                                           * needs no more of them too: what unpacking costs
                                           * must not depend on how far was read ahead */
};

/* ---- the reader: a stream as blocks of whole lines ---- */

struct block_reader {
    struct block_supply supply;
    struct stream *stream;
    struct block *rest; /* the last block: its REST_N bytes beyond USED are a partial line */
    size_t rest_n;
    const struct limits *limits;
    bool begun, ended;
    struct problem problem; /* of the end, when `ended`; the supply's with its NULL */
};

/* Reads STREAM into blocks, without block_look().  STREAM and LIMITS remain the caller's.  A
 * block is shorter than usual when the stream would have to wait, and longer when a line requires
 * it.  A line that is longer than LIMIT_LINE comes in pieces, each in a partial block of its own. */
void block_reader_open(struct block_reader *r, struct stream *stream, const struct limits *limits);
void block_reader_close(struct block_reader *r);

#endif
