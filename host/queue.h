/* queue.h - a bounded first-in-first-out queue of pointers between threads. */
#ifndef PAPERCONV_HOST_QUEUE_H
#define PAPERCONV_HOST_QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct queue {
    pthread_mutex_t mutex;
    pthread_cond_t filled, drained;
    struct queue_item *items; /* a ring */
    size_t room, first, count;
    size_t most, bytes; /* of the items, which may be and are */
    bool closed;
};

/* For ROOM items of MOST bytes in all, but always for one. */
void queue_open(struct queue *q, size_t room, size_t most);
/* Waits for room.  False when the queue is closed: ITEM stays the caller's. */
bool queue_push(struct queue *q, void *item, size_t bytes);
/* Waits for an item; NULL when the queue is closed and empty. */
void *queue_pop(struct queue *q);
/* True when queue_pop() would not wait. */
bool queue_ready(struct queue *q);
/* Nothing more goes in, from either end; what is in it can still be taken out. */
void queue_close(struct queue *q);
void queue_free(struct queue *q); /* empty, and nobody waits any more */

#endif
