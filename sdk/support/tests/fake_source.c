/* fake_source.c - a source of raw bytes that gives few at a time. */
#include "fake_source.h"

#include <stdlib.h>

static bool give_ahead(pc_source *source, size_t min, pc_str *bytes)
{
    struct fake_source *s = (struct fake_source *)source;

    s->asked++;
    while (s->arrived - s->at < min && s->arrived < s->document.n)
        s->arrived += s->step < s->document.n - s->arrived ? s->step : s->document.n - s->arrived;
    *bytes = pc_sub(s->document.p + s->at, s->arrived - s->at);
    return bytes->n >= min;
}

static void move_on(pc_source *source, size_t n)
{
    struct fake_source *s = (struct fake_source *)source;

    if (n > s->arrived - s->at)
        abort();
    s->at += n;
}

void fake_source_open(struct fake_source *s, pc_str document, size_t step)
{
    memset(s, 0, sizeof *s);
    s->table.size = sizeof s->table;
    s->table.ahead = give_ahead;
    s->table.consume = move_on;
    s->base.h.host = &s->table;
    s->document = document;
    s->step = step;
}
