/* transcript.c - describes documents, and compares. */
#include "transcript.h"

#include "base/arena.h"
#include "process/nameless_file.h"
#include "streams/spool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { SHOWN = 40 };

static void describe(struct bytes *all, struct document *d)
{
    const struct problem *problem = &d->problem;
    struct bytes text = { memory_alloc(1), 0 };
    char buffer[7000], line[600];
    ssize_t got;
    int n;

    if (d->stream != NULL) {
        struct stream *before = d->stream;

        assert_true(stream_peek(&d->stream, buffer, sizeof buffer) >= -1);
        assert_ptr_equal(d->stream, before);
        while ((got = stream_read(d->stream, buffer, sizeof buffer)) > 0)
            text = fixture_join(text, buffer, (size_t)got);
        problem = &d->stream->problem;
        assert_int_equal(got == -1, problem->code != NULL && problem->severity >= PC_ERROR);
    }
    for (size_t i = 0; i < text.n && i < SHOWN; i++)
        text.p[i] = text.p[i] == '\0' ? '0' : text.p[i];
    n = snprintf(line, sizeof line, "%s%s%s%s", d->name, d->member != NULL ? "!/" : "",
                 d->member != NULL ? d->member : "", d->named ? "*" : "");
    if (d->stream != NULL && text.n <= SHOWN)
        n += snprintf(line + n, sizeof line - (size_t)n, " '%.*s'", (int)text.n, text.p);
    else if (d->stream != NULL)
        n += snprintf(line + n, sizeof line - (size_t)n, " %zu bytes", text.n);
    if (problem->code != NULL)
        n += snprintf(line + n, sizeof line - (size_t)n, " %s", problem->code);
    *all = fixture_join(*all, line, (size_t)n);
    *all = fixture_join(*all, "\n", 1);
    free(text.p);
}

char *walk_after(const struct document_settings *settings, struct prescan *prescan)
{
    struct spool spool = spool_over(nameless_file_open(temporary_directory()));
    struct documents *ds = documents_open(settings, prescan, &spool);
    struct bytes all = { memory_alloc(1), 0 };
    struct document d;

    assert_true(spool.fd >= 0);
    while (documents_next(ds, &d))
        describe(&all, &d);
    assert_false(documents_next(ds, &d));
    documents_close(ds);
    assert_int_equal(spool.used, 0);
    spool_close(&spool);
    return fixture_join(all, "", 1).p;
}

char *walk_with(const struct document_settings *settings)
{
    return walk_after(settings, NULL);
}

void assert_walk_with(const struct document_settings *settings, const char *expected)
{
    char *got = walk_with(settings);

    assert_string_equal(got, expected);
    free(got);
}

const char *const no_members[] = { NULL };

struct limits limits_of(uint64_t depth, uint64_t spool)
{
    struct limits l = limits_default();

    l.of[LIMIT_DEPTH] = depth;
    l.of[LIMIT_SPOOL] = spool;
    return l;
}

void assert_walk(const char *input, const char *expected)
{
    const char *const inputs[] = { input, NULL };
    const struct document_settings settings = { inputs, no_members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };

    assert_walk_with(&settings, expected);
}

void assert_members(const char *input, const char *const *members, const char *expected)
{
    const char *const inputs[] = { input, NULL };
    const struct document_settings settings = { inputs, members, NULL, NULL,
                                                limits_of(DEPTH, SPOOL) };

    assert_walk_with(&settings, expected);
}

void assert_bytes(const char *name, struct bytes b, const char *expected)
{
    fixture_write(name, b.p, b.n);
    free(b.p);
    assert_walk(name, expected);
}

void assert_piped(struct bytes b, const char *expected)
{
    int ends[2], before = dup(STDIN_FILENO);

    assert_int_equal(pipe(ends), 0);
    assert_true(b.n <= 65536);
    assert_int_equal(write(ends[1], b.p, b.n), b.n);
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    assert_walk("-", expected);
    dup2(before, STDIN_FILENO);
    close(before);
    free(b.p);
}

void text_file(const char *path, const char *text)
{
    fixture_write(path, text, strlen(text));
}
