/* test_author_line.c - author lines that their place and their shape show together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../author_line.h"

static const struct author_place nowhere = { false, false }, below_gap = { true, false },
                                 apart = { true, true };

static void place_and_shape_decide_together(void **state)
{
    static const struct {
        const char *line;
        enum author_line without_gaps, below_a_gap, between_gaps;
    } cases[] = {
#define NO AUTHOR_LINE_NO
#define PLAIN AUTHOR_LINE_PLAIN
#define RICH AUTHOR_LINE_RICH
        { "Max Muster, Erika Beispiel", PLAIN, PLAIN, PLAIN },
        { "Muster", NO, PLAIN, PLAIN },
        { "Kimi Team, :, Max Muster et al.", RICH, RICH, RICH },
        { "Muster Team: Erika Beispiel, Max Muster", RICH, RICH, RICH },
        { "MiniMax: Erika Beispiel, Max Muster", NO, NO, RICH },
        { "Keywords: Sums, Small Things", NO, NO, NO },
        { "GLM-4.5 Team", RICH, RICH, RICH },
        { "Andr\\'e Muster", RICH, RICH, RICH },
        { "J.P.Muster", RICH, PLAIN, PLAIN },
        { "Max Muster1", RICH, RICH, RICH },
        { "muster2", NO, NO, NO },
        { "A. Muster,E. Beispiel", RICH, RICH, RICH },
        { "Max Muster (MIT), Erika Beispiel", RICH, RICH, RICH },
        { "Max Muster \u00b7 MIT, ETH", RICH, RICH, RICH },
        { "E. Beispiel for the T2K collaboration", RICH, RICH, RICH },
        { "Sums of 2 small things are small", NO, NO, NO },
        { "We sum small things.", NO, NO, NO },
        { "12 pages, 3 figures", NO, NO, NO },
        { "Max Muster, $\\alpha$", NO, NO, NO },
        { "\\alpha and \\beta", NO, NO, NO },
        { "Max Muster, Erika Beispiel et al. sum small things.", NO, NO, NO },
#undef NO
#undef PLAIN
#undef RICH
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_str line = pc_s(cases[i].line);

        if (author_line_kind(line, nowhere) != cases[i].without_gaps ||
            author_line_kind(line, below_gap) != cases[i].below_a_gap ||
            author_line_kind(line, apart) != cases[i].between_gaps)
            fail_msg("'%s': %d, %d, %d", cases[i].line, author_line_kind(line, nowhere),
                     author_line_kind(line, below_gap), author_line_kind(line, apart));
    }
}

/* Checks that LIST is NAMES, each with its affiliation or "". */
static void check_names(const char *text, const char *const *names)
{
    pc_str list = pc_s(text), name, affiliation;

    for (; author_line_take(&list, &name, &affiliation); names += 2) {
        if (names[0] == NULL || !pc_eq(name, names[0]) || !pc_eq(affiliation, names[1]))
            fail_msg("'%s': '%.*s' '%.*s'", text, PC_FMT(name), PC_FMT(affiliation));
    }
    assert_null(names[0]);
}

static void names_are_taken(void **state)
{
    (void)state;
    check_names("Kimi Team, :, Max Muster",
                (const char *const[]){ "Kimi Team", "", "Max Muster", "", NULL });
    check_names("Kimi Team:", (const char *const[]){ "Kimi Team", "", NULL });
    check_names(": , :", (const char *const[]){ NULL });
    check_names(
        "A. Muster,E. Beispiel, Jr.,M. Probe",
        (const char *const[]){ "A. Muster", "", "E. Beispiel, Jr.", "", "M. Probe", "", NULL });
    check_names(
        "Max Muster (MIT, Cambridge), Yu (Alex) Beispiel",
        (const char *const[]){ "Max Muster", "MIT, Cambridge", "Yu (Alex) Beispiel", "", NULL });
    check_names("(MIT), Max Muster (ETH, Erika Beispiel (), Max Probe (Bern",
                (const char *const[]){ "(MIT)", "", "Max Muster", "ETH, Erika Beispiel (",
                                       "Max Probe (Bern", "", NULL });
    check_names("", (const char *const[]){ NULL });
}

static void likely_lines_are_told(void **state)
{
    static const struct {
        const char *line;
        bool likely;
    } cases[] = {
        { "Max Muster, Erika Beispiel et al.", true },
        { "Max Muster, Erika Beispiel, 3 $ each", true },
        { "Max Muster, 3 $ each", false },
        { "Keywords: Sums, Small Things, Proofs", false },
        { "Max Muster and Erika Beispiel sum small things.", false },
        { "Max Muster", false },
        { "", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (author_line_is_likely(pc_s(cases[i].line)) != cases[i].likely)
            fail_msg("'%s'", cases[i].line);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(place_and_shape_decide_together),
        cmocka_unit_test(names_are_taken),
        cmocka_unit_test(likely_lines_are_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
