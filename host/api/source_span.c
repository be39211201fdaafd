/* source_span.c - finds the place of a slice in the document, and joins several lines to one
 * slice.  */
#include "api/source.h"

struct block *source_block(const struct source *s, const char *p)
{
    if (s->held_count == 1) /* the usual case */
        return block_owns(s->held[0].block, p) ? s->held[0].block : NULL;
    for (size_t i = s->held_count; i-- > 0;)
        if (block_owns(s->held[i].block, p))
            return s->held[i].block;
    return NULL;
}

static bool within(pc_str text, const char *p)
{
    return (uintptr_t)p >= (uintptr_t)text.p && (uintptr_t)p <= (uintptr_t)text.p + text.n;
}

static const struct repaired *repaired_at(const struct source *s, const char *p)
{
    for (size_t i = s->repaired_count; i-- > 0;) {
        const struct repaired *r = &s->repaired[i];

        if (within(r->copy, p))
            return r;
    }
    return NULL;
}

/* Usually a slice is in one of the last lines.  */
static const struct line *recent_at(const struct source *s, const char *p)
{
    size_t n = s->recent_count < RECENT_LINES ? s->recent_count : RECENT_LINES;

    for (size_t i = 1; i <= n; i++) {
        const struct line *line = &s->recent[(s->recent_count - i) % RECENT_LINES];

        if (within(line->text, p))
            return line;
    }
    return NULL;
}

/* True when P is in block B behind the place where the callback began, and a line begins there:
 * earlier lines need not be counted again for every record. */
static bool is_behind_begin(const struct source *s, const struct block *b, const char *p)
{
    return s->held_count != 0 && b == s->held[0].block && s->begin != NULL &&
           (uintptr_t)p >= (uintptr_t)s->begin && block_owns(b, s->begin) &&
           (s->begin == b->data || s->begin[-1] == '\n');
}

bool source_locate(const struct source *s, pc_str at, struct line *line)
{
    const struct line *recent = at.p != NULL ? recent_at(s, at.p) : NULL;
    const struct repaired *r;
    const struct block *b;

    if (recent != NULL) {
        *line = *recent;
        return true;
    }
    r = repaired_at(s, at.p);
    if (r != NULL) {
        *line = (struct line){ .number = r->number, .text = r->copy };
        return true;
    }
    b = source_block(s, at.p);
    if (b == NULL)
        return false;
    *line = is_behind_begin(s, b, at.p) ? block_line_from(b, s->begin, s->begin_line, at.p)
                                        : block_line(b, at.p);
    return true;
}

/* True when the callback has read nothing but raw bytes, AT is among them, and they are in one
 * block. */
static bool is_raw(const struct source *s, const char *at)
{
    return s->recent_count == 0 && s->held_count == 1 && (uintptr_t)at >= (uintptr_t)s->begin &&
           block_owns(s->held[0].block, at);
}

bool source_line_number(const struct source *s, pc_str at, uint64_t *number)
{
    const char *const end = s->end;
    struct line line;

    if (!is_raw(s, at.p)) {
        if (!source_locate(s, at, &line))
            return false;
        *number = line.number;
        return true;
    }
    *number = s->begin_line;
    for (const char *p = s->begin; p < at.p; p++)
        *number += *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] != '\n'));
    return true;
}

/* Moves *P, in held block *I or at its end, into the block that continues there; false after
 * the last one.  */
static bool go_on(const struct source *s, size_t *i, const char **p)
{
    while (*p >= s->held[*i].end) {
        size_t beyond = (size_t)(*p - s->held[*i].end);

        if (*i + 1 == s->held_count)
            return false;
        *p = s->held[++*i].start + beyond;
    }
    return true;
}

struct raw_bytes source_raw(const struct source *s, struct arena *a)
{
    struct raw_bytes raw = { .slices = arena_alloc(a, (s->held_count + 1) * sizeof *raw.slices),
                             .blocks = arena_alloc(a, (s->held_count + 1) * sizeof *raw.blocks),
                             .block_count = s->held_count };
    const char *p = s->begin;
    size_t i = 0;

    for (size_t b = 0; b < s->held_count; b++)
        raw.blocks[b] = s->held[b].block;
    while (s->held_count != 0 && go_on(s, &i, &p)) {
        const char *to = i + 1 == s->held_count ? s->pos : s->held[i].end;

        if (to > p)
            raw.slices[raw.count++] = pc_sub(p, (size_t)(to - p));
        p = s->held[i].end;
    }
    return raw;
}

