/* batch_queue.h - batches in order on their way from the gate to the writer, formatted in any
 * order: a bounded ring.  No locks. */
#ifndef PAPERCONV_HOST_PIPELINE_BATCH_QUEUE_H
#define PAPERCONV_HOST_PIPELINE_BATCH_QUEUE_H

#include "records/batch.h"

struct batch_slot {
    struct batch *batch;
    enum { TO_FORMAT, BEING_FORMATTED, FORMATTED } state;
};

struct batch_queue {
    struct batch_slot *slots; /* a ring; one stays where it is until it is taken off */
    size_t room, first, count;
    uint64_t bytes; /* of the input of these batches */
};

void batch_queue_open(struct batch_queue *c, size_t room);
/* Also when the batches are few and large. */
bool batch_queue_is_full(const struct batch_queue *c);
void batch_queue_put(struct batch_queue *c, struct batch *b);
/* The oldest that nobody formats or has formatted, NULL when there is none. */
struct batch_slot *batch_queue_next_unformatted(const struct batch_queue *c);
/* True when the first one is formatted. */
bool batch_queue_has_formatted_head(const struct batch_queue *c);
struct batch *batch_queue_take(struct batch_queue *c);
/* With the batches that are still on it. */
void batch_queue_close(struct batch_queue *c);

#endif
