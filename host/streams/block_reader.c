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

/* How much of the line in B, which is too long to be kept whole, is handed out: all but what may be
 * the first half of a CRLF or of a character. */
static size_t piece_of_line(const struct block *b)
{
    size_t n = b->used;

    for (int i = 0; i < 3 && n > 1 && ((unsigned char)b->data[n - 1] & 0xC0) == 0x80; i++)
        n--;
    if (n > 1 && ((unsigned char)b->data[n - 1] >= 0xC0 || b->data[n - 1] == '\r'))
        return n - 1;
    return b->used;
}

/* Reads into *B until it is full, or until it has whole lines and the next read would wait, or until
 * a line is too long.  Returns the length of what is to be handed out. */
static size_t fill_block(struct block_reader *r, struct block **b)
{
    size_t whole = 0;

    for (;;) {
        size_t before = (*b)->used, found;
        ssize_t got;

        if (before - whole > r->limits->of[LIMIT_LINE]) {
            (*b)->partial = whole == 0;
            return whole != 0 ? whole : piece_of_line(*b);
        }
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

/* Not with the last block: a document that ends in it must not know what comes behind. */
static struct block *no_more_blocks(struct block_reader *r)
{
    r->supply.problem = r->problem;
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
        r->problem = r->stream->problem;
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