/* ---- span ---- */

struct joined { /* the copy of a span as it grows */
    struct arena *arena;
    char *p;
    size_t n, room;
};

static void join(struct joined *j, pc_str s)
{
    if (j->room - j->n < s.n) {
        size_t room = (j->n + s.n) * 2;
        char *p = arena_room(j->arena, room);

        if (j->n != 0)
            memcpy(p, j->p, j->n);
        j->p = p;
        j->room = room;
    }
    if (s.n != 0)
        memcpy(j->p + j->n, s.p, s.n);
    j->n += s.n;
}

static const char *raw_start(const struct source *s, pc_str at)
{
    const struct repaired *r = repaired_at(s, at.p);

    return r != NULL ? r->raw : at.p;
}

/* Counts the bytes from RAW, in held block I, to the end of LAST.  */
static size_t raw_size(const struct source *s, size_t i, const char *raw, pc_str last)
{
    const char *goal = raw_start(s, last);
    size_t n = last.n;

    do {
        if (goal >= raw && block_owns(s->held[i].block, goal))
            return n + (size_t)(goal - raw);
        n += raw < s->held[i].end ? (size_t)(s->held[i].end - raw) : 0;
        raw = raw < s->held[i].end ? s->held[i].end : raw;
    } while (go_on(s, &i, &raw));
    return n;
}

/* Appends the lines after the one at RAW, in held block I, up to the end of LAST.  */
static void join_lines(const struct source *s, struct joined *j, size_t i, const char *raw,
                       pc_str last)
{
    const char *goal = raw_start(s, last), *p = raw;
    bool unfinished = false; /* P is in the middle of a line of several blocks */

    line_end(p, s->held[i].block->data + s->held[i].block->used, &p);
    for (;;) {
        bool here = goal >= p && block_owns(s->held[i].block, goal);
        const char *end, *next, *stop;
        struct repair done;
        pc_str line;

        if (!here && !go_on(s, &i, &p))
            return;
        end = s->held[i].block->data + s->held[i].block->used;
        stop = line_end(p, end, &next);
        if (!unfinished)
            join(j, pc_s("\n"));
        unfinished = next == stop && s->held[i].block->partial;
        if (goal >= p && goal <= stop) {
            const struct repaired *r = repaired_at(s, last.p);
            const char *start = r != NULL ? r->copy.p : p;

            join(j, pc_sub(start, (size_t)(last.p + last.n - start)));
            return;
        }
        line = pc_sub(p, (size_t)(stop - p));
        if ((text_scan(line.p, line.n) & TEXT_REPLACED) != 0)
            line = text_repair(j->arena, line, &done);
        join(j, line);
        p = next;
    }
}

/* True when FIRST to the end of LAST is one slice of a block, with no byte to replace.  */
static bool contiguous(const struct source *s, pc_str first, pc_str last)
{
    const unsigned changed = TEXT_REPLACED | TEXT_CR;
    const struct block *b = source_block(s, first.p);

    if ((uintptr_t)last.p + last.n < (uintptr_t)first.p)
        return false;
    if (b == NULL)
        return repaired_at(s, first.p) != NULL && repaired_at(s, first.p) == repaired_at(s, last.p);
    if (!block_owns(b, last.p))
        return false;
    return (b->found & changed) == 0 ||
           (text_scan(first.p, (size_t)(last.p + last.n - first.p)) & changed) == 0;
}

pc_str source_span(pc_source *handle, pc_str first, pc_str last)
{
    struct source *s = (struct source *)handle;
    struct joined j = { .arena = &s->callback->scratch };
    struct line line;
    const char *raw;
    size_t i = 0;

    if (first.p == NULL || last.p == NULL)
        return first.p == NULL ? last : first;
    if (contiguous(s, first, last))
        return pc_sub(first.p, (size_t)(last.p + last.n - first.p));
    if (!source_locate(s, first, &line))
        return first;
    raw = raw_start(s, first);
    while (i < s->held_count && !block_owns(s->held[i].block, raw))
        i++;
    j.room = raw_size(s, i, raw, last); /* enough unless lines were repaired */
    j.p = arena_room(j.arena, j.room);
    join(&j, pc_sub(first.p, (size_t)(line.text.p + line.text.n - first.p)));
    if (i < s->held_count)
        join_lines(s, &j, i, raw, last);
    return pc_sub(j.p, j.n);
}
