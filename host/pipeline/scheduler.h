/* scheduler.h - how far the documents of a run with several workers are, and what comes next.
 * No locks. */
#ifndef PAPERCONV_HOST_PIPELINE_SCHEDULER_H
#define PAPERCONV_HOST_PIPELINE_SCHEDULER_H

#include "pipeline/batch_queue.h"
#include "pipeline/document_queue.h"
#include "streams/block_reader.h"

enum task {
    TASK_NONE,
    TASK_WRITE,
    TASK_FORMAT,
    TASK_FILTER,
    TASK_FLUSH,
    TASK_READ,
    TASK_PARSE,
    TASK_READ_MORE
};

struct scheduler {
    struct document_queue queue;
    struct batch_queue batches;
    bool side_by_side; /* documents can be parsed so */
    bool reentrant;    /* batches can be formatted side by side, and while another is gated */
    /* what is being done now: by one worker, but for formatting */
    bool reading, filtering, flushing, writing;
    unsigned formatting;
    struct block_reader reader;      /* of what is read now */
    struct queued_document *current; /* that document, or NULL */
    bool read, flushed;              /* all documents; the filters */
    unsigned busy, lengthy;          /* stints that go on now; stints that may take long */
    uint64_t took[TASK_PARSE + 1];   /* nanoseconds each task, of late; READ_MORE is READ */
    bool closed;                     /* the gate: nothing more is read or parsed */
    bool stopped;                    /* the writer wants nothing more at all */
};

struct task_run { /* of a worker at a task */
    enum task task;
    bool waits, lengthy; /* it may wait for another process; it may take long, then, too */
    uint64_t began;
};

/* For JOBS workers. */
void scheduler_open(struct scheduler *s, unsigned jobs);
/* What a worker should do now.  NOTHING, too, when the others will have done what is left before
 * it could.  READ_MORE is reading that nobody need be woken for. */
enum task scheduler_next(const struct scheduler *s);
/* The same on the way from the gate on: what can be done inside a callback of an input. */
enum task scheduler_next_after_parsing(const struct scheduler *s);
/* A worker is at TASK from NOW, in nanoseconds of some clock, to scheduler_end(); WAITS: that may
 * wait for another process. */
struct task_run scheduler_begin(struct scheduler *s, enum task task, bool waits, uint64_t now);
void scheduler_end(struct scheduler *s, const struct task_run *run, uint64_t now);
/* True when the worker that begins STINT should call another one.  NULL: it goes on with its. */
bool scheduler_needs_another(const struct scheduler *s, const struct task_run *run);
/* Nanoseconds for which a worker with nothing to do should stay awake: for as long as being
 * woken costs when the next document is expected by then, otherwise for a little. */
uint64_t scheduler_spin_ns(const struct scheduler *s);
/* Nothing more is to be read or parsed. */
bool scheduler_is_ending(const struct scheduler *s);
bool scheduler_is_finished(const struct scheduler *s);
/* Removes the documents that are at their end in every stage. */
void scheduler_remove_done(struct scheduler *s);
/* With all that is still in it. */
void scheduler_close(struct scheduler *s);

#endif
