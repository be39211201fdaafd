/* test_edtf.c - EDTF: reading, writing, sorting and comparing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "paperconv/dates.h"
#include "random_numbers.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static pc_edtf parsed(const char *text)
{
    pc_edtf date;

    memset(&date, 0, sizeof date);
    if (!pc_edtf_parse(pc_s(text), &date))
        fail_msg("'%s' is not read", text);
    return date;
}

static const char *const good[] = {
    "2022-05-17",
    "2022-05",
    "2022",
    "0000",
    "-0043",
    "-0043-03-15",
    "0000-02-29",
    "-0004-02-29",
    "2024-02-29",
    "9999-12-31",
    "Y170000002",
    "Y-170000002",
    "Y10000",
    "Y999999999999999999",
    "Y-999999999999999999/Y999999999999999999",
    "2022-21",
    "2022-22",
    "2022-23",
    "2022-24",
    "2022?",
    "2022~",
    "2022%",
    "2022-05?",
    "2022-05-17~",
    "2022-21%",
    "Y170000002~",
    "199X",
    "19XX",
    "00XX",
    "199X~",
    "2022-XX",
    "2022-XX-XX",
    "2022-05-XX",
    "2022-05-XX?",
    "XXXX-05-30",
    "XXXX-02-29",
    "XXXX-05-30~",
    "1988/1992",
    "1988/..",
    "../1992",
    "1988/",
    "/1992",
    "1988~/1992?",
    "2022-05-30/2022-06-02",
    "2022-05/2022",
    "2022/2022-05",
    "2022/2022",
    "2022-21/2022-23",
    "199X/2005",
    "2005/200X",
    "-0044/0010",
    "2022-05-17/..",
};
static const char *const bad[] = {
    "",
    "2022-",
    "2022-5",
    "2022-13",
    "2022-00",
    "2022-20",
    "2022-25",
    "2022-05-00",
    "2022-05-32",
    "2023-02-29",
    "1900-02-29",
    "-0001-02-29",
    "-0000",
    "-000",
    "22",
    "20220517",
    "2022-21-01",
    "2022-05-17T10:00:00Z",
    " 2022",
    "2022 ",
    "2022??",
    "2022?~",
    "?2022",
    "2022-05?-17",
    "Y2022",
    "Y02022",
    "Y",
    "Y-",
    "Y170000002-05",
    "Y1000000000000000000",
    "y170000002",
    "1XXX",
    "XXXX",
    "XXXX-05",
    "XXXX-02-30",
    "XXXX-21",
    "XXXX-XX-30",
    "XXXX-XX-XX",
    "199X-05",
    "19XX-XX",
    "19X9",
    "-199X",
    "-19XX",
    "2022-XX-30",
    "2022-X5",
    "2022-05-3X",
    "199x",
    "/",
    "../..",
    "../",
    "/..",
    "1992/1988",
    "2022-05-18/2022-05-17",
    "2022-05/2022-04",
    "1988/1990/1992",
    "1988/...",
    "1988/.",
    "XXXX-05-30/2022",
    "2022/XXXX-05-30",
    "2022--05",
    "2022-05-17-",
    "1988..1992",
    "1988/open",
    "unknown/1988",
};

static void parse_reads_level_1(void **state)
{
    char out[PC_EDTF_SIZE];
    pc_edtf date;

    (void)state;
    for (size_t i = 0; i < COUNT(good); i++) {
        date = parsed(good[i]);
        assert_true(pc_edtf_valid(pc_s(good[i])));
        assert_true(pc_eq(pc_edtf_format(&date, out), good[i]));
        assert_string_equal(out, good[i]);
    }
    for (size_t i = 0; i < COUNT(bad); i++) {
        if (pc_edtf_parse(pc_s(bad[i]), &date) || pc_edtf_valid(pc_s(bad[i])))
            fail_msg("'%s' is read", bad[i]);
    }
    assert_false(pc_edtf_valid(pc_none()));
    assert_false(pc_edtf_valid(pc_sub("2022\0", 5)));
}

static void parse_tells_the_parts(void **state)
{
    pc_edtf date = parsed("-0043-03-15%");

    (void)state;
    assert_int_equal(date.start.year, -43);
    assert_int_equal(date.start.month, 3);
    assert_int_equal(date.start.day, 15);
    assert_int_equal(date.start.qualifiers, PC_EDTF_UNCERTAIN | PC_EDTF_APPROXIMATE);
    assert_false(date.interval);
    assert_memory_equal(&date.start, &date.end, sizeof date.start);
    date = parsed("199X~/");
    assert_true(date.interval);
    assert_int_equal(date.start.year, 1990);
    assert_int_equal(date.start.unspecified, PC_EDTF_X_DECADE);
    assert_int_equal(date.start.qualifiers, PC_EDTF_APPROXIMATE);
    assert_int_equal(date.end.kind, PC_EDTF_UNKNOWN);
    date = parsed("XXXX-05-30");
    assert_int_equal(date.start.unspecified, PC_EDTF_X_YEAR);
    assert_int_equal(date.start.month, 5);
    assert_int_equal(date.start.day, 30);
}

static void first_year_is_that_of_the_start(void **state)
{
    static const struct {
        const char *text;
        bool known;
        int64_t year;
        pc_date first;
    } cases[] = {
        { "2022-05-17", true, 2022, { 2022, 5, 17 } },
        { "1988/1992", true, 1988, { 1988, 0, 0 } },
        { "2022-21", true, 2022, { 2022, 0, 0 } },
        { "2022-XX", true, 2022, { 2022, 0, 0 } },
        { "-0043", true, -43, { 0, 0, 0 } },
        { "1988-05/", true, 1988, { 1988, 5, 0 } },
        { "Y12345", true, 12345, { 0, 0, 0 } },
        { "0000", true, 0, { 0, 0, 0 } },
        { "199X", false, 0, { 0, 0, 0 } },
        { "../1992", false, 0, { 0, 0, 0 } },
        { "XXXX-05-30", false, 0, { 0, 5, 30 } },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        pc_edtf date = parsed(cases[i].text);
        pc_date first = pc_edtf_first(&date);
        int64_t year = 0;

        assert_int_equal(pc_edtf_first_year(&date, &year), cases[i].known);
        assert_int_equal(year, cases[i].year);
        assert_memory_equal(&first, &cases[i].first, sizeof first);
    }
}

static void order_sorts(void **state)
{
    static const char *const sorted[] = {
        "../1900",    "../1992", "/1992",      "-0043",      "0000",        "19XX",
        "190X",       "1900",    "1900/1950",  "1900/..",    "1900/",       "1900?",
        "1900~",      "1900%",   "1900-XX",    "1900-XX-XX", "1900-01",     "1900-01-XX",
        "1900-01-01", "1900-03", "1900-03-31", "1900-21",    "1900-04",     "1900-12-31",
        "1900-24",    "1901",    "Y10000",     "XXXX-05-30", "XXXX-05-30?", "XXXX-06-01",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(sorted); i++) {
        for (size_t k = 0; k < COUNT(sorted); k++) {
            pc_edtf a = parsed(sorted[i]), b = parsed(sorted[k]);
            int order = pc_edtf_order(&a, &b);

            if ((order > 0) - (order < 0) != (i > k) - (i < k))
                fail_msg("'%s' beside '%s': %d", sorted[i], sorted[k], order);
        }
    }
}

static void compare_takes_the_coarser_precision(void **state)
{
    static const struct {
        const char *a;
        char relation; /* '-': never */
        const char *b;
    } cases[] = {
        { "2022-05-17", '=', "2022" },
        { "2022-05-17", '=', "2022-05" },
        { "2022-05-17", '<', "2022-06" },
        { "2022-05-17", '<', "2022-05-18" },
        { "2022", '>', "2021-12-31" },
        { "2022", '<', "2023-01-01" },
        { "1988/1992", '=', "1990" },
        { "1988/1992", '=', "1992-12-31" },
        { "1988/1992", '<', "1993" },
        { "1988/1992", '=', "1991/2000" },
        { "1988/..", '=', "Y99999" },
        { "1988/..", '>', "1987" },
        { "1988/", '=', "2000" },
        { "../1992", '=', "-0500" },
        { "../1992", '<', "1993" },
        { "199X", '=', "1999-12-31" },
        { "199X", '<', "2000" },
        { "19XX", '=', "199X" },
        { "2022-XX", '=', "2022-07" },
        { "2022-05-XX", '>', "2022-04" },
        { "2022-21", '<', "2022-22" },
        { "2022-21", '=', "2022-21~" },
        { "2022-21", '=', "2022-12" },
        { "2022-21", '<', "2023-01" },
        { "2022-24", '<', "2023-21" },
        { "2022?", '=', "2022~" },
        { "-0044", '<', "-0043" },
        { "XXXX-05-30", '-', "2022-05-30" },
        { "XXXX-05-30", '-', "XXXX-05-30" },
        { "2024-02-28", '<', "2024-02-29" },
    };
    static const char mirrored[] = "-<=>";

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        pc_edtf a = parsed(cases[i].a), b = parsed(cases[i].b);
        pc_edtf_relation there = pc_edtf_compare(&a, &b), back = pc_edtf_compare(&b, &a);

        if (mirrored[there] != cases[i].relation)
            fail_msg("'%s' beside '%s': %c", cases[i].a, cases[i].b, mirrored[there]);
        assert_int_equal(back, there == PC_EDTF_BEFORE  ? PC_EDTF_AFTER
                               : there == PC_EDTF_AFTER ? PC_EDTF_BEFORE
                                                        : there);
    }
}

