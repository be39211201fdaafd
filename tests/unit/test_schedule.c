/* test_schedule.c - when work is left to another worker: durations are told to it, so that no
 * clock is needed. */
#include "pipeline/scheduler.h"

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

/* While one worker is at TASK, another one that is awake does NEXT, and one that sleeps is
 * called for it if CALLED. */
static void check_others(struct schedule *s, enum task task, bool waits, enum task next,
                         bool called)
{
    struct stint stint = schedule_begin(s, task, waits, 0);

    assert_int_equal(schedule_next(s), next);
    assert_int_equal(schedule_needs_another(s, &stint), called);
    schedule_end(s, &stint, US);
}

static void alone_a_worker_does_everything(void **state)
{
    put(*state, 1);
    assert_int_equal(schedule_next(*state), PARSE);
    takes(*state, PARSE, 1);
    assert_int_equal(schedule_next(*state), PARSE);
}

static void short_work_is_left_to_who_is_at_it(void **state)
{
    put(*state, 2);
    takes(*state, PARSE, 5);
    check_others(*state, PARSE, false, NOTHING, false);
    assert_int_equal(schedule_next(*state), PARSE);
}

static void long_work_is_shared(void **state)
{
    put(*state, 2);
    takes(*state, PARSE, 1000);
    check_others(*state, GATE, false, PARSE, true);
}

static void during_long_work_short_work_is_done(void **state)
{
    put(*state, 1);
    takes(*state, PARSE, 5);
    takes(*state, FORMAT, 1000);
    check_others(*state, FORMAT, false, PARSE, true);
}

static void a_pause_makes_no_work_long(void **state)
{
    put(*state, 1);
    takes(*state, PARSE, 5);
    takes(*state, PARSE, 50000);
    check_others(*state, GATE, false, NOTHING, false);
    for (int i = 0; i < 4; i++)
        takes(*state, PARSE, 50000);
    check_others(*state, GATE, false, PARSE, true);
}

static void of_short_work_one_worker_does_all(void **state)
{
    struct schedule *s = *state;
    struct stint lengthy;

    put(s, 2);
    takes(s, PARSE, 5);
    takes(s, FORMAT, 1000);
    lengthy = schedule_begin(s, FORMAT, false, 0);
    check_others(s, PARSE, false, NOTHING, false);
    schedule_end(s, &lengthy, 1000 * US);
}

static void who_unpacks_calls_when_much_has_piled_up(void **state)
{
    takes(*state, PARSE, 70);
    takes(*state, READ, 400);
    put(*state, 4);
    check_others(*state, READ, false, PARSE, false);
    put(*state, 1);
    check_others(*state, READ, false, PARSE, true);
}

static void who_may_wait_calls_at_once(void **state)
{
    takes(*state, PARSE, 1);
    takes(*state, READ, 1);
    put(*state, 1);
    check_others(*state, READ, true, PARSE, true);
}

/* How long to stay awake while a document is read, when to read and to parse one took so long. */
static uint64_t patience(uint64_t reading, uint64_t parsing)
{
    struct schedule s;
    uint64_t nanoseconds;

    schedule_open(&s, JOBS);
    takes(&s, READ, reading);
    takes(&s, PARSE, parsing);
    s.reading = true;
    nanoseconds = schedule_patience(&s);
    schedule_close(&s);
    return nanoseconds;
}

static void work_that_comes_soon_is_waited_for_awake(void **state)
{
    uint64_t little = schedule_patience(*state), much = patience(80, 40);

    assert_true(little > 0 && little < much);
    assert_true(patience(1000, 40) == little); /* it comes too late */
    assert_true(patience(80, 4) == little);    /* it is left to who reads */
    assert_true(patience(4, 40) == little);    /* there is always some */
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
        TEST(work_that_comes_soon_is_waited_for_awake),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
