/* conveyor.c - a ring of batches. */
#include "pipeline/batch_queue.h"

#include <stdlib.h>

void conveyor_open(struct conveyor *c, size_t room)
{
    *c = (struct conveyor){ .room = room };
    c->slots = memory_alloc(room * sizeof *c->slots);
}

static struct carried *slot_at(const struct conveyor *c, size_t i)
{
    return &c->slots[(c->first + i) % c->room];
}

bool conveyor_is_full(const struct conveyor *c)
{
    return c->count == c->room || c->bytes >= c->room * BLOCK_SIZE;
}

void conveyor_put(struct conveyor *c, struct batch *b)
{
    *slot_at(c, c->count++) = (struct carried){ b, TO_FORMAT };
    c->bytes += b->bytes;
}

struct carried *conveyor_to_format(const struct conveyor *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (slot_at(c, i)->state == TO_FORMAT)
            return slot_at(c, i);
    return NULL;
}

bool conveyor_can_be_taken(const struct conveyor *c)
{
    return c->count != 0 && slot_at(c, 0)->state == FORMATTED;
}

struct batch *conveyor_take(struct conveyor *c)
{
    struct batch *b = slot_at(c, 0)->batch;

    c->bytes -= b->bytes;
    c->first = (c->first + 1) % c->room;
    c->count--;
    return b;
}

void conveyor_close(struct conveyor *c)
{
    while (c->count != 0)
        batch_free(conveyor_take(c));
    free(c->slots);
}
