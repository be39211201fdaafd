/* parallel_state.h - what the parts of the threads share.  Functions are called and return with
 * the lock of the crew. */
#ifndef PAPERCONV_HOST_PIPELINE_PARALLEL_STATE_H
#define PAPERCONV_HOST_PIPELINE_PARALLEL_STATE_H

#include "documents/documents.h"
#include "pipeline/pipeline.h"
#include "pipeline/scheduler.h"
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
/* Another worker does what is left over by one that is at RUN, NULL: that goes on. */
void parallel_wake_another(struct parallel *t, const struct task_run *run);
/* What is written already reaches the reader of the output.  True when it had not. */
bool parallel_flush_output(struct parallel *t);

#endif
