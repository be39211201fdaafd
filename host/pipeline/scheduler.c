/* schedule.c - what can go on, and in which order it should. */
#include "pipeline/scheduler.h"

/* Blocks that are read before anything else is done, so that nobody waits for the reader: few
 * of a plain file, which are parsed best while they are in the cache; more of what takes time
 * to read, so that the same worker goes on with that. */
enum { AHEAD = 2, AHEAD_OF_SLOW = WORK_BLOCKS, AHEAD_IN_ALL = 12 };

/* Nanoseconds: of a task during which others can do something, and of parsing that has piled up
 * so that they should.  To wake a thread costs both sides some 10,000, and two at tasks that
 * are shorter than that only keep each other from the lock. */
enum { LONG = 20000, MUCH = 300000 };

/* Nanoseconds for which a worker waits awake.  On a virtual machine, to wake one that has slept
 * so long that its processor is given away costs it some 100,000, and 30,000 whoever wakes it. */
enum { SHORT = 20000, WAKING = 200000 };
_Static_assert((int)WAKING < (int)MUCH, "what took MUCH may have taken longer");

void schedule_open(struct schedule *s, unsigned jobs)
{
    *s = (struct schedule){ .current = NULL };
    s->took[FLUSH] = LONG; /* it is done once */
    lineup_open(&s->lineup, jobs + AHEAD_IN_ALL);
    conveyor_open(&s->conveyor, jobs + 2);
}

static bool can_gate(const struct schedule *s)
{
    const struct work *first = lineup_first(&s->lineup);

    return !s->gating && !s->closed && !conveyor_is_full(&s->conveyor) && first != NULL &&
           first->batch_count != 0 && (s->reentrant || s->formatting == 0);
}

static bool can_format(const struct schedule *s)
{
    return conveyor_to_format(&s->conveyor) != NULL &&
           (s->reentrant || (s->formatting == 0 && !s->gating));
}

static bool can_read(const struct schedule *s)
{
    if (s->reading || s->read)
        return false;
    return s->current != NULL ? work_has_room_to_read(s->current) : !lineup_is_full(&s->lineup);
}

static bool should_read(const struct schedule *s)
{
    if (s->stopped || s->closed || !can_read(s))
        return false;
    if (s->current == NULL)
        return lineup_blocks(&s->lineup) < AHEAD_IN_ALL;
    return s->current->block_count < (s->reader.stream->fd >= 0 ? AHEAD : AHEAD_OF_SLOW);
}

static bool can_flush(const struct schedule *s)
{
    return ((s->read && s->lineup.count == 0) || s->closed) && !s->gating && !s->flushed &&
           (s->reentrant || s->formatting == 0);
}

enum task schedule_next_behind_gate(const struct schedule *s)
{
    if (s->stopped)
        return NOTHING;
    if (!s->writing && conveyor_can_be_taken(&s->conveyor))
        return WRITE;
    return can_format(s) ? FORMAT : can_gate(s) ? GATE : NOTHING;
}

/* What a worker can do. */
static enum task next_task(const struct schedule *s)
{
    enum task task = schedule_next_behind_gate(s);

    if (should_read(s))
        return READ;
    if (s->stopped || task != NOTHING)
        return task;
    if (s->closed)
        return can_flush(s) ? FLUSH : NOTHING;
    if (lineup_to_parse(&s->lineup, s->side_by_side) != NULL)
        return PARSE;
    return can_flush(s) ? FLUSH : can_read(s) ? READ_MORE : NOTHING;
}

static bool is_much(const struct schedule *s)
{
    return lineup_blocks(&s->lineup) * s->took[PARSE] >= MUCH;
}

enum task schedule_next(const struct schedule *s)
{
    enum task task = next_task(s);
    uint64_t takes = s->took[task == READ_MORE ? READ : task];
    bool others_will = s->busy > s->lengthy && takes < LONG && !is_much(s);

    return others_will ? NOTHING : task;
}

struct stint schedule_begin(struct schedule *s, enum task task, bool waits, uint64_t now)
{
    bool lengthy = waits || s->took[task] >= LONG;

    s->busy++;
    s->lengthy += lengthy;
    return (struct stint){ task, waits, lengthy, now };
}

void schedule_end(struct schedule *s, const struct stint *stint, uint64_t now)
{
    uint64_t took = now - stint->began, *of_late = &s->took[stint->task];
    uint64_t most = *of_late != 0 && *of_late < MUCH / 4 ? *of_late * 4 : MUCH;

    if (took > most)
        took = most; /* perhaps only because the thread had to pause */
    *of_late = *of_late != 0 ? (*of_late * 3 + took) / 4 : took;
    s->busy--;
    s->lengthy -= stint->lengthy;
}

bool schedule_needs_another(const struct schedule *s, const struct stint *stint)
{
    enum task task = schedule_next(s);

    if (stint != NULL && stint->task == READ &&
        !stint->waits) /* it can go on by itself for a while */
        return task != NOTHING && is_much(s);
    return task != NOTHING && task != READ_MORE; /* who reads only that has nothing else to do */
}

uint64_t schedule_patience(const struct schedule *s)
{
    bool soon = s->took[READ] >= LONG && s->took[READ] < WAKING && s->took[PARSE] >= LONG;

    return s->reading && soon ? WAKING : SHORT;
}

bool schedule_is_finished(const struct schedule *s)
{
    return s->stopped || (s->flushed && !s->flushing && s->conveyor.count == 0 && !s->writing);
}

bool schedule_is_ending(const struct schedule *s)
{
    return s->closed || s->stopped;
}

void schedule_remove_done(struct schedule *s)
{
    struct work *w;

    while ((w = lineup_first(&s->lineup)) != NULL && w->parsed && w->read && w->worker == NULL &&
           w->batch_count == 0)
        lineup_remove(&s->lineup);
}

void schedule_close(struct schedule *s)
{
    if (s->current != NULL)
        reader_close(&s->reader);
    lineup_close(&s->lineup);
    conveyor_close(&s->conveyor);
}
