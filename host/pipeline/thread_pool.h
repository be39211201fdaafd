/* crew.h - the threads that do the work: how they wait for it, and how they wake each other.
 *
 * To wake a thread costs as much as to convert a small document, for both sides, and on a
 * virtual machine, where an idle processor is given away, ten times that.  So a worker that
 * finds nothing to do stays awake for a while before it sleeps; and another one is only woken,
 * or started, for work that is left over. */
#ifndef PAPERCONV_HOST_CREW_H
#define PAPERCONV_HOST_CREW_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct crew {
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
unsigned crew_processors(void);
/* Nanoseconds of a clock that never goes back. */
uint64_t crew_clock(void);
/* Of at most SIZE threads (> 0), of which each runs WORK(CONTEXT) and calls crew_leave() at the
 * end. */
void crew_open(struct crew *c, unsigned size, void *(*work)(void *), void *context);
/* What follows under the lock, but for crew_lock(), crew_join() and crew_close(). */
void crew_lock(struct crew *c);
void crew_unlock(struct crew *c);
/* There is work for one more than those who are awake. */
void crew_call(struct crew *c);
/* What others may wait for has changed. */
void crew_change(struct crew *c);
/* Everybody is to look: it is over. */
void crew_wake_all(struct crew *c);
/* Waits, awake, for a call, when SPARE, else for any change: true when there was one within
 * PATIENCE nanoseconds.  Without the lock meanwhile. */
bool crew_watch(struct crew *c, bool spare, uint64_t patience);
/* The same asleep. */
void crew_sleep(struct crew *c, bool spare);
void crew_leave(struct crew *c);
/* Waits until all threads have left that were ever started. */
void crew_join(struct crew *c);
void crew_close(struct crew *c);

#endif
