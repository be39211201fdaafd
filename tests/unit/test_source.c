/* test_source.c - sources over every way in which the bytes may arrive. */
#include "reading.h"

#include "api/record_handle.h"
#include "records/record.h"

#include "paperconv/text.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

/* ---- blocks ---- */

static void a_small_document_takes_a_small_block(void **state)
{
    struct reading r;
    struct block *b;

    (void)state;
    for (size_t lie = 0; lie < 3; lie++) { /* what was expected may be less */
        reading_open(&r, "a\nb\nc\n", 6, 6, false);
        r.document->expected = 6 - lie;
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
            reading_next_callback(r);
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
    assert_int_equal(r.diagnostics.count, 2);
    assert_string_equal(r.diagnostics.items[0].problem.code, "invalid-utf8");
    assert_int_equal(r.diagnostics.items[0].line, 2);
    assert_int_equal(r.diagnostics.items[0].column, 3);
    assert_string_equal(r.diagnostics.items[1].problem.code, "nul");
    assert_int_equal(r.diagnostics.items[1].line, 3);
    assert_int_equal(r.diagnostics.items[1].column, 2);
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
    reading_next_callback(&r);
    assert_true(source_line(&r.source.base, &line));
    assert_int_equal(line.n, 4);
    assert_false(source_line(&r.source.base, &line));
    reading_close(&r);
    free(bytes);
}

/* ---- places ---- */

static void says_where_a_record_begins(void **state)
{
    struct reading r;
    struct record record;
    pc_str lines[3];

    (void)state;
    reading_open(&r, SAMPLE("\n\nfirst\nsecond\n"), 1000, false);
    record = (struct record){ .callback = &r.callback };
    source_line(&r.source.base, &lines[0]);
    source_line(&r.source.base, &lines[1]);
    assert_int_equal(r.source.first_line, 0);
    source_line(&r.source.base, &lines[0]);
    source_line(&r.source.base, &lines[1]);
    assert_int_equal(r.source.first_line, 3);
    record_start(&record.base, lines[1]);
    assert_int_equal(record.line, 4);
    record_start(&record.base, pc_sub(lines[0].p + 2, 2));
    assert_int_equal(record.line, 3);
    record_start(&record.base, pc_none()); /* it has no line of its own */
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
    assert_int_equal(r.diagnostics.count, 1);
    d = &r.diagnostics.items[0];
    assert_string_equal(d->document, "doc");
    assert_string_equal(d->member, "member");
    assert_string_equal(d->problem.text, "not 'so'");
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
        cmocka_unit_test(says_where_a_record_begins),
        cmocka_unit_test(points_at_the_slice),
        cmocka_unit_test(keeps_the_last_value_of_a_fact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
