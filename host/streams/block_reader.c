/* block_reader.c - fills blocks, and moves the partial line at the end of each to the next. */
#include "streams/block_reader.h"

/* The end of the last whole line in B, or 0; searches only the bytes from FROM on.  A CR at the
 * very end does not count, because it may be half of a CRLF. */
static size_t whole_lines(const struct block *b, size_t from)
{
    const char *p = b->data + from, *end = NULL;

    if (b->used > from)
        end = memrchr(p, '\n', b->used - from);
    if (end == NULL && from > 0)
        p--;
    if (end == NULL && b->data + b->used > p + 1)
        end = memrchr(p, '\r', (size_t)(b->data + b->used - p) - 1);
    return end != NULL ? (size_t)(end + 1 - b->data) : 0;
}

static struct block *block_with_rest(struct block_reader *r)
{
    uint64_t expected = r->stream->expected;
    bool small = !r->begun && expected > 0 && expected < BLOCK_SIZE;
    size_t room = small ? (size_t)expected + 1 : BLOCK_SIZE; /* one more, to notice the end */
    struct block *b = block_new(r->rest_n > room / 2 ? r->rest_n * 2 : room);

    if (r->rest != NULL)
        memcpy(b->data, r->rest->data + r->rest->used, r->rest_n);
    b->used = r->rest_n;
    block_drop(r->rest);
    r->rest = NULL;
    r->rest_n = 0;
    return b;
}

/* Reads into *B until it is full, or until it has whole lines and the next read would wait.
 * Returns the length of its whole lines. */
static size_t fill_block(struct block_reader *r, struct block **b)
{
    size_t whole = 0;

    for (;;) {
        size_t before = (*b)->used, found;
        ssize_t got;

        if ((*b)->used == (*b)->room)
            *b = block_doubled(*b);
        got = stream_read(r->stream, (*b)->data + before, (*b)->room - before);
        if (got <= 0) {
            r->ended = true;
            return (*b)->used;
        }
        (*b)->used += (size_t)got;
        found = whole_lines(*b, before);
        if (found != 0)
            whole = found;
        if ((*b)->used - whole > r->limits->of[LIMIT_LINE]) {
            limits_met(r->limits, LIMIT_LINE, &r->limit);
            r->ended = true;
            return whole;
        }
        if (whole != 0 && ((*b)->used == (*b)->room || !stream_ready(r->stream)))
            return whole;
    }
}

static void skip_byte_order_mark(struct block *b, size_t *whole)
{
    if (*whole >= 3 && memcmp(b->data, "\xEF\xBB\xBF", 3) == 0) {
        b->used -= 3;
        *whole -= 3;
        memmove(b->data, b->data + 3, b->used);
    }
}

/* At the end of the stream: why there are no more blocks. */
static void set_problems(struct block_reader *r)
{
    char rest[4096];

    if (r->limit.code != NULL && r->stream->unpacked)
        while (stream_read(r->stream, rest, sizeof rest) > 0)
            ;
    r->problem = r->limit.code != NULL ? r->limit : r->stream->problem;
    if (r->limit.code != NULL)
        r->later = r->stream->problem;
}

/* Not with the last block: a document that ends in it must not know what comes behind. */
static struct block *no_more_blocks(struct block_reader *r)
{
    r->supply.problem = r->problem;
    r->supply.later = r->later;
    return NULL;
}

static struct block *reader_next(struct block_supply *supply)
{
    struct block_reader *r = (struct block_reader *)supply;
    struct block *b;
    size_t whole;

    if (r->ended)
        return no_more_blocks(r);
    b = block_with_rest(r);
    whole = fill_block(r, &b);
    if (r->ended)
        set_problems(r);
    if (!r->begun)
        skip_byte_order_mark(b, &whole);
    r->begun = true;
    if (whole < b->used) {
        r->rest = block_keep(b);
        r->rest_n = b->used - whole;
        b->used = whole;
    }
    if (whole == 0) {
        block_drop(b);
        return no_more_blocks(r);
    }
    return b;
}

static bool reader_ready(struct block_supply *supply)
{
    struct block_reader *r = (struct block_reader *)supply;

    return r->ended || stream_ready(r->stream);
}

void block_reader_open(struct block_reader *r, struct stream *stream, const struct limits *limits)
{
    *r = (struct block_reader){
        .supply = { .next = reader_next, .ready = reader_ready, .unpacked = stream->unpacked },
        .stream = stream,
        .limits = limits
    };
}

void block_reader_close(struct block_reader *r)
{
    block_drop(r->rest);
    r->rest = NULL;
}
