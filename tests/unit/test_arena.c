/* test_arena.c - memory that is freed all at once. */
#include "base/arena.h"

#include <setjmp.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MANY = 1000000 };

/* Whoever asks for the owner of each of many values looks at few chunks. */
static void many_values_are_in_few_chunks(void **state)
{
    struct arena a = { 0 };

    (void)state;
    for (int i = 0; i < MANY; i++)
        arena_copy(&a, pc_s("a value of 22 bytes..."));
    assert_in_range(arena_chunk_count(&a), 1, 80);
    assert_in_range(a.room, MANY * 32, MANY * 32 + MANY * 32 / 8);
    arena_free(&a);
    assert_int_equal(arena_chunk_count(&a), 0);
}

/* A chunk that is full and one of its own size belong to the arena as well. */
static void owns_what_it_gave_and_nothing_else(void **state)
{
    struct arena a = { 0 }, other = { 0 };
    char *first = arena_room(&a, 1), *large = arena_room(&a, 100000), *last = NULL;

    (void)state;
    for (int i = 0; i < 1000; i++)
        last = arena_room(&a, 100);
    assert_true(arena_owns(&a, first) && arena_owns(&a, large + 99999) && arena_owns(&a, last));
    assert_false(arena_owns(&a, arena_room(&other, 1)));
    assert_false(arena_owns(&a, last + 112)); /* not given yet */
    arena_free(&a);
    arena_free(&other);
}

/* A large record leaves no large arena for the next one. */
static void a_reset_keeps_one_small_chunk(void **state)
{
    struct arena a = { 0 };

    (void)state;
    for (int i = 0; i < MANY; i++)
        arena_room(&a, 16);
    arena_reset(&a);
    assert_int_equal(arena_chunk_count(&a), 1);
    assert_in_range(a.room, 1, 16 * 1024);
    arena_room(&a, 100);
    assert_int_equal(arena_chunk_count(&a), 1);
    arena_free(&a);
}

/* An array that grows leaves nothing behind, and another arena takes it as it is. */
static void a_large_array_has_a_chunk_to_itself(void **state)
{
    struct arena a = { 0 }, b = { 0 };
    char *small = arena_grown(&a, NULL, 0, 100), *p;

    (void)state;
    memset(small, 'x', 100);
    assert_false(arena_take(&b, &a, small));
    p = arena_grown(&a, small, 100, 100000);
    for (size_t n = 200000; n < 100000000; n *= 2) {
        p = arena_grown(&a, p, n / 2, n);
        arena_room(&a, 100); /* between two steps */
        assert_true(arena_owns(&a, p + n - 1));
        assert_in_range(a.room, n, n + 2 * 16 * 1024);
    }
    assert_true(arena_take(&b, &a, p));
    assert_true(arena_owns(&b, p) && !arena_owns(&a, p));
    arena_free(&a);
    assert_true(p[0] == 'x' && p[99] == 'x');
    arena_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_values_are_in_few_chunks),
        cmocka_unit_test(owns_what_it_gave_and_nothing_else),
        cmocka_unit_test(a_reset_keeps_one_small_chunk),
        cmocka_unit_test(a_large_array_has_a_chunk_to_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
