/* feed FORMAT <feed.txt - converts a feed of trending papers to jsonl, bibtex, ris or csv and
 * does nothing else: the hand-written reference of bench/run.
 *
 * It requires the exact layout: ten lines, then a title, an empty line, an abstract, an empty
 * line, and so on.  It has no options and no diagnostics. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { ROOM = 1 << 20, LONGEST = 1 << 18, MASTHEAD = 10 };

struct text {
    const char *p;
    size_t n;
};

struct feed {
    void (*put)(struct feed *f, struct text title, struct text abstract);
    char title[LONGEST];
    size_t title_n;
    size_t lines, records;
    char *to; /* the end of what OUT holds */
    char out[ROOM + 8 * LONGEST];
};

static void fail(const char *why)
{
    fprintf(stderr, "feed: %s\n", why);
    exit(1);
}

static void flush(struct feed *f)
{
    const char *p = f->out;

    while (p < f->to) {
        ssize_t n = write(STDOUT_FILENO, p, (size_t)(f->to - p));

        if (n <= 0)
            fail("cannot write");
        p += n;
    }
    f->to = f->out;
}

static void put(struct feed *f, const char *text)
{
    size_t n = strlen(text);

    memcpy(f->to, text, n);
    f->to += n;
}

static void copy(struct feed *f, const char *p, size_t n)
{
    memcpy(f->to, p, n);
    f->to += n;
}

/* ---- JSON ---------------------------------------------------------------------- */

static bool is_utf8(struct text t)
{
    const unsigned char *p = (const unsigned char *)t.p, *end = p + t.n;

    while (p < end) {
        unsigned long word;
        int more;

        for (; end - p >= (int)sizeof word; p += sizeof word) {
            memcpy(&word, p, sizeof word);
            if ((word & (unsigned long)0x8080808080808080) != 0)
                break;
        }
        if (p == end || *p < 0x80) {
            p += p < end;
            continue;
        }
        more = *p >= 0xf0 ? 3 : *p >= 0xe0 ? 2 : 1;
        if (*p < 0xc2 || *p > 0xf4 || end - p <= more || (*p == 0xe0 && p[1] < 0xa0) ||
            (*p == 0xed && p[1] > 0x9f) || (*p == 0xf0 && p[1] < 0x90) ||
            (*p == 0xf4 && p[1] > 0x8f))
            return false;
        for (int i = 1; i <= more; i++)
            if ((p[i] & 0xc0) != 0x80)
                return false;
        p += more + 1;
    }
    return true;
}

static void put_escape(struct feed *f, unsigned char c)
{
    if (c == '"' || c == '\\') {
        *f->to++ = '\\';
        *f->to++ = (char)c;
    } else {
        f->to += sprintf(f->to, "\\u%04x", c);
    }
}

static bool is_special(unsigned char c)
{
    return c < ' ' || c == '"' || c == '\\';
}

static void put_string(struct feed *f, struct text t)
{
    const char *p = t.p, *end = t.p + t.n;

#ifdef __SSE2__
    const __m128i quote = _mm_set1_epi8('"'), slash = _mm_set1_epi8('\\');
    const __m128i control = _mm_set1_epi8(0x1f);

    while (end - p >= 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        __m128i found =
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, slash)),
                         _mm_cmpeq_epi8(_mm_min_epu8(v, control), v));
        unsigned mask = (unsigned)_mm_movemask_epi8(found);
        int plain = mask != 0 ? __builtin_ctz(mask) : 16;

        _mm_storeu_si128((__m128i *)(void *)f->to, v);
        p += plain;
        f->to += plain;
        if (mask != 0)
            put_escape(f, (unsigned char)*p++);
    }
#endif
    for (; p < end; p++) {
        if (is_special((unsigned char)*p))
            put_escape(f, (unsigned char)*p);
        else
            *f->to++ = *p;
    }
}

