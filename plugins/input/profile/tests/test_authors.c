/* test_authors.c - author lines: names, "et al.", affiliations. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../authors.h"

static void lines_are_cut(void **state)
{
    static const struct {
        const char *line, *names, *affiliations;
        bool truncated;
    } cases[] = {
        { "Ping Xiong, Thomas Schnake et al.", "Ping Xiong, Thomas Schnake", "", true },
        { "Ping Xiong et al. \u00b7 deepmind", "Ping Xiong", "deepmind", true },
        { "Claude E. Shannon \u00b7 at&t, u-paris, ai2", "Claude E. Shannon", "at&t, u-paris, ai2",
          false },
        { "Ping Xiong et al", "Ping Xiong", "", true },
        { "Ping Xiong, et al.", "Ping Xiong", "", true },
        { "Attention \u00b7 MemoryAlex Graves", "Attention \u00b7 MemoryAlex Graves", "", false },
        { "A Comment on Smith et al.Ada Lovelace", "A Comment on Smith et al.Ada Lovelace", "",
          false },
        { "Tarek Allam Jr.", "Tarek Allam Jr.", "", false },
        { "", "", "", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct authors authors = authors_cut(pc_s(cases[i].line));

        if (!pc_eq(authors.names, cases[i].names) ||
            !pc_eq(authors.affiliations, cases[i].affiliations) ||
            authors.truncated != cases[i].truncated)
            fail_msg("'%s'", cases[i].line);
    }
}

static void lists_are_taken_from_both_ends(void **state)
{
    static const struct {
        const char *list;
        const char *names[4];
    } cases[] = {
        { "Ada Lovelace", { "Ada Lovelace" } },
        { "Ada Lovelace, Alan Turing", { "Ada Lovelace", "Alan Turing" } },
        { "Sammy Davis, Jr., Dean Martin", { "Sammy Davis, Jr.", "Dean Martin" } },
        { "Sammy Davis, Jr.", { "Sammy Davis, Jr." } },
        { "A 1,000 Word Title, Ada Lovelace", { "A 1,000 Word Title", "Ada Lovelace" } },
        { "Ada Lovelace,\u00a0 Alan Turing ", { "Ada Lovelace", "Alan Turing" } },
        { "", { NULL } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_str list = pc_s(cases[i].list), name;
        size_t count = 0;

        for (; authors_take(&list, &name); count++) {
            if (cases[i].names[count] == NULL || !pc_eq(name, cases[i].names[count]))
                fail_msg("'%s': '%.*s'", cases[i].list, PC_FMT(name));
        }
        assert_null(cases[i].names[count]);
        for (list = pc_s(cases[i].list); authors_take_last(&list, &name);)
            assert_true(pc_eq(name, cases[i].names[--count]));
        assert_int_equal(count, 0);
    }
}

static void author_lines_are_recognised(void **state)
{
    static const struct {
        const char *line;
        bool is_line;
    } cases[] = {
        { "Ping Xiong, Thomas Schnake, Gr\u00e9goire Montavon et al.", true },
        { "J. Thorben Frank, Oliver T. Unke, Klaus-Robert M\u00fcller", true },
        { "Gerd P\u00fchlhofer, the H.E.S.S. collaboration", true },
        { "LIGO Scientific Collaboration", true },
        { "jerome perez", true },
        { "van Gogh Vincent, Pieter van der Berg", true },
        { "Mar\u00eda Jos\u00e9 Mart\u00ednez de la Ossa S\u00e1enz-L\u00f3pez", true },
        { "Marina M. -C. H\u00f6hne, Villanelle O'Reilly, Tarek Allam Jr.", true },
        { "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df, Noam Chomsky", true },
        { "Gr\ufffdgoire Montavon", true },
        { "Nagarjuna", true },
        { "We prove it.", false },
        { "\u0646\u0642\u062f\u0645 \u062f\u0631\u0627\u0633\u0629.", false },
        { "This paper is about Hepatitis C.", false },
        { "Charles Babbage, Grace Hopper et al. are thanked for their help.", false },
        { "This paper has been withdrawn by the author due to an error in equation 3", false },
        { "This paper is about Will It Blend. We describe the setting.", false },
        { "Ada Lovelace, $\\alpha$", false },
        { "LGMay 30 is what a header looks like", false },
        { "Ada Lovelace, ", true },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (authors_is_line(pc_s(cases[i].line), false) != cases[i].is_line)
            fail_msg("'%s'", cases[i].line);
    }
    assert_true(authors_is_line(pc_s("Ada Lovelace"), true));
    assert_true(authors_is_line(pc_s("jerome perez et al."), true));
    assert_false(authors_is_line(pc_s("We prove it"), true));
    assert_false(authors_is_line(pc_s("Withdrawn paper"), true));
    assert_false(authors_is_line(pc_s("Withdrawn"), true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_cut),
        cmocka_unit_test(lists_are_taken_from_both_ends),
        cmocka_unit_test(author_lines_are_recognised),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
