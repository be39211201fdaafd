/* filter.c - calls the filters and prepare() for one record after the other.  */
#include "stages/filter.h"

#include "api/report.h"
#include "records/packed_record.h"
#include "records/record_rules.h"

#include <stdlib.h>

/* ---- records that filters keep ---- */

static struct kept_record *kept(pc_record *record)
{
    return (struct kept_record *)record; /* RECORD is the first member of each */
}

static pc_record *give_record(struct filter *f, struct kept_record *k)
{
    k->record.base.h.host = f->callback->host;
    k->record.callback = f->callback;
    kept_move(k, &f->kept);
    return &k->record.base;
}

pc_record *pipe_create(pc_pipe *pipe, const pc_record *copy_of)
{
    return give_record((struct filter *)pipe, kept_new((const struct record *)copy_of));
}

pc_str pipe_pack(pc_pipe *pipe, const pc_record *record)
{
    struct filter *f = (struct filter *)pipe;

    f->packed.n = 0;
    packed_record_write(&f->packed, (const struct record *)record);
    return pc_text_str(&f->packed);
}

pc_record *pipe_unpack(pc_pipe *pipe, pc_str bytes)
{
    struct kept_record *k = packed_record_read(bytes);

    return k != NULL ? give_record((struct filter *)pipe, k) : NULL;
}

void pipe_discard(pc_pipe *pipe, pc_record *record)
{
    (void)pipe;
    kept_free(kept(record));
}

/* ---- one record ---- */

static void ready(struct batch *b, struct record *r)
{
    b->filtered.records = memory_grown(b->filtered.records, &b->filtered.room, b->filtered.count,
                                       sizeof *b->filtered.records);
    b->filtered.records[b->filtered.count++] = r;
}

static int call_record(struct filter_stage *g, struct instance *i, struct record *r,
                       const char *name, pc_pipe *pipe)
{
    const struct pc_plugin *table = i->plugin->table;
    int status;

    i->callback.diagnostics = &g->batch->diagnostics;
    i->callback.record = r;
    i->callback.order = r->order;
    r->callback = &i->callback;
    r->base.h.host = i->callback.host;
    instance_enter(i, name);
    status =
        pipe != NULL ? table->apply(i->state, pipe, &r->base) : table->prepare(i->state, &r->base);
    if (status != PC_OK && status != PC_SKIP && status != PC_END && i->callback.error == NULL) {
        i->callback.record = r;
        report_diagnostic((pc_handle *)&r->base, PC_ERROR, pc_none(), "rejected",
                          "the plugin rejected the record without a reason");
    }
    i->callback.record = NULL;
    return status;
}

/* True when R may go on.  */
static bool judge(struct filter_stage *g, const struct instance *i, const struct record *r,
                  int status)
{
    struct batch *b = g->batch;

    switch (status) {
    case PC_OK:
        return true;
    case PC_END:
        g->ended = true;
        b->filtered.dropped++;
        return false;
    case PC_SKIP:
        b->filtered.dropped++;
        return false;
    case PC_BAD:
        batch_reject_record(b, r, i->callback.error, i->callback.error_text);
        g->ended = g->ended || g->stop;
        return false;
    default: /* PC_FATAL, or a value that means nothing */
        batch_reject_record(b, r, i->callback.error, i->callback.error_text);
        b->failed = true;
        g->ended = true;
        return false;
    }
}

/* A filter may have changed R.  Warnings have its place. */
static void check_changed(struct record *r)
{
    struct callback *callback = r->callback;
    struct record *before = callback->record;

    callback->record = r;
    record_check(r, report_diagnostic);
    callback->record = before;
}

/* Passes R through the filters from number I on, then has the output prepare it.  */
static void pass(struct filter_stage *g, struct record *r, size_t i)
{
    bool on = true;

    for (; on && i < g->count; i++) {
        struct filter *f = &g->filters[i];

        on = judge(g, &f->instance, r, call_record(g, &f->instance, r, "apply", &f->base));
        instance_leave(&f->instance);
    }
    if (on && g->count != 0)
        check_changed(r);
    if (on && g->output->plugin->table->prepare != NULL) {
        on = judge(g, g->output, r, call_record(g, g->output, r, "prepare", NULL));
        instance_leave(g->output);
    }
    if (on)
        ready(g->batch, r);
}

void pipe_emit(pc_pipe *pipe, pc_record *record)
{
    struct filter *f = (struct filter *)pipe;
    struct filter_stage *g = f->filters;
    struct kept_record *k = kept(record);

    kept_move(k, &g->batch->filtered.kept);
    g->batch->filtered.dropped--;
    pass(g, &k->record, (size_t)(f - g->filters) + 1);
    if (g->batch->origin == NULL && g->batch->filtered.count >= BATCH_RECORDS) {
        struct batch *full = g->batch;

        g->batch = batch_new(NULL);
        f->callback->diagnostics = &g->batch->diagnostics;
        if (!g->deliver(g->context, full))
            g->ended = true;
    }
}

/* ---- batches ---- */

void filter_stage_batch(struct filter_stage *g, struct batch *b)
{
    g->batch = b;
    for (size_t i = 0; i < b->input.count; i++) {
        if (g->ended)
            b->input.read--; /* the run ended before it */
        else
            pass(g, &b->input.records[i], 0);
    }
    if (g->stop && (b->rejected != 0 || b->refused))
        g->ended = true;
    b->filtered.closed = g->ended;
    g->batch = NULL;
}

void filter_stage_flush(struct filter_stage *g)
{
    for (size_t i = 0; i < g->count; i++) {
        struct filter *f = &g->filters[i];
        int status;

        if (f->instance.plugin->table->flush == NULL)
            continue;
        g->batch = batch_new(NULL);
        f->callback->diagnostics = &g->batch->diagnostics;
        f->callback->record = NULL;
        instance_enter(&f->instance, "flush");
        status = f->instance.plugin->table->flush(f->instance.state, &f->base);
        if (status < 0)
            g->batch->failed = true;
        instance_leave(&f->instance);
        g->batch->input.last = true;
        g->deliver(g->context, g->batch);
        g->batch = NULL;
    }
}

bool filter_stage_open(struct filter_stage *g, const struct plugin *const *plugins,
                       const struct compiled_options *options, size_t count,
                       struct diagnostics *diagnostics, struct problem *why)
{
    g->filters = memory_alloc((count + 1) * sizeof *g->filters);
    for (g->count = 0; g->count < count;) {
        struct filter *f = &g->filters[g->count];

        *f = (struct filter){ .base = { { plugins[g->count]->host } }, .filters = g };
        f->callback = &f->instance.callback;
        g->count++;
        if (!instance_open(&f->instance, plugins[g->count - 1], &options[g->count - 1], diagnostics,
                           why))
            return false;
    }
    return true;
}

void filter_stage_close(struct filter_stage *g)
{
    for (size_t i = 0; i < g->count; i++) {
        instance_close(&g->filters[i].instance);
        while (g->filters[i].kept != NULL)
            kept_free(g->filters[i].kept);
        pc_text_free(&g->filters[i].packed);
    }
    free(g->filters);
}
