/* parallel_state.h - what the files of the parallel pipeline share.  Functions are called and
 * return with the lock of the pool, except where their comment says otherwise.  */
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

/* Begins TASK, and gives up the lock.  WAITS: the task may wait for another process.  */
struct task_run parallel_begin_task(struct parallel *t, enum task task, bool waits);
/* After it.  */
void parallel_end_task(struct parallel *t, const struct task_run *run);
/* Wakes another worker when there is work that the one at RUN leaves over.  NULL: the caller
 * goes on with its task.  */
void parallel_wake_another(struct parallel *t, const struct task_run *run);
/* Writes out the buffer of the output.  False when it was empty, or another worker writes.  */
bool parallel_flush_output(struct parallel *t);

#endif
