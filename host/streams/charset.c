/* charset.c - converts text to UTF-8, from any encoding that iconv knows. */
#include "streams/charset.h"

#include "base/arena.h"
#include "streams/charset_twice.h"

#include <errno.h>
#include <iconv.h>
#include <inttypes.h>
#include <stdlib.h>
#include <strings.h>

enum {
    REPLACEMENT_LENGTH = 3, /* of U+FFFD */
    LONGEST_CHARACTER = 16  /* bytes, in any encoding, with escape sequences */
};

struct decoded {
    struct stream base;
    struct stream *inner;
    iconv_t converter;
    char *charset;
    bool unmarked;    /* CHARSET was recognised without a byte order mark */
    size_t unit;      /* bytes that are skipped when they are invalid */
    uint64_t invalid; /* how often U+FFFD was written */
    bool over;        /* no more output than OUT has; then END */
    bool full;        /* OUT had no room for all of IN */
    ssize_t end;
    size_t in_at, in_end, out_at, out_end;
    char in[LAYER_BUFFER / 4], out[LAYER_BUFFER / 2];
};

static void replace_invalid(struct decoded *d, size_t skipped)
{
    memcpy(d->out + d->out_end, "\xEF\xBF\xBD", REPLACEMENT_LENGTH);
    d->out_end += REPLACEMENT_LENGTH;
    d->in_at += skipped;
    d->invalid++;
}

/* Sets the warning with which the output ends. */
static void say_what_was_decoded(struct decoded *d)
{
    if (d->invalid > 0)
        problem_set(&d->base.problem, PC_WARNING, "invalid-encoding",
                    "%" PRIu64 " place%s not valid %s%s and became U+FFFD", d->invalid,
                    d->invalid == 1 ? " was" : "s were", d->charset,
                    d->unmarked ? ", as which this was read without a byte order mark," : "");
    else if (d->unmarked)
        problem_set(&d->base.problem, PC_WARNING, "no-byte-order-mark",
                    "this has no byte order mark and was read as %s; --encoding %s says so without "
                    "a warning",
                    d->charset, d->charset);
}

/* Writes what the converter still holds, and ends the output. */
static void finish_decoding(struct decoded *d, ssize_t end)
{
    char *out = d->out + d->out_end;
    size_t room = sizeof d->out - d->out_end;

    iconv(d->converter, NULL, NULL, &out, &room);
    d->out_end = sizeof d->out - room;
    d->over = true;
    d->end = stream_ends(&d->base, d->inner, end);
    if (end == 0) /* a failure says more */
        say_what_was_decoded(d);
}

/* Reads more input after what is left, which is less than a character. */
static void read_more_input(struct decoded *d)
{
    size_t left = d->in_end - d->in_at;
    ssize_t got;

    memmove(d->in, d->in + d->in_at, left);
    got = stream_read(d->inner, d->in + left, sizeof d->in - left);
    d->in_at = 0;
    d->in_end = left + (got > 0 ? (size_t)got : 0);
    if (got > 0)
        return;
    if (left > 0)
        replace_invalid(d, left);
    finish_decoding(d, got);
}

/* Converts some input, or reads more. */
static void convert_some(struct decoded *d)
{
    char *in = d->in + d->in_at, *out = d->out + d->out_end;
    size_t left = d->in_end - d->in_at;
    size_t room = sizeof d->out - d->out_end - REPLACEMENT_LENGTH;
    bool converted = iconv(d->converter, &in, &left, &out, &room) != (size_t)-1;
    int why = errno;

    d->in_at = d->in_end - left;
    d->out_end = sizeof d->out - REPLACEMENT_LENGTH - room;
    d->full = !converted && why == E2BIG;
    if (d->full)
        return;
    if (!converted && (why == EILSEQ || left > LONGEST_CHARACTER))
        replace_invalid(d, left < d->unit ? left : d->unit);
    else if (d->out_end == 0)
        read_more_input(d);
}

static ssize_t decoded_read(struct stream *s, void *buffer, size_t size)
{
    struct decoded *d = (struct decoded *)s;

    if (d->out_at == d->out_end && !d->over) {
        d->out_at = d->out_end = 0;
        while (d->out_end == 0 && !d->over)
            convert_some(d);
    }
    if (d->out_at == d->out_end)
        return d->end;
    if (size > d->out_end - d->out_at)
        size = d->out_end - d->out_at;
    memcpy(buffer, d->out + d->out_at, size);
    d->out_at += size;
    return (ssize_t)size;
}

static bool decoded_ready(struct stream *s)
{
    const struct decoded *d = (const struct decoded *)s;

    return d->out_at < d->out_end || d->over || d->full || stream_ready(d->inner);
}

static void decoded_close(struct stream *s)
{
    struct decoded *d = (struct decoded *)s;

    stream_close(d->inner);
    iconv_close(d->converter);
    free(d->charset);
    free(d);
}

