/* test_source_span.c - what is taken out of a source beside lines: spans of several lines, and
 * raw bytes. */
#include "reading.h"

#include "paperconv/text.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

/* ---- spans ---- */

/* The span from the middle of the first line to the middle of the last. */
static void joins_lines(const char *bytes, size_t n, size_t piece, const char *expected)
{
    struct reading r;
    pc_str first, last, line, span;

    reading_open(&r, bytes, n, piece, true);
    assert_true(source_line(&r.source.base, &first));
    last = first;
    while (source_line(&r.source.base, &line))
        last = line;
    span = source_span(&r.source.base, pc_drop(first, 1), pc_sub(last.p, last.n - 1));
    assert_int_equal(span.n, strlen(expected));
    assert_memory_equal(span.p, expected, span.n);
    reading_close(&r);
}

static void spans_several_lines(void **state)
{
    (void)state;
    for (size_t piece = 1; piece < 40; piece++) {
        joins_lines(SAMPLE("[one]\n"), piece, "one");
        joins_lines(SAMPLE("[one\n\ntwo]"), piece, "one\n\ntwo");
        joins_lines(SAMPLE("[one\r\n\r\ntwo]\r\n"), piece, "one\n\ntwo");
        joins_lines(SAMPLE("[one\rtwo\rthree]"), piece, "one\ntwo\nthree");
        joins_lines(SAMPLE("[on\xE9\ntw\xE9\nthr\xE9]"), piece,
                    "on\xEF\xBF\xBD\ntw\xEF\xBF\xBD\nthr\xEF\xBF\xBD");
        joins_lines(SAMPLE("[on\0\nok\ntw\xE9]\n"), piece, "on\xEF\xBF\xBD\nok\ntw\xEF\xBF\xBD");
    }
}

static void spans_without_a_copy_inside_a_block(void **state)
{
    struct reading r;
    pc_str first, last, span;

    (void)state;
    reading_open(&r, SAMPLE("one\ntwo\n"), 1000, false);
    source_line(&r.source.base, &first);
    source_line(&r.source.base, &last);
    span = source_span(&r.source.base, first, last);
    assert_ptr_equal(span.p, first.p);
    assert_int_equal(span.n, 7);
    reading_close(&r);
}

/* What a plugin takes for the last part may stand before the first one. */
static void a_span_the_wrong_way_round_has_an_end(void **state)
{
    static const char *const texts[] = { "one two\nthree\n", "one tw\xE9\nthree\n" };

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct reading r;
        pc_str line, span;

        reading_open(&r, texts[i], strlen(texts[i]), 1000, i == 1);
        source_line(&r.source.base, &line);
        span = source_span(&r.source.base, pc_drop(line, 4), pc_sub(line.p, 3));
        assert_true(span.n <= strlen("two\xEF\xBF\xBDthree\n"));
        reading_close(&r);
    }
}

/* ---- raw bytes ---- */

static void looks_ahead_and_consumes(void **state)
{
    (void)state;
    for (size_t piece = 1; piece < 12; piece++) {
        struct reading r;
        struct line where;
        pc_str bytes, line;

        reading_open(&r, SAMPLE("ab\ncd\xE9\nef\n"), piece, true);
        assert_true(source_ahead(&r.source.base, 6, &bytes));
        assert_memory_equal(bytes.p, "ab\ncd\xE9", 6);
        assert_false(source_ahead(&r.source.base, 100, &bytes));
        assert_int_equal(bytes.n, 10);
        source_consume(&r.source.base, 4);
        assert_int_equal(r.source.number, 2);
        assert_true(source_line(&r.source.base, &line));
        assert_true(pc_eq(line, "d\xEF\xBF\xBD"));
        assert_true(source_line(&r.source.base, &line));
        assert_true(pc_eq(line, "ef"));
        assert_true(source_locate(&r.source, line, &where));
        assert_int_equal(where.number, 3);
        assert_false(source_ahead(&r.source.base, 1, &bytes));
        reading_close(&r);
    }
}

static void unreads_a_line_after_a_look_ahead(void **state)
{
    (void)state;
    for (size_t piece = 1; piece < 12; piece++) {
        struct reading r;
        struct line where;
        pc_str bytes, line;

        reading_open(&r, SAMPLE("one\ntwo\nthree\nfour\n"), piece, true);
        assert_true(source_line(&r.source.base, &line));
        assert_true(source_line(&r.source.base, &line));
        assert_true(source_ahead(&r.source.base, 11, &bytes));
        assert_memory_equal(bytes.p, "three\nfour\n", 11);
        source_unline(&r.source.base);
        assert_int_equal(r.source.number, 2);
        assert_true(source_line(&r.source.base, &line));
        assert_true(pc_eq(line, "two"));
        assert_true(source_locate(&r.source, line, &where));
        assert_int_equal(where.number, 2);
        assert_true(source_line(&r.source.base, &line));
        assert_true(pc_eq(line, "three"));
        reading_close(&r);
    }
}

