/* document_queue.c - the two rings of a document under way. */
#include "pipeline/document_queue.h"
#include "records/origin.h"

#include <stdlib.h>

struct queued_document *queued_new(struct origin *origin, size_t input)
{
    struct queued_document *w = memory_alloc(sizeof *w);

    *w = (struct queued_document){ .origin = origin, .input = input };
    return w;
}

void queued_free(struct queued_document *w)
{
    struct block *block;
    struct batch *batch;

    if (w->parser != NULL) /* nothing more was wanted */
        parser_close(w->parser);
    while ((block = queued_take_block(w)) != NULL)
        block_drop(block);
    while ((batch = queued_take_batch(w)) != NULL)
        batch_free(batch);
    free(w->batches);
    origin_drop(w->origin);
    free(w);
}

bool queued_has_room_to_read(const struct queued_document *w)
{
    return w->block_count < QUEUED_BLOCKS && w->block_bytes < QUEUED_BYTES;
}

bool queued_has_room_to_parse(const struct queued_document *w)
{
    return w->batch_count < QUEUED_BATCHES && w->batch_bytes < QUEUED_BYTES;
}

void queued_put_block(struct queued_document *w, struct block *b)
{
    w->blocks[(w->first_block + w->block_count++) % QUEUED_BLOCKS] = b;
    w->block_bytes += b->used;
}

struct block *queued_take_block(struct queued_document *w)
{
    struct block *b;

    if (w->block_count == 0)
        return NULL;
    b = w->blocks[w->first_block];
    w->first_block = (w->first_block + 1) % QUEUED_BLOCKS;
    w->block_count--;
    w->block_bytes -= b->used;
    return b;
}

/* Moves the batches to the beginning of a larger ring. */
static void grow(struct queued_document *w)
{
    size_t room = w->batch_room != 0 ? w->batch_room * 2 : QUEUED_BATCHES;
    struct batch **more = memory_alloc(room * sizeof *more);

    for (size_t i = 0; i < w->batch_count; i++)
        more[i] = w->batches[(w->first_batch + i) % w->batch_room];
    free(w->batches);
    w->batches = more;
    w->batch_room = room;
    w->first_batch = 0;
}

void queued_put_batch(struct queued_document *w, struct batch *b)
{
    if (w->batch_count == w->batch_room)
        grow(w);
    w->batches[(w->first_batch + w->batch_count++) % w->batch_room] = b;
    w->batch_bytes += b->bytes;
}

struct batch *queued_take_batch(struct queued_document *w)
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

bool queued_can_be_parsed(const struct queued_document *w)
{
    return w->worker == NULL && !w->parsed && (w->block_count != 0 || w->read) &&
           queued_has_room_to_parse(w);
}
