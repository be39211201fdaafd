/* test_catalogue.c - what was written into a catalogue is found in it, by keys, by number, and as a
 * stream. */
#include "written_catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>
/* cmocka needs the above */
#include <cmocka.h>

enum { MOST_LOOKED_UP = 5000 }; /* of a catalogue */

static void assert_same(pc_str a, pc_str b)
{
    assert_int_equal(a.n, b.n);
    if (a.n != 0)
        assert_memory_equal(a.p, b.p, a.n);
}

static void check_record(const pc_catalogue_record *record, uint32_t number, pc_text *text)
{
    const pc_catalogue_record expected = test_record(number, text);

    assert_same(record->text, expected.text);
    assert_same(record->extra, expected.extra);
}

static void check_about(const pc_catalogue_about *about)
{
    assert_non_null(about);
    assert_true(pc_eq(about->source, "snapshot.json") && pc_eq(about->date, "2024-05-01") &&
                pc_eq(about->abstracts, "sketch") && pc_eq(about->program, "test"));
    assert_int_equal(about->rules, 7);
}

/* All records with the key: those of a third of the records and of half of them are in order. */
static void check_frequent(const pc_catalogue *c, uint64_t key, uint32_t first, uint32_t step)
{
    uint32_t *found = malloc((pc_catalogue_count(c) + 1) * sizeof *found);
    const size_t room = pc_catalogue_count(c) + 1;
    const char *why;
    ptrdiff_t n;

    assert_non_null(found);
    n = pc_catalogue_find(c, key, found, room, &why);
    assert_int_equal(n, (pc_catalogue_count(c) - first + step - 1) / step);
    for (ptrdiff_t i = 0; i < n; i++)
        assert_int_equal(found[i], first + (uint32_t)i * step);
    assert_int_equal(pc_catalogue_find(c, key, found, 1, &why), 1);
    assert_int_equal(found[0], first);
    free(found);
}

static void check_look_ups(const pc_catalogue *c, pc_text *text)
{
    pc_catalogue_cursor *cursor = pc_catalogue_cursor_open(c);
    const uint32_t count = pc_catalogue_count(c);
    const char *why;

    for (uint32_t j = 0; j < count && j < MOST_LOOKED_UP; j++) {
        const uint32_t i = (uint32_t)((uint64_t)j * 7919 % count);
        uint64_t keys[TEST_KEYS];
        pc_catalogue_record record;
        uint32_t found[4];

        test_keys(i, keys);
        for (unsigned k = 5; k < TEST_KEYS; k++) {
            const ptrdiff_t n = pc_catalogue_find(c, keys[k], found, 4, &why);

            /* two keys in a million agree in the bits that are compared */
            assert_true((n == 1 && found[0] == i) || (n == 2 && (found[0] == i || found[1] == i)));
        }
        assert_int_equal(pc_catalogue_find(c, keys[0] + ((uint64_t)1 << 30), found, 4, &why), 0);
        assert_true(pc_catalogue_read(cursor, i, &record, &why));
        check_record(&record, i, text);
    }
    pc_catalogue_cursor_close(cursor);
}

struct walk {
    uint64_t count, last_key;
    uint32_t last_number;
};

static void check_next_key(void *context, uint64_t key, uint32_t number)
{
    struct walk *walk = context;

    if (walk->count++ != 0)
        assert_true(key > walk->last_key || (key == walk->last_key && number > walk->last_number));
    walk->last_key = key;
    walk->last_number = number;
}

static void check_walk(const pc_catalogue *c)
{
    struct walk walk = { .count = 0 };
    const char *why;

    assert_true(pc_catalogue_each_key(c, check_next_key, &walk, &why));
    assert_null(why);
    assert_int_equal(walk.count, pc_catalogue_keys(c));
}

static void check_mapped(const pc_text *bytes, uint32_t count, pc_text *text)
{
    FILE *file = catalogue_file(bytes);
    const char *why = "?";
    pc_catalogue *c = pc_catalogue_open(fileno(file), &why);
    pc_catalogue_cursor *cursor;
    pc_catalogue_record record;
    uint64_t keys[TEST_KEYS];

    fclose(file);
    assert_null(why);
    assert_int_equal(pc_catalogue_count(c), count);
    assert_int_equal(pc_catalogue_keys(c), (uint64_t)count * (TEST_KEYS - 1));
    check_about(pc_catalogue_describe(c));
    check_look_ups(c, text);
    check_walk(c);
    for (uint32_t i = 0; i < 3 && i < count; i++) {
        test_keys(i, keys);
        check_frequent(c, keys[1], i, 3);
        check_frequent(c, keys[4], i % 2, 2);
    }
    cursor = pc_catalogue_cursor_open(c);
    assert_false(pc_catalogue_read(cursor, count, &record, &why));
    assert_non_null(why);
    pc_catalogue_cursor_close(cursor);
    pc_catalogue_close(c);
}

