/* test_paragraph.c - titles and abstracts of a feed, distinguished by their shape. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../paragraph.h"

#define LONG_ABSTRACT                                                                            \
    "The design of functional materials with desired properties is essential in driving "        \
    "technological advances. We present a model that generates stable materials. It is trained " \
    "on many structures and can be tuned to a wide range of constraints, as we show here in "    \
    "detail."

static void lean_tells_titles_from_abstracts(void **state)
{
    static const struct {
        const char *line;
        int sign;
    } cases[] = {
        { "Segment Anything", -1 },
        { "How simple can you go?", -1 },
        { "Attention is not explanation.", -1 },
        { "byT5: Towards a token-free future", -1 },
        { "\u0646\u0645\u0627\u0630\u062c \u0627\u0644\u0644\u063a\u0629", -1 },
        { "Efficient mapping of phase diagrams with conditional Boltzmann Generators", -1 },
        { LONG_ABSTRACT, 1 },
        { "We prove it. The proof is short, and does not use anything but the definition of a "
          "group and the fact that we know how to count, which the reader may want to check.",
          1 },
        { "\u672c\u6587\u63d0\u51fa\u4e00\u79cd\u65b0\u7684\u65b9\u6cd5\u3002", 1 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        int lean = paragraph_lean(pc_s(cases[i].line));

        if (lean * cases[i].sign <= 0)
            fail_msg("%d: '%s'", lean, cases[i].line);
    }
    assert_true(paragraph_lean(pc_s(LONG_ABSTRACT)) >= PARAGRAPH_STRONG);
    assert_true(paragraph_lean(pc_none()) < PARAGRAPH_STRONG);
}

static void next_title_depends_on_what_follows(void **state)
{
    static const struct {
        const char *line, *ahead;
        bool is_title;
    } cases[] = {
        /* its own abstract follows */
        { "A Study of Something", "\n" LONG_ABSTRACT, true },
        { "A Study of Something", "\r\n  \r\n" LONG_ABSTRACT "\r\n", true },
        /* three short paragraphs: the middle one is an abstract */
        { "We prove it.", "\nA Study of Something\n\n" LONG_ABSTRACT, false },
        { "Deep Learning: A Survey", "\nA Study of Something\n\n" LONG_ABSTRACT, false },
        /* a list of titles */
        { "Deep Learning: A Survey", "\nA Study\n\nAnother Study\n\nA Third Study", true },
        { "Deep Learning: A Survey", "", true },
        { "We show in some words that this is an abstract and not a title of a paper.", "", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (paragraph_is_next_title(pc_s(cases[i].line), pc_s(cases[i].ahead)) != cases[i].is_title)
            fail_msg("'%s' before '%s'", cases[i].line, cases[i].ahead);
    }
}

static void abstract_follows_when_it_is_beyond_doubt(void **state)
{
    (void)state;
    assert_true(paragraph_abstract_follows(pc_s("\n\n" LONG_ABSTRACT)));
    assert_false(paragraph_abstract_follows(pc_s("\n\nA Study of Something\n")));
    assert_false(paragraph_abstract_follows(pc_none()));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lean_tells_titles_from_abstracts),
        cmocka_unit_test(next_title_depends_on_what_follows),
        cmocka_unit_test(abstract_follows_when_it_is_beyond_doubt),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
