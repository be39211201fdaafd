/* threads_inside.h - what the parts of the threads share.  Functions are called and return with
 * the lock of the crew. */
#ifndef PAPERCONV_HOST_THREADS_INSIDE_H
#define PAPERCONV_HOST_THREADS_INSIDE_H

#include "documents/documents.h"
#include "pipeline/scheduler.h"
#include "pipeline/serial.h"
#include "pipeline/thread_pool.h"

struct threads {
    struct crew crew;
    struct pipeline *pipeline;
    struct documents *documents;
    struct schedule schedule;
};

/* Before TASK, which is done without the lock, and which with WAITS may wait for another
 * process. */
struct stint threads_go(struct threads *t, enum task task, bool waits);
/* After it. */
void threads_come_back(struct threads *t, const struct stint *stint);
/* What is written already reaches the reader of the output.  True when it had not. */
bool threads_flush_output(struct threads *t);
/* Reads a block of the current document, or of the next one. */
void threads_read_on(struct threads *t);
/* Nothing more of the current document W is wanted, or there is nothing. */
void threads_end_reading(struct threads *t, struct work *w);

#endif