static void put_jsonl(struct feed *f, struct text title, struct text abstract)
{
    if (!is_utf8(title) || !is_utf8(abstract))
        fail("not UTF-8");
    put(f, "{\"title\":\"");
    put_string(f, title);
    put(f, "\",\"abstract\":\"");
    put_string(f, abstract);
    put(f, "\"}\n");
}

/* ---- BibTeX, RIS, CSV ------------------------------------------------------------ */

/* Escapes the characters that are special in TeX, outside mathematics. */
static void put_tex(struct feed *f, struct text t)
{
    static const bool special[256] = {
        ['&'] = true, ['%'] = true, ['#'] = true, ['_'] = true, ['$'] = true, ['\\'] = true
    };
    const char *p = t.p, *end = t.p + t.n;
    bool math = false;

    while (p < end) {
        const char *run = p;

        while (p < end && !special[(unsigned char)*p])
            p++;
        copy(f, run, (size_t)(p - run));
        if (p == end)
            return;
        if (*p == '\\' && end - p > 1)
            *f->to++ = *p++;
        else if (*p == '$')
            math = !math;
        else if (!math)
            *f->to++ = '\\';
        *f->to++ = *p++;
    }
}

static void put_bibtex(struct feed *f, struct text title, struct text abstract)
{
    f->to += sprintf(f->to, "@misc{trending%07zu,\n  title = {", f->records);
    put_tex(f, title);
    put(f, "},\n  abstract = {");
    put_tex(f, abstract);
    put(f, "}\n}\n\n");
}

static void put_ris(struct feed *f, struct text title, struct text abstract)
{
    put(f, "TY  - RPRT\r\nTI  - ");
    copy(f, title.p, title.n);
    put(f, "\r\nAB  - ");
    copy(f, abstract.p, abstract.n);
    put(f, "\r\nER  - \r\n\r\n");
}

static void put_cell(struct feed *f, struct text t)
{
    const char *p = t.p, *end = t.p + t.n, *quote;

    *f->to++ = '"';
    while ((quote = memchr(p, '"', (size_t)(end - p))) != NULL) {
        copy(f, p, (size_t)(quote + 1 - p));
        *f->to++ = '"';
        p = quote + 1;
    }
    copy(f, p, (size_t)(end - p));
    *f->to++ = '"';
}

static void put_csv(struct feed *f, struct text title, struct text abstract)
{
    put_cell(f, title);
    *f->to++ = ',';
    put_cell(f, abstract);
    put(f, "\r\n");
}

/* ---- the feed ------------------------------------------------------------------- */

static void take_line(struct feed *f, struct text line)
{
    if (f->lines++ < MASTHEAD || line.n == 0)
        return;
    if (line.n > LONGEST)
        fail("a line is too long");
    if (f->title_n == 0) { /* the next read() may move the line */
        memcpy(f->title, line.p, line.n);
        f->title_n = line.n;
        return;
    }
    f->records++;
    f->put(f, (struct text){ f->title, f->title_n }, line);
    f->title_n = 0;
    if (f->to - f->out > ROOM)
        flush(f);
}

static void read_lines(struct feed *f)
{
    static char in[ROOM];
    size_t rest = 0;
    ssize_t n;

    while ((n = read(STDIN_FILENO, in + rest, sizeof in - rest)) > 0) {
        const char *p = in, *end = in + rest + n, *lf;

        while ((lf = memchr(p, '\n', (size_t)(end - p))) != NULL) {
            take_line(f, (struct text){ p, (size_t)(lf - p) });
            p = lf + 1;
        }
        rest = (size_t)(end - p);
        memmove(in, p, rest);
    }
    flush(f);
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*put)(struct feed *, struct text, struct text);
    } formats[] = {
        { "jsonl", put_jsonl }, { "bibtex", put_bibtex }, { "ris", put_ris }, { "csv", put_csv }
    };
    static struct feed feed;

    feed.to = feed.out;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (argc == 2 && strcmp(argv[1], formats[i].name) == 0)
            feed.put = formats[i].put;
    if (feed.put == NULL)
        fail("say jsonl, bibtex, ris or csv");
    read_lines(&feed);
    return 0;
}
