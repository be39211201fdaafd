/* format.c - collects what an output writes; what write() wrote counts only
 * when it returned PC_OK. */
#include "stages/format.h"

struct sink {
    pc_sink base;
    struct callback *callback;
    struct batch *batch; /* whose records are written, or NULL: a frame goes to ... */
    pc_text *frame;
};

void sink_write(pc_sink *handle, pc_str bytes)
{
    struct sink *sink = (struct sink *)handle;

    if (sink->batch != NULL)
        batch_write(sink->batch, bytes);
    else
        pc_text_add(sink->frame, bytes);
}

static int call_write(struct instance *output, struct sink *sink, struct record *r)
{
    int status;

    output->callback.record = r;
    output->callback.order = r->order;
    r->callback = &output->callback;
    instance_enter(output, "write");
    status = output->plugin->table->write(output->state, &sink->base, &r->base);
    if (status != PC_OK && status != PC_SKIP && status != PC_END && output->callback.error == NULL)
        callback_report((pc_handle *)&r->base, PC_ERROR, pc_none(), "rejected",
                        "the output plugin rejected the record and gave no reason");
    return status;
}

/* Counts R by STATUS; false when no record may follow. */
static bool settle(struct instance *output, struct batch *b, const struct record *r, int status)
{
    switch (status) {
    case PC_OK:
        b->written++;
        return true;
    case PC_SKIP:
        b->filtered++;
        return true;
    case PC_END:
        b->filtered++;
        return false;
    case PC_BAD:
        batch_reject_record(b, r, output->callback.error);
        return true;
    default: /* PC_FATAL, or a value that means nothing */
        batch_reject_record(b, r, output->callback.error);
        b->failed = true;
        return false;
    }
}

void format_batch(struct instance *output, struct batch *b, bool stop)
{
    struct sink sink = { { { &host_table } }, &output->callback, b, NULL };
    pc_str between = pc_s(output->plugin->table->between);
    uint64_t rejected = b->rejected;
    bool more = true;

    output->callback.diagnostics = &b->diagnostics;
    /* Most outputs are a little longer than what they were made from. */
    pc_text_room(&b->out, (size_t)b->bytes / 4 * 5 + 4096);
    memory_expect(b->out.p, b->out.room);
    for (size_t i = 0; i < b->ready_count; i++) {
        size_t before = b->out.n, pieces = b->piece_count;
        int status;

        if (!more) {
            b->read--; /* it has not come so far */
            continue;
        }
        if (b->written != 0)
            pc_text_add(&b->out, between);
        status = call_write(output, &sink, b->ready[i]);
        if (status != PC_OK) {
            b->out.n = before;
            b->piece_count = pieces;
        }
        more = settle(output, b, b->ready[i], status);
        instance_leave(output);
        if (stop && b->rejected > rejected)
            more = false;
    }
    output->callback.record = NULL;
    b->ended |= !more;
}

bool format_frame(struct instance *output, int (*callback)(void *, pc_sink *), const char *name,
                  struct diagnostics *diagnostics, pc_text *out)
{
    struct sink sink = { { { &host_table } }, &output->callback, NULL, out };
    int status;

    if (callback == NULL)
        return true;
    output->callback.diagnostics = diagnostics;
    output->callback.record = NULL;
    instance_enter(output, name);
    status = callback(output->state, &sink.base);
    if (status < 0 && output->callback.error == NULL)
        callback_report(&sink.base.h, PC_ERROR, pc_none(), "plugin-failed",
                        "the output plugin gave up and gave no reason");
    instance_leave(output);
    return status >= 0;
}
