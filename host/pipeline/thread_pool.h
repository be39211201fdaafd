/* thread_pool.h - the threads that do the work: how they wait for it, and how they wake each other.
 *
 * To wake a thread costs as much as to convert a small document, for both sides, and on a
 * virtual machine, where an idle processor is given away, ten times that.  So a worker that
 * finds nothing to do stays awake for a while before it sleeps; and another one is only woken,
 * or started, for work that is left over. */
#ifndef PAPERCONV_HOST_PIPELINE_THREAD_POOL_H
#define PAPERCONV_HOST_PIPELINE_THREAD_POOL_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct thread_pool {
    pthread_mutex_t mutex;      /* of all that the workers share, and of what follows */
    pthread_cond_t left;        /* a worker is gone, or no longer needed */
    pthread_cond_t spare;       /* for those who wait for any work */
    pthread_cond_t changed;     /* for those who wait for something in particular */
    atomic_uint changes, calls; /* counted */
    void *(*work)(void *);
    void *context;
    pthread_t *threads;
    unsigned size, started, working; /* threads: at most, so far, and not gone yet */
    unsigned spares, waiting;        /* who sleep, for either */
    bool awake;                      /* one of them waits without sleeping */
    unsigned processors;
};

/* That this process may use. */
unsigned usable_processors(void);
/* Nanoseconds of a clock that never goes back. */
uint64_t monotonic_ns(void);
/* Of at most SIZE threads (> 0), of which each runs WORK(CONTEXT) and calls thread_pool_leave() at the
 * end. */
void thread_pool_open(struct thread_pool *c, unsigned size, void *(*work)(void *), void *context);
/* What follows under the lock, but for thread_pool_lock(), thread_pool_join() and thread_pool_close(). */
void thread_pool_lock(struct thread_pool *c);
void thread_pool_unlock(struct thread_pool *c);
/* There is work for one more than those who are awake. */
void thread_pool_wake_one(struct thread_pool *c);
/* What others may wait for has changed. */
void thread_pool_notify(struct thread_pool *c);
/* Everybody is to look: it is over. */
void thread_pool_wake_all(struct thread_pool *c);
/* Waits, awake, for a call, when SPARE, else for any change: true when there was one within
 * PATIENCE nanoseconds.  Without the lock meanwhile. */
bool thread_pool_spin(struct thread_pool *c, bool spare, uint64_t patience);
/* The same asleep. */
void thread_pool_sleep(struct thread_pool *c, bool spare);
void thread_pool_leave(struct thread_pool *c);
/* Waits until all threads have left that were ever started. */
void thread_pool_join(struct thread_pool *c);
void thread_pool_close(struct thread_pool *c);

#endif
