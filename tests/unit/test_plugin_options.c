/* test_plugin_options.c - how options are stored and refused, and which names are suggested. */
#include "base/spelling.h"
#include "loader/plugin_options.h"
#include "pool.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct sample {
    bool reverse;
    int64_t max_authors;
    double ratio;
    pc_str label;
    int64_t style;
};

static const pc_option options[] = { PC_OPT_BOOL(struct sample, reverse, "Last record first"),
                                     PC_OPT_INT(struct sample, max_authors, "3", "Authors to keep"),
                                     PC_OPT_NUMBER(struct sample, ratio, "0.5", "How much to keep"),
                                     PC_OPT_STRING(struct sample, label, "none", "What to call it"),
                                     PC_OPT_CHOICE(struct sample, style, "short|long|longer",
                                                   "long", "How to print it"),
                                     PC_OPT_END };
static const struct pc_plugin table = { .options = options, .state_size = sizeof(struct sample) };
static const struct plugin plugin = { &table, NULL, "sample", "./sample.so", 0 };

static bool apply(const struct setting *items, size_t n, struct sample *to, void **state,
                  struct problem *why)
{
    const struct settings settings = { items, n };

    memset(to, 0, sizeof *to);
    memset(why, 0, sizeof *why);
    return plugin_options_apply(&plugin, settings, to, (apr_pool_t *)*state, why);
}

static void defaults_are_stored(void **state)
{
    struct sample s;
    struct problem why;

    assert_true(apply(NULL, 0, &s, state, &why));
    assert_false(s.reverse);
    assert_int_equal(s.max_authors, 3);
    assert_true(s.ratio > 0.49 && s.ratio < 0.51);
    assert_true(pc_eq(s.label, "none"));
    assert_int_equal(s.style, 1);
}

static void the_last_of_several_counts(void **state)
{
    static const struct setting items[] = {
        { "max-authors", "many" }, { "style", "longer" }, { "max_authors", "-7" }, { "label", "" }
    };
    struct sample s;
    struct problem why;

    assert_true(apply(items, 4, &s, state, &why));
    assert_int_equal(s.max_authors, -7);
    assert_int_equal(s.style, 2);
    assert_int_equal(s.label.n, 0);
}

static void values_are_checked(void **state)
{
    static const struct {
        const char *key, *value;
        bool good;
    } cases[] = {
        { "reverse", "true", true },
        { "reverse", "yes", true },
        { "reverse", "0", true },
        { "reverse", "on", false },
        { "reverse", "True", false },
        { "reverse", "", false },
        { "max-authors", "0", true },
        { "max-authors", "-9223372036854775808", true },
        { "max-authors", "+1", false },
        { "max-authors", "9223372036854775808", false },
        { "max-authors", " 1", false },
        { "max-authors", "1 ", false },
        { "max-authors", "0x10", false },
        { "max-authors", "1e3", false },
        { "max-authors", "-", false },
        { "max-authors", "", false },
        { "ratio", "12", true },
        { "ratio", "-0.25e-2", true },
        { "ratio", "1E+3", true },
        { "ratio", "1,5", false },
        { "ratio", "1.", false },
        { "ratio", ".5", false },
        { "ratio", "1e", false },
        { "ratio", "1e999", false },
        { "ratio", "inf", false },
        { "ratio", "nan", false },
        { "ratio", "0x1p3", false },
        { "ratio", "", false },
        { "label", "M\303\274ller", true },
        { "label", "M\374ller", false },
        { "style", "short", true },
        { "style", "shor", false },
        { "style", "short|long", false },
        { "style", "", false },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct setting item = { cases[i].key, cases[i].value };
        struct sample s;
        struct problem why;

        if (apply(&item, 1, &s, state, &why) != cases[i].good)
            fail_msg("%s=%s: %s", item.key, item.value, why.text);
        if (!cases[i].good)
            assert_string_equal(why.code, "bad-option");
    }
}

static void refusals_say_what_is_allowed(void **state)
{
    static const struct {
        struct setting item;
        const char *code, *sentence;
    } cases[] = {
        { { "max-author", "1" },
          "unknown-option",
          "plugin sample has no option 'max-author'; did you mean 'max-authors'?" },
        { { "colour", "1" },
          "unknown-option",
          "plugin sample has no option 'colour'; it has reverse,max-authors,ratio,label,style" },
        { { "max_authors", "few" },
          "bad-option",
          "option 'max-authors' of plugin sample takes a whole number, not 'few'" },
        { { "reverse", "maybe" },
          "bad-option",
          "option 'reverse' of plugin sample takes true or false, not 'maybe'" },
        { { "style", "tall" },
          "bad-option",
          "option 'style' of plugin sample takes one of short|long|longer, not 'tall'" },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sample s;
        struct problem why;

        assert_false(apply(&cases[i].item, 1, &s, state, &why));
        assert_string_equal(why.code, cases[i].code);
        assert_string_equal(why.text, cases[i].sentence);
    }
}

static void a_required_option_is_missed(void **state)
{
    static const pc_option needed[] = { PC_OPT_STRING(struct sample, label, NULL, "It"),
                                        PC_OPT_END };
    static const struct pc_plugin needy = { .options = needed,
                                            .state_size = sizeof(struct sample) };
    static const struct pc_plugin bare = { .options = NULL };
    const struct plugin with = { &needy, NULL, "needy", "", 0 },
                        without = { &bare, NULL, "bare", "", 0 };
    const struct setting item = { "label", "x" };
    const struct settings none = { NULL, 0 }, one = { &item, 1 };
    apr_pool_t *pool = (apr_pool_t *)*state;
    struct sample s = { 0 };
    struct problem why = { 0 }, unknown = { 0 };

    assert_false(plugin_options_apply(&with, none, &s, pool, &why));
    assert_string_equal(why.code, "missing-option");
    assert_string_equal(why.text, "plugin needy needs its option 'label': add --set label=...");
    assert_true(plugin_options_apply(&with, one, &s, pool, &why));
    assert_true(plugin_options_apply(&without, none, NULL, pool, &why));
    assert_false(plugin_options_apply(&without, one, NULL, pool, &unknown));
    assert_string_equal(unknown.text, "plugin bare has no option 'label', and no other");
}

static void near_names_are_found(void **state)
{
    static const char *const names[] = { "trending", "abstracts", "profile",  "csv",
                                         "csl-json", "bibtex",    "biblatex", "ris" };
    static const struct {
        const char *word, *nearest;
    } cases[] = {
        { "trendign", "trending" },
        { "tr", "trending" },
        { "abstract", "abstracts" },
        { "BibTeX", "bibtex" },
        { "biblatx", "biblatex" },
        { "bib", "bibtex" },
        { "cvs", "csv" },
        { "csl_json", "csl-json" },
        { "rsi", "ris" },
        { "json", NULL },
        { "endnote", NULL },
        { "x", NULL },
        { "", NULL },
        { "a name that is much longer than any name of a plugin can be", NULL },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *nearest = nearest_name(cases[i].word, names, sizeof names / sizeof names[0]);

        if (cases[i].nearest == NULL)
            assert_null(nearest);
        else
            assert_string_equal(nearest, cases[i].nearest);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_are_stored),
        cmocka_unit_test(the_last_of_several_counts),
        cmocka_unit_test(values_are_checked),
        cmocka_unit_test(refusals_say_what_is_allowed),
        cmocka_unit_test(a_required_option_is_missed),
        cmocka_unit_test(near_names_are_found),
    };

    return cmocka_run_group_tests(tests, make_pool, free_pool);
}
