/* test_source_bytes.c - sources whose lines are longer than the limit of lines, read as bytes. */
#include "reading.h"

#include "api/report.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

enum { LINE_LIMIT = 40, DOCUMENT = 20000 };

/* ---- any mixture of lines and bytes ---- */

static unsigned random_below(uint64_t *random, unsigned n)
{
    *random = *random * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*random >> 33) % n;
}

/* Lines of 0 to 199 letters, a few of two bytes, with every kind of end. */
static void write_document(char *bytes, uint64_t *random)
{
    static const char *const ends[] = { "\n", "\r\n", "\r" };
    size_t n = 0;

    while (n < DOCUMENT - 210) {
        unsigned letters = random_below(random, 5) == 0 ? random_below(random, 200)
                                                        : random_below(random, LINE_LIMIT / 2);

        for (unsigned i = 0; i < letters / 2; i++, n += 2)
            memcpy(bytes + n, random_below(random, 9) == 0 ? "\xC3\xA9" : "ab", 2);
        n += (size_t)sprintf(bytes + n, "%s", ends[random_below(random, 3)]);
    }
    memset(bytes + n, 'z', DOCUMENT - n); /* a long line without an end */
}

struct expected { /* where the source must be */
    const char *at, *end;
    uint64_t line;
    uint64_t column; /* of AT, from 1 */
};

static void move_expected(struct expected *e, size_t n)
{
    for (const char *to = e->at + n; e->at < to; e->at++) {
        bool crlf = *e->at == '\r' && e->at + 1 < e->end && e->at[1] == '\n';

        if (*e->at == '\n' || (*e->at == '\r' && !crlf)) {
            e->line++;
            e->column = 1;
        } else if (((unsigned char)*e->at & 0xC0) != 0x80) {
            e->column++;
        }
    }
}

static void read_one_line(struct reading *r, struct expected *e)
{
    const char *next, *stop = line_end(e->at, e->end, &next);
    pc_str line;

    if (stop - e->at > LINE_LIMIT)
        return;
    assert_true(source_line(&r->source.base, &line));
    assert_int_equal(line.n, stop - e->at);
    assert_memory_equal(line.p, e->at, line.n);
    move_expected(e, (size_t)(next - e->at));
    e->line += next == stop; /* the end of the document ends its last line */
}

static void read_some_bytes(struct reading *r, struct expected *e, uint64_t *random)
{
    size_t left = (size_t)(e->end - e->at), n = random_below(random, 300);
    pc_str bytes;

    assert_int_equal(source_ahead(&r->source.base, n, &bytes), n <= left);
    assert_in_range(bytes.n, n < left ? n : left, left);
    assert_memory_equal(bytes.p, e->at, bytes.n);
    n = bytes.n != 0 ? random_below(random, (unsigned)bytes.n + 1) : 0;
    while (n > 0 && n < left && (((unsigned char)e->at[n] & 0xC0) == 0x80 || e->at[n] == '\n'))
        n--; /* not into a character or a CRLF */
    source_consume(&r->source.base, n);
    move_expected(e, n);
}

/* A diagnostic about the byte at the reading position names its line and column. */
static void expect_place(struct reading *r, const struct expected *e)
{
    const struct diagnostic *d;
    pc_str bytes;

    if (!source_ahead(&r->source.base, 1, &bytes))
        return;
    report_diagnostic((pc_handle *)&r->source.base, PC_NOTE, pc_sub(bytes.p, 1), "here", "");
    d = &r->diagnostics.items[r->diagnostics.count - 1];
    assert_int_equal(d->line, e->line);
    assert_int_equal(d->column, e->column);
    diagnostics_free(&r->diagnostics);
}

static void reads_lines_and_bytes_in_any_order(void **state)
{
    char *bytes = malloc(DOCUMENT);
    uint64_t random = 1;

    (void)state;
    for (int round = 0; round < 60; round++) {
        struct expected e = { bytes, bytes + DOCUMENT, 1, 1 };
        struct reading r;

        write_document(bytes, &random);
        reading_open(&r, bytes, DOCUMENT, 1 + random_below(&random, 100), round % 2 == 0);
        r.limits.of[LIMIT_LINE] = LINE_LIMIT;
        while (e.at < e.end) {
            if (random_below(&random, 3) == 0)
                reading_next_callback(&r);
            if (random_below(&random, 2) == 0)
                read_one_line(&r, &e);
            else
                read_some_bytes(&r, &e, &random);
            assert_int_equal(r.source.number, e.line);
            if (random_below(&random, 4) == 0)
                expect_place(&r, &e);
        }
        assert_null(r.source.limit.code);
        reading_close(&r);
    }
    free(bytes);
}

/* ---- limits ---- */

static void ends_at_a_line_that_is_too_long(void **state)
{
    struct reading r;
    char bytes[LINE_LIMIT * 4];
    pc_str line;

    (void)state;
    for (size_t piece = 1; piece < sizeof bytes; piece += 7) {
        memset(bytes, 'x', sizeof bytes);
        memcpy(bytes, "one\n", 4);
        reading_open(&r, bytes, sizeof bytes, piece, false);
        r.limits.of[LIMIT_LINE] = LINE_LIMIT;
        assert_true(source_line(&r.source.base, &line));
        assert_int_equal(line.n, 3);
        assert_false(source_line(&r.source.base, &line));
        assert_string_equal(r.source.limit.code, "line-too-long");
        reading_close(&r);
    }
}

static void ends_at_a_record_that_is_too_long(void **state)
{
    struct reading r;
    char bytes[LINE_LIMIT * 8];
    pc_str ahead;

    (void)state;
    memset(bytes, 'x', sizeof bytes);
    reading_open(&r, bytes, sizeof bytes, 10, false);
    r.limits.of[LIMIT_LINE] = LINE_LIMIT;
    r.limits.of[LIMIT_RECORD] = 3 * LINE_LIMIT;
    reading_next_callback(&r);
    assert_true(source_ahead(&r.source.base, 2 * LINE_LIMIT, &ahead));
    source_consume(&r.source.base, 2 * LINE_LIMIT);
    reading_next_callback(&r); /* another record */
    assert_true(source_ahead(&r.source.base, 3 * LINE_LIMIT, &ahead));
    assert_false(source_ahead(&r.source.base, 5 * LINE_LIMIT, &ahead));
    assert_string_equal(r.source.limit.code, "record-too-long");
    reading_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_lines_and_bytes_in_any_order),
        cmocka_unit_test(ends_at_a_line_that_is_too_long),
        cmocka_unit_test(ends_at_a_record_that_is_too_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
