/* check_lens_table.c - the table of functions behind the lens: each passes its call on
 * to the host's, with copies in place of what the host's own slices show. */
#include "check/check.h"
#include "check/expiring_memory.h"
#include "check/watched_plugin.h"

#include <stdlib.h>

struct lens_handle {
    pc_handle base;
    void *real;
    struct pages *kept; /* of a record that the filter created */
};

struct shown {
    const char *copy, *real;
    size_t n;
};

/* What the callback running in this thread was shown; its plugin has no place where
 * the table's functions could find it. */
static _Thread_local struct {
    struct pages pages;
    struct shown *shown; /* by ascending COPY */
    size_t count, room;
} lens;

static const struct pc_host lens_table;

void lens_end(void)
{
    check_memory_poison(&lens.pages);
    free(lens.shown);
    lens.shown = NULL;
    lens.count = lens.room = 0;
}

void *lens_handle(const void *real)
{
    struct lens_handle *h = check_memory(&lens.pages, sizeof *h);

    h->base.host = &lens_table;
    memcpy(&h->real, &real, sizeof real); /* a const handle stays one for the plugin */
    return h;
}

pc_str lens_show(pc_str bytes)
{
    char *copy;

    if (bytes.p == NULL)
        return bytes;
    copy = check_memory(&lens.pages, bytes.n + 1);
    memcpy(copy, bytes.p, bytes.n);
    lens.shown = memory_grown(lens.shown, &lens.room, lens.count, sizeof *lens.shown);
    lens.shown[lens.count++] = (struct shown){ copy, bytes.p, bytes.n };
    return pc_sub(copy, bytes.n);
}

static void *real(const void *handle)
{
    return ((const struct lens_handle *)handle)->real;
}

/* S as the host knows it, when it is part of what was shown. */
static pc_str real_slice(pc_str s)
{
    size_t low = 0, high = lens.count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if ((uintptr_t)lens.shown[middle].copy <= (uintptr_t)s.p)
            low = middle + 1;
        else
            high = middle;
    }
    if (low != 0) {
        const struct shown *near = &lens.shown[low - 1];
        size_t offset = (uintptr_t)s.p - (uintptr_t)near->copy;

        if (offset <= near->n && near->n - offset >= s.n)
            return pc_sub(near->real + offset, s.n);
    }
    return s;
}

/* ---- any handle ---- */

static void lens_report(const pc_handle *h, int severity, pc_str at, const char *code,
                        const char *text)
{
    host_table.report(real(h), severity, real_slice(at), code, text);
}

static void *lens_scratch(const pc_handle *h, size_t n)
{
    (void)h;
    return check_memory(&lens.pages, n != 0 ? n : 1);
}

static const void *lens_extension(const pc_handle *h, const char *id)
{
    return host_table.extension(real(h), id);
}

/* ---- sources ---- */

static bool lens_line(pc_source *s, pc_str *line)
{
    bool ok = host_table.line(real(s), line);

    *line = lens_show(*line);
    return ok;
}

static void lens_unline(pc_source *s)
{
    host_table.unline(real(s));
}

static bool lens_ahead(pc_source *s, size_t min, pc_str *bytes)
{
    bool ok = host_table.ahead(real(s), min, bytes);

    *bytes = lens_show(*bytes);
    return ok;
}

static void lens_consume(pc_source *s, size_t n)
{
    pc_str left;

    if (!host_table.ahead(real(s), n, &left))
        check_fail("it consumed %zu bytes where there are %zu", n, left.n);
    host_table.consume(real(s), n);
}

static pc_str lens_origin(const pc_source *s)
{
    return lens_show(host_table.origin(real(s)));
}

static pc_str lens_span(pc_source *s, pc_str first, pc_str last)
{
    return lens_show(host_table.span(real(s), real_slice(first), real_slice(last)));
}

static void lens_fact(pc_source *s, pc_str key, pc_str value)
{
    host_table.fact(real(s), key, real_slice(value));
}

/* ---- records ---- */

static void lens_add(pc_record *r, pc_str key, pc_str value)
{
    host_table.add(real(r), key, real_slice(value));
}

static void lens_remove(pc_record *r, pc_str key)
{
    host_table.remove(real(r), key);
}

static pc_str lens_get(const pc_record *r, pc_str key, size_t i)
{
    return lens_show(host_table.get(real(r), key, i));
}

static bool lens_field(const pc_record *r, size_t i, pc_str *key, pc_str *value)
{
    bool ok = host_table.field(real(r), i, key, value);

    if (ok) {
        *key = lens_show(*key);
        *value = lens_show(*value);
    }
    return ok;
}

static void lens_start(pc_record *r, pc_str at)
{
    host_table.start(real(r), real_slice(at));
}

static void lens_place(const pc_record *r, struct pc_place *place)
{
    struct pc_place full = { .size = sizeof full };

    host_table.place(real(r), &full);
    full.size = place->size;
    full.document = lens_show(full.document);
    full.member = lens_show(full.member);
    full.plugin = lens_show(full.plugin);
    memcpy(place, &full, place->size < sizeof full ? place->size : sizeof full);
}

static pc_str lens_known(const pc_record *r, pc_str key)
{
    return lens_show(host_table.known(real(r), key));
}

static void lens_lost(const pc_record *r, pc_str key)
{
    host_table.lost(real(r), key);
}

/* ---- sinks and pipes ---- */

static void lens_write(pc_sink *s, pc_str bytes)
{
    host_table.write(real(s), bytes);
}

static pc_record *lens_create(pc_pipe *p, const pc_record *copy_of)
{
    struct pages own = { .from = NULL };
    struct lens_handle *h = check_memory(&own, sizeof *h);

    h->base.host = &lens_table;
    h->real = host_table.create(real(p), copy_of != NULL ? real(copy_of) : NULL);
    h->kept = check_memory(&own, sizeof own);
    *h->kept = own;
    return (pc_record *)h;
}

/* The host's record; the filter's handle is out of bounds from now on. */
static pc_record *give_up(pc_record *r, const char *what)
{
    const struct lens_handle *h = (const struct lens_handle *)r;
    pc_record *given = h->real;
    struct pages own;

    if (h->kept != NULL)
        own = *h->kept;
    else
        check_fail("it %s a record that it did not create", what);
    check_memory_poison(&own);
    return given;
}

static void lens_emit(pc_pipe *p, pc_record *r)
{
    host_table.emit(real(p), give_up(r, "emits"));
}

static void lens_discard(pc_pipe *p, pc_record *r)
{
    host_table.discard(real(p), give_up(r, "discards"));
}

static const struct pc_host lens_table = {
    .size = sizeof(struct pc_host),
    .abi_minor = PC_ABI_MINOR,
    .version = PAPERCONV_VERSION,
    .report = lens_report,
    .scratch = lens_scratch,
    .extension = lens_extension,
    .line = lens_line,
    .unline = lens_unline,
    .ahead = lens_ahead,
    .consume = lens_consume,
    .origin = lens_origin,
    .span = lens_span,
    .fact = lens_fact,
    .add = lens_add,
    .remove = lens_remove,
    .get = lens_get,
    .field = lens_field,
    .start = lens_start,
    .place = lens_place,
    .known = lens_known,
    .lost = lens_lost,
    .write = lens_write,
    .create = lens_create,
    .emit = lens_emit,
    .discard = lens_discard,
};
