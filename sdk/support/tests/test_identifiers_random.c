/* test_identifiers_random.c - what holds for any identifier and any text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "identifier_readers.h"
#include "random_numbers.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

enum { ROUNDS = 100000 };

/* Random digits with each last digit: exactly one of the COUNT possible ones is right. */
static void check_last_digits(struct random_numbers *r, read_identifier *read, const char *start,
                              size_t length, size_t kinds)
{
    char text[32];
    size_t n = strlen(start), valid = 0;
    pc_text out = { NULL, 0, 0 };

    memcpy(text, start, n);
    while (n + 1 < length)
        text[n++] = (char)('0' + random_below(r, 10));
    for (size_t last = 0; last < kinds; last++) {
        text[n] = "0123456789X"[last];
        out.n = 0;
        valid += read(pc_sub(text, length), &out) == PC_ID_VALID;
    }
    assert_int_equal(valid, 1);
    pc_text_free(&out);
}

static void one_check_digit_is_right(void **state)
{
    struct random_numbers r = { 5 };

    (void)state;
    for (int i = 0; i < ROUNDS / 20; i++) {
        check_last_digits(&r, read_orcid, "000000", 16, 11);
        check_last_digits(&r, read_isbn, "", 10, 11);
        check_last_digits(&r, read_isbn, "978", 13, 10);
        check_last_digits(&r, read_issn, "", 8, 11);
    }
}

/* What a reader stores, it reads again as the same. */
static void results_are_read_again(void **state)
{
    static read_identifier *const readers[] = { read_orcid, read_doi,      read_isbn, read_issn,
                                                read_pmid,  read_arxiv_id, read_pmcid };
    static const char *const pieces[] = {
        "10.1000/",   "doi:", "https://", "doi.org/",   "%2F",        "%",      "?",
        "#",          "1825", "0097",     "0000",       "-",          "X",      "978",
        "0306406157", "ISBN", "issn",     ":",          " ",          "arXiv",  "arxiv.org/",
        "abs/",       "pdf/", ".pdf",     "2401.",      "01234",      "v1",     "hep-th/",
        "9901001",    "[cs]", "PMC",      "pmid",       "1",          "\u2013", "\xff",
        "/",          "2049", "3630",     "orcid.org/", "0306406152", ".",
    };
    struct random_numbers r = { 6 };
    pc_text text = { NULL, 0, 0 }, once = { NULL, 0, 0 }, twice = { NULL, 0, 0 };
    size_t valid = 0;

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        text.n = 0;
        for (size_t n = random_below(&r, 6); n != 0; n--)
            pc_text_puts(&text, pieces[random_below(&r, COUNT(pieces))]);
        for (size_t k = 0; k < COUNT(readers); k++) {
            once.n = twice.n = 0;
            if (readers[k](pc_text_str(&text), &once) != PC_ID_VALID)
                continue;
            valid++;
            assert_int_equal(readers[k](pc_text_str(&once), &twice), PC_ID_VALID);
            assert_true(pc_same(pc_text_str(&once), pc_text_str(&twice)));
        }
    }
    assert_in_range(valid, ROUNDS / 100, ROUNDS);
    pc_text_free(&text);
    pc_text_free(&once);
    pc_text_free(&twice);
}

/* Any DOI comes back from its address. */
static void doi_addresses_are_read_again(void **state)
{
    struct random_numbers r = { 7 };
    pc_text text = { NULL, 0, 0 }, url = { NULL, 0, 0 }, back = { NULL, 0, 0 };

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        text.n = url.n = back.n = 0;
        pc_text_puts(&text, "10.1000/");
        for (size_t n = 1 + random_below(&r, 12); n != 0; n--) {
            uint32_t rune = (uint32_t)('!' + random_below(&r, 94));

            pc_text_rune(&text, random_below(&r, 8) != 0 ? rune : 0xC0 + rune);
        }
        pc_doi_to_url(&url, pc_text_str(&text));
        assert_int_equal(read_doi(pc_text_str(&url), &back), PC_ID_VALID);
        assert_true(pc_same(pc_text_str(&text), pc_text_str(&back)));
    }
    pc_text_free(&text);
    pc_text_free(&url);
    pc_text_free(&back);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_check_digit_is_right),
        cmocka_unit_test(results_are_read_again),
        cmocka_unit_test(doi_addresses_are_read_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
