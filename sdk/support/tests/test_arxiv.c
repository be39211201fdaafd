/* test_arxiv.c - arXiv's category codes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lookup_gives_the_meanings),
        cmocka_unit_test(sixteen_codes_are_ambiguous),
        cmocka_unit_test(a_nul_ends_no_entry),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
