/* parallel_state.h - what the parts of the threads share.  Functions are called and return with
 * the lock of the crew. */
#ifndef PAPERCONV_HOST_PIPELINE_PARALLEL_STATE_H
#define PAPERCONV_HOST_PIPELINE_PARALLEL_STATE_H

#include "documents/documents.h"
#include "pipeline/scheduler.h"
#include "pipeline/serial.h"
#include "pipeline/thread_pool.h"

struct parallel {
    struct thread_pool pool;
    struct pipeline *pipeline;
    struct documents *documents;
    struct scheduler scheduler;
};

/* Before TASK, which is done without the lock, and which with WAITS may wait for another
 * process. */
struct task_run parallel_begin_task(struct parallel *t, enum task task, bool waits);
/* After it. */
void parallel_end_task(struct parallel *t, const struct task_run *run);
/* What is written already reaches the reader of the output.  True when it had not. */
bool parallel_flush_output(struct parallel *t);
/* Reads a block of the current document, or of the next one. */
void parallel_read_on(struct parallel *t);
/* Nothing more of the current document W is wanted, or there is nothing. */
void parallel_end_reading(struct parallel *t, struct queued_document *w);

#endif
