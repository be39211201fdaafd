/* test_source.c - sources over every way in which the bytes may arrive. */
#include "record.h"
#include "source.h"

#include "paperconv/text.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

/* ---- a document in memory that arrives in pieces ---- */

struct pieces {
    struct stream stream;
    const char *bytes;
    size_t n, at, piece;
    bool waits; /* every piece has to be waited for */
};

static ssize_t pieces_read(struct stream *s, void *buffer, size_t size)
{
    struct pieces *p = (struct pieces *)s;
    size_t n = p->n - p->at;

    n = n > p->piece ? p->piece : n;
    n = n > size ? size : n;
    memcpy(buffer, p->bytes + p->at, n);
    p->at += n;
    return (ssize_t)n;
}

static bool pieces_ready(struct stream *s)
{
    return !((struct pieces *)s)->waits;
}

struct reading { /* a source with everything that it needs */
    struct pieces pieces;
    struct reader reader;
    struct limits limits;
    struct remarks remarks;
    struct call call;
    struct source source;
};

static void reading_open(struct reading *r, const char *bytes, size_t n, size_t piece, bool waits)
{
    memset(r, 0, sizeof *r);
    r->pieces = (struct pieces){ .stream = { .read = pieces_read, .ready = pieces_ready },
                                 .bytes = bytes,
                                 .n = n,
                                 .piece = piece,
                                 .waits = waits };
    r->limits = limits_default();
    reader_open(&r->reader, &r->pieces.stream, &r->limits);
    source_open(&r->source, &r->reader.supply, origin_new("doc", "member", "test"), &r->limits);
    r->call = (struct call){ .plugin = "test", .source = &r->source, .remarks = &r->remarks };
    r->source.call = &r->call;
    source_begin(&r->source);
}

static void next_callback(struct reading *r)
{
    arena_reset(&r->call.scratch);
    source_begin(&r->source);
}

static void reading_close(struct reading *r)
{
    struct origin *o = r->source.origin;

    source_close(&r->source);
    reader_close(&r->reader);
    origin_drop(o);
    arena_free(&r->call.scratch);
    remarks_free(&r->remarks);
}

/* ---- blocks ---- */

static void a_small_document_takes_a_small_block(void **state)
{
    struct reading r;
    struct block *b;

    (void)state;
    for (size_t lie = 0; lie < 3; lie++) { /* what was expected may be less */
        reading_open(&r, "a\nb\nc\n", 6, 6, false);
        r.pieces.stream.expected = 6 - lie;
        b = r.reader.supply.next(&r.reader.supply);
        assert_in_range(b->room, 6 - lie + 1, 16);
        assert_memory_equal(b->data, "a\nb\nc\n", b->used);
        for (size_t n = b->used; n < 6; n += b->used) {
            block_drop(b);
            b = r.reader.supply.next(&r.reader.supply);
            assert_non_null(b);
        }
        block_drop(b);
        assert_null(r.reader.supply.next(&r.reader.supply));
        reading_close(&r);
    }
}

/* ---- lines ---- */

struct sample {
    const char *bytes;
    size_t n;
    const char *lines; /* with | between them; NULL: none at all */
};

#define SAMPLE(text) text, sizeof text - 1

static const struct sample samples[] = {
    { SAMPLE(""), NULL },
    { SAMPLE("\xEF\xBB\xBF"), NULL },
    { SAMPLE("\n"), "" },
    { SAMPLE("a"), "a" },
    { SAMPLE("a\n"), "a" },
    { SAMPLE("\xEF\xBB\xBF"
             "a\nb"),
      "a|b" },
    { SAMPLE("a\n\nb\n"), "a||b" },
    { SAMPLE("a\r\nb\r\n"), "a|b" },
    { SAMPLE("a\rb\rc"), "a|b|c" },
    { SAMPLE("a\rb\r"), "a|b" },
    { SAMPLE("a\r\rb\n\rc\r\n"), "a||b||c" },
    { SAMPLE("\r\n\r\n"), "|" },
    { SAMPLE("caf\xC3\xA9\r\ncaf\xE9\nx\0y"), "caf\xC3\xA9|caf\xEF\xBF\xBD|x\xEF\xBF\xBDy" },
    { SAMPLE("\xE2\x80\xA8 is no line end\n"), "\xE2\x80\xA8 is no line end" },
};

/* Reads everything, un-reading each line once when TWICE, joined with |. */
static char *read_lines(struct reading *r, bool twice, uint64_t *count)
{
    char *text = calloc(1, 4096), *end = text;
    pc_str line;

    *count = 0;
    while (source_line(&r->source.base, &line)) {
        if (twice) {
            pc_str again;

            source_unline(&r->source.base);
            assert_true(source_line(&r->source.base, &again));
            assert_true(pc_same(line, again));
        }
        end += sprintf(end, "%s%.*s", *count != 0 ? "|" : "", (int)line.n, line.p);
        ++*count;
        assert_int_equal(r->source.number, *count + 1);
        if (*count % 2 == 0)
            next_callback(r);
    }
    return text;
}

static void reads_lines_however_they_arrive(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        for (size_t way = 0; way < 16; way++) {
            const struct sample *s = &samples[i];
            struct reading r;
            uint64_t count;
            char *text;

            reading_open(&r, s->bytes, s->n, way / 4 == 0 ? 1000 : way / 4, way % 2 == 1);
            text = read_lines(&r, way % 4 > 1, &count);
            assert_string_equal(text, s->lines != NULL ? s->lines : "");
            assert_true(s->lines != NULL || count == 0);
            assert_int_equal(r.source.consumed,
                             s->n - (pc_starts(pc_sub(s->bytes, s->n), "\xEF\xBB\xBF") ? 3 : 0));
            free(text);
            reading_close(&r);
        }
    }
}

