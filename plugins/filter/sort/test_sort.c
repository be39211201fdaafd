/* test_sort.c - the order in which the sort plugin passes records on. */
#include "fake_host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
/* cmocka needs the above */
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The value of a field in up to 12 records, which are called a, b, c ...; "" is a record without
 * the field. */
static const struct {
    const char *setting, *key;
    const char *values[13];
    const char *forward, *reverse;
} runs[] = {
    { "by=date",
      PC_DATE,
      { "2022-05-17", "", "2021", "XXXX-05-30", "2022-05", "XXXX-01-02", "2022", "2022-05-17",
        "0999-12-31", "not a date", NULL },
      "icgeahfdbj",
      "ahegcidfbj" },
    { "by=title",
      PC_TITLE,
      { "zebra", "Äpfel", "apple", "\"The Art\"", "", "APPLE", "$\\phi$-module", "3D", "???", "Øre",
        NULL },
      "hbcfgdajei",
      "jadgcfbhei" },
    { "by=score",
      PC_SCORE,
      { "9.5", "44.0", "-1", "0", "44.00", "-0.5", "1e3", "0.05", "", "-10", "0.0e5", "5E-2",
        NULL },
      "jcfdkhlabegi",
      "gbeahldkfcji" },
    { "by=score",
      PC_SCORE,
      { "0.1", "0.10000000000000000000000001", "-0.1", "-0.10000000000000000000000001", "1e400",
        "1e99999999999999999999", "1e-400", "-1e400", NULL },
      "hdcgabef",
      "febagcdh" },
    { "by=author",
      PC_AUTHOR,
      { "Ping Xiong", "Anatole von Lilienfeld", "Klaus-Robert Müller", "A. Muller", "", "Wei Li",
        "Martin Stöhr", NULL },
      "fbdcgae",
      "agcdbfe" },
};

static void *start_sort(struct fake_host *f, const char *setting, bool reverse)
{
    const char *const settings[] = { setting, reverse ? "reverse=true" : NULL, NULL };
    void *state;

    fake_open(f);
    state = fake_start(f, paperconv_module_v1.plugins[0], settings);
    assert_non_null(state);
    return state;
}

static void check_order(const char *setting, const char *key, const char *const *values,
                        bool reverse, const char *order)
{
    const struct pc_plugin *sort = paperconv_module_v1.plugins[0];
    struct fake_host f;
    void *state = start_sort(&f, setting, reverse);
    size_t n = 0;

    for (; values[n] != NULL; n++) {
        const char name[] = { (char)('a' + n), '\0' };
        const char *const fields[] = { "name", name, key, values[n], NULL };

        assert_int_equal(sort->apply(state, &f.pipe, fake_record(&f, "x", NULL, n + 1, fields)),
                         PC_SKIP);
    }
    assert_int_equal(sort->flush(state, &f.pipe), PC_OK);
    assert_int_equal(f.emitted_count, n);
    for (size_t i = 0; i < n; i++) {
        const pc_str name = pc_get(f.emitted[i], "name", 0);

        if (name.p[0] != order[i])
            print_message("%s: %c at %zu of %s\n", setting, name.p[0], i, order);
        assert_int_equal(name.p[0], order[i]);
        assert_int_equal(pc_where(f.emitted[i]).line, (uint64_t)(order[i] - 'a' + 1));
    }
    fake_stop(sort, state);
    fake_close(&f);
}

static void records_are_ordered(void **unused)
{
    (void)unused;
    for (size_t i = 0; i < COUNT(runs); i++) {
        check_order(runs[i].setting, runs[i].key, runs[i].values, false, runs[i].forward);
        check_order(runs[i].setting, runs[i].key, runs[i].values, true, runs[i].reverse);
    }
}

static void no_records_and_no_keys(void **unused)
{
    static const char *const nothing[] = { NULL }, *const untitled[] = { "", "", "", NULL };

    (void)unused;
    check_order("by=title", PC_TITLE, nothing, false, "");
    check_order("by=title", PC_TITLE, untitled, true, "abc");
}

static void closed_before_the_end(void **unused)
{
    static const char *const fields[] = { "title", "T", NULL };
    const struct pc_plugin *sort = paperconv_module_v1.plugins[0];
    struct fake_host f;
    void *state = start_sort(&f, "by=title", false);

    (void)unused;
    sort->apply(state, &f.pipe, fake_record(&f, "x", NULL, 1, fields));
    fake_stop(sort, state);
    assert_int_equal(f.emitted_count, 0);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_ordered),
        cmocka_unit_test(no_records_and_no_keys),
        cmocka_unit_test(closed_before_the_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
