/* test_catalogue_damage.c - catalogues that are cut off or changed at a thousand random places: an
 * error with its sentence, or what was written. */
#include "random_numbers.h"
#include "written_catalogue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>
/* cmocka needs the above */
#include <cmocka.h>

enum { STEP = 16 }; /* of the records that are read: less than a frame has */

struct catalogue {
    pc_text bytes; /* of the file */
    uint32_t count;
    pc_text records; /* what every STEPth one has */
    size_t *ends;
    FILE *file;
    size_t pages; /* where these begin in the file */
};

static void open_whole(struct catalogue *c, uint32_t count)
{
    pc_text record = { NULL, 0, 0 };

    *c = (struct catalogue){ .count = count, .ends = calloc(count, sizeof *c->ends) };
    assert_non_null(c->ends);
    write_catalogue(&c->bytes, count);
    for (uint32_t i = 0; i < count; i += STEP) {
        test_record(i, &record);
        pc_text_add(&c->records, pc_text_str(&record));
        c->ends[i / STEP] = c->records.n;
    }
    c->file = catalogue_file(&c->bytes);
    for (unsigned i = 0; i < 4; i++) /* the trailer says so */
        c->pages |= (size_t)(unsigned char)c->bytes.p[c->bytes.n - 1024 + 40 + i] << 8 * i;
    pc_text_free(&record);
}

static void close_whole(struct catalogue *c)
{
    fclose(c->file);
    free(c->ends);
    pc_text_free(&c->bytes);
    pc_text_free(&c->records);
}

static void check_sentence(const char *why)
{
    assert_non_null(why);
    assert_true(strncmp(why, "is ", 3) == 0);
}

/* TEXT and EXTRA are that of record NUMBER, if it is one that is compared. */
static void check_content(const struct catalogue *c, uint32_t number,
                          const pc_catalogue_record *record)
{
    size_t start;

    if (number % STEP != 0)
        return;
    start = number != 0 ? c->ends[number / STEP - 1] : 0;
    assert_int_equal(record->text.n + record->extra.n, c->ends[number / STEP] - start);
    if (record->text.n != 0)
        assert_memory_equal(record->text.p, c->records.p + start, record->text.n);
    if (record->extra.n != 0)
        assert_memory_equal(record->extra.p, c->records.p + start + record->text.n,
                            record->extra.n);
}

static void ignore_key(void *count, uint64_t key, uint32_t number)
{
    (void)key;
    (void)number;
    ++*(uint64_t *)count;
}

/* True when nothing wrong was found. */
static bool look_up(const struct catalogue *c, const pc_catalogue *mapped, uint32_t number)
{
    uint64_t keys[TEST_KEYS];
    uint32_t found[2];
    const char *why;
    ptrdiff_t n;

    test_keys(number, keys);
    n = pc_catalogue_find(mapped, keys[5 + number % 13], found, 2, &why);
    if (n < 0) {
        check_sentence(why);
        return false;
    }
    assert_true(number < c->count);
    assert_int_equal(n, 1);
    assert_int_equal(found[0], number);
    return true;
}

static bool read_mapped(const struct catalogue *c, const pc_catalogue *mapped)
{
    pc_catalogue_cursor *cursor = pc_catalogue_cursor_open(mapped);
    pc_catalogue_record record;
    uint64_t keys = 0;
    const char *why;
    bool whole;

    assert_int_equal(pc_catalogue_count(mapped), c->count);
    whole = pc_catalogue_each_key(mapped, ignore_key, &keys, &why);
    if (whole)
        assert_int_equal(keys, pc_catalogue_keys(mapped));
    else
        check_sentence(why);
    for (uint32_t i = 0; i < c->count; i += STEP) {
        whole &= look_up(c, mapped, i);
        if (pc_catalogue_read(cursor, i, &record, &why)) {
            check_content(c, i, &record);
        } else {
            check_sentence(why);
            whole = false;
        }
    }
    pc_catalogue_cursor_close(cursor);
    return whole;
}

