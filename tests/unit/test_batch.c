/* test_batch.c - the output of a batch: long text is not copied, and stays in its place. */
#include "records/batch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { LONG = 100 * 1000 };

/* A batch that keeps one block, of LONG letters. */
static struct batch *batch_with_block(void)
{
    struct batch *b = batch_new(NULL);
    struct block *block = block_new(LONG);

    memset(block->data, 'x', LONG);
    block->used = LONG;
    b->blocks = memory_alloc(sizeof *b->blocks);
    b->blocks[0] = block;
    b->block_count = b->block_room = 1;
    return b;
}

static void assert_output(const struct batch *b, const char *shape)
{
    pc_text all = { NULL, 0, 0 };

    for (size_t i = 0; i < batch_parts(b); i++) {
        pc_str part = batch_part(b, i);

        if (part.n >= LONG / 2)
            pc_text_add(&all, pc_s("*"));
        else
            pc_text_add(&all, part);
    }
    pc_text_putc(&all, '\0');
    assert_string_equal(all.p, shape);
    pc_text_free(&all);
}

static void keeps_what_is_short_as_a_copy(void **state)
{
    struct batch *b = batch_with_block();

    (void)state;
    assert_output(b, "");
    batch_write(b, pc_s("ab"));
    batch_write(b, pc_sub(b->blocks[0]->data, 3));
    assert_int_equal(b->output.piece_count, 0);
    assert_output(b, "abxxx");
    batch_free(b);
}

static void refers_to_what_is_long_and_in_a_block(void **state)
{
    struct batch *b = batch_with_block();

    (void)state;
    batch_write(b, pc_s("a"));
    batch_write(b, pc_sub(b->blocks[0]->data, LONG));
    batch_write(b, pc_sub(b->blocks[0]->data + 1, LONG - 1));
    batch_write(b, pc_s("b"));
    assert_int_equal(b->output.piece_count, 2);
    assert_int_equal(b->output.text.n, 2);
    assert_ptr_equal(batch_part(b, 1).p, b->blocks[0]->data);
    assert_output(b, "a**b");
    batch_free(b);
}

static void copies_what_is_long_and_in_no_block(void **state)
{
    struct batch *b = batch_with_block();
    char *own = calloc(1, LONG);

    (void)state;
    assert_non_null(own);
    batch_write(b, pc_sub(own, LONG));
    free(own);
    assert_int_equal(b->output.piece_count, 0);
    assert_int_equal(b->output.text.n, LONG);
    batch_free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_what_is_short_as_a_copy),
        cmocka_unit_test(refers_to_what_is_long_and_in_a_block),
        cmocka_unit_test(copies_what_is_long_and_in_no_block),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
