/* batch_queue.h - batches between the filters and the writer: a bounded ring in the order of
 * the output.  Each may be formatted before those in front of it.  The caller holds the lock.  */
#ifndef PAPERCONV_HOST_PIPELINE_BATCH_QUEUE_H
#define PAPERCONV_HOST_PIPELINE_BATCH_QUEUE_H

#include "records/batch.h"

struct batch_slot {
    struct batch *batch;
    enum { TO_FORMAT, BEING_FORMATTED, FORMATTED } state;
};

struct batch_queue {
    struct batch_slot *slots; /* a ring; a slot stays in place until its batch is taken */
    size_t room, first, count;
    uint64_t bytes; /* of input, in all batches */
};

void batch_queue_open(struct batch_queue *c, size_t room);
/* By number, or by bytes when the batches are large.  */
bool batch_queue_is_full(const struct batch_queue *c);
void batch_queue_put(struct batch_queue *c, struct batch *b);
/* The first batch that still has to be formatted, or NULL.  */
struct batch_slot *batch_queue_next_unformatted(const struct batch_queue *c);
/* True when the first batch is formatted.  */
bool batch_queue_has_formatted_head(const struct batch_queue *c);
struct batch *batch_queue_take(struct batch_queue *c);
/* Frees the batches that are still in it.  */
void batch_queue_close(struct batch_queue *c);

#endif
