/* reading.c - a source with everything that it needs. */
#include "reading.h"

#include "api/report.h"
#include "pieces.h"
#include "records/origin.h"
#include "stages/host_table.h"
#include "streams/block_reader.h"

static bool never(struct stream *s)
{
    (void)s;
    return false;
}

static void note_repair(void *context, pc_str line, const struct repair *done)
{
    const struct reading *r = context;

    report_repair(&r->source.base.h, line, done);
}

void reading_open(struct reading *r, const char *bytes, size_t n, size_t piece, bool waits)
{
    memset(r, 0, sizeof *r);
    r->document = pieces_of(bytes, n, piece, 0);
    r->document->ready = waits ? never : NULL;
    r->limits = limits_default();
    block_reader_open(&r->reader, r->document, &r->limits);
    source_open(&r->source, &r->reader.supply, origin_new("doc", "member", "test"), &r->limits);
    r->callback = (struct callback){ .host = &host_table,
                                     .source = &r->source,
                                     .diagnostics = &r->diagnostics };
    r->source.callback = &r->callback;
    r->source.base.h.host = &host_table;
    r->source.hooks = (struct source_hooks){ .repaired = note_repair, .context = r };
    source_begin(&r->source);
}

void reading_next_callback(struct reading *r)
{
    arena_reset(&r->callback.scratch);
    source_begin(&r->source);
}

void reading_close(struct reading *r)
{
    struct origin *o = r->source.origin;

    source_close(&r->source);
    block_reader_close(&r->reader);
    stream_close(r->document);
    origin_drop(o);
    arena_free(&r->callback.scratch);
    diagnostics_free(&r->diagnostics);
}
