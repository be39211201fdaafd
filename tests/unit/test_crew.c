/* test_crew.c - threads are started when there is work for them, and woken when it changes. */
#include "pipeline/thread_pool.h"

#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { TASKS = 20000, SIZE = 4 };

struct tasks {
    struct crew crew;
    unsigned left, running, most, done;
};

static void *do_tasks(void *context)
{
    struct tasks *t = context;

    crew_lock(&t->crew);
    while (t->left != 0) {
        t->left--;
        if (++t->running > t->most)
            t->most = t->running;
        if (t->left != 0)
            crew_call(&t->crew);
        crew_unlock(&t->crew);
        crew_lock(&t->crew);
        t->running--;
        t->done++;
        crew_change(&t->crew);
    }
    while (t->done != TASKS && !crew_watch(&t->crew, false, 10000))
        crew_sleep(&t->crew, false);
    crew_wake_all(&t->crew);
    crew_leave(&t->crew);
    crew_unlock(&t->crew);
    return NULL;
}

static void all_is_done_by_no_more_threads_than_allowed(void **state)
{
    static struct tasks t = { .left = TASKS };

    (void)state;
    crew_open(&t.crew, SIZE, do_tasks, &t);
    crew_lock(&t.crew);
    crew_call(&t.crew);
    while (t.crew.working != 0)
        pthread_cond_wait(&t.crew.left, &t.crew.mutex);
    crew_unlock(&t.crew);
    crew_join(&t.crew);
    assert_int_equal(t.done, TASKS);
    assert_in_range(t.most, 1, SIZE);
    assert_in_range(t.crew.started, 1, SIZE);
    crew_close(&t.crew);
}

static const uint64_t HOUR = UINT64_C(3600000000000);

static void *watch_for_a_call(void *context)
{
    struct tasks *t = context;

    crew_lock(&t->crew);
    t->crew.processors = 0; /* so that others could do more with this one */
    t->done += crew_watch(&t->crew, true, HOUR);
    t->crew.processors = SIZE;
    t->done += crew_watch(&t->crew, true, 0);
    t->running = 1;
    t->done += crew_watch(&t->crew, true, HOUR);
    crew_leave(&t->crew);
    crew_unlock(&t->crew);
    return NULL;
}

static void who_is_awake_sees_a_call(void **state)
{
    static struct tasks t;

    (void)state;
    crew_open(&t.crew, SIZE, watch_for_a_call, &t);
    crew_lock(&t.crew);
    crew_call(&t.crew);
    while (t.running == 0) {
        crew_unlock(&t.crew);
        crew_lock(&t.crew);
    }
    crew_change(&t.crew); /* which is none */
    assert_int_equal(t.done, 0);
    crew_call(&t.crew);
    crew_unlock(&t.crew);
    crew_join(&t.crew);
    assert_int_equal(t.done, 1);
    assert_int_equal(t.crew.started, 1);
    crew_close(&t.crew);
}

static void *do_one_and_wait(void *context)
{
    struct tasks *t = context;

    crew_lock(&t->crew);
    t->done++;
    while (t->left != 0)
        crew_sleep(&t->crew, true);
    crew_leave(&t->crew);
    crew_unlock(&t->crew);
    return NULL;
}

static void who_sleeps_is_woken_before_another_one_is_started(void **state)
{
    static struct tasks t = { .left = 1 };

    (void)state;
    crew_open(&t.crew, SIZE, do_one_and_wait, &t);
    crew_lock(&t.crew);
    crew_call(&t.crew);
    while (t.crew.spares == 0) { /* until it sleeps */
        crew_unlock(&t.crew);
        crew_lock(&t.crew);
    }
    crew_call(&t.crew);
    assert_int_equal(t.crew.started, 1);
    t.left = 0;
    crew_wake_all(&t.crew);
    crew_unlock(&t.crew);
    crew_join(&t.crew);
    assert_int_equal(t.done, 1);
    crew_close(&t.crew);
}

static void only_processors_that_may_be_used_count(void **state)
{
    cpu_set_t all, one;
    size_t first = 0;

    (void)state;
    assert_int_equal(sched_getaffinity(0, sizeof all, &all), 0);
    while (!CPU_ISSET(first, &all))
        first++;
    CPU_ZERO(&one);
    CPU_SET(first, &one);
    assert_int_equal(crew_processors(), CPU_COUNT(&all));
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    assert_int_equal(crew_processors(), 1);
    assert_int_equal(sched_setaffinity(0, sizeof all, &all), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_processors_that_may_be_used_count),
        cmocka_unit_test(all_is_done_by_no_more_threads_than_allowed),
        cmocka_unit_test(who_is_awake_sees_a_call),
        cmocka_unit_test(who_sleeps_is_woken_before_another_one_is_started),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
