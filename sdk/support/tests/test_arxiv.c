/* test_arxiv.c - arXiv's category codes, and its lists of authors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fake_host.h"
#include "paperconv/arxiv.h"

static void lookup_gives_the_meanings(void **state)
{
    static const struct {
        const char *code;
        const char *ids[PC_ARXIV_IDS];
    } cases[] = {
        { "LG", { "cs.LG" } },
        { "CHEM-PH", { "physics.chem-ph" } },
        { "MATH-PH", { "math-ph" } },
        { "QUANT-PH", { "quant-ph" } },
        { "CV", { "cs.CV", "math.CV" } },
        { "CO", { "astro-ph.CO", "math.CO", "stat.CO" } },
        { "IT", { "cs.IT" } },
        { "NA", { "math.NA" } },
        { "SY", { "eess.SY" } },
        { "CMP-LG", { "cs.CL" } },
        { "ASTRO-PH", { "astro-ph" } },
        { "Q-BIO.NC", { "q-bio.NC" } },
        { "cs.LG", { "cs.LG" } },
        { "chem-ph", { "physics.chem-ph" } },
        { "SEC", { NULL } },
        { "L", { NULL } },
        { "LGG", { NULL } },
        { "", { NULL } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_str ids[PC_ARXIV_IDS];
        size_t count = pc_arxiv_lookup(pc_s(cases[i].code), ids), wanted = 0;

        for (; wanted < PC_ARXIV_IDS && cases[i].ids[wanted] != NULL; wanted++) {
            if (wanted >= count || !pc_eq(ids[wanted], cases[i].ids[wanted]))
                fail_msg("%s is not %s", cases[i].code, cases[i].ids[wanted]);
        }
        assert_int_equal(count, wanted);
    }
}

static void sixteen_codes_are_ambiguous(void **state)
{
    static const char *const codes[] = { "AP", "CG", "CO", "CV", "DS", "GN", "GR", "GT",
                                         "LO", "OT", "PR", "SC", "SI", "SP", "ST", "TH" };
    pc_str ids[PC_ARXIV_IDS];
    char code[3] = "";
    size_t ambiguous = 0;

    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
        assert_true(pc_arxiv_lookup(pc_s(codes[i]), ids) > 1);
    for (code[0] = 'A'; code[0] <= 'Z'; code[0]++) {
        for (code[1] = 'A'; code[1] <= 'Z'; code[1]++)
            ambiguous += pc_arxiv_lookup(pc_s(code), ids) > 1;
    }
    assert_int_equal(ambiguous, sizeof codes / sizeof codes[0]);
}

static void a_nul_ends_no_entry(void **state)
{
    pc_str ids[PC_ARXIV_IDS];

    (void)state;
    assert_int_equal(pc_arxiv_lookup(pc_sub("LG\0", 3), ids), 0);
    assert_int_equal(pc_arxiv_lookup(pc_none(), ids), 0);
}

static void authors_have_names_and_affiliations(void **state)
{
    static const struct {
        const char *text;
        bool and_between, whole;
        const char *fields[8]; /* the values, in order */
    } cases[] = {
        { "A. Lee, B. Kim", false, true, { "A. Lee", "B. Kim" } },
        { "A. Lee (Fog, Inc.), B. Kim (1)", false, true, { "Fog, Inc.", "A. Lee", "B. Kim" } },
        { "A. Lee (1 and 2), B. Kim (1, 2 & 3), C. Moon ((1) Fog, (2) Rain and Snow)",
          false,
          true,
          { "Fog", "Rain and Snow", "A. Lee", "B. Kim", "C. Moon" } },
        { "Ann (Nan) Lee (Fog) (Rain), Bo (Bob) Kim, C. Moon (a and b)",
          false,
          true,
          { "Fog", "Rain", "Ann (Nan) Lee", "Bo (Bob) Kim", "C. Moon" } },
        { "A. Lee (Fog (and Rain)), B. Kim (and Sons)",
          false,
          true,
          { "Fog (and Rain)", "and Sons", "A. Lee", "B. Kim" } },
        { "A. Lee and B. Kim", true, true, { "A. Lee", "B. Kim" } },
        { "A. Lee and B. Kim", false, true, { "A. Lee and B. Kim" } },
        { "LANTERN: A. Lee, B. Kim, Jr.", false, true, { "LANTERN", "A. Lee", "B. Kim, Jr." } },
        { "A. Lee, et\u00a0al. (12 additional authors not shown)",
          false,
          true,
          { "A. Lee", "true" } },
        { "A. Lee, et al. of Fog", false, false, { "A. Lee", "true" } },
        { "Pet al Lee", false, true, { "Pet al Lee" } },
        { "", false, true, { NULL } },
    };
    struct fake_host host;
    const char *const none[] = { NULL };

    (void)state;
    fake_open(&host);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_record *record = fake_record(&host, "d", NULL, 1, none);
        size_t found = 0, expected = 0;
        pc_str key, value;

        assert_int_equal(pc_arxiv_add_authors(record, pc_s(cases[i].text), cases[i].and_between),
                         cases[i].whole);
        while (cases[i].fields[expected] != NULL)
            expected++;
        while (pc_field(record, found, &key, &value))
            found++;
        assert_int_equal(found, expected);
        for (size_t k = 0; k < expected; k++) {
            bool has = false;

            for (size_t f = 0; pc_field(record, f, &key, &value); f++)
                has |= pc_eq(value, cases[i].fields[k]);
            if (!has)
                fail_msg("'%s' has no '%s'", cases[i].text, cases[i].fields[k]);
        }
    }
    fake_close(&host);
}

static void brackets_have_categories(void **state)
{
    (void)state;
    assert_true(pc_eq(pc_arxiv_bracket(pc_s("arXiv:2401.01234 [cs.LG] ")), "cs.LG"));
    assert_int_equal(pc_arxiv_bracket(pc_s("arXiv:2401.01234")).n, 0);
    assert_int_equal(pc_arxiv_bracket(pc_s("]")).n, 0);
    assert_int_equal(pc_arxiv_bracket(pc_s("[]")).n, 0);
    assert_int_equal(pc_arxiv_bracket(pc_none()).n, 0);
    assert_true(pc_arxiv_is_category(pc_s("cs.LG")));
    assert_true(pc_arxiv_is_category(pc_s("hep-th")));
    assert_false(pc_arxiv_is_category(pc_s("cs")));
    assert_false(pc_arxiv_is_category(pc_s("LG")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_gives_the_meanings),
        cmocka_unit_test(sixteen_codes_are_ambiguous),
        cmocka_unit_test(a_nul_ends_no_entry),
        cmocka_unit_test(brackets_have_categories),
        cmocka_unit_test(authors_have_names_and_affiliations),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
