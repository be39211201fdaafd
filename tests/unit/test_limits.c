/* test_limits.c - limits: how they are set, and when they are met. */
#include "archives/zip_index.h"
#include "streams/unpack_meter.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

static uint64_t line_limit(const char *word)
{
    struct limits l = limits_default();
    struct problem why = { .code = NULL };

    assert_true(limits_set(&l, word, &why));
    return l.of[LIMIT_LINE];
}

static void amounts_have_units(void **state)
{
    (void)state;
    assert_int_equal(line_limit("line=0"), 0);
    assert_int_equal(line_limit("line=500"), 500);
    assert_int_equal(line_limit("line=64K"), 65536);
    assert_int_equal(line_limit("line=3M"), 3 << 20);
    assert_int_equal(line_limit("line=999999999G"), UINT64_C(999999999) << 30);
    assert_int_equal(line_limit("line=none"), UINT64_MAX);
    assert_int_equal(line_limit("depth=1"), limits_default().of[LIMIT_LINE]);
}

static void what_is_no_limit_is_refused(void **state)
{
    static const char *const words[] = {
        "",        "=",       "line",  "line=",   "line=x",  "lines=1", "line=1KB",
        "line=1k", "line=-1", "lin=1", "line= 1", "line=1 ", "line=K",  "line=1000000000"
    };

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct limits l = limits_default(), before = l;
        struct problem why = { .code = NULL };

        assert_false(limits_set(&l, words[i], &why));
        assert_string_equal(why.code, "usage");
        assert_memory_equal(&l, &before, sizeof l);
    }
}

static void the_sentence_has_the_limit_as_it_would_be_given(void **state)
{
    struct limits l = limits_default();
    struct problem p = { .code = NULL };

    (void)state;
    limits_met(&l, LIMIT_RECORD, &p);
    assert_string_equal(p.code, "record-too-long");
    assert_non_null(strstr(p.text, "more than 4M bytes"));
    assert_non_null(strstr(p.text, "--limit record=N"));
}

/* COUNT bytes come out of a file of which PACKED have been read; the code, or NULL. */
static const char *met(uint64_t ratio, uint64_t size, uint64_t packed, size_t count)
{
    struct limits l = limits_default();
    struct unpack_meter m = { .limits = &l, .size = size, .packed = packed, .unpacked = 0 };
    struct problem p = { .code = NULL };
    uint64_t so_far = 0;

    l.of[LIMIT_RATIO] = ratio;
    l.of[LIMIT_MEMBER] = UINT64_C(1) << 40;
    return unpack_meter_count(&m, &so_far, count, &p) == count ? NULL : p.code;
}

static void a_ratio_counts_beyond_what_is_harmless(void **state)
{
    enum { MIB = 1 << 20 };

    (void)state;
    assert_null(met(10, 1000, 1, 16 * MIB));
    assert_string_equal(met(10, 1000, 1, 16 * MIB + 1), "ratio-too-high");
    assert_null(met(10, UINT64_MAX, 10 * MIB, 100 * MIB));
    assert_string_equal(met(10, UINT64_MAX, 10 * MIB, 101 * MIB), "ratio-too-high");
    assert_string_equal(met(10, MIB, 10 * MIB, 100 * MIB), "ratio-too-high"); /* read again */
    assert_null(met(UINT64_MAX, 1, 0, 1000 * (size_t)MIB));
}

static void a_member_is_limited_by_itself(void **state)
{
    struct limits l = limits_default();
    struct unpack_meter m = { .limits = &l, .size = UINT64_MAX, .packed = 0, .unpacked = 0 };
    struct problem p = { .code = NULL };
    uint64_t one = 0, other = 0;

    (void)state;
    l.of[LIMIT_MEMBER] = 10;
    assert_int_equal(unpack_meter_count(&m, &one, 10, &p), 10);
    assert_int_equal(unpack_meter_count(&m, &other, 8, &p), 8);
    assert_null(p.code);
    assert_int_equal(unpack_meter_count(&m, &other, 5, &p), 2);
    assert_string_equal(p.code, "member-too-large");
    assert_int_equal(unpack_meter_count(&m, &one, 1, &p), 0);
    assert_int_equal(m.unpacked, 24);
    assert_int_equal(unpack_meter_count(NULL, &one, 1, &p), 1);
}

static void the_index_of_a_zip_is_measured(void **state)
{
    struct zip_end z = { .index_size = 100000, .end = 1000000 };

    (void)state;
    assert_true(zip_index_is_large(&z, 10));
    assert_false(zip_index_is_large(&z, 1000));
    assert_false(zip_index_is_large(&z, UINT64_MAX));
    z.zip64 = true; /* in a file of that size, there may be another index */
    assert_true(zip_index_is_large(&z, 1000));
    assert_false(zip_index_is_large(&z, 10000));
}

/* ---- the end of a zip ---- */

enum { PADDING = 20000 }; /* bytes; more than are searched */

/* PADDING * X bytes, an index of one entry, the record of N bytes, and AFTER more bytes. */
static bool finds_end(size_t x, const char *record, size_t n, size_t after, struct zip_end *z)
{
    int fd = open(".", O_TMPFILE | O_RDWR, 0600);
    off_t at = (off_t)(PADDING * x);
    struct stream *s;
    bool found;

    assert_true(fd >= 0);
    assert_int_equal(pwrite(fd, "PK\1\2", 4, at), 4);
    assert_int_equal(pwrite(fd, record, n, at + 46), n);
    assert_int_equal(ftruncate(fd, at + 46 + (off_t)(n + after)), 0);
    s = stream_fd(fd);
    found = zip_end_find(s, z);
    stream_close(s);
    return found;
}

static void the_end_of_a_zip_is_found(void **state)
{
    static const char usual[23] = "PK\5\6\0\0\0\0\1\0\1\0\x2E\0\0\0\0\0\0\0\3";
    static const char at_2000[23] = "PK\5\6\0\0\0\0\1\0\1\0\x2E\0\0\0\xD0\7";
    static const char beyond[23] = "PK\5\6\0\0\0\0\1\0\1\0\x2E\0\0\0\1\0";
    static const char shorter[23] = "PK\5\6\0\0\0\0\1\0\1\0\x2D\0\0\0\0\0";
    struct zip_end z;

    (void)state;
    assert_true(finds_end(0, usual, 22, 3, &z));
    assert_int_equal(z.start, 0);
    assert_int_equal(z.index_size, 46);
    assert_int_equal(z.end, 46 + 22 + 3);
    assert_true(finds_end(1, usual, 22, 100, &z)); /* behind a program */
    assert_int_equal(z.start, PADDING);
    assert_int_equal(z.index, PADDING);
    assert_true(finds_end(1, at_2000, 22, 0, &z));
    assert_int_equal(z.start, PADDING - 2000);
    assert_true(finds_end(0, usual, 22, 16000, &z));
    assert_false(finds_end(0, usual, 22, 17000, &z)); /* too far from the end */
    assert_false(finds_end(0, usual, 21, 0, &z));
    assert_false(finds_end(0, beyond, 22, 0, &z));
    assert_false(finds_end(0, shorter, 22, 0, &z)); /* no index there */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_have_units),
        cmocka_unit_test(what_is_no_limit_is_refused),
        cmocka_unit_test(the_sentence_has_the_limit_as_it_would_be_given),
        cmocka_unit_test(a_ratio_counts_beyond_what_is_harmless),
        cmocka_unit_test(a_member_is_limited_by_itself),
        cmocka_unit_test(the_index_of_a_zip_is_measured),
        cmocka_unit_test(the_end_of_a_zip_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
