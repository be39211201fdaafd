/* threads_read.c - documents and their blocks come into the lineup. */
#include "recognise.h"
#include "threads_inside.h"

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

/* False when reading on, in W or the next document, can only mean to unpack or to open a file.
 * Of a plain file another worker had better have each block at once. */
static bool reading_may_wait(const struct threads *t, const struct work *w)
{
    const struct stream *s = t->schedule.reader.stream;

    if (w == NULL)
        return !documents_flow(t->documents);
    return s->fd >= 0 || s->meter == NULL || s->meter->size == UINT64_MAX;
}

void threads_read_on(struct threads *t)
{
    struct work *w = t->schedule.current;
    bool look = w != NULL && w->block_count != 0; /* while the parser has other work */
    struct block *b = NULL;
    struct stint stint;

    t->schedule.reading = true;
    if (w != NULL && !t->schedule.reader.supply.ready(&t->schedule.reader.supply))
        threads_flush_output(t);
    stint = threads_go(t, READ, reading_may_wait(t, w));
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
