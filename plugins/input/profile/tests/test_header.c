/* test_header.c - the glued line of score, category, date and code badge. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../header.h"

static void headers_are_read(void **state)
{
    static const struct {
        const char *line, *score, *category, *printed;
        pc_date date;
        bool code;
    } cases[] = {
        { "44.0LGMay 30", "44.0", "LG", "May 30", { 0, 5, 30 }, false },
        { "CHEM-PHMay 17, 2022", "", "CHEM-PH", "May 17, 2022", { 2022, 5, 17 }, false },
        { "CVDec 10, 2015Code", "", "CV", "Dec 10, 2015", { 2015, 12, 10 }, true },
        { "100LGMay 30", "100", "LG", "May 30", { 0, 5, 30 }, false },
        { "100.0LGJun 4 Code", "100.0", "LG", "Jun 4", { 0, 6, 4 }, true },
        { "5.25Q-BIO.NCMar 7, 2024", "5.25", "Q-BIO.NC", "Mar 7, 2024", { 2024, 3, 7 }, false },
        { "HEP-THMar 24, 1995", "", "HEP-TH", "Mar 24, 1995", { 1995, 3, 24 }, false },
        { "QMar 7, 2024", "", "Q", "Mar 7, 2024", { 2024, 3, 7 }, false },
        { "LGMay\u00a028,\u00a02022", "", "LG", "May\u00a028,\u00a02022", { 2022, 5, 28 }, false },
        { "LGFeb 29, 2023", "", "LG", "Feb 29, 2023", { 2023, 2, 29 }, false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct header h = { .score = pc_none() };

        if (!header_parse(pc_s(cases[i].line), &h) || !pc_eq(h.score, cases[i].score) ||
            !pc_eq(h.category, cases[i].category) || !pc_eq(h.printed_date, cases[i].printed) ||
            h.has_code != cases[i].code || h.date.year != cases[i].date.year ||
            h.date.month != cases[i].date.month || h.date.day != cases[i].date.day)
            fail_msg("'%s'", cases[i].line);
    }
}

static void other_lines_are_not(void **state)
{
    static const char *const lines[] = {
        "",
        "Jan 6, 2021",
        "LG",
        "LGMay 2022",
        "LGMay 30 is what a header looks like",
        "LGMay 30, 2022Codex",
        "1234LGMay 30",
        "44.LGMay 30",
        "1234.5LGMay 30",
        "44.0May 30",
        "lgMay 30",
        "LG May 30",
        "LG-May 30",
        ".LGMay 30",
        "LGMAY 30",
        "h-index40",
    };
    struct header h;

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        if (header_parse(pc_s(lines[i]), &h))
            fail_msg("'%s'", lines[i]);
    }
    assert_false(header_parse(pc_none(), &h));
}

static void categories_stand_alone(void **state)
{
    (void)state;
    assert_true(header_is_category(pc_s("LG")));
    assert_true(header_is_category(pc_s("PLASM-PH")));
    assert_true(header_is_category(pc_s("Q-BIO.NC")));
    assert_false(header_is_category(pc_s("Lg")));
    assert_false(header_is_category(pc_s("LG ")));
    assert_false(header_is_category(pc_s("-LG")));
    assert_false(header_is_category(pc_s("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(headers_are_read),
        cmocka_unit_test(other_lines_are_not),
        cmocka_unit_test(categories_stand_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
