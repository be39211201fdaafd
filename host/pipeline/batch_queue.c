/* batch_queue.c - a bounded ring of batches.  */
#include "pipeline/batch_queue.h"

#include <stdlib.h>

void batch_queue_open(struct batch_queue *c, size_t room)
{
    *c = (struct batch_queue){ .room = room };
    c->slots = memory_alloc(room * sizeof *c->slots);
}

static struct batch_slot *slot_at(const struct batch_queue *c, size_t i)
{
    return &c->slots[(c->first + i) % c->room];
}

bool batch_queue_is_full(const struct batch_queue *c)
{
    return c->count == c->room || c->bytes >= c->room * BLOCK_SIZE;
}

void batch_queue_put(struct batch_queue *c, struct batch *b)
{
    *slot_at(c, c->count++) = (struct batch_slot){ b, TO_FORMAT };
    c->bytes += b->input.bytes;
}

struct batch_slot *batch_queue_next_unformatted(const struct batch_queue *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (slot_at(c, i)->state == TO_FORMAT)
            return slot_at(c, i);
    return NULL;
}

bool batch_queue_has_formatted_head(const struct batch_queue *c)
{
    return c->count != 0 && slot_at(c, 0)->state == FORMATTED;
}

struct batch *batch_queue_take(struct batch_queue *c)
{
    struct batch *b = slot_at(c, 0)->batch;

    c->bytes -= b->input.bytes;
    c->first = (c->first + 1) % c->room;
    c->count--;
    return b;
}

void batch_queue_close(struct batch_queue *c)
{
    while (c->count != 0)
        batch_free(batch_queue_take(c));
    free(c->slots);
}
