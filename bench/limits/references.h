/* What the hand-written readers of references share: a reference, and how it is written as a line of
 * JSON, in the order of the output jsonl and with the same bytes. */
#ifndef LIMITS_REFERENCES_H
#define LIMITS_REFERENCES_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { ROOM = 1 << 20, NAMES = 64, LEEWAY = 64 };

enum field {
    KEY,
    TITLE,
    YEAR,
    JOURNAL,
    VOLUME,
    ISSUE,
    FIRST_PAGE,
    LAST_PAGE,
    DOI,
    ABSTRACT,
    FIELDS
};

struct slice {
    const char *p;
    size_t n;
};

/* The slices lie in the buffer of the input, which has LEEWAY bytes after its end. */
struct reference {
    struct slice field[FIELDS];
    struct slice family[NAMES], given[NAMES];
    size_t names;
};

/* The input up to a NUL, and the lines that are not written yet. */
static char in[2 * ROOM + LEEWAY], out[9 * ROOM];

static inline void stop(const char *why)
{
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static inline char *put(char *to, const char *text, size_t n)
{
    memcpy(to, text, n);
    return to + n;
}

#define PUT(to, text) put(to, text, sizeof(text) - 1)

/* The number of bytes at P, at most N, that a string of JSON holds as they are; copies them to TO. */
static inline size_t copy_plain(char *to, const char *p, size_t n)
{
    size_t i = 0;

#ifdef __SSE2__
    for (; i < n; i += 16) {
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
        const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(31)), bytes);
        const __m128i found =
            _mm_or_si128(control, _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                               _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'))));
        const int mask = _mm_movemask_epi8(found);

        _mm_storeu_si128((__m128i *)(void *)(to + i), bytes);
        if (mask != 0) {
            i += (size_t)__builtin_ctz((unsigned)mask);
            break;
        }
    }
    return i < n ? i : n;
#else
    for (; i < n && p[i] != '"' && p[i] != '\\' && (unsigned char)p[i] >= 32; i++)
        to[i] = p[i];
    return i;
#endif
}

static inline char *put_escaped(char *to, struct slice s)
{
    for (;;) {
        const size_t plain = copy_plain(to, s.p, s.n);

        to += plain;
        if (plain == s.n)
            return to;
        if ((unsigned char)s.p[plain] < 32) {
            to += sprintf(to, "\\u%04x", (unsigned)s.p[plain]);
        } else {
            *to++ = '\\';
            *to++ = s.p[plain];
        }
        s.p += plain + 1;
        s.n -= plain + 1;
    }
}

/* A member LEAD"value", if the reference has the value. */
static inline char *put_member(char *to, const char *lead, size_t n, struct slice value)
{
    if (value.n == 0)
        return to;
    to = put_escaped(put(to, lead, n), value);
    *to++ = '"';
    return to;
}

#define PUT_MEMBER(to, lead, value) put_member(to, lead, sizeof(lead) - 1, value)

static inline char *put_names(char *to, const struct reference *r)
{
    to = PUT(to, ",\"authors\":");
    for (size_t i = 0; i < r->names; i++) {
        to = put_escaped(i == 0 ? PUT(to, "[\"") : PUT(to, "\",\""), r->given[i]);
        if (r->given[i].n > 0)
            *to++ = ' ';
        to = put_escaped(to, r->family[i]);
    }
    to = PUT(to, "\"],\"authors_parts\":");
    for (size_t i = 0; i < r->names; i++) {
        to = put_escaped(i == 0 ? PUT(to, "[{\"family\":\"") : PUT(to, "},{\"family\":\""),
                         r->family[i]);
        *to++ = '"';
        to = PUT_MEMBER(to, ",\"given\":\"", r->given[i]);
    }
    return PUT(to, "}]");
}

/* The line of an article.  MARKUP is what the input says of its texts. */
static inline char *put_reference(char *to, const struct reference *r, const char *markup)
{
    const struct slice *f = r->field;

    to = PUT(to, "{\"type\":\"article-journal\"");
    to = PUT_MEMBER(to, ",\"citation_key\":\"", f[KEY]);
    to = PUT_MEMBER(to, ",\"title\":\"", f[TITLE]);
    if (r->names > 0)
        to = put_names(to, r);
    if (f[YEAR].n > 0) {
        to = PUT_MEMBER(to, ",\"date\":\"", f[YEAR]);
        to = put(PUT(to, ",\"year\":"), f[YEAR].p, f[YEAR].n);
    }
    to = PUT_MEMBER(to, ",\"container_title\":\"", f[JOURNAL]);
    to = PUT_MEMBER(to, ",\"volume\":\"", f[VOLUME]);
    to = PUT_MEMBER(to, ",\"issue\":\"", f[ISSUE]);
    if (f[FIRST_PAGE].n > 0) {
        to = put_escaped(PUT(to, ",\"pages\":\""), f[FIRST_PAGE]);
        if (f[LAST_PAGE].n > 0)
            *to++ = '-';
        to = put_escaped(to, f[LAST_PAGE]);
        *to++ = '"';
    }
    to = PUT_MEMBER(to, ",\"doi\":\"", f[DOI]);
    to = put(PUT(to, ",\"markup\":\""), markup, strlen(markup));
    *to++ = '"';
    to = PUT_MEMBER(to, ",\"abstract\":\"", f[ABSTRACT]);
    return PUT(to, "}\n");
}

/* The part of a person's name before the comma is the family name. */
static inline void add_name(struct reference *r, struct slice name)
{
    const char *comma = memchr(name.p, ',', name.n);

    if (r->names == NAMES)
        stop("too many names");
    if (comma == NULL)
        comma = name.p + name.n;
    r->family[r->names] = (struct slice){ name.p, (size_t)(comma - name.p) };
    r->given[r->names] = (struct slice){ comma, 0 };
    if (comma + 2 < name.p + name.n)
        r->given[r->names] = (struct slice){ comma + 2, (size_t)(name.p + name.n - comma) - 2 };
    r->names++;
}

static inline void put_out(size_t n)
{
    for (size_t done = 0; done < n;) {
        const ssize_t written = write(STDOUT_FILENO, out + done, n - done);

        if (written <= 0)
            stop("cannot write");
        done += (size_t)written;
    }
}

/* Converts the input block by block.  CONVERT moves *P past the reference at *P and appends its line
 * at *TO; it returns 0 if the block ends before the reference does. */
static inline int convert_all(int (*convert)(const char **p, char **to))
{
    size_t n = 0;
    ssize_t got;

    while ((got = read(STDIN_FILENO, in + n, ROOM)) > 0) {
        const char *p = in;
        char *to = out;

        n += (size_t)got;
        in[n] = '\0';
        while (convert(&p, &to))
            ;
        put_out((size_t)(to - out));
        n -= (size_t)(p - in);
        if (n > ROOM)
            stop("a reference is too long");
        memmove(in, p, n);
    }
    return n != 0 && strspn(in, " \n") != n;
}

#endif
