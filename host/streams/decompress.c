/* decompress.c - decompresses a stream frame after frame, and checks what follows the last one. */
#include "streams/decompress.h"

#include "base/arena.h"
#include "base/zeros.h"
#include "streams/codec.h"
#include "streams/unpack_module.h"

#include <stdlib.h>

struct decompressed {
    struct stream base;
    struct stream *inner;
    const struct codec *codec;
    void *state;
    bool between;     /* no frame is being read: one has ended, and the next has not begun */
    uint64_t padding; /* zero bytes since then */
    bool full;        /* the codec may hold more output than the last buffer took */
    bool over;        /* no more output: reads return END */
    ssize_t end;
    uint64_t given;          /* bytes returned so far */
    const unsigned char *in; /* in BUFFER: IN_N bytes that are left to decode */
    size_t in_n;
    unsigned char buffer[LAYER_BUFFER];
};

static const char *codec_name(const struct decompressed *d)
{
    return magic_name(d->codec->format);
}

static void input_ended(struct decompressed *d, ssize_t got)
{
    d->over = true;
    d->end = stream_ends(&d->base, d->inner, got);
    if (got == 0 && !d->between) {
        problem_set(&d->base.problem, PC_ERROR, "archive-truncated",
                    "the %s data end too early; the rest is missing", codec_name(d));
        d->end = -1;
    }
}

/* Reads until at least COUNT bytes of input are available; false when the input ends before. */
static bool have_input(struct decompressed *d, size_t count)
{
    while (d->in_n < count) {
        ssize_t got;

        if (d->in_n > 0)
            memmove(d->buffer, d->in, d->in_n);
        d->in = d->buffer;
        got = stream_read(d->inner, d->buffer + d->in_n, sizeof d->buffer - d->in_n);
        if (got < 0 || (got == 0 && d->in_n == 0))
            input_ended(d, got);
        if (got <= 0)
            return false;
        d->in_n += (size_t)got;
    }
    return true;
}

static void decoding_failed(struct decompressed *d, enum codec_result why)
{
    struct problem *p = &d->base.problem;

    if (why == CODEC_BAD_CRC)
        problem_set(p, PC_ERROR, "bad-crc",
                    "the %s checksum does not match; the data may be corrupted", codec_name(d));
    else if (why == CODEC_WINDOW)
        problem_set(p, PC_ERROR, "window-too-large",
                    "these %s data need a window of more than %u MiB; recompress them without "
                    "--long or --ultra",
                    codec_name(d), 1U << (CODEC_WINDOW_LOG - 20));
    else
        problem_set(p, PC_ERROR, "corrupt", "the %s data are corrupted", codec_name(d));
    d->over = true;
    d->end = -1;
}

/* Bytes are missing or were added, so that whole frames may be missing, too. */
static void bad_padding(struct decompressed *d)
{
    problem_set(&d->base.problem, PC_ERROR, "corrupt",
                "the zero bytes behind the %s data are not a multiple of %u; data may be missing",
                codec_name(d), d->codec->padding_unit);
    d->over = true;
    d->end = -1;
}

static void trailing_junk(struct decompressed *d)
{
    problem_set(&d->base.problem, PC_WARNING, "trailing-junk",
                "the %s data are followed by something else, which was not read", codec_name(d));
    d->over = true;
}

static void decode_some(struct decompressed *d, struct codec_io *io)
{
    enum codec_result result;

    if (!d->full && !have_input(d, 1))
        return;
    d->full = false;
    io->in = d->in;
    io->in_n = d->in_n;
    result = d->codec->decode(d->state, io);
    d->in = io->in;
    d->in_n = io->in_n;
    if (result == CODEC_FRAME_END)
        d->between = true;
    else if (result != CODEC_MORE)
        decoding_failed(d, result);
}

/* Zeros may stand behind a frame: those of a tape, or the padding of xz, between frames too. */
static void skip_padding(struct decompressed *d)
{
    while (have_input(d, 1) && *d->in == 0) {
        size_t zeros = leading_zeros(d->in, d->in_n);

        d->in += zeros;
        d->in_n -= zeros;
        d->padding += zeros;
    }
}

static void look_for_frame(struct decompressed *d)
{
    bool enough;

    skip_padding(d);
    enough = !d->over && have_input(d, 4);
    if (d->end < 0)
        return;
    if (d->padding % d->codec->padding_unit != 0) {
        bad_padding(d);
    } else if (enough && d->codec->begins(d->in)) {
        d->codec->restart(d->state);
        d->between = false;
        d->padding = 0;
    } else if (!d->over) {
        trailing_junk(d);
    }
}

static ssize_t decompressed_read(struct stream *s, void *buffer, size_t size)
{
    struct decompressed *d = (struct decompressed *)s;
    struct codec_io io = { NULL, 0, buffer, size };
    size_t got;

    while (!d->over && io.out_n == size)
        if (d->between)
            look_for_frame(d);
        else
            decode_some(d, &io);
    d->full = io.out_n == 0;
    got = unpack_meter_count(s->meter, &d->given, size - io.out_n, &s->problem);
    if (got < size - io.out_n) {
        d->over = true;
        d->end = -1;
    }
    return got > 0 ? (ssize_t)got : d->end;
}

static bool decompressed_ready(struct stream *s)
{
    const struct decompressed *d = (const struct decompressed *)s;

    return d->full || d->over || d->in_n > 0 || stream_ready(d->inner);
}

/* True for a member of gzip, whose other flags are always zero. */
static bool is_gzip_member(const struct codec *gzip, const unsigned char *p)
{
    enum { DEFLATE = 8, NO_FLAGS = 0xE0 };

    return gzip->begins(p) && p[2] == DEFLATE && (p[3] & NO_FLAGS) == 0;
}

/* A member of gzip may begin anywhere.  Where one only seems to begin, reading fails again. */
static bool decompressed_resume(struct stream *s)
{
    struct decompressed *d = (struct decompressed *)s;

    if (d->codec == NULL || d->codec->format != MAGIC_GZIP || s->problem.code == NULL ||
        (strcmp(s->problem.code, "bad-crc") != 0 && strcmp(s->problem.code, "corrupt") != 0))
        return false;
    d->between = true;
    while (have_input(d, 4) && !is_gzip_member(d->codec, d->in)) {
        d->in++;
        d->in_n--;
    }
    if (d->in_n < 4)
        return false;
    d->codec->restart(d->state);
    d->between = d->over = d->full = false;
    d->padding = 0;
    d->end = 0;
    s->problem = (struct problem){ .code = NULL };
    return true;
}

static void decompressed_close(struct stream *s)
{
    struct decompressed *d = (struct decompressed *)s;

    stream_close(d->inner);
    if (d->state != NULL)
        d->codec->close(d->state);
    free(d);
}

struct stream *stream_decompress(struct stream *s, enum magic format)
{
    struct decompressed *d = memory_alloc(sizeof *d);

    memset(d, 0, offsetof(struct decompressed, buffer));
    d->base = (struct stream){ .read = decompressed_read,
                               .ready = decompressed_ready,
                               .close = decompressed_close,
                               .resume = decompressed_resume,
                               .fd = -1,
                               .meter = s->meter,
                               .unpacked = true };
    d->inner = s;
    d->codec = unpack_codec(format, &d->base.problem);
    if (d->codec != NULL) {
        d->state = d->codec->open();
    } else {
        d->over = true;
        d->end = -1;
    }
    return &d->base;
}
