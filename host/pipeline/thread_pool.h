/* thread_pool.h - the worker threads: how they wait for work, and how they wake each other.  To
 * wake a thread costs both sides as much time as a small document, and on a virtual machine,
 * where an idle processor is given away, ten times that.  So an idle worker stays awake for a
 * while before it sleeps, and another one is only woken, or started, when work is left over.  */
#ifndef PAPERCONV_HOST_PIPELINE_THREAD_POOL_H
#define PAPERCONV_HOST_PIPELINE_THREAD_POOL_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct thread_pool {
    pthread_mutex_t mutex;      /* guards all that the workers share, and what follows */
    pthread_cond_t left;        /* a worker has left, or is no longer needed */
    pthread_cond_t spare;       /* wakes workers that wait for any work */
    pthread_cond_t changed;     /* wakes workers that wait for one thing inside a callback */
    atomic_uint changes, calls; /* counted */
    void *(*work)(void *);
    void *context;
    pthread_t *threads;
    unsigned size, started, working; /* threads at most, threads so far, threads that have not
                                      * left */
    unsigned spares, waiting;        /* asleep, for any work and for one thing */
    bool awake;                      /* one worker waits without sleeping */
    unsigned processors;
};

/* The number of processors that this process may use.  */
unsigned usable_processors(void);
/* Nanoseconds of the monotonic clock.  */
uint64_t monotonic_ns(void);
/* A pool of at most SIZE (> 0) threads.  Each runs WORK(CONTEXT) and calls thread_pool_leave()
 * at its end.  */
void thread_pool_open(struct thread_pool *c, unsigned size, void *(*work)(void *), void *context);
/* All that follows needs the lock, except thread_pool_lock(), thread_pool_join() and
 * thread_pool_close().  */
void thread_pool_lock(struct thread_pool *c);
void thread_pool_unlock(struct thread_pool *c);
/* There is work for one more worker: wakes one, or starts one.  */
void thread_pool_wake_one(struct thread_pool *c);
/* The shared state has changed: wakes the workers that wait for one thing.  */
void thread_pool_notify(struct thread_pool *c);
/* Wakes all workers, because the run ends.  */
void thread_pool_wake_all(struct thread_pool *c);
/* Waits awake and without the lock: for work, when SPARE, else for any change.  True when there
 * was one within PATIENCE nanoseconds.  */
bool thread_pool_spin(struct thread_pool *c, bool spare, uint64_t spin_ns);
/* Waits asleep for the same.  */
void thread_pool_sleep(struct thread_pool *c, bool spare);
void thread_pool_leave(struct thread_pool *c);
/* Waits until every thread has ended.  */
void thread_pool_join(struct thread_pool *c);
void thread_pool_close(struct thread_pool *c);

#endif
