/* threads.c - what the workers do.  Functions are called and return with the lock of the crew,
 * unless they say otherwise. */
#include "pipeline/parallel.h"

#include "pipeline/parallel_state.h"

#include <stdlib.h>

struct worker {
    struct threads *threads;
    struct instance output; /* for format_batch() */
};

/* Others do what is left over by a worker that is at STINT, or goes on with what it is at. */
static void call(struct threads *t, const struct stint *stint)
{
    if (schedule_needs_another(&t->schedule, stint))
        crew_call(&t->crew);
}

struct stint threads_go(struct threads *t, enum task task, bool waits)
{
    struct stint stint = schedule_begin(&t->schedule, task, waits, crew_clock());

    call(t, &stint);
    crew_unlock(&t->crew);
    return stint;
}

void threads_come_back(struct threads *t, const struct stint *stint)
{
    uint64_t now = crew_clock();

    crew_lock(&t->crew);
    schedule_end(&t->schedule, stint, now);
    crew_change(&t->crew);
}

static void stop(struct threads *t)
{
    t->schedule.stopped = true;
    crew_wake_all(&t->crew);
}

/* ---- waiting ---- */

bool threads_flush_output(struct threads *t)
{
    if (t->schedule.writing || !writer_holds_output(t->pipeline->writer))
        return false;
    t->schedule.writing = true;
    crew_unlock(&t->crew);
    writer_flush(t->pipeline->writer);
    crew_lock(&t->crew);
    crew_change(&t->crew);
    t->schedule.writing = false;
    return true;
}

static void wait_for_work(struct threads *t)
{
    if (!crew_watch(&t->crew, true, schedule_patience(&t->schedule)) && !threads_flush_output(t) &&
        schedule_next(&t->schedule) == NOTHING)
        crew_sleep(&t->crew, true);
}

/* Inside a callback, where not all work can be done. */
static void wait_for_change(struct threads *t)
{
    t->schedule.busy--; /* others must not rely on this one */
    if (!crew_watch(&t->crew, false, schedule_patience(&t->schedule)) && !threads_flush_output(t)) {
        if (schedule_next(&t->schedule) != NOTHING)
            crew_call(&t->crew);
        crew_sleep(&t->crew, false);
    }
    t->schedule.busy++;
}

static bool help(struct worker *worker);

static void wait_or_help(struct worker *worker)
{
    if (!help(worker))
        wait_for_change(worker->threads);
}

/* ---- parsing ---- */

/* The supply of a document's parser.  Without the lock. */
static struct block *next_block(struct supply *supply)
{
    struct work *w = (struct work *)supply;
    struct threads *t = w->worker->threads;
    struct block *b;

    crew_lock(&t->crew);
    while ((b = work_take_block(w)) == NULL && !w->read && !schedule_is_ending(&t->schedule)) {
        if (schedule_next_behind_gate(&t->schedule) == NOTHING && !t->schedule.reading)
            threads_read_on(t); /* of this document, since it has not come to its end */
        else
            wait_or_help(w->worker);
    }
    if (b == NULL)
        supply->problem = w->end;
    call(t, NULL);
    crew_unlock(&t->crew);
    return b;
}

static bool is_ready(struct supply *supply)
{
    const struct work *w = (const struct work *)supply;
    struct threads *t = w->worker->threads;
    bool ready;

    crew_lock(&t->crew);
    ready = w->block_count != 0 || w->read || schedule_is_ending(&t->schedule) ||
            (!t->schedule.reading && t->schedule.reader.supply.ready(&t->schedule.reader.supply));
    crew_unlock(&t->crew);
    return ready;
}

/* Takes the parser's batch.  Without the lock. */
static bool deliver_parsed(void *context, struct batch *b)
{
    struct work *w = context;
    struct threads *t = w->worker->threads;
    bool more;

    crew_lock(&t->crew);
    while (!work_has_room_to_parse(w) && !schedule_is_ending(&t->schedule))
        wait_or_help(w->worker); /* more than one batch in one step: the input is slow */
    work_put_batch(w, b);
    crew_change(&t->crew);
    more = !schedule_is_ending(&t->schedule);
    crew_unlock(&t->crew);
    return more;
}

static void flush_nothing(void *context)
{
    (void)context; /* who has to wait flushes */
}

static struct parser *begin_parsing(struct threads *t, struct work *w)
{
    const struct choice *choice = t->pipeline->choice;
    struct parser_settings settings = parser_settings(t->pipeline->command);

    w->supply = (struct supply){ .next = next_block, .ready = is_ready };
    settings.deliver = deliver_parsed;
    settings.flush = flush_nothing;
    settings.context = w;
    return parser_open(w->origin, &w->supply, choice->inputs[w->input],
                       choice->input_options[w->input], &settings);
}

static void parse(struct worker *worker)
{
    struct threads *t = worker->threads;
    struct work *w = lineup_to_parse(&t->schedule.lineup, t->schedule.side_by_side);
    struct stint stint;
    bool more;

    w->worker = worker;
    stint = threads_go(t, PARSE, false);
    if (w->parser == NULL)
        w->parser = begin_parsing(t, w);
    more = parser_step(w->parser);
    if (!more) {
        parser_close(w->parser);
        w->parser = NULL;
    }
    threads_come_back(t, &stint);
    w->worker = NULL;
    w->parsed = !more;
    if (w->parsed && w == t->schedule.current && !t->schedule.reading)
        threads_end_reading(t, w); /* it ends early; who reads now will see that */
    schedule_remove_done(&t->schedule);
}

/* ---- gate ---- */