static void reports_repairs_once(void **state)
{
    struct reading r;
    uint64_t count;

    (void)state;
    reading_open(&r, SAMPLE("ok\nab\xE9\xE9\nx\0\n"), 1000, false);
    free(read_lines(&r, true, &count));
    assert_int_equal(r.remarks.count, 2);
    assert_string_equal(r.remarks.items[0].d.code, "invalid-utf8");
    assert_int_equal(r.remarks.items[0].d.line, 2);
    assert_int_equal(r.remarks.items[0].d.column, 3);
    assert_string_equal(r.remarks.items[1].d.code, "nul");
    assert_int_equal(r.remarks.items[1].d.line, 3);
    assert_int_equal(r.remarks.items[1].d.column, 2);
    reading_close(&r);
}

/* ---- long lines and many blocks ---- */

static void keeps_lines_longer_than_a_block(void **state)
{
    size_t n = 3 * BLOCK_SIZE + 17;
    char *bytes = malloc(n);
    struct reading r;
    pc_str first, line;

    (void)state;
    memset(bytes, 'x', n);
    bytes[10] = '\n';
    bytes[n - 5] = '\n';
    reading_open(&r, bytes, n, 4096, true);
    assert_true(source_line(&r.source.base, &first));
    assert_true(source_line(&r.source.base, &line));
    assert_int_equal(line.n, n - 16);
    assert_int_equal(first.n, 10); /* the first block is still there */
    assert_int_equal(first.p[9], 'x');
    next_callback(&r);
    assert_true(source_line(&r.source.base, &line));
    assert_int_equal(line.n, 4);
    assert_false(source_line(&r.source.base, &line));
    reading_close(&r);
    free(bytes);
}

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
    pc_str line[LINES], bytes, span, *raw;
    pc_text expected = { 0 }, all = { 0 };
    size_t count;

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
    raw = source_raw(&r.source, &r.call.scratch, &count);
    for (size_t i = 0; i < count; i++)
        pc_text_add(&all, raw[i]);
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
    assert_in_range(r.source.held_count, 4, 100);
    assert_false(source_line(&r.source.base, &line));
    reading_close(&r);
    free(text);
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

/* ---- places ---- */

static void says_where_a_record_begins(void **state)
{
    struct reading r;
    struct record record;
    pc_str lines[3];

    (void)state;
    reading_open(&r, SAMPLE("\n\nfirst\nsecond\n"), 1000, false);
    record = (struct record){ .call = &r.call };
    source_line(&r.source.base, &lines[0]);
    source_line(&r.source.base, &lines[1]);
    assert_int_equal(r.source.first_line, 0);
    source_line(&r.source.base, &lines[0]);
    source_line(&r.source.base, &lines[1]);
    assert_int_equal(r.source.first_line, 3);
    source_start(&record.base, lines[1]);
    assert_int_equal(record.line, 4);
    source_start(&record.base, pc_sub(lines[0].p + 2, 2));
    assert_int_equal(record.line, 3);
    source_start(&record.base, pc_none()); /* it has no line of its own */
    assert_int_equal(record.line, 1);
    reading_close(&r);
}

static void points_at_the_slice(void **state)
{
    struct reading r;
    const struct diagnostic *d;
    pc_str line;

    (void)state;
    reading_open(&r, SAMPLE("one\nt\xC3\xA4glich schlecht\n"), 1000, false);
    source_line(&r.source.base, &line);
    source_line(&r.source.base, &line);
    pc_warn(&r.source.base, pc_sub(line.p + 9, 8), "bad", "not '%s'", "so");
    assert_int_equal(r.remarks.count, 1);
    d = &r.remarks.items[0].d;
    assert_string_equal(d->document, "doc");
    assert_string_equal(d->member, "member");
    assert_string_equal(d->text, "not 'so'");
    assert_int_equal(d->line, 2);
    assert_int_equal(d->column, 9);
    assert_int_equal(d->caret, 8);
    assert_int_equal(d->span, 8);
    reading_close(&r);
}

static void keeps_the_last_value_of_a_fact(void **state)
{
    struct reading r;

    (void)state;
    reading_open(&r, SAMPLE(""), 1, false);
    source_fact(&r.source.base, pc_s("a"), pc_s("1"));
    source_fact(&r.source.base, pc_s("b"), pc_s("2"));
    source_fact(&r.source.base, pc_s("a"), pc_s("three"));
    source_fact(&r.source.base, pc_s("c"), pc_none());
    assert_int_equal(r.source.facts->count, 2);
    assert_true(pc_eq(facts_get(r.source.facts, pc_s("a")), "three"));
    assert_true(pc_eq(facts_get(r.source.facts, pc_s("b")), "2"));
    reading_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_document_takes_a_small_block),
        cmocka_unit_test(reads_lines_however_they_arrive),
        cmocka_unit_test(reports_repairs_once),
        cmocka_unit_test(keeps_lines_longer_than_a_block),
        cmocka_unit_test(spans_several_lines),
        cmocka_unit_test(spans_without_a_copy_inside_a_block),
        cmocka_unit_test(looks_ahead_and_consumes),
        cmocka_unit_test(unreads_a_line_after_a_look_ahead),
        cmocka_unit_test(looks_ahead_become_longer),
        cmocka_unit_test(no_line_of_a_span_comes_twice),
        cmocka_unit_test(says_where_a_record_begins),
        cmocka_unit_test(points_at_the_slice),
        cmocka_unit_test(keeps_the_last_value_of_a_fact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
