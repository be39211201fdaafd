/* test_dates.c - dates: EDTF, printed dates, the calendar, completion. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "paperconv/dates.h"

static bool same_date(pc_date a, pc_date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static void parse_reads_edtf(void **state)
{
    static const struct {
        const char *text;
        bool ok;
        pc_date date;
    } cases[] = {
        { "2022-05-17", true, { 2022, 5, 17 } },
        { "2022-05", true, { 2022, 5, 0 } },
        { "2022", true, { 2022, 0, 0 } },
        { "XXXX-05-30", true, { 0, 5, 30 } },
        { "XXXX-02-29", true, { 0, 2, 29 } },
        { "0001-01-01", true, { 1, 1, 1 } },
        { "9999-12-31", true, { 9999, 12, 31 } },
        { "2024-02-29", true, { 2024, 2, 29 } },
        { "2000-02-29", true, { 2000, 2, 29 } },
        { "1900-02-29", false, { 0 } },
        { "2023-02-29", false, { 0 } },
        { "2023-04-31", false, { 0 } },
        { "2023-13-01", false, { 0 } },
        { "2023-00-01", false, { 0 } },
        { "2023-01-00", false, { 0 } },
        { "0000", false, { 0 } },
        { "XXXX", false, { 0 } },
        { "XXXX-05", false, { 0 } },
        { "22-05-17", false, { 0 } },
        { "2022-5-17", false, { 0 } },
        { "2022-05-17 ", false, { 0 } },
        { "2022-05-", false, { 0 } },
        { "2022-", false, { 0 } },
        { "20220517", false, { 0 } },
        { "", false, { 0 } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_date date = { 0, 0, 0 };

        if (pc_date_parse(pc_s(cases[i].text), &date) != cases[i].ok ||
            !same_date(date, cases[i].date))
            fail_msg("'%s': %d-%d-%d", cases[i].text, date.year, date.month, date.day);
    }
    assert_false(pc_date_parse(pc_none(), &(pc_date){ 0, 0, 0 }));
}

static void read_reads_printed_dates(void **state)
{
    static const struct {
        const char *text;
        bool ok;
        pc_date date;
    } cases[] = {
        { "May 17, 2022", true, { 2022, 5, 17 } },
        { "May 30", true, { 0, 5, 30 } },
        { "May 2022", true, { 2022, 5, 0 } },
        { "Mar\u00a011,\u00a02024", true, { 2024, 3, 11 } },
        { "SEPTEMBER 9, 1999", true, { 1999, 9, 9 } },
        { " dec 1 ", true, { 0, 12, 1 } },
        { "Jan 6  2021", true, { 2021, 1, 6 } },
        { "Feb 29, 2023", true, { 2023, 2, 29 } },
        { "Feb 99", true, { 0, 2, 99 } },
        { "Sept 9", false, { 0 } },
        { "May", false, { 0 } },
        { "May 123", false, { 0 } },
        { "May 17,", false, { 0 } },
        { "May 17, 22", false, { 0 } },
        { "May 17, 2022x", false, { 0 } },
        { "May17", false, { 0 } },
        { "17 May 2022", false, { 0 } },
        { "", false, { 0 } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        pc_date date = { 0, 0, 0 };

        if (pc_date_read(pc_s(cases[i].text), &date) != cases[i].ok ||
            !same_date(date, cases[i].date))
            fail_msg("'%s': %d-%d-%d", cases[i].text, date.year, date.month, date.day);
    }
}

static void format_writes_what_parse_reads(void **state)
{
    static const char *const texts[] = { "2022-05-17", "2022-05", "2022", "XXXX-05-30",
                                         "0001-01-01" };
    char out[PC_DATE_SIZE];
    pc_date date;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        assert_true(pc_date_parse(pc_s(texts[i]), &date));
        assert_true(pc_eq(pc_date_format(date, out), texts[i]));
        assert_string_equal(out, texts[i]);
    }
}

static void complete_takes_the_latest_such_day(void **state)
{
    static const struct {
        const char *date, *as_of, *complete;
    } cases[] = {
        { "XXXX-05-30", "2026-06-10", "2026-05-30" }, { "XXXX-06-10", "2026-06-10", "2026-06-10" },
        { "XXXX-06-11", "2026-06-10", "2025-06-11" }, { "XXXX-12-31", "2026-06-10", "2025-12-31" },
        { "XXXX-02-29", "2026-06-10", "2024-02-29" }, { "XXXX-02-29", "1903-01-01", "1896-02-29" },
        { "XXXX-02-29", "0003-06-10", "XXXX-02-29" }, { "2001-01-01", "2026-06-10", "2001-01-01" },
        { "2030-01-01", "2026-06-10", "2030-01-01" },
    };
    char out[PC_DATE_SIZE];
    pc_date date, as_of;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_true(pc_date_parse(pc_s(cases[i].date), &date));
        assert_true(pc_date_parse(pc_s(cases[i].as_of), &as_of));
        pc_date_format(pc_date_complete(date, as_of), out);
        assert_string_equal(out, cases[i].complete);
    }
}

static void valid_knows_the_calendar(void **state)
{
    static const struct {
        pc_date date;
        bool valid;
    } cases[] = {
        { { 2024, 2, 29 }, true },  { { 2023, 2, 29 }, false }, { { 0, 2, 29 }, true },
        { { 0, 2, 30 }, false },    { { 0, 0, 0 }, false },     { { 0, 5, 0 }, false },
        { { 2022, 0, 3 }, false },  { { 2022, 5, 32 }, false }, { { 10000, 1, 1 }, false },
        { { -1, 1, 1 }, false },    { { 2022, 13, 1 }, false }, { { 2022, -1, 1 }, false },
        { { 2022, 5, -1 }, false }, { { 2022, 0, 0 }, true },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_int_equal(pc_date_valid(cases[i].date), cases[i].valid);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parse_reads_edtf),
        cmocka_unit_test(read_reads_printed_dates),
        cmocka_unit_test(format_writes_what_parse_reads),
        cmocka_unit_test(complete_takes_the_latest_such_day),
        cmocka_unit_test(valid_knows_the_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
