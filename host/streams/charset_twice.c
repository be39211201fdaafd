/* charset_twice.c - undoes a second encoding of UTF-8. */
#include "streams/charset_twice.h"

#include "base/encoded_twice.h"
#include "base/memory.h"

#include <stdlib.h>

struct twice_stream {
    struct stream base;
    struct stream *inner;
    size_t from, ready,
        used; /* the bytes from FROM to READY are decoded, those up to USED are not */
    bool ended;
    ssize_t end; /* what the last read returned */
    char data[LAYER_BUFFER];
};

/* Decodes in place, because text only becomes shorter.  A character at the very end may go on. */
static void decode_some(struct twice_stream *t)
{
    size_t in = 0, out = 0;

    while (in < t->used && (t->ended || t->data[in] >= 0 || t->used - in >= TWICE_LONGEST)) {
        struct twice twice = { 0, "" };

        if (twice_may_begin((const unsigned char *)t->data + in, t->used - in))
            twice = twice_decode(pc_sub(t->data + in, t->used - in));
        if (twice.n != 0) {
            memcpy(t->data + out, twice.character, strlen(twice.character));
            out += strlen(twice.character);
            in += twice.n;
        } else {
            t->data[out++] = t->data[in++];
        }
    }
    memmove(t->data + out, t->data + in, t->used - in);
    t->used = out + t->used - in;
    t->ready = out;
}

/* After all decoded bytes have been handed out. */
static void read_more(struct twice_stream *t)
{
    ssize_t got;

    t->used -= t->ready;
    memmove(t->data, t->data + t->ready, t->used);
    got = stream_read(t->inner, t->data + t->used, sizeof t->data - t->used);
    t->used += got > 0 ? (size_t)got : 0;
    t->ended = got <= 0;
    if (t->ended)
        t->end = stream_ends(&t->base, t->inner, got);
    t->from = 0;
    decode_some(t);
}

static ssize_t twice_read(struct stream *s, void *buffer, size_t size)
{
    struct twice_stream *t = (struct twice_stream *)s;

    while (t->from == t->ready && !t->ended)
        read_more(t);
    if (t->from == t->ready)
        return t->end;
    if (size > t->ready - t->from)
        size = t->ready - t->from;
    memcpy(buffer, t->data + t->from, size);
    t->from += size;
    return (ssize_t)size;
}

static bool twice_ready(struct stream *s)
{
    const struct twice_stream *t = (const struct twice_stream *)s;

    return t->from < t->ready || t->ended || stream_ready(t->inner);
}

static void twice_close(struct stream *s)
{
    stream_close(((struct twice_stream *)s)->inner);
    free(s);
}

struct stream *stream_decode_twice(struct stream *s)
{
    struct twice_stream *t = memory_alloc(sizeof *t);

    memset(t, 0, offsetof(struct twice_stream, data));
    t->base = (struct stream){ .read = twice_read,
                               .ready = twice_ready,
                               .close = twice_close,
                               .fd = -1,
                               .meter = s->meter,
                               .unpacked = s->unpacked };
    t->inner = s;
    return &t->base;
}