/* A stream is read as a whole, so that no damage stays unseen. */
static void check_stream(const struct catalogue *c, pc_str bytes)
{
    pc_catalogue_stream *stream = pc_catalogue_stream_open();
    pc_catalogue_record record;
    uint32_t number = 0;
    size_t need;

    while ((need = pc_catalogue_stream_need(stream, bytes)) != 0 && need <= bytes.n &&
           pc_catalogue_stream_take(stream, pc_sub(bytes.p, need))) {
        bytes = pc_drop(bytes, need);
        while (pc_catalogue_stream_next(stream, &record))
            check_content(c, number++, &record);
    }
    if (need <= bytes.n)
        check_sentence(pc_catalogue_stream_error(stream));
    pc_catalogue_stream_close(stream);
}

/* True when nothing wrong was found in the mapped file. */
static bool check_file(const struct catalogue *c, size_t size)
{
    bool whole = false;
    const char *why = NULL;
    pc_catalogue *mapped = pc_catalogue_open(fileno(c->file), &why);

    if (mapped != NULL)
        whole = read_mapped(c, mapped);
    else
        check_sentence(why);
    pc_catalogue_close(mapped);
    check_stream(c, pc_sub(c->bytes.p, size));
    return whole;
}

static void put_byte(const struct catalogue *c, size_t at, char byte)
{
    c->bytes.p[at] = byte;
    assert_int_equal(pwrite(fileno(c->file), &byte, 1, (off_t)at), 1);
}

static void check_changed(const struct catalogue *c, size_t at, unsigned char change)
{
    const char before = c->bytes.p[at];

    put_byte(c, at, (char)(before ^ (char)change));
    if (check_file(c, c->bytes.n)) /* it has no use for the zeros before the pages */
        assert_in_range(at, c->pages - 1024 - 12, c->pages - 1);
    put_byte(c, at, before);
}

static void check_cut(const struct catalogue *c, size_t size)
{
    assert_int_equal(ftruncate(fileno(c->file), (off_t)size), 0);
    assert_false(check_file(c, size));
    assert_int_equal(pwrite(fileno(c->file), c->bytes.p + size, c->bytes.n - size, (off_t)size),
                     c->bytes.n - size);
}

static void damage(const struct catalogue *c, size_t times, uint64_t seed)
{
    struct random_numbers r = { seed };

    for (size_t i = 0; i < times; i++) {
        const size_t at = random_below(&r, c->bytes.n);

        if (i % 4 == 0)
            check_cut(c, at);
        else if (i % 4 == 1)
            check_changed(c, at, (unsigned char)(1 + random_below(&r, 255)));
        else
            check_changed(c, at, (unsigned char)(1U << random_below(&r, 8)));
    }
}

static void small_catalogues(void **state)
{
    struct catalogue c;

    (void)state;
    open_whole(&c, 2000);
    damage(&c, 800, 20260501);
    for (size_t i = 0; i < 40; i++)
        check_changed(&c, i, 1);
    for (size_t i = 0; i < 1024; i += 3)
        check_changed(&c, c.bytes.n - 1 - i, 0x80);
    close_whole(&c);
}

static void catalogues_with_a_dictionary(void **state)
{
    struct catalogue c;

    (void)state;
    open_whole(&c, 24000);
    damage(&c, 200, 20260502);
    close_whole(&c);
}

/* With a checksum that agrees, so that only the version is wrong. */
static void another_version(void **state)
{
    static const char head[] = "\213pcat\r\n\032\2\0\0\0\202\357\145\215";
    struct catalogue c;
    const char *why = NULL;

    (void)state;
    open_whole(&c, 10);
    for (size_t i = 0; i < sizeof head - 1; i++)
        put_byte(&c, i, head[i]);
    assert_null(pc_catalogue_open(fileno(c.file), &why));
    assert_non_null(strstr(why, "another version"));
    close_whole(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_catalogues),
        cmocka_unit_test(catalogues_with_a_dictionary),
        cmocka_unit_test(another_version),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
