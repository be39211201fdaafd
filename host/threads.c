/* threads.c - runs the stages in threads. */
#include "threads.h"

#include "formatter.h"
#include "parser.h"
#include "recognise.h"
#include "work.h"

#include <stdlib.h>

struct threads {
    struct pipeline *pipeline;
    struct documents *documents;
    struct queue to_parse;    /* works, for the parsers */
    struct queue to_gate;     /* the same works and more, in order, for the gate */
    struct queue to_format;   /* batches, for the formatters */
    struct queue to_write;    /* the same batches, in order, for the writer */
    atomic_bool stopped;      /* the writer, or a filter, wants no more */
    pthread_mutex_t mutex;    /* of all that follows */
    pthread_cond_t formatted; /* b->formatted has been set */
    struct work *reading;     /* what the reader fills now */
    bool read;                /* the reader has come to its end */
};

/* ---- reader ---- */

static void set_reading(struct threads *t, struct work *w)
{
    pthread_mutex_lock(&t->mutex);
    t->reading = w;
    pthread_mutex_unlock(&t->mutex);
}

/* To the gate, and by way of a parser when PARSE. */
static void pass_on(struct threads *t, struct work *w, bool parse)
{
    if (!queue_push(&t->to_gate, w)) {
        work_drop(w);
    } else if (parse && !queue_push(&t->to_parse, work_keep(w))) {
        queue_close(&w->batches);
        work_drop(w);
    }
}

/* The first blocks go along with the work: a small document is whole when a parser gets
 * it, which does not wait in vain then. */