static size_t unit_of(const char *charset)
{
    static const struct {
        const char *start;
        size_t unit;
    } wide[] = { { "UTF-16", 2 }, { "UTF16", 2 }, { "UCS-2", 2 }, { "UCS2", 2 },
                 { "UTF-32", 4 }, { "UTF32", 4 }, { "UCS-4", 4 }, { "UCS4", 4 } };

    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (strncasecmp(charset, wide[i].start, strlen(wide[i].start)) == 0)
            return wide[i].unit;
    return 1;
}

const char *charset_marked(pc_str head)
{
    static const struct {
        const char *mark;
        size_t n;
        const char *charset;
    } marks[] = { { "\xFF\xFE\0\0", 4, "UTF-32LE" },
                  { "\0\0\xFE\xFF", 4, "UTF-32BE" },
                  { "\xFF\xFE", 2, "UTF-16LE" },
                  { "\xFE\xFF", 2, "UTF-16BE" } };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (head.n >= marks[i].n && memcmp(head.p, marks[i].mark, marks[i].n) == 0)
            return marks[i].charset;
    return NULL;
}

/* ---- texts without a byte order mark ---- */

struct wide { /* an encoding in units of SIZE bytes */
    const char *charset;
    size_t size;
    bool big; /* endian */
};

static uint32_t unit_at(const struct wide *w, const char *p)
{
    uint32_t unit = 0;

    for (size_t i = 0; i < w->size; i++)
        unit = unit << 8 | (unsigned char)p[w->big ? i : w->size - 1 - i];
    return unit;
}

/* Not a control character, and in Unicode. */
static bool is_text(uint32_t unit)
{
    return (unit >= ' ' || (unit >= '\t' && unit <= '\r')) && (unit < 0x7F || unit > 0x9F) &&
           unit < 0x110000 && (unit & 0xFFFE) != 0xFFFE;
}

/* A letter of an alphabet from Latin to Arabic, or punctuation and symbols.  What is no UTF-16 has
 * such units rarely: they have a control character, a space or a quotation mark as one byte. */
static bool is_near_latin(uint32_t unit)
{
    return unit < 0x800 || (unit >= 0x2000 && unit < 0x2300);
}

static bool is_text_in(const struct wide *w, pc_str head)
{
    enum { FEWEST = 4 };
    size_t units = head.n / w->size, ascii = 0, foreign = 0;

    for (size_t i = 0; i < units; i++) {
        uint32_t unit = unit_at(w, head.p + i * w->size);

        if (!is_text(unit))
            return false;
        ascii += unit < 0x80;
        foreign += !is_near_latin(unit);
    }
    return units >= FEWEST && (ascii * 3 >= units || (ascii * 8 >= units && foreign == 0));
}

const char *charset_unmarked(pc_str head)
{
    static const struct wide wide[] = { { "UTF-32LE", 4, false },
                                        { "UTF-32BE", 4, true },
                                        { "UTF-16LE", 2, false },
                                        { "UTF-16BE", 2, true } };

    if (head.n == 0 || memchr(head.p, '\0', head.n) == NULL)
        return NULL;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (is_text_in(&wide[i], head))
            return wide[i].charset;
    return NULL;
}

/* ---- opening ---- */

/* A suffix after a slash is refused: it would change how invalid bytes are treated. */
static iconv_t converter_for(const char *charset)
{
    return strchr(charset, '/') == NULL ? iconv_open("UTF-8", charset) : (iconv_t)-1;
}

static bool is_twice(const char *charset)
{
    return strcasecmp(charset, CHARSET_TWICE) == 0;
}

bool stream_knows(const char *charset)
{
    iconv_t converter;

    if (is_twice(charset))
        return true;
    converter = converter_for(charset);
    if (converter != (iconv_t)-1)
        iconv_close(converter);
    return converter != (iconv_t)-1;
}

static struct stream *open_decoded(struct stream *s, const char *charset, bool unmarked,
                                   struct problem *why)
{
    iconv_t converter = converter_for(charset);
    struct decoded *d;

    if (converter == (iconv_t)-1) {
        problem_set(why, PC_ERROR, "unknown-encoding",
                    "there is no encoding called '%s' here; `iconv -l` lists them", charset);
        return NULL;
    }
    d = memory_alloc(sizeof *d);
    memset(d, 0, offsetof(struct decoded, in));
    d->base = (struct stream){ .read = decoded_read,
                               .ready = decoded_ready,
                               .close = decoded_close,
                               .fd = -1,
                               .meter = s->meter,
                               .unpacked = s->unpacked };
    d->inner = s;
    d->converter = converter;
    d->charset = memory_alloc(strlen(charset) + 1);
    memcpy(d->charset, charset, strlen(charset) + 1);
    d->unmarked = unmarked;
    d->unit = unit_of(charset);
    return &d->base;
}

struct stream *stream_decode(struct stream *s, const char *charset, struct problem *why)
{
    return is_twice(charset) ? stream_decode_twice(s) : open_decoded(s, charset, false, why);
}

struct stream *stream_decode_unmarked(struct stream *s, const char *charset, struct problem *why)
{
    return open_decoded(s, charset, true, why);
}
