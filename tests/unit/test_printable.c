/* test_printable.c - names and sentences that can be shown anywhere. */
#include "base/printable.h"
#include "base/problem.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void names_are_made_printable(void **state)
{
    static const struct {
        const char *bytes, *shown;
    } cases[] = {
        { "", "" },
        { "a/b c%.txt", "a/b c%.txt" },
        { "caf\xC3\xA9 \xE2\x82\xAC \xF0\x9D\x84\x9E", "café € \xF0\x9D\x84\x9E" },
        { "caf\xE9", "caf%E9" },
        { "\xC3", "%C3" },
        { "\xE2\x82", "%E2%82" },
        { "\xC0\xAF\xED\xA0\x80", "%C0%AF%ED%A0%80" },
        { "a\nb\x1B[1m\x7F", "a%0Ab%1B[1m%7F" },
        { "\xC2\x9B"
          "1m",
          "%C2%9B1m" },
        { "a\xE2\x80\xAE"
          "b\xE2\x81\xA6\xD8\x9C\xE2\x80\xA8",
          "a%E2%80%AEb%E2%81%A6%D8%9C%E2%80%A8" },
    };
    struct arena a = { 0 };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(printable(&a, cases[i].bytes), cases[i].shown);
        assert_int_equal(is_printable(cases[i].bytes), strcmp(cases[i].bytes, cases[i].shown) == 0);
    }
    arena_free(&a);
}

static void the_first_problem_stays(void **state)
{
    struct problem p = { 0 };

    (void)state;
    problem_set(&p, PC_WARNING, "first", "a\nb %d \xFF", 7);
    problem_set(&p, PC_ERROR, "second", "other");
    assert_string_equal(p.code, "first");
    assert_int_equal(p.severity, PC_WARNING);
    assert_string_equal(p.text, "a b 7  ");
}

static void a_long_sentence_ends_with_a_whole_character(void **state)
{
    struct problem p = { 0 };
    char text[1001];

    (void)state;
    for (size_t i = 0; i < 1000; i += 2)
        memcpy(text + i, "é", 2);
    text[1000] = '\0';
    problem_set(&p, PC_ERROR, "long", "%s", text);
    assert_int_equal(strlen(p.text), sizeof p.text - 1);
    assert_string_equal(p.text + sizeof p.text - 4, "é ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_made_printable),
        cmocka_unit_test(the_first_problem_stays),
        cmocka_unit_test(a_long_sentence_ends_with_a_whole_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
