/* schedule.c - what can go on, and in which order it should. */
#include "schedule.h"

/* Blocks that are read before anything else is done, so that nobody waits for the reader: few
 * of a plain file, which are parsed best while they are in the cache; more of what takes time
 * to read, so that the same worker goes on with that. */
enum { AHEAD = 2, AHEAD_OF_SLOW = WORK_BLOCKS, AHEAD_IN_ALL = 6 };

void schedule_open(struct schedule *s, unsigned jobs)
{
    *s = (struct schedule){ .current = NULL };
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

enum task schedule_next(const struct schedule *s)
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
