/* format.c - collects what an output writes, and drops what a write() wrote that did not return
 * PC_OK.  */
#include "stages/format.h"

#include "api/report.h"

struct sink {
    pc_sink base;
    struct callback *callback;
    struct batch *batch; /* the text goes to its output, or, when it is NULL, to ... */
    void (*put)(void *context, pc_str bytes);
    void *context;
    const struct limits *limits;
    uint64_t written; /* bytes for this record; beyond the limit they are dropped */
};

static bool exceeds_limit(const struct sink *sink)
{
    return sink->written > sink->limits->of[LIMIT_OUTPUT];
}

void sink_write(pc_sink *handle, pc_str bytes)
{
    struct sink *sink = (struct sink *)handle;

    if (sink->batch == NULL) {
        sink->put(sink->context, bytes);
        return;
    }
    sink->written += bytes.n;
    if (!exceeds_limit(sink))
        batch_write(sink->batch, bytes);
}

bool sink_output_file(const pc_sink *handle, struct pc_output_paths *file)
{
    const struct callback *callback = ((const struct sink *)handle)->callback;
    struct pc_output_paths full = { .size = file->size,
                                    .path = pc_s(callback->output_path),
                                    .old = pc_s(callback->old_path) };

    /* A plugin built for an older minor has room for less. */
    memcpy(file, &full, file->size < sizeof full ? file->size : sizeof full);
    return callback->output_path != NULL;
}

pc_str sink_run(const pc_sink *handle)
{
    return ((const struct sink *)handle)->callback->run;
}

static int report_limit(const struct sink *sink, const struct record *r)
{
    struct problem why = { .code = NULL };

    limits_met(sink->limits, LIMIT_OUTPUT, &why);
    report_diagnostic(&r->base.h, why.severity, pc_none(), why.code, why.text);
    return PC_BAD;
}

static int call_write(struct instance *output, struct sink *sink, struct record *r)
{
    int status;

    sink->written = 0;
    output->callback.record = r;
    output->callback.order = r->order;
    r->callback = &output->callback;
    r->base.h.host = output->callback.host;
    instance_enter(output, "write");
    status = output->plugin->table->write(output->state, &sink->base, &r->base);
    if (status == PC_OK && exceeds_limit(sink))
        status = report_limit(sink, r);
    if (status != PC_OK && status != PC_SKIP && status != PC_END && output->callback.error == NULL)
        report_diagnostic((pc_handle *)&r->base, PC_ERROR, pc_none(), "rejected",
                          "the output plugin rejected the record without a reason");
    return status;
}

/* Counts R by STATUS; false when no further record may follow.  */
static bool settle(struct instance *output, struct batch *b, const struct record *r, int status)
{
    switch (status) {
    case PC_OK:
        b->output.written++;
        return true;
    case PC_SKIP:
        b->filtered.dropped++;
        return true;
    case PC_END:
        b->filtered.dropped++;
        return false;
    case PC_BAD:
        batch_reject_record(b, r, output->callback.error, output->callback.error_text);
        return true;
    default: /* PC_FATAL, or a value that means nothing */
        batch_reject_record(b, r, output->callback.error, output->callback.error_text);
        b->failed = true;
        return false;
    }
}

void format_batch(struct instance *output, struct batch *b, const struct limits *limits, bool stop)
{
    struct sink sink = {
        .base = { { output->callback.host } },
        .callback = &output->callback,
        .batch = b,
        .limits = limits,
    };
    pc_str between = pc_s(output->plugin->table->between);
    uint64_t rejected = b->rejected;
    bool more = true;

    output->callback.diagnostics = &b->diagnostics;
    /* Most outputs are a little longer than the input.  */
    pc_text_room(&b->output.text, (size_t)b->input.bytes / 4 * 5 + 4096);
    memory_expect(b->output.text.p, b->output.text.room);
    for (size_t i = 0; i < b->filtered.count; i++) {
        size_t before = b->output.text.n, pieces = b->output.piece_count;
        int status;

        if (!more) {
            b->input.read--; /* the run ended before it */
            continue;
        }
        if (b->output.written != 0)
            pc_text_add(&b->output.text, between);
        status = call_write(output, &sink, b->filtered.records[i]);
        if (status != PC_OK) {
            b->output.text.n = before;
            b->output.piece_count = pieces;
        }
        more = settle(output, b, b->filtered.records[i], status);
        instance_leave(output);
        if (stop && b->rejected > rejected)
            more = false;
    }
    output->callback.record = NULL;
    b->output.ended |= !more;
}

bool format_frame(struct instance *output, int (*callback)(void *, pc_sink *), const char *name,
                  struct diagnostics *diagnostics, void (*put)(void *, pc_str), void *context)
{
    struct sink sink = {
        .base = { { output->callback.host } },
        .callback = &output->callback,
        .put = put,
        .context = context,
    };
    int status;

    if (callback == NULL)
        return true;
    output->callback.diagnostics = diagnostics;
    output->callback.record = NULL;
    instance_enter(output, name);
    status = callback(output->state, &sink.base);
    if (status < 0 && output->callback.error == NULL)
        report_diagnostic(&sink.base.h, PC_ERROR, pc_none(), "plugin-failed",
                          "the output plugin failed without a reason");
    instance_leave(output);
    return status >= 0;
}