/* A look ahead may put the bytes from some line on into a block of their own. */
static void check_span_over_looks(size_t piece, size_t look, bool unread, size_t from, size_t to)
{
    static const char text[] = "one\ntwo\r\nthree\n\nfi\xE9ve\nsix\nseven\n";
    static const char *const lines[] = { "one", "two",  "three", "", "fi\xEF\xBF\xBDve",
                                         "six", "seven" };
    enum { LINES = sizeof lines / sizeof *lines };
    struct reading r;
    struct raw_bytes raw;
    pc_str line[LINES], bytes, span;
    pc_text expected = { 0 }, all = { 0 };

    reading_open(&r, SAMPLE(text), piece, true);
    for (size_t i = 0; i < LINES; i++) {
        source_line(&r.source.base, &line[i]);
        source_ahead(&r.source.base, look, &bytes);
        if (unread) {
            source_unline(&r.source.base);
            source_line(&r.source.base, &line[i]);
        }
        assert_true(pc_eq(line[i], lines[i]));
        if (i >= from && i <= to) {
            pc_text_puts(&expected, i != from ? "\n" : "");
            pc_text_puts(&expected, lines[i]);
        }
    }
    span = source_span(&r.source.base, line[from], line[to]);
    assert_int_equal(span.n, expected.n);
    assert_memory_equal(span.p, expected.p, expected.n);
    raw = source_raw(&r.source, &r.callback.scratch);
    for (size_t i = 0; i < raw.count; i++)
        pc_text_add(&all, raw.slices[i]);
    assert_int_equal(all.n, sizeof text - 1);
    assert_memory_equal(all.p, text, all.n);
    pc_text_free(&expected);
    pc_text_free(&all);
    reading_close(&r);
}

/* What is ahead is not copied again for each of many short lines. */
static void looks_ahead_become_longer(void **state)
{
    enum { LINE = 3, LINES = 4 * BLOCK_SIZE / LINE };
    char *text = malloc((size_t)LINE * LINES);
    struct reading r;
    pc_str line, bytes;

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < LINES; i++)
        memcpy(text + i * LINE, "ab\n", LINE);
    reading_open(&r, text, (size_t)LINE * LINES, BLOCK_SIZE, false);
    for (size_t i = 1; i <= LINES; i++) {
        assert_true(source_line(&r.source.base, &line));
        assert_int_equal(r.source.number, i + 1);
        source_ahead(&r.source.base, 100, &bytes);
    }
    assert_in_range(r.source.held_count, 4, 30); /* a few at each end, until the next is reached */
    assert_false(source_line(&r.source.base, &line));
    reading_close(&r);
    free(text);
}

/* Wherever the callback begins, and whatever is in which block. */
static void counts_lines_of_raw_bytes(void **state)
{
    static const char text[] = "a\nb\r\nc\rd\n\n\re\r\n";

    (void)state;
    for (size_t piece = 1; piece < sizeof text; piece++)
        for (size_t begin = 0; begin < sizeof text - 1; begin++) {
            struct reading r;
            struct line where;
            uint64_t number;
            pc_str bytes;

            reading_open(&r, text, sizeof text - 1, piece, true);
            source_ahead(&r.source.base, begin, &bytes);
            source_consume(&r.source.base, begin);
            reading_next_callback(&r);
            assert_true(source_ahead(&r.source.base, sizeof text - 1 - begin, &bytes));
            for (size_t at = 0; at < bytes.n; at++) {
                assert_true(source_line_number(&r.source, pc_drop(bytes, at), &number));
                assert_true(source_locate(&r.source, pc_drop(bytes, at), &where));
                assert_int_equal(number, where.number);
            }
            assert_false(source_line_number(&r.source, pc_s("elsewhere"), &number));
            reading_close(&r);
        }
}

static void no_line_of_a_span_comes_twice(void **state)
{
    (void)state;
    for (size_t piece = 1; piece < 40; piece += piece < 8 ? 1 : 5)
        for (size_t look = 0; look < 20; look++)
            for (size_t from = 0; from < 3; from++)
                for (size_t to = 4; to < 7; to++) {
                    check_span_over_looks(piece, look, false, from, to);
                    check_span_over_looks(piece, look, true, from, to);
                }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spans_several_lines),
        cmocka_unit_test(spans_without_a_copy_inside_a_block),
        cmocka_unit_test(a_span_the_wrong_way_round_has_an_end),
        cmocka_unit_test(looks_ahead_and_consumes),
        cmocka_unit_test(unreads_a_line_after_a_look_ahead),
        cmocka_unit_test(looks_ahead_become_longer),
        cmocka_unit_test(counts_lines_of_raw_bytes),
        cmocka_unit_test(no_line_of_a_span_comes_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
