/* Gathered bytes arrive complete and in order, in few calls of the sink. */
#include "fake_host.h"
#include "paperconv/gather.h"
#include "paperconv/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void test_pieces(void **state)
{
    static const uint64_t numbers[] = { 0, 7, 10, UINT64_MAX };
    struct fake_host f;
    pc_gather g;

    (void)state;
    fake_open(&f);
    pc_gather_start(&g, &f.sink);
    pc_gather_puts(&g, "one ");
    pc_gather_put(&g, pc_none());
    pc_gather_put(&g, pc_sub("two three", 4));
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        pc_gather_number(&g, numbers[i]);
        pc_gather_putc(&g, ',');
    }
    assert_int_equal(f.out.n, 0);
    memcpy(pc_gather_room(&g, 5), "place", 5);
    pc_gather_added(&g, 4);
    pc_gather_flush(&g);
    pc_gather_flush(&g);
    assert_true(pc_eq(pc_text_str(&f.out), "one two 0,7,10,18446744073709551615,plac"));
    fake_close(&f);
}

/* Pieces of all sizes around the limits. */
static void test_sizes(void **state)
{
    enum { MOST = PC_GATHER_LONG + 2 };
    char piece[MOST];
    struct fake_host f;
    pc_text wanted = { 0 };
    pc_gather g;

    (void)state;
    fake_open(&f);
    pc_gather_start(&g, &f.sink);
    for (size_t n = 0; n <= MOST; n++) {
        memset(piece, 'a' + (int)(n % 26), n);
        pc_gather_put(&g, pc_sub(piece, n));
        pc_gather_putc(&g, '\n');
        pc_text_add(&wanted, pc_sub(piece, n));
        pc_text_putc(&wanted, '\n');
    }
    pc_gather_flush(&g);
    assert_true(pc_same(pc_text_str(&f.out), pc_text_str(&wanted)));
    pc_text_free(&wanted);
    fake_close(&f);
}

static void test_bytes(void **state)
{
    struct fake_host f;
    pc_gather g;

    (void)state;
    fake_open(&f);
    pc_gather_start(&g, &f.sink);
    for (size_t i = 0; i <= 2 * PC_GATHER_ROOM; i++) {
        assert_int_equal(f.out.n,
                         i <= PC_GATHER_ROOM ? 0 : (i - 1) / PC_GATHER_ROOM * PC_GATHER_ROOM);
        pc_gather_putc(&g, (char)('a' + i % 26));
    }
    pc_gather_flush(&g);
    assert_int_equal(f.out.n, 2 * PC_GATHER_ROOM + 1);
    for (size_t i = 0; i < f.out.n; i++)
        assert_int_equal(f.out.p[i], 'a' + i % 26);
    fake_close(&f);
}

static void append_bytes(void *text, pc_str bytes)
{
    pc_text_add(text, bytes);
    pc_text_putc(text, '|');
}

/* A function gets the bytes as a sink would. */
static void test_function(void **state)
{
    char piece[PC_GATHER_LONG];
    pc_text got = { 0 };
    pc_gather g;

    (void)state;
    memset(piece, 'x', sizeof piece);
    pc_gather_start_for(&g, append_bytes, &got);
    pc_gather_puts(&g, "one ");
    pc_gather_puts(&g, "two");
    pc_gather_put(&g, pc_sub(piece, sizeof piece));
    pc_gather_putc(&g, '3');
    pc_gather_flush(&g);
    assert_int_equal(got.n, sizeof "one two|" - 1 + sizeof piece + sizeof "|3|" - 1);
    assert_memory_equal(got.p, "one two|x", sizeof "one two|x" - 1);
    assert_memory_equal(got.p + got.n - 4, "x|3|", 4);
    pc_text_free(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_function),
        cmocka_unit_test(test_pieces),
        cmocka_unit_test(test_sizes),
        cmocka_unit_test(test_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
