/* test_queue.c - a queue is in order, bounded, and ends for both sides. */
#include "queue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

enum { ITEMS = 20000, ROOM = 3 };

static void *push_numbers(void *context)
{
    struct queue *q = context;

    for (uintptr_t i = 1; i <= ITEMS; i++)
        if (!queue_push(q, (void *)i, 1))
            return (void *)i;
    queue_close(q);
    return NULL;
}

static void gives_everything_in_order(void **state)
{
    struct queue q;
    pthread_t thread;
    uintptr_t next = 1;
    void *item;

    (void)state;
    queue_open(&q, ROOM, ROOM);
    assert_int_equal(pthread_create(&thread, NULL, push_numbers, &q), 0);
    while ((item = queue_pop(&q)) != NULL)
        assert_int_equal((uintptr_t)item, next++);
    assert_int_equal(next, ITEMS + 1);
    pthread_join(thread, NULL);
    queue_free(&q);
}

static void lets_the_other_side_go_when_closed(void **state)
{
    struct queue q;
    pthread_t thread;
    void *refused;
    int left = 0;

    (void)state;
    queue_open(&q, ROOM, ROOM);
    assert_int_equal(pthread_create(&thread, NULL, push_numbers, &q), 0);
    assert_non_null(queue_pop(&q));
    queue_close(&q);
    pthread_join(thread, &refused);
    assert_non_null(refused);
    assert_true(queue_ready(&q));
    while (queue_pop(&q) != NULL)
        left++;
    assert_true(left <= ROOM);
    assert_int_equal((uintptr_t)refused, left + 2);
    queue_free(&q);
}

static void *push_large_ones(void *context)
{
    struct queue *q = context;

    for (uintptr_t i = 1; i <= ROOM + 2; i++)
        queue_push(q, (void *)i, 10);
    queue_close(q);
    return NULL;
}

static void takes_one_that_is_too_large_but_no_second(void **state)
{
    struct queue q;
    pthread_t thread;
    uintptr_t count = 0;

    (void)state;
    queue_open(&q, ROOM, 5);
    assert_int_equal(pthread_create(&thread, NULL, push_large_ones, &q), 0);
    while (queue_pop(&q) != NULL) {
        count++;
        pthread_mutex_lock(&q.mutex);
        assert_true(q.count <= 1);
        pthread_mutex_unlock(&q.mutex);
    }
    assert_int_equal(count, ROOM + 2);
    pthread_join(thread, NULL);
    queue_free(&q);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_everything_in_order),
        cmocka_unit_test(lets_the_other_side_go_when_closed),
        cmocka_unit_test(takes_one_that_is_too_large_but_no_second),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
