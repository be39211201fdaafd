/* threads_read.c - documents and their blocks come into the lineup. */
#include "pipeline/parallel_state.h"
#include "stages/recognise.h"

/* The next document, or NULL at their end.  Without the lock. */
static struct work *open_document(struct threads *t)
{
    const struct choice *choice = t->pipeline->choice;
    struct document d;
    size_t input = 0;
    struct batch *told = NULL;
    struct work *w;

    if (!documents_next(t->documents, &d))
        return NULL;
    if (recognise(choice, &d, &input, &told)) {
        w = work_new(origin_new(d.name, d.member, choice->inputs[input]->name), input);
        reader_open(&t->schedule.reader, d.stream, &t->pipeline->command->limits);
    } else {
        w = work_new(origin_keep(told->origin), input);
        work_put_batch(w, told);
        w->parsed = w->read = true;
    }
    return w;
}

void threads_end_reading(struct threads *t, struct work *w)
{
    w->read = true;
    w->end = t->schedule.reader.supply.problem;
    reader_close(&t->schedule.reader);
    t->schedule.current = NULL;
}

/* Puts W into the lineup, unless it is there, and B into W. */
static void take_in(struct threads *t, struct work *w, struct block *b)
{
    if (w != t->schedule.current)
        lineup_put(&t->schedule.lineup, w);
    if (w->read) /* there was nothing to read */
        return;
    t->schedule.current = w;
    if (b != NULL)
        work_put_block(w, b);
    if (b == NULL || t->schedule.reader.ended || w->parsed)
        threads_end_reading(t, w);
}

/* True when to read on, in the current document if there is one, may mean to wait now. */
static bool must_wait(struct threads *t)
{
    struct supply *supply = &t->schedule.reader.supply;

    return t->schedule.current != NULL ? !supply->ready(supply) : !documents_flow(t->documents);
}

/* False when the rest of the current document only has to be unpacked.  Of a plain file another
 * worker had better have each block at once. */
static bool is_shared(const struct reader *r)
{
    return r->stream->fd >= 0 || !meter_knows_size(r->stream->meter);
}

void threads_read_on(struct threads *t)
{
    struct work *w = t->schedule.current;
    bool look = w != NULL && w->block_count != 0; /* while the parser has other work */
    bool waits = must_wait(t);
    struct block *b = NULL;
    struct stint stint;

    t->schedule.reading = true;
    if (waits)
        threads_flush_output(t);
    stint = threads_go(t, READ, waits || (w != NULL && is_shared(&t->schedule.reader)));
    if (w == NULL)
        w = open_document(t);
    if (w != NULL && !w->read)
        b = t->schedule.reader.supply.next(&t->schedule.reader.supply);
    if (b != NULL && look)
        block_look(b);
    threads_come_back(t, &stint);
    t->schedule.reading = false;
    if (w != NULL)
        take_in(t, w, b);
    else
        t->schedule.read = true;
    schedule_remove_done(&t->schedule);
}
