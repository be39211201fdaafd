/* threads.c - runs the stages in threads. */
#include "threads.h"

#include "formatters.h"
#include "lineup.h"
#include "parser.h"
#include "recognise.h"

#include <stdlib.h>

struct threads {
    struct pipeline *pipeline;
    struct documents *documents;
    struct lineup lineup;
    struct formatters formatters;
    bool side_by_side;     /* documents can be parsed so */
    atomic_bool stopped;   /* the writer, or a filter, wants no more */
    pthread_mutex_t mutex; /* of all that follows */
    struct work *reading;  /* what the reader fills now */
    bool read;             /* the reader has come to its end */
};

/* ---- reader ---- */

static void set_reading(struct threads *t, struct work *w)
{
    pthread_mutex_lock(&t->mutex);
    t->reading = w;
    pthread_mutex_unlock(&t->mutex);
}

static void pass_on(struct threads *t, struct work *w)
{
    if (!lineup_put(&t->lineup, w))
        work_drop(w);
}

/* The first blocks go along with the work, when nobody waits for them: a small document is
 * whole when a parser gets it.  A long block finds no room behind another. */
static void read_blocks(struct threads *t, struct work *w, struct stream *stream)
{
    enum { FIRST = 2 };
    struct reader reader;
    struct block *b;
    int first = FIRST; /* blocks until it is passed on; 0: it is */

    reader_open(&reader, stream, &t->pipeline->command->limits);
    do {
        b = reader.supply.next(&reader.supply);
        if (b != NULL && queue_ready(&w->blocks))
            block_look(b); /* while the parser has other work */
        if (first != 0 && b != NULL && b->used > BLOCK_SIZE) {
            pass_on(t, w);
            first = 0;
        }
        if (b == NULL || t->stopped || !queue_push(&w->blocks, b, b->used)) {
            block_drop(b);
            b = NULL;
            work_end(w, &reader.supply.problem);
        }
        if (first != 0 && (b == NULL || --first == 0 || !reader.supply.ready(&reader.supply))) {
            w->whole = b == NULL && t->side_by_side;
            pass_on(t, w);
            first = 0;
        }
    } while (b != NULL);
    reader_close(&reader);
}

static void read_document(struct threads *t, struct document *d)
{
    const struct choice *choice = t->pipeline->choice;
    size_t input = 0;
    struct batch *told = NULL;
    struct work *w;

    if (recognise(choice, d, &input, &told)) {
        w = work_new(origin_new(d->name, d->member, choice->inputs[input]->name), input);
        set_reading(t, w);
        read_blocks(t, w, d->stream);
        set_reading(t, NULL);
    } else {
        w = work_new(origin_keep(told->origin), input);
        queue_push(&w->batches, told, 0);
        queue_close(&w->batches);
        w->parsed = true;
        pass_on(t, w);
    }
    work_drop(w);
}

static void *read_documents(void *context)
{
    struct threads *t = context;
    struct document d;

    guard_thread();
    while (!t->stopped && documents_next(t->documents, &d))
        read_document(t, &d);
    lineup_close(&t->lineup);
    pthread_mutex_lock(&t->mutex);
    t->read = true;
    pthread_mutex_unlock(&t->mutex);
    return NULL;
}

/* ---- parsers ---- */

static void flush_nothing(void *context)
{
    (void)context; /* the writer flushes whenever it has to wait */
}

static void parse(struct threads *t, struct work *w, bool (*deliver)(void *, struct batch *),
                  void *context)
{
    const struct choice *choice = t->pipeline->choice;
    struct parser_settings settings = parser_settings(t->pipeline->command);

    settings.deliver = deliver;
    settings.flush = flush_nothing;
    settings.context = context;
    parse_document(w->origin, &w->supply, choice->inputs[w->input], choice->input_options[w->input],
                   &settings);
    queue_close(&w->blocks); /* it may have ended early */
    queue_close(&w->batches);
}

struct parsing { /* what a parser's deliver() needs to know */
    struct threads *threads;
    struct work *work;
};

static bool deliver_to_gate(void *context, struct batch *b)
{
    struct parsing *p = context;

    queue_push(&p->work->batches, b, (size_t)b->bytes);
    return !p->threads->stopped;
}

static void *parse_documents(void *context)
{
    struct threads *t = context;
    struct parsing parsing = { .threads = t };

    guard_thread();
    while ((parsing.work = lineup_parse(&t->lineup)) != NULL) {
        parse(t, parsing.work, deliver_to_gate, &parsing);
        work_drop(parsing.work);
    }
    return NULL;
}

/* ---- gate and writer ---- */

/* Nothing is wanted any more: all but the reader, which may wait for its input, come to their
 * end. */
static void stop(struct threads *t)
{
    t->stopped = true;
    lineup_close(&t->lineup);
    pthread_mutex_lock(&t->mutex);
    if (t->reading != NULL)
        queue_close(&t->reading->blocks);
    pthread_mutex_unlock(&t->mutex);
}

