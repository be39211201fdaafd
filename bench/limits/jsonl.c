/* jsonl <records.jsonl - reads lines as the output jsonl writes them and writes them again, and does
 * nothing else: the hand-written reference of bench/run for the input jsonl.
 *
 * It finds the members of each object and the end of each string, and copies member by member.  It
 * checks no escape and no UTF-8, knows no field, and has no diagnostics. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { ROOM = 1 << 20 };

static char in[2 * ROOM], out[3 * ROOM];

static void stop(const char *why)
{
    fprintf(stderr, "jsonl: %s\n", why);
    exit(1);
}

static void flush(size_t n)
{
    for (size_t done = 0; done < n;) {
        const ssize_t written = write(STDOUT_FILENO, out + done, n - done);

        if (written <= 0)
            stop("cannot write");
        done += (size_t)written;
    }
}

/* The quote that ends the string that P is in. */
static const char *end_of_string(const char *p)
{
    for (;; p++) {
#ifdef __SSE2__
        for (;; p += 16) {
            const __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
            const __m128i found = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')),
                                               _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
            const int mask = _mm_movemask_epi8(found);

            if (mask != 0) {
                p += __builtin_ctz((unsigned)mask);
                break;
            }
        }
#else
        while (*p != '"' && *p != '\\')
            p++;
#endif
        if (*p == '"')
            return p;
        p++;
    }
}

/* The end of the value that begins at P. */
static const char *end_of_value(const char *p)
{
    int depth = 0;

    for (;; p++) {
        if (*p == '"')
            p = end_of_string(p + 1);
        else if (*p == '[' || *p == '{')
            depth++;
        else if (*p == ']' || *p == '}')
            depth--;
        else if (*p == '\n')
            stop("a line ends inside of a value");
        if (depth == 0 && (p[1] == ',' || p[1] == '}'))
            return p + 1;
    }
}

/* Copies the line at P, member by member, to TO; returns the end of the line. */
static const char *copy_line(const char *p, char **to)
{
    if (*p != '{')
        stop("a line is no object");
    *(*to)++ = *p++;
    for (;;) {
        const char *const start = p;

        if (*p != '"')
            stop("a member has no name");
        p = end_of_string(p + 1) + 1;
        if (*p != ':')
            stop("a name has no value");
        p = end_of_value(p + 1);
        memcpy(*to, start, (size_t)(p - start) + 1);
        *to += p - start + 1;
        if (*p++ == '}')
            break;
    }
    if (*p != '\n')
        stop("text follows an object");
    *(*to)++ = '\n';
    return p + 1;
}

int main(void)
{
    size_t n = 0;
    ssize_t got;

    while ((got = read(STDIN_FILENO, in + n, ROOM)) > 0) {
        const char *p = in, *end;
        char *to = out;

        n += (size_t)got;
        end = memrchr(in, '\n', n);
        if (end == NULL)
            stop("a line is too long");
        while (p <= end)
            p = copy_line(p, &to);
        flush((size_t)(to - out));
        n -= (size_t)(p - in);
        if (n > ROOM)
            stop("a line is too long");
        memmove(in, p, n);
    }
    return n != 0;
}
