/* test_layout.c - when the warning about strange lines of a page comes, and what it says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fake_host.h"
#include "paperconv/layout.h"

static const char *const no_fields[] = { NULL };

/* Ends a document of KNOWN lines after LAYOUT, and checks that the diagnostics are EXPECTED. */
static void check_end(struct fake_host *host, pc_layout layout, uint64_t known,
                      const char *expected)
{
    pc_source src = { { &host->table } };

    host->diagnostics.n = 0;
    pc_layout_known(&layout, known);
    pc_layout_end(&layout, &src);
    if (!pc_eq(pc_text_str(&host->diagnostics), expected))
        fail_msg("'%.*s' instead of '%s'", (int)host->diagnostics.n, host->diagnostics.p, expected);
}

static void more_than_a_tenth_is_a_warning(void **state)
{
    pc_layout layout = { 0 };
    struct fake_host host;

    (void)state;
    fake_open(&host);
    check_end(&host, layout, 0, "");
    check_end(&host, layout, 10, "");
    pc_layout_strange(&layout, fake_record(&host, "page.txt", NULL, 7, no_fields),
                      pc_s("Someone Lab"));
    check_end(&host, layout, 9, "");
    check_end(&host, layout, 8,
              "warning unfamiliar-layout: 1 of 9 lines are neither part of a paper nor known "
              "boilerplate; the first is line 7: 'Someone Lab'\n");
    pc_layout_strange(&layout, fake_record(&host, "page.txt", NULL, 9, no_fields), pc_s("Other"));
    check_end(&host, layout, 18, "");
    check_end(&host, layout, 0,
              "warning unfamiliar-layout: 2 of 2 lines are neither part of a paper nor known "
              "boilerplate; the first is line 7: 'Someone Lab'\n");
    fake_close(&host);
}

static void a_short_record_is_a_warning_in_any_document(void **state)
{
    pc_layout layout = { 0 };
    struct fake_host host;

    (void)state;
    fake_open(&host);
    pc_layout_short_record(&layout, fake_record(&host, "page.txt", NULL, 3, no_fields),
                           pc_s("Upvote"));
    check_end(&host, layout, 999,
              "warning unfamiliar-layout: 1 of 1000 lines are neither part of a paper nor known "
              "boilerplate; the first is line 3: 'Upvote'\n");
    fake_close(&host);
}

static void long_lines_are_cut_between_characters(void **state)
{
    pc_layout layout = { 0 };
    struct fake_host host;

    (void)state;
    fake_open(&host);
    pc_layout_strange(&layout, fake_record(&host, "page.txt", NULL, 1, no_fields),
                      pc_s("0123456789012345678901234567890123456789012345678901234567\u00e4\u00f6"
                           "\u00fc"));
    check_end(&host, layout, 0,
              "warning unfamiliar-layout: 1 of 1 lines are neither part of a paper nor known "
              "boilerplate; the first is line 1: "
              "'0123456789012345678901234567890123456789012345678901234567\u00e4'\n");
    layout = (pc_layout){ 0 };
    pc_layout_strange(&layout, fake_record(&host, "page.txt", NULL, 1, no_fields),
                      pc_s("01234567890123456789012345678901234567890123456789012345678\u00e4"));
    check_end(&host, layout, 0,
              "warning unfamiliar-layout: 1 of 1 lines are neither part of a paper nor known "
              "boilerplate; the first is line 1: "
              "'01234567890123456789012345678901234567890123456789012345678'\n");
    fake_close(&host);
}

static void short_records_have_no_abstract_and_two_words(void **state)
{
    static const struct {
        const char *title, *abstract;
        bool is_short;
    } cases[] = {
        { "Upvote", "", true },
        { "GitHub 131", "", true },
        { "GitHub  131\u00a0", "", true },
        { "", "", true },
        { "Upvote", "We prove it.", false },
        { "A short title", "", false },
        { "Gru\u00df\u00a0an alle", "", false },
        { "\u6df1\u5ea6\u5b66\u4e60", "", false },
        { "\u6df1\u5ea6", "", true },
        { "\u6df1\u5ea6 GPT", "", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (pc_layout_is_short(pc_s(cases[i].title), pc_s(cases[i].abstract)) != cases[i].is_short)
            fail_msg("'%s'", cases[i].title);
    }
    assert_true(pc_layout_is_short(pc_none(), pc_none()));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(more_than_a_tenth_is_a_warning),
        cmocka_unit_test(a_short_record_is_a_warning_in_any_document),
        cmocka_unit_test(long_lines_are_cut_between_characters),
        cmocka_unit_test(short_records_have_no_abstract_and_two_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