/* Writes the oldest batch; false when there is none or nothing is wanted any more. */
static bool write_oldest(struct threads *t)
{
    struct batch *b = formatters_take(&t->formatters);

    if (b == NULL)
        return false;
    if (!t->stopped && !writer_put(t->pipeline->writer, b))
        stop(t);
    batch_free(b);
    return !t->stopped;
}

static bool deliver_to_writer(void *context, struct batch *b)
{
    struct threads *t = context;

    if (formatters_full(&t->formatters))
        write_oldest(t);
    formatters_put(&t->formatters, b);
    return !t->stopped;
}

static bool deliver_gated(void *context, struct batch *b)
{
    struct threads *t = context;

    if (t->stopped) { /* it has come too late */
        batch_free(b);
        return false;
    }
    gate_batch(&t->pipeline->gate, b);
    return deliver_to_writer(t, b);
}

/* What is written already goes out before a wait. */
static struct work *next_work(struct threads *t, bool wait, bool *unparsed)
{
    struct work *w = lineup_first(&t->lineup, false, unparsed);

    if (w != NULL || !wait)
        return w;
    if (!*unparsed)
        writer_flush(t->pipeline->writer);
    return lineup_first(&t->lineup, true, unparsed);
}

/* Takes the next batch, or document that nobody parses, through the gate; false when there is
 * none any more, or none yet and not to WAIT. */
static bool gate_next(struct threads *t, bool wait)
{
    struct work *w;
    bool unparsed;

    while ((w = next_work(t, wait, &unparsed)) != NULL) {
        struct batch *b;

        if (unparsed) {
            parse(t, w, deliver_gated, t);
            lineup_remove(&t->lineup);
            return true;
        }
        if (!queue_ready(&w->batches)) {
            if (!wait)
                return false;
            writer_flush(t->pipeline->writer);
        }
        b = queue_pop(&w->batches);
        if (b != NULL) {
            deliver_gated(t, b);
            return true;
        }
        lineup_remove(&t->lineup);
    }
    return false;
}

static void write_all(struct threads *t)
{
    struct gate *gate = &t->pipeline->gate;

    gate->deliver = deliver_to_writer;
    gate->context = t;
    do {
        while (!formatters_full(&t->formatters) && gate_next(t, formatters_empty(&t->formatters)))
            ;
    } while (write_oldest(t));
    if (!t->stopped)
        gate_flush(gate);
    while (write_oldest(t))
        ;
}

/* What has come too late. */
static void drop_rest(struct threads *t)
{
    while (!formatters_empty(&t->formatters))
        write_oldest(t);
    while (gate_next(t, true))
        ;
}

/* ---- all of them ---- */

static bool parses_side_by_side(const struct choice *c)
{
    for (size_t i = 0; c->inputs[i] != NULL; i++)
        if (c->inputs[i]->table->threads == PC_SERIAL)
            return false;
    return true;
}

static pthread_t start(void *(*stage)(void *), struct threads *t)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, stage, t) != 0)
        memory_exhausted();
    return thread;
}

/* True when the reader still reads. */
static bool still_reading(struct threads *t)
{
    bool reading;

    pthread_mutex_lock(&t->mutex);
    reading = !t->read;
    pthread_mutex_unlock(&t->mutex);
    return reading;
}

static struct threads *threads_open(struct pipeline *p, struct documents *documents)
{
    struct threads *t = memory_alloc(sizeof *t);
    unsigned jobs = p->command->jobs;

    *t = (struct threads){ .pipeline = p, .documents = documents };
    t->side_by_side = parses_side_by_side(p->choice);
    lineup_open(&t->lineup, jobs + 2);
    pthread_mutex_init(&t->mutex, NULL);
    atomic_init(&t->stopped, false);
    formatters_open(&t->formatters, p->output, jobs, p->command->on_error == ON_ERROR_STOP);
    return t;
}

static void threads_close(struct threads *t)
{
    lineup_free(&t->lineup);
    pthread_mutex_destroy(&t->mutex);
    free(t);
}

void threads_run(struct pipeline *p, struct documents *documents)
{
    struct threads *t = threads_open(p, documents);
    unsigned parsers = t->side_by_side ? p->command->jobs : 1;
    pthread_t reader = start(read_documents, t), *workers = memory_alloc(parsers * sizeof *workers);

    for (unsigned i = 0; i < parsers; i++)
        workers[i] = start(parse_documents, t);
    write_all(t);
    drop_rest(t);
    for (unsigned i = 0; i < parsers; i++)
        pthread_join(workers[i], NULL);
    free(workers);
    formatters_close(&t->formatters);
    p->abandoned = t->stopped && still_reading(t);
    if (p->abandoned)
        return; /* T stays for the reader */
    pthread_join(reader, NULL);
    threads_close(t);
}
