/* schedule.h - how far the documents of a run with several workers are, and what comes next.
 * No locks. */
#ifndef PAPERCONV_HOST_SCHEDULE_H
#define PAPERCONV_HOST_SCHEDULE_H

#include "pipeline/batch_queue.h"
#include "pipeline/lineup.h"

enum task { NOTHING, WRITE, FORMAT, GATE, FLUSH, READ, PARSE, READ_MORE };

struct schedule {
    struct lineup lineup;
    struct conveyor conveyor;
    bool side_by_side; /* documents can be parsed so */
    bool reentrant;    /* batches can be formatted side by side, and while another is gated */
    /* what is being done now: by one worker, but for formatting */
    bool reading, gating, flushing, writing;
    unsigned formatting;
    struct reader reader;     /* of what is read now */
    struct work *current;     /* that document, or NULL */
    bool read, flushed;       /* all documents; the filters */
    unsigned busy, lengthy;   /* stints that go on now; stints that may take long */
    uint64_t took[PARSE + 1]; /* nanoseconds each task, of late; READ_MORE is READ */
    bool closed;              /* the gate: nothing more is read or parsed */
    bool stopped;             /* the writer wants nothing more at all */
};

struct stint { /* of a worker at a task */
    enum task task;
    bool waits, lengthy; /* it may wait for another process; it may take long, then, too */
    uint64_t began;
};

/* For JOBS workers. */
void schedule_open(struct schedule *s, unsigned jobs);
/* What a worker should do now.  NOTHING, too, when the others will have done what is left before
 * it could.  READ_MORE is reading that nobody need be woken for. */
enum task schedule_next(const struct schedule *s);
/* The same on the way from the gate on: what can be done inside a callback of an input. */
enum task schedule_next_behind_gate(const struct schedule *s);
/* A worker is at TASK from NOW, in nanoseconds of some clock, to schedule_end(); WAITS: that may
 * wait for another process. */
struct stint schedule_begin(struct schedule *s, enum task task, bool waits, uint64_t now);
void schedule_end(struct schedule *s, const struct stint *stint, uint64_t now);
/* True when the worker that begins STINT should call another one.  NULL: it goes on with its. */
bool schedule_needs_another(const struct schedule *s, const struct stint *stint);
/* Nanoseconds for which a worker with nothing to do should stay awake: for as long as being
 * woken costs when the next document is expected by then, otherwise for a little. */
uint64_t schedule_patience(const struct schedule *s);
/* Nothing more is to be read or parsed. */
bool schedule_is_ending(const struct schedule *s);
bool schedule_is_finished(const struct schedule *s);
/* Removes the documents that are at their end in every stage. */
void schedule_remove_done(struct schedule *s);
/* With all that is still in it. */
void schedule_close(struct schedule *s);

#endif
