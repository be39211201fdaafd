/* diagnostics.c - collects diagnostics and counts; what is beyond the limit is only
 * counted, so that bad input costs no memory. */
#include "diagnostics/diagnostics.h"

#include "base/utf8.h"

#include <stdlib.h>

enum { EXCERPT_RUNES = 76 };

bool diagnostics_count(struct diagnostics *r, int severity, const char *code)
{
    struct tally *t = tally_add(&r->codes, &r->arena, code, 1);

    t->severity = severity;
    return t->count <= (r->most != 0 ? r->most : DIAGNOSTICS_PER_CODE);
}

void diagnostics_add(struct diagnostics *r, const struct diagnostic *d)
{
    struct diagnostic *copy;

    r->items = memory_grown(r->items, &r->room, r->count, sizeof *r->items);
    copy = &r->items[r->count++];
    *copy = *d;
    copy->problem.code = arena_string(&r->arena, d->problem.code);
    copy->document = arena_string(&r->arena, d->document);
    copy->member = arena_string(&r->arena, d->member);
    copy->excerpt = arena_copy(&r->arena, d->excerpt);
}

void diagnostics_problem(struct diagnostics *r, const struct problem *p, const char *document,
                         const char *member, uint64_t order)
{
    struct diagnostic d = { .problem = *p, .document = document, .member = member, .order = order };

    if (diagnostics_count(r, p->severity, p->code))
        diagnostics_add(r, &d);
}

void diagnostics_sort(struct diagnostics *r)
{
    /* Insertion keeps the order of equals, and the list is short and nearly sorted:
     * the limit holds for every code. */
    for (size_t i = 1; i < r->count; i++) {
        struct diagnostic moved = r->items[i];
        size_t j = i;

        for (; j > 0 && r->items[j - 1].order > moved.order; j--)
            r->items[j] = r->items[j - 1];
        r->items[j] = moved;
    }
}

bool diagnostics_empty(const struct diagnostics *r)
{
    return r->codes.count == 0 && r->lost.count == 0;
}

void diagnostics_free(struct diagnostics *r)
{
    free(r->items);
    free(r->codes.items);
    free(r->lost.items);
    arena_free(&r->arena);
    *r = (struct diagnostics){ .items = NULL };
}

/* The byte offset of the code point N before (N < 0) or after the one at AT. */
static size_t step(pc_str s, size_t at, int n)
{
    while (n < 0 && at > 0) {
        do
            at--;
        while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
        n++;
    }
    while (n > 0 && at < s.n) {
        do
            at++;
        while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80);
        n--;
    }
    return at;
}

void diagnostic_excerpt(struct diagnostic *d, pc_str line, size_t at, size_t count)
{
    size_t from, to;

    /* From the start of the line when that shows the place, else in the middle. */
    from = text_runes(line.p, at) < EXCERPT_RUNES / 2 ? 0 : step(line, at, -EXCERPT_RUNES / 2);
    to = step(line, from, EXCERPT_RUNES);
    if (to == line.n && from != 0)
        from = step(line, to, -EXCERPT_RUNES);
    d->excerpt = pc_sub(line.p + from, to - from);
    d->caret = text_runes(line.p + from, at - from);
    if (count > to - at)
        count = to - at;
    d->span = text_runes(line.p + at, count);
}
