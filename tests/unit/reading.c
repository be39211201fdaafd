/* reading.c - a source with everything that it needs. */
#include "reading.h"

static ssize_t arriving_read(struct stream *s, void *buffer, size_t size)
{
    struct arriving *p = (struct arriving *)s;
    size_t n = p->n - p->at;

    n = n > p->piece ? p->piece : n;
    n = n > size ? size : n;
    memcpy(buffer, p->bytes + p->at, n);
    p->at += n;
    return (ssize_t)n;
}

static bool arriving_ready(struct stream *s)
{
    return !((struct arriving *)s)->waits;
}

void reading_open(struct reading *r, const char *bytes, size_t n, size_t piece, bool waits)
{
    memset(r, 0, sizeof *r);
    r->document = (struct arriving){ .stream = { .read = arriving_read, .ready = arriving_ready },
                                     .bytes = bytes,
                                     .n = n,
                                     .piece = piece,
                                     .waits = waits };
    r->limits = limits_default();
    reader_open(&r->reader, &r->document.stream, &r->limits);
    source_open(&r->source, &r->reader.supply, origin_new("doc", "member", "test"), &r->limits);
    r->call = (struct call){ .plugin = "test", .source = &r->source, .remarks = &r->remarks };
    r->source.call = &r->call;
    source_begin(&r->source);
}

void reading_next_callback(struct reading *r)
{
    arena_reset(&r->call.scratch);
    source_begin(&r->source);
}

void reading_close(struct reading *r)
{
    struct origin *o = r->source.origin;

    source_close(&r->source);
    reader_close(&r->reader);
    origin_drop(o);
    arena_free(&r->call.scratch);
    remarks_free(&r->remarks);
}
