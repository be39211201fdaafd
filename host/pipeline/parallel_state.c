/* parallel_state.c - what every task begins and ends with.  */
#include "pipeline/parallel_state.h"

void parallel_wake_another(struct parallel *t, const struct task_run *run)
{
    if (scheduler_needs_another(&t->scheduler, run))
        thread_pool_wake_one(&t->pool);
}

struct task_run parallel_begin_task(struct parallel *t, enum task task, bool waits)
{
    struct task_run run = scheduler_begin(&t->scheduler, task, waits, monotonic_ns());

    parallel_wake_another(t, &run);
    thread_pool_unlock(&t->pool);
    return run;
}

void parallel_end_task(struct parallel *t, const struct task_run *run)
{
    uint64_t now = monotonic_ns();

    thread_pool_lock(&t->pool);
    scheduler_end(&t->scheduler, run, now);
    thread_pool_notify(&t->pool);
}

bool parallel_flush_output(struct parallel *t)
{
    if (t->scheduler.writing || !writer_holds_output(t->pipeline->writer))
        return false;
    t->scheduler.writing = true;
    thread_pool_unlock(&t->pool);
    writer_flush(t->pipeline->writer);
    thread_pool_lock(&t->pool);
    thread_pool_notify(&t->pool);
    t->scheduler.writing = false;
    return true;
}
