/* test_diagnostics.c - diagnostics are limited and sorted, and show their place. */
#include "diagnostics/diagnostics.h"

#include <setjmp.h>

#include <cmocka.h>

static void add_warning(struct diagnostics *r, const char *code, uint64_t order)
{
    struct diagnostic d = { .problem = { .code = code, .severity = PC_WARNING, .text = "text" },
                            .order = order };

    if (diagnostics_count(r, PC_WARNING, code))
        diagnostics_add(r, &d);
}

static void keeps_only_so_many_of_a_code(void **state)
{
    struct diagnostics r = { .items = NULL };

    (void)state;
    for (int i = 0; i < 1000; i++)
        add_warning(&r, "many", 1);
    add_warning(&r, "few", 1);
    assert_int_equal(r.count, DIAGNOSTICS_PER_CODE + 1);
    assert_int_equal(r.codes.count, 2);
    assert_int_equal(r.codes.items[0].count, 1000);
    diagnostics_free(&r);
}

static void limits_the_number_of_codes(void **state)
{
    struct diagnostics r = { .items = NULL };
    uint64_t sum = 0;
    char code[32];

    (void)state;
    for (int i = 0; i < 1000; i++) {
        snprintf(code, sizeof code, "code-%d", i);
        add_warning(&r, code, 1);
    }
    assert_true(r.codes.count < 300);
    for (size_t i = 0; i < r.codes.count; i++)
        sum += r.codes.items[i].count;
    assert_int_equal(sum, 1000);
    diagnostics_free(&r);
}

static void sorts_by_record(void **state)
{
    struct diagnostics r = { .items = NULL };

    (void)state;
    add_warning(&r, "a", 1);
    add_warning(&r, "b", 3);
    add_warning(&r, "c", 1);
    add_warning(&r, "d", 2);
    diagnostics_sort(&r);
    assert_string_equal(r.items[0].problem.code, "a");
    assert_string_equal(r.items[1].problem.code, "c");
    assert_string_equal(r.items[2].problem.code, "d");
    assert_string_equal(r.items[3].problem.code, "b");
    diagnostics_free(&r);
}

static void shows_part_of_a_long_line(void **state)
{
    char line[600];
    struct diagnostic d = { .line = 1 };

    (void)state;
    for (size_t i = 0; i < sizeof line; i += 2)
        memcpy(line + i, "\xC3\xA9", 2);
    diagnostic_excerpt(&d, pc_sub(line, 600), 0, 4);
    assert_ptr_equal(d.excerpt.p, line);
    assert_int_equal(d.excerpt.n, 152);
    assert_int_equal(d.caret, 0);
    assert_int_equal(d.span, 2);
    diagnostic_excerpt(&d, pc_sub(line, 600), 300, 1000);
    assert_int_equal(d.excerpt.n, 152);
    assert_int_equal(d.caret, 38);
    assert_int_equal(d.span, 38);
    diagnostic_excerpt(&d, pc_sub(line, 600), 600, 0);
    assert_int_equal(d.caret, 76);
    assert_int_equal(d.span, 0);
    diagnostic_excerpt(&d, pc_sub(line, 0), 0, 0);
    assert_int_equal(d.excerpt.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_only_so_many_of_a_code),
        cmocka_unit_test(limits_the_number_of_codes),
        cmocka_unit_test(sorts_by_record),
        cmocka_unit_test(shows_part_of_a_long_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
