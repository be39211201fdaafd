/* test_thread_pool.c - threads are started when there is work for them, and woken when it changes. */
#include "pipeline/thread_pool.h"

#include <sched.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { TASKS = 20000, SIZE = 4 };

struct tasks {
    struct thread_pool pool;
    unsigned left, running, most, done;
};

static void *do_tasks(void *context)
{
    struct tasks *t = context;

    thread_pool_lock(&t->pool);
    while (t->left != 0) {
        t->left--;
        if (++t->running > t->most)
            t->most = t->running;
        if (t->left != 0)
            thread_pool_wake_one(&t->pool);
        thread_pool_unlock(&t->pool);
        thread_pool_lock(&t->pool);
        t->running--;
        t->done++;
        thread_pool_notify(&t->pool);
    }
    while (t->done != TASKS && !thread_pool_spin(&t->pool, false, 10000))
        thread_pool_sleep(&t->pool, false);
    thread_pool_wake_all(&t->pool);
    thread_pool_leave(&t->pool);
    thread_pool_unlock(&t->pool);
    return NULL;
}

static void all_is_done_by_no_more_threads_than_allowed(void **state)
{
    static struct tasks t = { .left = TASKS };

    (void)state;
    thread_pool_open(&t.pool, SIZE, do_tasks, &t);
    thread_pool_lock(&t.pool);
    thread_pool_wake_one(&t.pool);
    while (t.pool.working != 0)
        pthread_cond_wait(&t.pool.left, &t.pool.mutex);
    thread_pool_unlock(&t.pool);
    thread_pool_join(&t.pool);
    assert_int_equal(t.done, TASKS);
    assert_in_range(t.most, 1, SIZE);
    assert_in_range(t.pool.started, 1, SIZE);
    thread_pool_close(&t.pool);
}

static const uint64_t HOUR = UINT64_C(3600000000000);

static void *watch_for_a_call(void *context)
{
    struct tasks *t = context;

    thread_pool_lock(&t->pool);
    t->pool.processors = 0; /* so that others could do more with this one */
    t->done += thread_pool_spin(&t->pool, true, HOUR);
    t->pool.processors = SIZE;
    t->done += thread_pool_spin(&t->pool, true, 0);
    t->running = 1;
    t->done += thread_pool_spin(&t->pool, true, HOUR);
    thread_pool_leave(&t->pool);
    thread_pool_unlock(&t->pool);
    return NULL;
}

static void who_is_awake_sees_a_call(void **state)
{
    static struct tasks t;

    (void)state;
    thread_pool_open(&t.pool, SIZE, watch_for_a_call, &t);
    thread_pool_lock(&t.pool);
    thread_pool_wake_one(&t.pool);
    while (t.running == 0) {
        thread_pool_unlock(&t.pool);
        thread_pool_lock(&t.pool);
    }
    thread_pool_notify(&t.pool); /* which is none */
    assert_int_equal(t.done, 0);
    thread_pool_wake_one(&t.pool);
    thread_pool_unlock(&t.pool);
    thread_pool_join(&t.pool);
    assert_int_equal(t.done, 1);
    assert_int_equal(t.pool.started, 1);
    thread_pool_close(&t.pool);
}

static void *do_one_and_wait(void *context)
{
    struct tasks *t = context;

    thread_pool_lock(&t->pool);
    t->done++;
    while (t->left != 0)
        thread_pool_sleep(&t->pool, true);
    thread_pool_leave(&t->pool);
    thread_pool_unlock(&t->pool);
    return NULL;
}

static void who_sleeps_is_woken_before_another_one_is_started(void **state)
{
    static struct tasks t = { .left = 1 };

    (void)state;
    thread_pool_open(&t.pool, SIZE, do_one_and_wait, &t);
    thread_pool_lock(&t.pool);
    thread_pool_wake_one(&t.pool);
    while (t.pool.spares == 0) { /* until it sleeps */
        thread_pool_unlock(&t.pool);
        thread_pool_lock(&t.pool);
    }
    thread_pool_wake_one(&t.pool);
    assert_int_equal(t.pool.started, 1);
    t.left = 0;
    thread_pool_wake_all(&t.pool);
    thread_pool_unlock(&t.pool);
    thread_pool_join(&t.pool);
    assert_int_equal(t.done, 1);
    thread_pool_close(&t.pool);
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
    assert_int_equal(usable_processors(), CPU_COUNT(&all));
    assert_int_equal(sched_setaffinity(0, sizeof one, &one), 0);
    assert_int_equal(usable_processors(), 1);
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
