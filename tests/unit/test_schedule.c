/* test_schedule.c - when work is left to another worker: durations are told to it, so that no
 * clock is needed. */
#include "schedule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { JOBS = 2, US = 1000 };

static void put(struct schedule *s, unsigned documents)
{
    while (documents-- > 0) {
        struct work *w = work_new(NULL, 0);

        work_put_block(w, block_new(1));
        w->read = true;
        lineup_put(&s->lineup, w);
    }
}

static int open_schedule(void **state)
{
    struct schedule *s = malloc(sizeof *s);

    schedule_open(s, JOBS);
    s->side_by_side = s->reentrant = s->read = true;
    *state = s;
    return 0;
}

static int close_schedule(void **state)
{
    schedule_close(*state);
    free(*state);
    return 0;
}

static void takes(struct schedule *s, enum task task, uint64_t microseconds)
{
    struct stint stint = schedule_begin(s, task, false, 0);

    schedule_end(s, &stint, microseconds * US);
}

static void alone_a_worker_does_everything(void **state)
{
    struct schedule *s = *state;

    put(s, 1);
    assert_int_equal(schedule_next(s), PARSE);
    takes(s, PARSE, 1);
    assert_int_equal(schedule_next(s), PARSE);
}

static void short_work_is_left_to_who_is_at_it(void **state)
{
    struct schedule *s = *state;
    struct stint stint;

    put(s, 2);
    takes(s, PARSE, 5);
    stint = schedule_begin(s, PARSE, false, 0);
    assert_int_equal(schedule_next(s), NOTHING);
    assert_false(schedule_needs_another(s, &stint));
    schedule_end(s, &stint, 5 * US);
    assert_int_equal(schedule_next(s), PARSE);
}

static void long_work_is_shared(void **state)
{
    struct schedule *s = *state;
    struct stint stint;

    put(s, 2);
    takes(s, PARSE, 1000);
    stint = schedule_begin(s, GATE, false, 0);
    assert_int_equal(schedule_next(s), PARSE);
    assert_true(schedule_needs_another(s, &stint));
    schedule_end(s, &stint, US);
}

static void during_long_work_short_work_is_done(void **state)
{
    struct schedule *s = *state;
    struct stint stint;

    put(s, 1);
    takes(s, PARSE, 5);
    takes(s, FORMAT, 1000);
    stint = schedule_begin(s, FORMAT, false, 0);
    assert_int_equal(schedule_next(s), PARSE);
    assert_true(schedule_needs_another(s, &stint));
    schedule_end(s, &stint, 1000 * US);
}

static void a_pause_makes_no_work_long(void **state)
{
    struct schedule *s = *state;
    struct stint stint;

    put(s, 1);
    takes(s, PARSE, 5);
    takes(s, PARSE, 50000);
    stint = schedule_begin(s, PARSE, false, 0);
    assert_int_equal(schedule_next(s), NOTHING);
    schedule_end(s, &stint, 50000 * US);
    for (int i = 0; i < 4; i++)
        takes(s, PARSE, 50000);
    stint = schedule_begin(s, PARSE, false, 0);
    assert_int_equal(schedule_next(s), PARSE);
    schedule_end(s, &stint, 0);
}

static void of_short_work_one_worker_does_all(void **state)
{
    struct schedule *s = *state;
    struct stint lengthy, brief;

    put(s, 2);
    takes(s, PARSE, 5);
    takes(s, FORMAT, 1000);
    lengthy = schedule_begin(s, FORMAT, false, 0);
    brief = schedule_begin(s, PARSE, false, 0);
    assert_int_equal(schedule_next(s), NOTHING); /* for a third one */
    schedule_end(s, &brief, 5 * US);
    schedule_end(s, &lengthy, 1000 * US);
}

static void who_unpacks_calls_when_much_has_piled_up(void **state)
{
    struct schedule *s = *state;
    struct stint stint;

    takes(s, PARSE, 70);
    takes(s, READ, 400);
    put(s, 2);
    stint = schedule_begin(s, READ, false, 0);
    assert_false(schedule_needs_another(s, &stint));
    assert_int_equal(schedule_next(s), PARSE); /* for one that is awake */
    put(s, 1);
    assert_true(schedule_needs_another(s, &stint));
    schedule_end(s, &stint, 400 * US);
}

static void who_may_wait_calls_at_once(void **state)
{
    struct schedule *s = *state;
    struct stint stint;

    takes(s, PARSE, 1);
    takes(s, READ, 1);
    put(s, 1);
    stint = schedule_begin(s, READ, true, 0);
    assert_true(schedule_needs_another(s, &stint));
    schedule_end(s, &stint, US);
}

int main(void)
{
#define TEST(function) cmocka_unit_test_setup_teardown(function, open_schedule, close_schedule)
    const struct CMUnitTest tests[] = {
        TEST(alone_a_worker_does_everything),
        TEST(short_work_is_left_to_who_is_at_it),
        TEST(long_work_is_shared),
        TEST(during_long_work_short_work_is_done),
        TEST(a_pause_makes_no_work_long),
        TEST(of_short_work_one_worker_does_all),
        TEST(who_unpacks_calls_when_much_has_piled_up),
        TEST(who_may_wait_calls_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
