/* test_page.c - the head of a profile page, and boilerplate. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../page.h"

static void statistics_give_metadata_and_number(void **state)
{
    static const struct {
        const char *line, *fact, *number;
    } cases[] = {
        { "h-index40", PC_FACT_H_INDEX, "40" },
        { "160papers", PC_FACT_PAPERS, "160" },
        { "160 Papers", PC_FACT_PAPERS, "160" },
        { "29,411citations", PC_FACT_CITATIONS, "29,411" },
        { "Novelty47%", PC_FACT_NOVELTY, "47" },
        { "AI Score60", PC_FACT_AI_SCORE, "60" },
        { "h-index", NULL, NULL },
        { "papers", NULL, NULL },
        { "160 Papers on Learning", NULL, NULL },
        { "", NULL, NULL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_str number = pc_none();
        const char *fact = page_statistic(pc_s(cases[i].line), &number);

        if ((fact == NULL) != (cases[i].fact == NULL) ||
            (fact != NULL &&
             (!pc_eq(pc_s(fact), cases[i].fact) || !pc_eq(number, cases[i].number))))
            fail_msg("'%s'", cases[i].line);
    }
}

static void the_owner_stands_before_field_and_statistic(void **state)
{
    static const struct {
        const char *line, *ahead;
        bool owner, field;
    } cases[] = {
        { "Klaus-Robert M\u00fcller", "\nLG\nh-index40\n160papers", true, false },
        { "Klaus-Robert M\u00fcller", "\r\n\r\nPLASM-PH\r\nh-index7", true, false },
        { "Klaus-Robert M\u00fcller", "\nh-index40\n", true, false },
        { "LGMay 30", "\nLG\nh-index40\n", true, false },
        { "LG", "h-index40\n", false, true },
        { "h-index40", "160papers\n", false, false },
        { "This ends an abstract.", "\nLG\nh-index40\n", false, false },
        { "Klaus-Robert M\u00fcller", "\nLG\n44.0LGMay 30\n", false, false },
        { "Klaus-Robert M\u00fcller", "", false, false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_str line = pc_s(cases[i].line), ahead = pc_s(cases[i].ahead);

        if (page_is_owner(line, ahead) != cases[i].owner ||
            page_is_field(line, ahead) != cases[i].field)
            fail_msg("'%s' before '%s'", cases[i].line, cases[i].ahead);
    }
}

static void boilerplate_is_known_by_kind(void **state)
{
    (void)state;
    assert_true(page_is_boilerplate(pc_s("Load more")));
    assert_true(page_is_boilerplate(pc_s("Show 20 more papers")));
    assert_true(page_is_boilerplate(pc_s("Page 2 of 4")));
    assert_true(page_is_boilerplate(pc_s("3")));
    assert_false(page_is_boilerplate(pc_s("Show, Attend and Tell")));
    assert_false(page_is_boilerplate(pc_s("Next Generation Networks")));
    assert_false(page_is_boilerplate(pc_s("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(statistics_give_metadata_and_number),
        cmocka_unit_test(the_owner_stands_before_field_and_statistic),
        cmocka_unit_test(boilerplate_is_known_by_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
