/* document_queue.h - a document on its way through the threads: what of it was read and is not yet
 * parsed, what was parsed and has not yet come to the gate.  No locks: all of it but SUPPLY's
 * functions and PARSER under the mutex of the threads. */
#ifndef PAPERCONV_HOST_PIPELINE_DOCUMENT_QUEUE_H
#define PAPERCONV_HOST_PIPELINE_DOCUMENT_QUEUE_H

#include "records/batch.h"
#include "stages/parse.h"
#include "streams/block_reader.h"

enum { QUEUED_BLOCKS = 4, QUEUED_BATCHES = 4, QUEUED_BYTES = 4 * BLOCK_SIZE };

struct queued_document {
    struct block_supply supply; /* first: what its parser reads */
    struct origin *origin;
    size_t input;                        /* position of its plugin among the inputs */
    struct worker *worker;               /* who parses it now, or NULL */
    struct parser *parser;               /* NULL: not begun */
    bool parsed, read;                   /* to the end */
    struct block *blocks[QUEUED_BLOCKS]; /* a ring */
    size_t first_block, block_count;
    size_t block_bytes;
    struct batch **batches; /* a ring */
    size_t first_batch, batch_count, batch_room;
    uint64_t batch_bytes; /* of their input */
    struct problem end;   /* why it was read to the end, when that is a problem */
};

/* Takes ORIGIN over. */
struct queued_document *queued_new(struct origin *origin, size_t input);
/* With what is still in it, and its parser. */
void queued_free(struct queued_document *w);

/* False when there is room for no more; the bounds are by number and by bytes. */
bool queued_has_room_to_read(const struct queued_document *w);
bool queued_has_room_to_parse(const struct queued_document *w);
void queued_put_block(struct queued_document *w, struct block *b);
struct block *queued_take_block(struct queued_document *w); /* NULL: there is none now */
/* There is always room for one more. */
void queued_put_batch(struct queued_document *w, struct batch *b);
struct batch *queued_take_batch(struct queued_document *w); /* NULL: there is none now */
/* True when a parser can take a step and need not wait for the reader first. */
bool queued_can_be_parsed(const struct queued_document *w);

#endif
