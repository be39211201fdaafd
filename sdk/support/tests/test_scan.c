/* test_scan.c - every variant of a scan gives the result of a plain loop. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "paperconv/scan.h"

PC_SCAN_TEST is_mark(const unsigned char *p)
{
    return pc_scan_if(*p == '"') | pc_scan_if(*p >= 0x80);
}
PC_SCAN(find_mark, is_mark, 0)

PC_SCAN_TEST is_pair(const unsigned char *p)
{
    return pc_scan_if(p[0] == 'a') & pc_scan_if(p[2] == 'b');
}
PC_SCAN(find_pair, is_pair, 2)
PC_SCAN_NEAR(find_near_mark, is_mark)

/* Runs the variants that this processor supports; returns their number. */
static size_t count_scans(size_t (*found)[3], pc_str text, size_t (*const scans[3])(pc_str))
{
    size_t count = PC_SCAN_HAS_AVX2_ ? 3 : 2;

    for (size_t i = 0; i < count; i++)
        (*found)[i] = scans[i](text);
    return count;
}

static void check_scan(pc_str text, size_t (*const scans[3])(pc_str), size_t expected)
{
    size_t found[3], count = count_scans(&found, text, scans);

    for (size_t i = 0; i < count; i++)
        assert_int_equal(found[i], expected);
}

enum { LONGEST = 100, ALIGNMENTS = 32 };
static size_t (*const mark_scans[3])(pc_str) = { find_mark, find_mark_baseline, find_mark_avx2 };
static size_t (*const near_scans[3])(pc_str) = { find_near_mark, find_near_mark_far,
                                                 find_near_mark_far_avx2 };
static size_t (*const pair_scans[3])(pc_str) = { find_pair, find_pair_baseline, find_pair_avx2 };

/* A mark at every place, in texts of every length and alignment; a mark just after the text is not
 * found. */
static void marks_are_found_anywhere(void **state)
{
    char buffer[ALIGNMENTS + LONGEST + 1];

    (void)state;
    for (size_t at = 0; at < ALIGNMENTS; at++)
        for (size_t n = 0; n <= LONGEST; n++)
            for (size_t mark = 0; mark <= n; mark++) {
                memset(buffer, 'x', sizeof buffer);
                buffer[at + mark] = mark % 2 ? '"' : (char)0x80;
                check_scan(pc_sub(buffer + at, n), mark_scans, mark);
                check_scan(pc_sub(buffer + at, n), near_scans, mark);
            }
}

static void pairs_end_inside_the_text(void **state)
{
    char text[LONGEST + 2];

    (void)state;
    for (size_t n = 2; n <= LONGEST; n++)
        for (size_t pair = 0; pair < n; pair++) {
            memset(text, 'x', sizeof text);
            text[pair] = 'a';
            text[pair + 2 < sizeof text ? pair + 2 : 0] = 'b';
            check_scan(pc_sub(text, n), pair_scans, pair + 2 < n ? pair : n - 2);
        }
    check_scan(pc_s("a"), pair_scans, 0);
}

/* A second mark changes nothing, nor does the second byte of a pair without the first. */
static void the_first_one_counts(void **state)
{
    char text[LONGEST];

    (void)state;
    for (size_t first = 0; first < LONGEST; first++)
        for (size_t second = first; second < LONGEST; second++) {
            memset(text, 'b', sizeof text);
            text[first] = text[second] = '"';
            check_scan(pc_sub(text, sizeof text), mark_scans, first);
            check_scan(pc_sub(text, sizeof text), pair_scans, sizeof text - 2);
        }
}

static void nothing_is_found_in_nothing(void **state)
{
    (void)state;
    check_scan(pc_none(), mark_scans, 0);
    check_scan(pc_none(), pair_scans, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_found_anywhere),
        cmocka_unit_test(pairs_end_inside_the_text),
        cmocka_unit_test(the_first_one_counts),
        cmocka_unit_test(nothing_is_found_in_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
