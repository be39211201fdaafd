/* test_evidence.c - the words of an abstract, the names of a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../abstract_words.h"
#include "../known_names.h"

static void words_are_found_in_any_case(void **state)
{
    static const struct {
        const char *word;
        int how;
    } cases[] = {
        { "chemical", WORD_SMALL },
        { "Chemical", WORD_SMALL },
        { "spaces", WORD_SMALL },
        { "space", WORD_SMALL },
        { "network", WORD_SMALL },
        { "pytorch", WORD_CAPITAL },
        { "we", WORD_SMALL | WORD_CAPITAL },
        { "caf\u00e9", WORD_SMALL },
        { "quoted", WORD_CAPITAL },
        { "torch", 0 },
        { "", 0 },
    };
    struct abstract_words *words = (struct abstract_words *)calloc(1, sizeof *words);

    (void)state;
    assert_non_null(words);
    abstract_words_read(words, pc_s("other words"));
    abstract_words_read(words, pc_s("We search the chemical space with networks in PyTorch; "
                                    "\u201cQuoted\u201d caf\u00e9\u2014we like it."));
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        if (abstract_words_find(words, pc_s(cases[i].word)) != cases[i].how)
            fail_msg("'%s'", cases[i].word);
    }
    assert_int_equal(abstract_words_find(words, pc_s("other")), 0);
    free(words);
}

static void a_long_text_does_not_fill_the_set(void **state)
{
    struct abstract_words *words = (struct abstract_words *)calloc(1, sizeof *words);
    char *text = (char *)malloc(7 * 10000);

    (void)state;
    assert_non_null(words);
    assert_non_null(text);
    for (int i = 0; i < 10000; i++)
        snprintf(text + 6 * i, 7, "w%04u ", (unsigned)i % 10000);
    abstract_words_read(words, pc_sub(text, 6 * 10000));
    assert_int_equal(abstract_words_find(words, pc_s("w0000")), WORD_SMALL);
    assert_int_equal(abstract_words_find(words, pc_s("w2047")), WORD_SMALL);
    assert_int_equal(abstract_words_find(words, pc_s("w2048")), 0);
    assert_int_equal(abstract_words_find(words, pc_s("w9999")), 0);
    free(text);
    free(words);
}

static void words_may_be_split_where_they_are_found(void **state)
{
    struct abstract_words *words = (struct abstract_words *)calloc(1, sizeof *words);

    (void)state;
    assert_non_null(words);
    abstract_words_read(words, pc_s("A model of spaces."));
    assert_true(abstract_words_may_split(words, pc_s("modeljerome")));
    assert_true(abstract_words_may_split(words, pc_s("Modelsjerome")));
    assert_true(abstract_words_may_split(words, pc_s("spacejerome")));
    assert_false(abstract_words_may_split(words, pc_s("model")));
    assert_false(abstract_words_may_split(words, pc_s("modem")));
    assert_false(abstract_words_may_split(words, pc_s("ofjerome")));
    free(words);
}

static void words_at_both_ends(void **state)
{
    (void)state;
    assert_true(pc_eq(word_at_front(pc_s("Hunter Sturm")), "Hunter"));
    assert_true(pc_eq(word_at_end(pc_s("Explainable AI")), "AI"));
    assert_true(pc_eq(word_at_end(pc_s("Reasoning\u2019")), ""));
    assert_true(pc_eq(word_at_end(pc_s("caf\u00e9")), "caf\u00e9"));
    assert_true(pc_eq(word_at_front(pc_s("\u201cno")), ""));
}

static void people_are_known_by_their_parts(void **state)
{
    struct known_names *names = (struct known_names *)calloc(1, sizeof *names);
    char name[64];

    (void)state;
    assert_non_null(names);
    known_names_add(names, pc_s("AkshatKumar Nigam"));
    known_names_add(names, pc_s("AkshatKumar Nigam"));
    assert_int_equal(names->count, 1);
    assert_int_equal(known_names_find(names, pc_s("AkshatKumar Nigam")),
                     KNOWN_NAME | KNOWN_FIRST | KNOWN_LAST);
    assert_int_equal(known_names_find(names, pc_s("AkshatKumar Other")), KNOWN_FIRST);
    assert_int_equal(known_names_find(names, pc_s("Kumar Nigam")), KNOWN_LAST);
    assert_int_equal(known_names_find(names, pc_s("Nigam AkshatKumar")), 0);
    for (int i = 0; i < 2 * KNOWN_NAMES_MOST; i++) {
        snprintf(name, sizeof name, "First%d Last%d", i, i);
        known_names_add(names, pc_s(name));
    }
    assert_int_equal(names->count, KNOWN_NAMES_MOST);
    assert_int_equal(known_names_find(names, pc_s(name)), 0);
    free(names);
}

/* One table has whole names, first words and last words. */
static void a_last_name_is_no_first_name_with_another_letter(void **state)
{
    struct known_names *names = (struct known_names *)calloc(1, sizeof *names);
    char name[] = "?ang Li";

    (void)state;
    assert_non_null(names);
    known_names_add(names, pc_s("Ming Tang"));
    for (char c = 'A'; c <= 'Z'; c++) {
        name[0] = c;
        assert_int_equal(known_names_find(names, pc_s(name)), 0);
    }
    free(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_last_name_is_no_first_name_with_another_letter),
        cmocka_unit_test(words_are_found_in_any_case),
        cmocka_unit_test(a_long_text_does_not_fill_the_set),
        cmocka_unit_test(words_may_be_split_where_they_are_found),
        cmocka_unit_test(words_at_both_ends),
        cmocka_unit_test(people_are_known_by_their_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