static void check_stream(const pc_text *bytes, uint32_t count, pc_text *text)
{
    pc_catalogue_stream *stream = pc_catalogue_stream_open();
    pc_str rest = pc_text_str(bytes);
    pc_catalogue_record record;
    uint32_t n = 0;
    size_t need;

    assert_true(pc_catalogue_recognise(rest));
    assert_null(pc_catalogue_stream_describe(stream));
    while ((need = pc_catalogue_stream_need(stream, rest)) != 0) {
        assert_true(need <= rest.n);
        assert_true(pc_catalogue_stream_take(stream, pc_sub(rest.p, need)));
        rest = pc_drop(rest, need);
        while (pc_catalogue_stream_next(stream, &record))
            check_record(&record, n++, text);
    }
    assert_null(pc_catalogue_stream_error(stream));
    assert_int_equal(rest.n, 0);
    assert_int_equal(n, count);
    check_about(pc_catalogue_stream_describe(stream));
    pc_catalogue_stream_close(stream);
}

/* Without a dictionary and with one, with keys in one run and in several, with trees of no page to
 * those of three levels. */
static void what_was_written_is_found(void **state)
{
    static const uint32_t counts[] = { 0, 1, 2, 40, 3000, 60000 };
    pc_text bytes = { NULL, 0, 0 }, again = { NULL, 0, 0 }, text = { NULL, 0, 0 };

    (void)state;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        write_catalogue(&bytes, counts[i]);
        check_mapped(&bytes, counts[i], &text);
        check_stream(&bytes, counts[i], &text);
    }
    write_catalogue(&again, counts[5]);
    assert_same(pc_text_str(&again), pc_text_str(&bytes));
    pc_text_free(&bytes);
    pc_text_free(&again);
    pc_text_free(&text);
}

static void append_bytes(void *file, pc_str bytes)
{
    pc_text_add(file, bytes);
}

/* A record as long as may be, among small ones, and one that is longer. */
static void long_records(void **state)
{
    static const pc_catalogue_about about;
    pc_text bytes = { NULL, 0, 0 };
    FILE *scratch = tmpfile(), *file;
    pc_catalogue_writer *writer;
    pc_catalogue_cursor *cursor;
    pc_catalogue_record record = { pc_none(), pc_none() }, small = { pc_s("text"), pc_s("extra") };
    pc_catalogue *c;
    const char *why;
    char *huge = malloc(PC_CATALOGUE_LONGEST);

    (void)state;
    assert_non_null(scratch);
    assert_non_null(huge);
    for (size_t i = 0; i < PC_CATALOGUE_LONGEST; i++)
        huge[i] = (char)(i * i >> 7 & 0xff);
    writer = pc_catalogue_writer_open(fileno(scratch));
    for (int i = 0; i < 100; i++)
        assert_true(pc_catalogue_add(writer, &small, NULL, 0));
    record.text = pc_sub(huge, PC_CATALOGUE_LONGEST);
    assert_true(pc_catalogue_add(writer, &record, NULL, 0));
    assert_true(pc_catalogue_add(writer, &small, NULL, 0));
    record.text = pc_sub(huge, 1);
    record.extra = pc_sub(huge, PC_CATALOGUE_LONGEST - 1);
    assert_true(pc_catalogue_add(writer, &record, NULL, 0));
    assert_true(pc_catalogue_finish(writer, &about, append_bytes, &bytes));
    record.text = pc_sub(huge, 2);
    assert_false(pc_catalogue_add(writer, &record, NULL, 0));
    assert_string_equal(pc_catalogue_writer_error(writer),
                        "the record is too long for a catalogue");
    pc_catalogue_writer_close(writer);

    file = catalogue_file(&bytes);
    c = pc_catalogue_open(fileno(file), &why);
    assert_non_null(c);
    cursor = pc_catalogue_cursor_open(c);
    assert_true(pc_catalogue_read(cursor, 100, &record, &why));
    assert_same(record.text, pc_sub(huge, PC_CATALOGUE_LONGEST));
    assert_true(pc_catalogue_read(cursor, 102, &record, &why));
    assert_same(record.extra, pc_sub(huge, PC_CATALOGUE_LONGEST - 1));
    assert_true(pc_catalogue_read(cursor, 101, &record, &why));
    assert_same(record.extra, small.extra);
    pc_catalogue_cursor_close(cursor);
    pc_catalogue_close(c);
    fclose(file);
    fclose(scratch);
    free(huge);
    pc_text_free(&bytes);
}

static void a_scratch_file_that_cannot_be_written(void **state)
{
    static const pc_catalogue_about about;
    const pc_catalogue_record record = { pc_s("text"), pc_none() };
    static const uint64_t key = UINT64_MAX;
    pc_text bytes = { NULL, 0, 0 };
    FILE *scratch = fopen("/dev/full", "r+");
    pc_catalogue_writer *writer;

    (void)state;
    assert_non_null(scratch);
    writer = pc_catalogue_writer_open(fileno(scratch));
    assert_true(pc_catalogue_add(writer, &record, &key, 1));
    assert_false(pc_catalogue_finish(writer, &about, append_bytes, &bytes));
    assert_non_null(strstr(pc_catalogue_writer_error(writer), "No space left"));
    pc_catalogue_writer_close(writer);
    fclose(scratch);
    pc_text_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_written_is_found),
        cmocka_unit_test(long_records),
        cmocka_unit_test(a_scratch_file_that_cannot_be_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
