/* test_lineup.c - who gets a document to parse: the gate a small one, the parsers the rest. */
#include "lineup.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { ROOM = 4 };

static struct work *put(struct lineup *l, bool whole)
{
    struct work *w = work_new(NULL, 0);

    w->whole = whole;
    assert_true(lineup_put(l, w));
    work_drop(w); /* the reader's reference */
    return w;
}

static void gives_a_whole_document_to_the_gate(void **state)
{
    struct lineup l;
    struct work *w;
    bool unparsed;

    (void)state;
    lineup_open(&l, ROOM);
    assert_null(lineup_first(&l, false, &unparsed));
    w = put(&l, true);
    assert_null(lineup_first(&l, false, &unparsed)); /* not while there is other work */
    assert_ptr_equal(lineup_first(&l, true, &unparsed), w);
    assert_true(unparsed);
    assert_ptr_equal(lineup_first(&l, true, &unparsed), w);
    assert_false(unparsed); /* once is enough */
    lineup_remove(&l);
    lineup_close(&l);
    assert_null(lineup_parse(&l));
    assert_null(lineup_first(&l, true, &unparsed));
    lineup_free(&l);
}

static void leaves_a_document_that_is_not_whole_to_the_parsers(void **state)
{
    struct lineup l;
    struct work *w;
    bool unparsed;

    (void)state;
    lineup_open(&l, ROOM);
    w = put(&l, false);
    assert_ptr_equal(lineup_first(&l, true, &unparsed), w);
    assert_false(unparsed);
    assert_ptr_equal(lineup_parse(&l), w);
    work_drop(w);
    lineup_remove(&l);
    lineup_close(&l);
    lineup_free(&l);
}

static void gives_documents_in_order(void **state)
{
    struct lineup l;
    struct work *first, *second, *third;
    bool unparsed;

    (void)state;
    lineup_open(&l, ROOM);
    first = put(&l, true);
    second = put(&l, true);
    third = put(&l, false);
    assert_ptr_equal(lineup_parse(&l), first);
    assert_ptr_equal(lineup_parse(&l), second);
    assert_ptr_equal(lineup_first(&l, true, &unparsed), first);
    assert_false(unparsed);
    lineup_close(&l);
    assert_ptr_equal(lineup_parse(&l), third); /* what is in it is still given */
    assert_null(lineup_parse(&l));
    work_drop(first);
    work_drop(second);
    work_drop(third);
    for (int i = 0; i < 3; i++)
        lineup_remove(&l);
    assert_null(lineup_first(&l, true, &unparsed));
    lineup_free(&l);
}

static void takes_nothing_when_closed(void **state)
{
    struct work *w = work_new(NULL, 0);
    struct lineup l;

    (void)state;
    lineup_open(&l, ROOM);
    lineup_close(&l);
    assert_false(lineup_put(&l, w));
    work_drop(w);
    work_drop(w);
    lineup_free(&l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_a_whole_document_to_the_gate),
        cmocka_unit_test(leaves_a_document_that_is_not_whole_to_the_parsers),
        cmocka_unit_test(gives_documents_in_order),
        cmocka_unit_test(takes_nothing_when_closed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
