/* thread_pool.c - one mutex, and a condition for each kind of waiting.  */
#include "pipeline/thread_pool.h"

#include "base/arena.h"

#include <sched.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { PAUSES = 32 }; /* of an awake worker between two looks, about a microsecond */

unsigned usable_processors(void)
{
    cpu_set_t set;
    long online;

    if (sched_getaffinity(0, sizeof set, &set) == 0)
        return (unsigned)CPU_COUNT(&set);
    online = sysconf(_SC_NPROCESSORS_ONLN);
    return online > 0 ? (unsigned)online : 1;
}

uint64_t monotonic_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

void thread_pool_open(struct thread_pool *c, unsigned size, void *(*work)(void *), void *context)
{
    *c = (struct thread_pool){ .work = work, .context = context, .size = size };
    c->threads = memory_alloc(size * sizeof *c->threads);
    c->processors = usable_processors();
    atomic_init(&c->changes, 0);
    atomic_init(&c->calls, 0);
    pthread_mutex_init(&c->mutex, NULL);
    pthread_cond_init(&c->left, NULL);
    pthread_cond_init(&c->spare, NULL);
    pthread_cond_init(&c->changed, NULL);
}

void thread_pool_lock(struct thread_pool *c)
{
    pthread_mutex_lock(&c->mutex);
}

void thread_pool_unlock(struct thread_pool *c)
{
    pthread_mutex_unlock(&c->mutex);
}

/* Starts one more thread.  When the system refuses, the threads that exist do the work.  */
static void start_thread(struct thread_pool *c)
{
    if (pthread_create(&c->threads[c->started], NULL, c->work, c->context) == 0) {
        c->started++;
        c->working++;
        return;
    }
    if (c->started == 0)
        memory_exhausted();
    c->size = c->started;
}

static void increment(atomic_uint *n)
{
    atomic_fetch_add_explicit(n, 1, memory_order_relaxed);
}

void thread_pool_wake_one(struct thread_pool *c)
{
    increment(&c->changes);
    increment(&c->calls);
    if (c->awake)
        return; /* the awake worker sees the count */
    if (c->spares != 0)
        pthread_cond_signal(&c->spare);
    else if (c->started < c->size)
        start_thread(c);
}

void thread_pool_notify(struct thread_pool *c)
{
    increment(&c->changes);
    if (c->waiting != 0)
        pthread_cond_broadcast(&c->changed);
}

void thread_pool_wake_all(struct thread_pool *c)
{
    thread_pool_notify(c);
    increment(&c->calls);
    pthread_cond_broadcast(&c->spare);
    pthread_cond_broadcast(&c->left);
}

static void pause_processor(void)
{
    for (int i = 0; i < PAUSES; i++) {
#if defined(__x86_64__) && defined(__GNUC__)
        __builtin_ia32_pause();
#elif defined(__aarch64__) && defined(__GNUC__)
        __asm__ volatile("isb");
#endif
    }
}

bool thread_pool_spin(struct thread_pool *c, bool spare, uint64_t spin_ns)
{
    atomic_uint *watched = spare ? &c->calls : &c->changes;
    unsigned seen = atomic_load_explicit(watched, memory_order_relaxed);
    uint64_t end = monotonic_ns() + spin_ns;
    bool changed = false;

    if (c->awake || c->working - c->spares - c->waiting > c->processors)
        return false; /* one awake worker is enough; the processor is for the others */
    c->awake = true;
    thread_pool_unlock(c);
    while (!changed && monotonic_ns() < end) {
        pause_processor();
        changed = atomic_load_explicit(watched, memory_order_relaxed) != seen;
    }
    thread_pool_lock(c);
    c->awake = false;
    return changed || atomic_load_explicit(watched, memory_order_relaxed) != seen;
}

void thread_pool_sleep(struct thread_pool *c, bool spare)
{
    unsigned *sleeping = spare ? &c->spares : &c->waiting;

    ++*sleeping;
    pthread_cond_wait(spare ? &c->spare : &c->changed, &c->mutex);
    --*sleeping;
}

void thread_pool_leave(struct thread_pool *c)
{
    c->working--;
    pthread_cond_signal(&c->left);
}

void thread_pool_join(struct thread_pool *c)
{
    for (unsigned i = 0; i < c->started; i++)
        pthread_join(c->threads[i], NULL);
}

void thread_pool_close(struct thread_pool *c)
{
    pthread_cond_destroy(&c->left);
    pthread_cond_destroy(&c->spare);
    pthread_cond_destroy(&c->changed);
    pthread_mutex_destroy(&c->mutex);
    free(c->threads);
}