static void read_blocks(struct threads *t, struct work *w, struct stream *stream)
{
    enum { FIRST = 2 };
    struct reader reader;
    struct block *b;
    int count = 0;

    reader_open(&reader, stream, &t->pipeline->command->limits);
    do {
        b = reader.supply.next(&reader.supply);
        if (b == NULL || t->stopped || !queue_push(&w->blocks, b)) {
            block_drop(b);
            b = NULL;
            work_end(w, &reader.supply.problem);
        }
        if (count < FIRST &&
            (b == NULL || ++count == FIRST || !reader.supply.ready(&reader.supply))) {
            pass_on(t, w, true);
            count = FIRST;
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
        queue_push(&w->batches, told);
        queue_close(&w->batches);
        pass_on(t, w, false);
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
    queue_close(&t->to_parse);
    queue_close(&t->to_gate);
    pthread_mutex_lock(&t->mutex);
    t->read = true;
    pthread_mutex_unlock(&t->mutex);
    return NULL;
}

/* ---- parsers ---- */

struct parsing { /* what a parser's deliver() needs to know */
    struct threads *threads;
    struct work *work;
};

static bool deliver_to_gate(void *context, struct batch *b)
{
    struct parsing *p = context;

    queue_push(&p->work->batches, b);
    return !p->threads->stopped;
}

static void flush_nothing(void *context)
{
    (void)context; /* the writer flushes whenever it has to wait */
}

static void *parse_documents(void *context)
{
    struct threads *t = context;
    const struct choice *choice = t->pipeline->choice;
    struct parser_settings settings = parser_settings(t->pipeline->command);
    struct work *w;

    guard_thread();
    while ((w = queue_pop(&t->to_parse)) != NULL) {
        struct parsing parsing = { t, w };

        settings.deliver = deliver_to_gate;
        settings.flush = flush_nothing;
        settings.context = &parsing;
        parse_document(w->origin, &w->supply, choice->inputs[w->input],
                       choice->input_options[w->input], &settings);
        queue_close(&w->blocks); /* it may have ended early */
        queue_close(&w->batches);
        work_drop(w);
    }
    return NULL;
}

/* ---- gate ---- */

static bool is_reentrant(const struct threads *t)
{
    return t->pipeline->output->plugin->table->threads == PC_REENTRANT;
}

static void set_formatted(struct threads *t, struct batch *b)
{
    pthread_mutex_lock(&t->mutex);
    b->formatted = true;
    pthread_cond_signal(&t->formatted);
    pthread_mutex_unlock(&t->mutex);
}

static bool stops(const struct threads *t)
{
    return t->pipeline->command->on_error == ON_ERROR_STOP;
}

/* From the gate to the writer, and by way of a formatter if the output allows. */
static bool deliver_to_writer(void *context, struct batch *b)
{
    struct threads *t = context;

    queue_push(&t->to_write, b);
    if (is_reentrant(t)) {
        queue_push(&t->to_format, b);
    } else {
        format_batch(t->pipeline->output, b, stops(t));
        set_formatted(t, b);
    }
    return !t->stopped;
}

static void *guard_order(void *context)
{
    struct threads *t = context;
    struct gate *gate = &t->pipeline->gate;
    struct work *w;
    struct batch *b;

    guard_thread();
    gate->deliver = deliver_to_writer;
    gate->context = t;
    while ((w = queue_pop(&t->to_gate)) != NULL) {
        while ((b = queue_pop(&w->batches)) != NULL) {
            if (t->stopped) {
                batch_free(b);
                continue;
            }
            gate_batch(gate, b);
            deliver_to_writer(t, b);
        }
        work_drop(w);
    }
    if (!t->stopped)
        gate_flush(gate);
    queue_close(&t->to_format);
    queue_close(&t->to_write);
    return NULL;
}

/* ---- formatters ---- */

static void *format_batches(void *context)
{
    struct threads *t = context;
    const struct instance *shared = t->pipeline->output;
    struct instance output = { .plugin = shared->plugin, .state = shared->state };
    struct batch *b;

    guard_thread();
    output.call.plugin = output.plugin->name;
    while ((b = queue_pop(&t->to_format)) != NULL) {
        format_batch(&output, b, stops(t));
        set_formatted(t, b);
    }
    arena_free(&output.call.scratch);
    return NULL;
}

/* ---- writer ---- */

/* Waits for B and for nothing else: what is written already goes out first. */
static void wait_until_formatted(struct threads *t, const struct batch *b)
{
    bool formatted;

    pthread_mutex_lock(&t->mutex);
    formatted = b->formatted;
    pthread_mutex_unlock(&t->mutex);
    if (formatted)
        return;
    writer_flush(t->pipeline->writer);
    pthread_mutex_lock(&t->mutex);
    while (!b->formatted)
        pthread_cond_wait(&t->formatted, &t->mutex);
    pthread_mutex_unlock(&t->mutex);
}

/* What has come too late. */
static void drop_batches(struct threads *t)
{
    struct batch *b;

    while ((b = queue_pop(&t->to_write)) != NULL) {
        wait_until_formatted(t, b);
        batch_free(b);
    }
}

/* No more is wanted: all but the reader, which may wait for its input, come to
 * their end. */
static void stop(struct threads *t)
{
    t->stopped = true;
    queue_close(&t->to_parse);
    queue_close(&t->to_gate);
    pthread_mutex_lock(&t->mutex);
    if (t->reading != NULL)
        queue_close(&t->reading->blocks);
    pthread_mutex_unlock(&t->mutex);
    drop_batches(t);
}

static void write_batches(struct threads *t)
{
    struct batch *b;
    bool more = true;

    while (more) {
        if (!queue_ready(&t->to_write))
            writer_flush(t->pipeline->writer);
        b = queue_pop(&t->to_write);
        if (b == NULL)
            return;
        wait_until_formatted(t, b);
        more = writer_put(t->pipeline->writer, b);
        batch_free(b);
    }
    stop(t);
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

static void open_queues(struct threads *t, unsigned jobs)
{
    queue_open(&t->to_parse, jobs);
    queue_open(&t->to_gate, jobs + 2);
    queue_open(&t->to_format, jobs + 2);
    queue_open(&t->to_write, jobs * 2 + 4);
    pthread_mutex_init(&t->mutex, NULL);
    pthread_cond_init(&t->formatted, NULL);
    atomic_init(&t->stopped, false);
}

static void free_queues(struct threads *t)
{
    queue_free(&t->to_parse);
    queue_free(&t->to_gate);
    queue_free(&t->to_format);
    queue_free(&t->to_write);
    pthread_mutex_destroy(&t->mutex);
    pthread_cond_destroy(&t->formatted);
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

void threads_run(struct pipeline *p, struct documents *documents)
{
    struct threads *t = memory_alloc(sizeof *t);
    unsigned jobs = p->command->jobs, count = 0;
    unsigned parsers = parses_side_by_side(p->choice) ? jobs : 1;
    pthread_t *workers = memory_alloc((jobs * 2 + 1) * sizeof *workers), reader;

    *t = (struct threads){ .pipeline = p, .documents = documents };
    open_queues(t, jobs);
    reader = start(read_documents, t);
    workers[count++] = start(guard_order, t);
    for (unsigned i = 0; i < parsers; i++)
        workers[count++] = start(parse_documents, t);
    for (unsigned i = 0; i < jobs && is_reentrant(t); i++)
        workers[count++] = start(format_batches, t);
    write_batches(t);
    while (count > 0)
        pthread_join(workers[--count], NULL);
    free(workers);
    p->abandoned = t->stopped && still_reading(t);
    if (p->abandoned)
        return; /* T stays for the reader */
    pthread_join(reader, NULL);
    free_queues(t);
    free(t);
}