/* ---- any date ---------------------------------------------------------------------- */

enum { ROUNDS = 200000 };

static size_t make_text(struct random_numbers *r, char *text)
{
    static const char *const pieces[] = { "2022", "1988", "0000", "19",  "5", "-05", "-12",
                                          "-29",  "-02",  "-21",  "-XX", "X", "XX",  "XXXX",
                                          "/",    "..",   "-",    "Y",   "?", "~",   "%",
                                          "-30",  "1",    "999",  "T",   " " };
    size_t n = 0;

    for (size_t count = 1 + random_below(r, 7); count != 0; count--) {
        const char *piece = pieces[random_below(r, COUNT(pieces))];

        memcpy(text + n, piece, strlen(piece));
        n += strlen(piece);
    }
    return n;
}

/* What is read is written back byte for byte, fits every notation, and is what valid says. */
static void any_text_comes_back(void **state)
{
    struct random_numbers r = { 1 };
    char text[64], out[PC_EDTF_SIZE];
    size_t dates = 0;

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        pc_str s = pc_sub(text, make_text(&r, text));
        pc_edtf_bibtex bibtex;
        pc_edtf_csl csl;
        pc_edtf_ris ris;
        pc_edtf date;
        bool ok = pc_edtf_parse(s, &date);

        assert_int_equal(pc_edtf_valid(s), ok);
        if (!ok)
            continue;
        dates++;
        assert_true(pc_same(pc_edtf_format(&date, out), s));
        assert_true(pc_edtf_valid(pc_edtf_to_biblatex(&date, out)));
        pc_edtf_to_ris(&date, &ris);
        pc_edtf_to_csl(&date, &csl);
        pc_edtf_to_bibtex(&date, &bibtex);
        assert_true(strlen(bibtex.year) < sizeof bibtex.year &&
                    strlen(ris.date) < sizeof ris.date && strlen(csl.literal) < 80);
    }
    assert_in_range(dates, ROUNDS / 100, ROUNDS);
}

/* Sorting needs a total order; a span that is all before another one is also sorted before it. */
static void any_dates_have_an_order(void **state)
{
    struct random_numbers r = { 2 };

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        size_t at = random_below(&r, COUNT(good)), beside = random_below(&r, COUNT(good));
        pc_edtf a = parsed(good[at]), b = parsed(good[beside]),
                c = parsed(good[random_below(&r, COUNT(good))]);
        int ab = pc_edtf_order(&a, &b), ba = pc_edtf_order(&b, &a), bc = pc_edtf_order(&b, &c);

        assert_int_equal(ab, -ba);
        assert_int_equal(ab == 0, at == beside);
        if (ab <= 0 && bc <= 0)
            assert_true(pc_edtf_order(&a, &c) <= 0);
        if (pc_edtf_compare(&a, &b) == PC_EDTF_BEFORE)
            assert_true(ab < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parse_reads_level_1),
        cmocka_unit_test(parse_tells_the_parts),
        cmocka_unit_test(first_year_is_that_of_the_start),
        cmocka_unit_test(order_sorts),
        cmocka_unit_test(compare_takes_the_coarser_precision),
        cmocka_unit_test(any_text_comes_back),
        cmocka_unit_test(any_dates_have_an_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
