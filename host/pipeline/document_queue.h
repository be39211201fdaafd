/* work.h - a document on its way through the threads: what of it was read and is not yet
 * parsed, what was parsed and has not yet come to the gate.  No locks: all of it but SUPPLY's
 * functions and PARSER under the mutex of the threads. */
#ifndef PAPERCONV_HOST_WORK_H
#define PAPERCONV_HOST_WORK_H

#include "records/batch.h"
#include "stages/parse.h"

enum { WORK_BLOCKS = 4, WORK_BATCHES = 4, WORK_BYTES = 4 * BLOCK_SIZE };

struct work {
    struct supply supply; /* first: what its parser reads */
    struct origin *origin;
    size_t input;                      /* position of its plugin among the inputs */
    struct worker *worker;             /* who parses it now, or NULL */
    struct parser *parser;             /* NULL: not begun */
    bool parsed, read;                 /* to the end */
    struct block *blocks[WORK_BLOCKS]; /* a ring */
    size_t first_block, block_count;
    size_t block_bytes;
    struct batch **batches; /* a ring */
    size_t first_batch, batch_count, batch_room;
    uint64_t batch_bytes; /* of their input */
    struct problem end;   /* why it was read to the end, when that is a problem */
};

/* Takes ORIGIN over. */
struct work *work_new(struct origin *origin, size_t input);
/* With what is still in it, and its parser. */
void work_free(struct work *w);

/* False when there is room for no more; the bounds are by number and by bytes. */
bool work_has_room_to_read(const struct work *w);
bool work_has_room_to_parse(const struct work *w);
void work_put_block(struct work *w, struct block *b);
struct block *work_take_block(struct work *w); /* NULL: there is none now */
/* There is always room for one more. */
void work_put_batch(struct work *w, struct batch *b);
struct batch *work_take_batch(struct work *w); /* NULL: there is none now */
/* True when a parser can take a step and need not wait for the reader first. */
bool work_can_be_parsed(const struct work *w);

#endif
