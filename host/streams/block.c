/* block.c - allocates and shares blocks, and finds the lines in them. */
#include "streams/block.h"

#include <stdlib.h>

struct block *block_new(size_t room)
{
    struct block *b;

    if (room > SIZE_MAX - sizeof *b)
        memory_exhausted();
    b = memory_alloc(sizeof *b + room);
    memory_expect(b, sizeof *b + room);
    atomic_init(&b->references, 1);
    b->looked_at = false;
    b->partial = false;
    b->found = 0;
    b->line = 0;
    b->runes = 0;
    b->used = 0;
    b->room = room;
    return b;
}

struct block *block_keep(struct block *b)
{
    atomic_fetch_add_explicit(&b->references, 1, memory_order_relaxed);
    return b;
}

void block_drop(struct block *b)
{
    if (b != NULL && atomic_fetch_sub_explicit(&b->references, 1, memory_order_acq_rel) == 1)
        free(b);
}

struct block *block_doubled(struct block *b)
{
    if (b->room > SIZE_MAX / 2 - sizeof *b)
        memory_exhausted();
    b = memory_resize(b, sizeof *b + b->room * 2); /* there is no other reference */
    b->room *= 2;
    memory_expect(b, sizeof *b + b->room);
    return b;
}

void block_look(struct block *b)
{
    if (!b->looked_at)
        b->found = text_scan(b->data, b->used);
    b->looked_at = true;
}

/* The sum of a few bytes fits a byte: then vector instructions need no wider numbers. */
enum { FEW = 240 };

static inline unsigned char few_line_feeds(const char *p, size_t n)
{
    unsigned char found = 0;

    for (size_t i = 0; i < n; i++)
        found = (unsigned char)(found + (p[i] == '\n'));
    return found;
}

uint64_t line_feeds(const char *p, const char *stop)
{
    uint64_t count = 0;

    for (; stop - p >= FEW; p += FEW) /* so that the number of steps is a constant */
        count += few_line_feeds(p, FEW);
    return count + few_line_feeds(p, (size_t)(stop - p));
}

const char *line_end(const char *p, const char *end, const char **next)
{
    while (p < end && *p != '\n' &&
           *p != '\r') /* memchr() might search the whole text for each line */
        p++;
    *next = p;
    if (p < end)
        *next += end - p > 1 && p[0] == '\r' && p[1] == '\n' ? 2 : 1;
    return p;
}

struct line block_line(const struct block *b, const char *p)
{
    return block_line_from(b, b->data, b->line, p);
}

struct line block_line_from(const struct block *b, const char *start, uint64_t number,
                            const char *p)
{
    const char *limit = b->data + b->used, *next = start, *end = limit;
    struct line line = { .number = number };

    for (;;) {
        end = line_end(start, limit, &next);
        if (p < next || next == limit)
            break;
        start = next;
        line.number++;
    }
    line.text = pc_sub(start, (size_t)(end - start));
    line.runes = start == b->data ? b->runes : 0;
    return line;
}
