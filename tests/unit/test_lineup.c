/* test_lineup.c - which document is parsed next, what there is room for, and what may be
 * formatted or written. */
#include "pipeline/batch_queue.h"
#include "pipeline/lineup.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { ROOM = 3 };

static struct work *put(struct lineup *l, size_t blocks)
{
    struct work *w = work_new(NULL, 0);

    while (blocks-- > 0)
        work_put_block(w, block_new(1));
    lineup_put(l, w);
    return w;
}

static struct batch *batch_of(uint64_t bytes)
{
    struct batch *b = batch_new(NULL);

    b->bytes = bytes;
    return b;
}

static void the_oldest_document_with_a_block_is_parsed(void **state)
{
    struct worker *somebody = (struct worker *)state;
    struct work *first, *second;
    struct lineup l;

    lineup_open(&l, ROOM);
    assert_null(lineup_to_parse(&l, true));
    first = put(&l, 1);
    second = put(&l, 2);
    put(&l, 0);
    assert_true(lineup_is_full(&l));
    assert_int_equal(lineup_blocks(&l), 3);
    assert_ptr_equal(lineup_to_parse(&l, true), first);
    first->worker = somebody;
    assert_ptr_equal(lineup_to_parse(&l, true), second);
    assert_null(lineup_to_parse(&l, false)); /* not beside the first */
    first->worker = NULL;
    first->parsed = true;
    assert_ptr_equal(lineup_to_parse(&l, false), second);
    assert_ptr_equal(lineup_first(&l), first);
    lineup_remove(&l);
    assert_ptr_equal(lineup_first(&l), second);
    lineup_close(&l);
}

static void the_end_of_a_document_is_parsed_too(void **state)
{
    struct lineup l;
    struct work *w;

    (void)state;
    lineup_open(&l, ROOM);
    w = put(&l, 0);
    assert_null(lineup_to_parse(&l, true));
    w->read = true;
    assert_ptr_equal(lineup_to_parse(&l, true), w);
    lineup_close(&l);
}

static void blocks_are_in_order_and_bounded(void **state)
{
    struct work *w = work_new(NULL, 0);
    struct block *blocks[WORK_BLOCKS];

    (void)state;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < WORK_BLOCKS; i++) {
            assert_true(work_has_room_to_read(w));
            work_put_block(w, blocks[i] = block_new(1));
        }
        assert_false(work_has_room_to_read(w));
        for (size_t i = 0; i < WORK_BLOCKS; i++) {
            assert_ptr_equal(work_take_block(w), blocks[i]);
            block_drop(blocks[i]);
        }
        assert_null(work_take_block(w));
    }
    blocks[0] = block_new(1);
    blocks[0]->used = WORK_BYTES; /* a long line */
    work_put_block(w, blocks[0]);
    assert_false(work_has_room_to_read(w));
    blocks[0]->used = 1;
    work_free(w);
}

static void more_batches_than_there_is_room_for_are_kept(void **state)
{
    struct work *w = work_new(NULL, 0);
    struct batch *batches[3 * WORK_BATCHES];
    const size_t count = sizeof batches / sizeof *batches;

    (void)state;
    work_put_batch(w, batch_of(1));
    batch_free(work_take_batch(w)); /* the ring begins in its middle */
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(work_has_room_to_parse(w), i < WORK_BATCHES);
        work_put_batch(w, batches[i] = batch_of(1));
    }
    for (size_t i = 0; i < count; i++) {
        assert_ptr_equal(work_take_batch(w), batches[i]);
        batch_free(batches[i]);
    }
    assert_null(work_take_batch(w));
    work_put_batch(w, batch_of(WORK_BYTES));
    assert_false(work_has_room_to_parse(w));
    work_free(w);
}

static void batches_leave_in_order_when_they_are_formatted(void **state)
{
    struct carried *first, *second;
    struct batch *a = batch_of(1), *b = batch_of(1);
    struct conveyor c;

    (void)state;
    conveyor_open(&c, ROOM);
    assert_null(conveyor_to_format(&c));
    conveyor_put(&c, a);
    conveyor_put(&c, b);
    first = conveyor_to_format(&c);
    assert_ptr_equal(first->batch, a);
    first->state = BEING_FORMATTED;
    second = conveyor_to_format(&c);
    assert_ptr_equal(second->batch, b);
    second->state = FORMATTED;
    assert_null(conveyor_to_format(&c));
    assert_false(conveyor_can_be_taken(&c)); /* the first one is not ready */
    first->state = FORMATTED;
    assert_true(conveyor_can_be_taken(&c));
    assert_ptr_equal(conveyor_take(&c), a);
    batch_free(a);
    conveyor_close(&c);
}

static void few_large_batches_fill_the_conveyor(void **state)
{
    struct conveyor c;

    (void)state;
    conveyor_open(&c, ROOM);
    conveyor_put(&c, batch_of(ROOM * BLOCK_SIZE - 1));
    assert_false(conveyor_is_full(&c));
    conveyor_put(&c, batch_of(1));
    assert_true(conveyor_is_full(&c));
    batch_free(conveyor_take(&c));
    assert_false(conveyor_is_full(&c));
    conveyor_close(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_oldest_document_with_a_block_is_parsed),
        cmocka_unit_test(the_end_of_a_document_is_parsed_too),
        cmocka_unit_test(blocks_are_in_order_and_bounded),
        cmocka_unit_test(more_batches_than_there_is_room_for_are_kept),
        cmocka_unit_test(batches_leave_in_order_when_they_are_formatted),
        cmocka_unit_test(few_large_batches_fill_the_conveyor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
