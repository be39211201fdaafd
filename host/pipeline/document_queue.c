/* work.c - the two rings of a document under way. */
#include "pipeline/document_queue.h"

#include <stdlib.h>

struct work *work_new(struct origin *origin, size_t input)
{
    struct work *w = memory_alloc(sizeof *w);

    *w = (struct work){ .origin = origin, .input = input };
    return w;
}

void work_free(struct work *w)
{
    struct block *block;
    struct batch *batch;

    if (w->parser != NULL) /* nothing more was wanted */
        parser_close(w->parser);
    while ((block = work_take_block(w)) != NULL)
        block_drop(block);
    while ((batch = work_take_batch(w)) != NULL)
        batch_free(batch);
    free(w->batches);
    origin_drop(w->origin);
    free(w);
}

bool work_has_room_to_read(const struct work *w)
{
    return w->block_count < WORK_BLOCKS && w->block_bytes < WORK_BYTES;
}

bool work_has_room_to_parse(const struct work *w)
{
    return w->batch_count < WORK_BATCHES && w->batch_bytes < WORK_BYTES;
}

void work_put_block(struct work *w, struct block *b)
{
    w->blocks[(w->first_block + w->block_count++) % WORK_BLOCKS] = b;
    w->block_bytes += b->used;
}

struct block *work_take_block(struct work *w)
{
    struct block *b;

    if (w->block_count == 0)
        return NULL;
    b = w->blocks[w->first_block];
    w->first_block = (w->first_block + 1) % WORK_BLOCKS;
    w->block_count--;
    w->block_bytes -= b->used;
    return b;
}

/* Moves the batches to the beginning of a larger ring. */
static void grow(struct work *w)
{
    size_t room = w->batch_room != 0 ? w->batch_room * 2 : WORK_BATCHES;
    struct batch **more = memory_alloc(room * sizeof *more);

    for (size_t i = 0; i < w->batch_count; i++)
        more[i] = w->batches[(w->first_batch + i) % w->batch_room];
    free(w->batches);
    w->batches = more;
    w->batch_room = room;
    w->first_batch = 0;
}

void work_put_batch(struct work *w, struct batch *b)
{
    if (w->batch_count == w->batch_room)
        grow(w);
    w->batches[(w->first_batch + w->batch_count++) % w->batch_room] = b;
    w->batch_bytes += b->bytes;
}

struct batch *work_take_batch(struct work *w)
{
    struct batch *b;

    if (w->batch_count == 0)
        return NULL;
    b = w->batches[w->first_batch];
    w->first_batch = (w->first_batch + 1) % w->batch_room;
    w->batch_count--;
    w->batch_bytes -= b->bytes;
    return b;
}

bool work_can_be_parsed(const struct work *w)
{
    return w->worker == NULL && !w->parsed && (w->block_count != 0 || w->read) &&
           work_has_room_to_parse(w);
}
