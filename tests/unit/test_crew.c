/* test_crew.c - threads are started when there is work for them, and woken when it changes. */
#include "crew.h"

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
    while (t->done != TASKS && !crew_watch(&t->crew, false))
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_done_by_no_more_threads_than_allowed),
        cmocka_unit_test(who_sleeps_is_woken_before_another_one_is_started),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
