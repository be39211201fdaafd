/* block_reader.h - a stream as blocks of whole lines. */
#ifndef PAPERCONV_HOST_STREAMS_BLOCK_READER_H
#define PAPERCONV_HOST_STREAMS_BLOCK_READER_H

#include "streams/block.h"
#include "streams/stream.h"

/* ---- where the blocks of a document come from ---- */

struct block_supply {
    /* The next block, the caller's to drop; NULL at the end or when PROBLEM says
     * that reading failed. */
    struct block *(*next)(struct block_supply *);
    bool (*ready)(struct block_supply *); /* false when next() would have to wait */
    struct problem problem, later;        /* valid when there are no more blocks; LATER is what
                                           * an unpacked stream had to say after that */
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
    struct problem limit; /* a line was too long */
};

/* Reads STREAM, which like LIMITS stays the caller's, into blocks that are still to be looked
 * at.  A short block is given when the stream would have to wait; a longer one when a line
 * needs it; the blocks end with the problem "line-too-long" when one would need more than
 * LIMIT_LINE. */
void block_reader_open(struct block_reader *r, struct stream *stream, const struct limits *limits);
void block_reader_close(struct block_reader *r);

#endif
