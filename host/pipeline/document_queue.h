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

/* ---- the documents under way, in order: a bounded ring ---- */

struct document_queue {
    struct queued_document **documents; /* a ring */
    size_t room, first, count;
};

void document_queue_open(struct document_queue *l, size_t room);
bool document_queue_is_full(const struct document_queue *l);
void document_queue_put(struct document_queue *l, struct queued_document *w);
/* The oldest document of which a step can be parsed, NULL when there is none; not with
 * SIDE_BY_SIDE: only one that no other stands before that is still to be parsed. */
struct queued_document *document_queue_to_parse(const struct document_queue *l, bool side_by_side);
/* Blocks that were read and are not yet parsed. */
size_t document_queue_blocks(const struct document_queue *l);
/* The document that the gate is at, NULL when there is none. */
struct queued_document *document_queue_first(const struct document_queue *l);
/* Frees the first document. */
void document_queue_remove(struct document_queue *l);
/* With the documents that are still in it. */
void document_queue_close(struct document_queue *l);

#endif
