/* conveyor.h - batches in order on their way from the gate to the writer, formatted in any
 * order: a bounded ring.  No locks. */
#ifndef PAPERCONV_HOST_CONVEYOR_H
#define PAPERCONV_HOST_CONVEYOR_H

#include "records/batch.h"

struct carried {
    struct batch *batch;
    enum { TO_FORMAT, BEING_FORMATTED, FORMATTED } state;
};

struct conveyor {
    struct carried *slots; /* a ring; one stays where it is until it is taken off */
    size_t room, first, count;
    uint64_t bytes; /* of the input of these batches */
};

void conveyor_open(struct conveyor *c, size_t room);
/* Also when the batches are few and large. */
bool conveyor_is_full(const struct conveyor *c);
void conveyor_put(struct conveyor *c, struct batch *b);
/* The oldest that nobody formats or has formatted, NULL when there is none. */
struct carried *conveyor_to_format(const struct conveyor *c);
/* True when the first one is formatted. */
bool conveyor_can_be_taken(const struct conveyor *c);
struct batch *conveyor_take(struct conveyor *c);
/* With the batches that are still on it. */
void conveyor_close(struct conveyor *c);

#endif
