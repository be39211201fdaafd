/* queue.c - one mutex and a condition for each side, so that nobody is woken in vain; who waits
 * for room is woken when half of it is free. */
#include "queue.h"

#include "arena.h"

#include <stdlib.h>

struct queue_item {
    void *item;
    size_t bytes;
};

void queue_open(struct queue *q, size_t room, size_t most)
{
    *q = (struct queue){ .room = room, .most = most };
    q->items = memory_alloc(room * sizeof *q->items);
    pthread_mutex_init(&q->mutex, NULL);
    pthread_cond_init(&q->filled, NULL);
    pthread_cond_init(&q->drained, NULL);
}

static bool has_room(const struct queue *q, size_t bytes)
{
    return q->count == 0 || (q->count < q->room && q->bytes + bytes <= q->most);
}

bool queue_push(struct queue *q, void *item, size_t bytes)
{
    bool open;

    pthread_mutex_lock(&q->mutex);
    while (!q->closed && !has_room(q, bytes))
        pthread_cond_wait(&q->drained, &q->mutex);
    open = !q->closed;
    if (open) {
        q->items[(q->first + q->count++) % q->room] = (struct queue_item){ item, bytes };
        q->bytes += bytes;
    }
    pthread_mutex_unlock(&q->mutex);
    if (open)
        pthread_cond_signal(&q->filled);
    return open;
}

void *queue_pop(struct queue *q)
{
    void *item = NULL;
    bool drained = false;

    pthread_mutex_lock(&q->mutex);
    while (!q->closed && q->count == 0)
        pthread_cond_wait(&q->filled, &q->mutex);
    if (q->count != 0) {
        item = q->items[q->first].item;
        q->bytes -= q->items[q->first].bytes;
        q->first = (q->first + 1) % q->room;
        drained = --q->count <= q->room / 2;
    }
    pthread_mutex_unlock(&q->mutex);
    if (drained)
        pthread_cond_signal(&q->drained);
    return item;
}

bool queue_ready(struct queue *q)
{
    bool ready;

    pthread_mutex_lock(&q->mutex);
    ready = q->closed || q->count != 0;
    pthread_mutex_unlock(&q->mutex);
    return ready;
}

void queue_close(struct queue *q)
{
    pthread_mutex_lock(&q->mutex);
    q->closed = true;
    pthread_cond_broadcast(&q->filled);
    pthread_cond_broadcast(&q->drained);
    pthread_mutex_unlock(&q->mutex);
}

void queue_free(struct queue *q)
{
    pthread_cond_destroy(&q->filled);
    pthread_cond_destroy(&q->drained);
    pthread_mutex_destroy(&q->mutex);
    free(q->items);
}
