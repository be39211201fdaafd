/* formatters.h - batches in order on their way from the gate to the writer, formatted by
 * threads that are free, and by the writer itself while it would have to wait. */
#ifndef PAPERCONV_HOST_FORMATTERS_H
#define PAPERCONV_HOST_FORMATTERS_H

#include "formatter.h"

#include <pthread.h>

struct formatters {
    struct instance *output;
    bool stop; /* see format_batch() */
    pthread_t *threads;
    unsigned thread_count;
    pthread_mutex_t mutex;             /* of all that follows */
    pthread_cond_t waiting, formatted; /* for the threads, for the writer */
    struct formatters_slot *slots;     /* a ring */
    size_t room, first, count;
    uint64_t bytes; /* of the input of these */
    bool closed;
};

/* With JOBS - 1 threads if OUTPUT, which stays the caller's, can be called from several, else
 * with none.  All but the threads is the business of one caller. */
void formatters_open(struct formatters *f, struct instance *output, unsigned jobs, bool stop);
/* True when formatters_take() should come before the next formatters_put(). */
bool formatters_full(const struct formatters *f);
bool formatters_empty(const struct formatters *f);
/* Takes B over. */
void formatters_put(struct formatters *f, struct batch *b);
/* The oldest batch, formatted, the caller's; NULL when there is none. */
struct batch *formatters_take(struct formatters *f);
/* Once it is empty. */
void formatters_close(struct formatters *f);

#endif
