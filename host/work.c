/* work.c - documents that several threads hold. */
#include "work.h"

#include <stdlib.h>

enum { BLOCKS = 4, BATCHES = 4, BYTES = 4 * BLOCK_SIZE };

static struct block *next_block(struct supply *supply)
{
    struct work *w = (struct work *)supply;
    struct block *b = queue_pop(&w->blocks);

    if (b == NULL) {
        pthread_mutex_lock(&w->blocks.mutex);
        supply->problem = w->end;
        pthread_mutex_unlock(&w->blocks.mutex);
    }
    return b;
}

static bool ready(struct supply *supply)
{
    return queue_ready(&((struct work *)supply)->blocks);
}

struct work *work_new(struct origin *origin, size_t input)
{
    struct work *w = memory_alloc(sizeof *w);

    *w = (struct work){ .supply = { .next = next_block, .ready = ready },
                        .origin = origin,
                        .input = input };
    atomic_init(&w->references, 2);
    queue_open(&w->blocks, BLOCKS, BYTES);
    queue_open(&w->batches, BATCHES, BYTES);
    return w;
}

struct work *work_keep(struct work *w)
{
    atomic_fetch_add_explicit(&w->references, 1, memory_order_relaxed);
    return w;
}

void work_end(struct work *w, const struct problem *why)
{
    pthread_mutex_lock(&w->blocks.mutex);
    w->end = *why;
    pthread_mutex_unlock(&w->blocks.mutex);
    queue_close(&w->blocks);
}

void work_drop(struct work *w)
{
    struct block *block;
    struct batch *batch;

    if (atomic_fetch_sub_explicit(&w->references, 1, memory_order_acq_rel) != 1)
        return;
    queue_close(&w->blocks);
    queue_close(&w->batches);
    while ((block = queue_pop(&w->blocks)) != NULL)
        block_drop(block);
    while ((batch = queue_pop(&w->batches)) != NULL)
        batch_free(batch);
    queue_free(&w->blocks);
    queue_free(&w->batches);
    origin_drop(w->origin);
    free(w);
}
