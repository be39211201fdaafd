/* formatters.c - a ring of batches and the threads that format them. */
#include "formatters.h"

#include <stdlib.h>

struct formatters_slot {
    struct batch *batch;
    enum { WAITING, TAKEN, FORMATTED } state;
};

static struct formatters_slot *slot_at(const struct formatters *f, size_t i)
{
    return &f->slots[(f->first + i) % f->room];
}

/* The oldest that nobody has taken; how many there are in *COUNT. */
static struct formatters_slot *oldest_waiting(const struct formatters *f, size_t *count)
{
    struct formatters_slot *oldest = NULL;

    *count = 0;
    for (size_t i = f->count; i-- > 0;) {
        if (slot_at(f, i)->state != WAITING)
            continue;
        oldest = slot_at(f, i);
        ++*count;
    }
    return oldest;
}

/* Under the mutex, which is free while the plugin works. */
static void format_slot(struct formatters *f, struct formatters_slot *s, struct instance *output)
{
    s->state = TAKEN;
    pthread_mutex_unlock(&f->mutex);
    format_batch(output, s->batch, f->stop);
    pthread_mutex_lock(&f->mutex);
    s->state = FORMATTED;
}

static void *format_batches(void *context)
{
    struct formatters *f = context;
    struct instance output = { .plugin = f->output->plugin, .state = f->output->state };
    struct formatters_slot *s;
    size_t count;

    guard_thread();
    output.call.plugin = output.plugin->name;
    pthread_mutex_lock(&f->mutex);
    while (!f->closed) {
        s = oldest_waiting(f, &count);
        if (s == NULL) {
            pthread_cond_wait(&f->waiting, &f->mutex);
            continue;
        }
        format_slot(f, s, &output);
        pthread_cond_signal(&f->formatted);
    }
    pthread_mutex_unlock(&f->mutex);
    arena_free(&output.call.scratch);
    return NULL;
}

bool formatters_full(const struct formatters *f)
{
    return f->count == f->room || f->bytes >= f->room * BLOCK_SIZE;
}

bool formatters_empty(const struct formatters *f)
{
    return f->count == 0;
}

void formatters_put(struct formatters *f, struct batch *b)
{
    size_t count;

    pthread_mutex_lock(&f->mutex);
    *slot_at(f, f->count++) = (struct formatters_slot){ b, WAITING };
    f->bytes += b->bytes;
    oldest_waiting(f, &count);
    pthread_mutex_unlock(&f->mutex);
    if (count > 1) /* the caller will format one */
        pthread_cond_signal(&f->waiting);
}

struct batch *formatters_take(struct formatters *f)
{
    struct formatters_slot *first = slot_at(f, 0), *s;
    struct batch *b;
    size_t count;

    if (f->count == 0)
        return NULL;
    pthread_mutex_lock(&f->mutex);
    while (first->state != FORMATTED) {
        s = oldest_waiting(f, &count);
        if (s != NULL)
            format_slot(f, s, f->output);
        else
            pthread_cond_wait(&f->formatted, &f->mutex);
    }
    b = first->batch;
    f->bytes -= b->bytes;
    f->first = (f->first + 1) % f->room;
    f->count--;
    pthread_mutex_unlock(&f->mutex);
    return b;
}

void formatters_open(struct formatters *f, struct instance *output, unsigned jobs, bool stop)
{
    bool reentrant = output->plugin->table->threads == PC_REENTRANT;
    unsigned threads = reentrant ? jobs - 1 : 0;

    *f = (struct formatters){ .output = output, .stop = stop, .room = jobs + 2 };
    f->slots = memory_alloc(f->room * sizeof *f->slots);
    f->threads = memory_alloc(threads * sizeof *f->threads);
    pthread_mutex_init(&f->mutex, NULL);
    pthread_cond_init(&f->waiting, NULL);
    pthread_cond_init(&f->formatted, NULL);
    while (f->thread_count < threads) {
        if (pthread_create(&f->threads[f->thread_count++], NULL, format_batches, f) != 0)
            memory_exhausted();
    }
}

void formatters_close(struct formatters *f)
{
    pthread_mutex_lock(&f->mutex);
    f->closed = true;
    pthread_cond_broadcast(&f->waiting);
    pthread_mutex_unlock(&f->mutex);
    while (f->thread_count > 0)
        pthread_join(f->threads[--f->thread_count], NULL);
    pthread_mutex_destroy(&f->mutex);
    pthread_cond_destroy(&f->waiting);
    pthread_cond_destroy(&f->formatted);
    free(f->slots);
    free(f->threads);
}