static void gate(struct threads *t)
{
    struct batch *b = work_take_batch(lineup_first(&t->schedule.lineup));
    struct stint stint;

    schedule_remove_done(&t->schedule);
    t->schedule.gating = true;
    stint = threads_go(t, GATE, false);
    gate_batch(&t->pipeline->gate, b);
    threads_come_back(t, &stint);
    conveyor_put(&t->schedule.conveyor, b);
    t->schedule.gating = false;
    t->schedule.closed = b->closed;
}

/* Takes a batch from a filter's flush().  Without the lock. */
static bool deliver_flushed(void *context, struct batch *b)
{
    struct worker *worker = context;
    struct threads *t = worker->threads;
    bool more;

    crew_lock(&t->crew);
    t->schedule.gating = false; /* the worker is not in the gate while it waits */
    while (conveyor_is_full(&t->schedule.conveyor) && !t->schedule.stopped)
        wait_or_help(worker);
    if (t->schedule.stopped)
        batch_free(b);
    else
        conveyor_put(&t->schedule.conveyor, b);
    while (!t->schedule.reentrant && t->schedule.formatting != 0)
        wait_or_help(worker);
    t->schedule.gating = true;
    crew_change(&t->crew);
    more = !t->schedule.stopped;
    call(t, NULL);
    crew_unlock(&t->crew);
    return more;
}

static void flush_filters(struct worker *worker)
{
    struct threads *t = worker->threads;
    struct gate *gate = &t->pipeline->gate;
    struct stint stint;

    gate->deliver = deliver_flushed;
    gate->context = worker;
    t->schedule.flushed = t->schedule.flushing = t->schedule.gating = true;
    stint = threads_go(t, FLUSH, false);
    gate_flush(gate);
    threads_come_back(t, &stint);
    t->schedule.flushing = t->schedule.gating = false;
}

/* ---- output ---- */

static void format(struct worker *worker)
{
    struct threads *t = worker->threads;
    bool stop_at_error = t->pipeline->command->on_error == ON_ERROR_STOP;
    struct carried *carried = conveyor_to_format(&t->schedule.conveyor);
    struct stint stint;

    carried->state = BEING_FORMATTED;
    t->schedule.formatting++;
    stint = threads_go(t, FORMAT, false);
    format_batch(&worker->output, carried->batch, stop_at_error);
    threads_come_back(t, &stint);
    t->schedule.formatting--;
    carried->state = FORMATTED;
}

static void write_first(struct threads *t)
{
    struct batch *b = conveyor_take(&t->schedule.conveyor);
    enum writer_wish wish;
    struct stint stint;

    t->schedule.writing = true;
    stint = threads_go(t, WRITE, false);
    wish = writer_put(t->pipeline->writer, b);
    batch_free(b);
    threads_come_back(t, &stint);
    t->schedule.writing = false;
    if (wish == WRITER_NOTHING)
        stop(t);
}

/* ---- the workers ---- */

static void perform(struct worker *worker, enum task task)
{
    struct threads *t = worker->threads;

    switch (task) {
    case WRITE:
        write_first(t);
        break;
    case FORMAT:
        format(worker);
        break;
    case GATE:
        gate(t);
        break;
    case FLUSH:
        flush_filters(worker);
        break;
    case READ:
    case READ_MORE:
        threads_read_on(t);
        break;
    case PARSE:
        parse(worker);
        break;
    case NOTHING:
        wait_for_work(t);
        break;
    }
}

/* False when there is nothing that can be done inside a callback. */
static bool help(struct worker *worker)
{
    enum task task = schedule_next_behind_gate(&worker->threads->schedule);

    if (task != NOTHING)
        perform(worker, task);
    return task != NOTHING;
}

static void *work(void *context)
{
    struct threads *t = context;
    const struct instance *output = t->pipeline->output;
    struct worker worker = { .threads = t,
                             .output = { .plugin = output->plugin, .state = output->state } };

    guard_thread();
    worker.output.call.plugin = output->plugin->name;
    crew_lock(&t->crew);
    while (!schedule_is_finished(&t->schedule))
        perform(&worker, schedule_next(&t->schedule));
    crew_wake_all(&t->crew);
    crew_leave(&t->crew);
    crew_unlock(&t->crew);
    arena_free(&worker.output.call.scratch);
    return NULL;
}

/* ---- all of them ---- */

static bool parses_side_by_side(const struct choice *c)
{
    for (size_t i = 0; c->inputs[i] != NULL; i++)
        if (c->inputs[i]->table->threads == PC_SERIAL)
            return false;
    return true;
}

static struct threads *threads_open(struct pipeline *p, struct documents *documents)
{
    struct threads *t = memory_alloc(sizeof *t);
    unsigned jobs = p->jobs;

    *t = (struct threads){ .pipeline = p, .documents = documents };
    schedule_open(&t->schedule, jobs);
    t->schedule.side_by_side = parses_side_by_side(p->choice);
    t->schedule.reentrant = p->output->plugin->table->threads == PC_REENTRANT;
    crew_open(&t->crew, jobs, work, t);
    return t;
}

static void threads_close(struct threads *t)
{
    schedule_close(&t->schedule);
    crew_close(&t->crew);
    free(t);
}

/* True when all workers have left; false when one still waits for input that nobody wants. */
static bool run_workers(struct threads *t)
{
    bool all;

    crew_lock(&t->crew);
    crew_call(&t->crew);
    while (t->crew.working > (schedule_is_finished(&t->schedule) && t->schedule.reading ? 1 : 0))
        pthread_cond_wait(&t->crew.left, &t->crew.mutex);
    all = t->crew.working == 0;
    crew_unlock(&t->crew);
    return all;
}

void threads_run(struct pipeline *p, struct documents *documents)
{
    struct threads *t = threads_open(p, documents);

    p->abandoned = !run_workers(t);
    if (p->abandoned)
        return; /* T stays for the one that is left */
    crew_join(&t->crew);
    threads_close(t);
}
