/* test_identifiers.c - ORCID, DOI, ISBN, ISSN, arXiv and PubMed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "identifier_readers.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* RESULT: '!' in front: wrong check digit, '#': no such number; "-": not one. */
struct reading {
    const char *text, *result;
};

static void check_readings(read_identifier *read, const struct reading *cases, size_t count)
{
    static const char marks[] = {
        [PC_ID_SHAPE] = '-', [PC_ID_CHECK_DIGIT] = '!', [PC_ID_NUMBER] = '#'
    };
    pc_text out = { NULL, 0, 0 };

    for (size_t i = 0; i < count; i++) {
        pc_text result = { NULL, 0, 0 };
        pc_id_fault fault;

        out.n = 0;
        fault = read(pc_s(cases[i].text), &out);
        if (fault != PC_ID_VALID)
            pc_text_putc(&result, marks[fault]);
        pc_text_add(&result, pc_text_str(&out));
        if (!pc_eq(pc_text_str(&result), cases[i].result))
            fail_msg("'%s': '%.*s'", cases[i].text, (int)result.n, result.p);
        pc_text_free(&result);
    }
    pc_text_free(&out);
}

static void orcid_is_checked(void **state)
{
    static const struct reading cases[] = {
        { "0000-0002-1825-0097", "0000-0002-1825-0097" },
        { " 0000000218250097\n", "0000-0002-1825-0097" },
        { "https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X" },
        { "http://www.orcid.org/0000-0002-1825-0097/?lang=en", "0000-0002-1825-0097" },
        { "orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097" },
        { "ORCID: 0000-0002-1825-0097", "0000-0002-1825-0097" },
        { "orcid:https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097" },
        { "0000\u20110002\u20111825\u20110097", "0000-0002-1825-0097" },
        { "0000-0002-1825-0098", "!0000-0002-1825-0098" },
        { "0000-0002-1825-009", "-" },
        { "0000-0002-1825-00971", "-" },
        { "000X-0002-1825-0097", "-" },
        { "https://example.org/0000-0002-1825-0097", "-" },
        { "", "-" },
    };

    (void)state;
    check_readings(read_orcid, cases, COUNT(cases));
}

static void doi_is_verbatim_outside_of_addresses(void **state)
{
    static const struct reading cases[] = {
        { "10.1000/182", "10.1000/182" },
        { "10.1000.10/a/b", "10.1000.10/a/b" },
        { " doi:10.1000/182 ", "10.1000/182" },
        { "DOI: 10.1000/182", "10.1000/182" },
        { "doi 10.1000/182", "10.1000/182" },
        { "https://doi.org/10.1000/182", "10.1000/182" },
        { "HTTP://DX.DOI.ORG/10.1000/182", "10.1000/182" },
        { "https://www.doi.org/10.1000/182", "10.1000/182" },
        { "doi.org/10.1000/182", "10.1000/182" },
        { "https://doi.org/doi:10.1000/182", "10.1000/182" },
        { "doi:https://doi.org/10.1000/182", "10.1000/182" },
        { "info:doi/10.1000/a%20b", "-" },
        { "info:doi/10.1000/a%23b", "10.1000/a#b" },
        { "https://doi.org/10.1000/a%3Cb%3e", "10.1000/a<b>" },
        { "https://doi.org/10.1000%2F182", "10.1000/182" },
        { "https://doi.org/10.1000/182?x=y#z", "10.1000/182" },
        { "https://doi.org/10.1000/100%", "10.1000/100%" },
        { "https://doi.org/10.1000/%C3%A9", "10.1000/\u00e9" },
        { "https://doi.org/10.1000/%C3", "-" },
        { "https://doi.org/10.1000/a%0Ab", "-" },
        { "10.1000/a%20b", "10.1000/a%20b" },
        { "10.1000/a?b#c", "10.1000/a?b#c" },
        { "10.1000/182.", "10.1000/182." },
        { "10.1000/(SICI)1-2<3:A>4.5;6", "10.1000/(SICI)1-2<3:A>4.5;6" },
        { "10.1000/\u4e2d", "10.1000/\u4e2d" },
        { "10.1000/a b", "-" },
        { "10.1000/a\u00a0b", "-" },
        { "10.1000/", "-" },
        { "10.1000", "-" },
        { "10.100/182", "-" },
        { "10.1000./182", "-" },
        { "10.1000..1/182", "-" },
        { "10.10a0/182", "-" },
        { "11.1000/182", "-" },
        { "https://example.org/10.1000/182", "-" },
        { "https://doi.org/", "-" },
        { "", "-" },
    };

    (void)state;
    check_readings(read_doi, cases, COUNT(cases));
    assert_true(pc_doi_same(pc_s("10.1000/AbC"), pc_s("10.1000/aBc")));
    assert_false(pc_doi_same(pc_s("10.1000/\u00c9"), pc_s("10.1000/\u00e9")));
    assert_false(pc_doi_same(pc_s("10.1000/a"), pc_s("10.1000/ab")));
}

static void isbn_is_compared_without_hyphens(void **state)
{
    static const struct reading cases[] = {
        { "0-306-40615-2", "0306406152" },
        { "978-0-306-40615-7", "9780306406157" },
        { "979 10 90636 07 1", "9791090636071" },
        { "ISBN 0-8044-2957-x", "080442957X" },
        { "ISBN-13: 978-0-306-40615-7", "9780306406157" },
        { "isbn10: 0306406152", "0306406152" },
        { "ISBN-13 9780306406157", "9780306406157" },
        { "urn:isbn:0306406152", "0306406152" },
        { "978\u20130\u2013306\u201340615\u20137", "9780306406157" },
        { "0-306-40615-3", "!0306406153" },
        { "9780306406158", "!9780306406158" },
        { "9790060115615", "-" },
        { "9770306406157", "-" },
        { "978030640615X", "-" },
        { "030640615", "-" },
        { "97803064061577", "-" },
        { "0306406152 (pbk)", "-" },
        { "X306406152", "-" },
        { "", "-" },
    };
    char isbn[PC_ISBN_SIZE];

    (void)state;
    check_readings(read_isbn, cases, COUNT(cases));
    assert_int_equal(pc_isbn_read(pc_s("080442957X"), isbn), PC_ID_VALID);
    pc_isbn_to_13(isbn, isbn);
    assert_string_equal(isbn, "9780804429573");
    pc_isbn_to_13(isbn, isbn);
    assert_string_equal(isbn, "9780804429573");
    assert_true(pc_isbn_same(pc_s("0-306-40615-2"), pc_s("9780306406157")));
    assert_false(pc_isbn_same(pc_s("0-306-40615-2"), pc_s("080442957X")));
    assert_false(pc_isbn_same(pc_s("0-306-40615-3"), pc_s("0-306-40615-3")));
}

static void issn_has_one_hyphen(void **state)
{
    static const struct reading cases[] = {
        { "2049-3630", "2049-3630" },
        { "20493630", "2049-3630" },
        { "2434-561x", "2434-561X" },
        { "ISSN: 2434-561X", "2434-561X" },
        { "eISSN 2049-3630", "2049-3630" },
        { "https://portal.issn.org/resource/ISSN/2049-3630", "2049-3630" },
        { "urn:ISSN:2049-3630", "2049-3630" },
        { "2049\u20133630", "2049-3630" },
        { "2049-3631", "!2049-3631" },
        { "2049-363", "-" },
        { "2049-36300", "-" },
        { "2049-3630 (print)", "-" },
        { "https://example.org/2049-3630", "-" },
        { "X049-3630", "-" },
        { "", "-" },
    };

    (void)state;
    check_readings(read_issn, cases, COUNT(cases));
}

static void arxiv_ids_are_old_and_new(void **state)
{
    static const struct reading cases[] = {
        { "2401.01234", "2401.01234" },
        { "0704.0001v2", "0704.0001v2" },
        { "arXiv:2401.01234v12", "2401.01234v12" },
        { "arXiv: 2401.01234", "2401.01234" },
        { "arXiv:2401.01234v1 [cs.LG]", "2401.01234v1" },
        { "hep-th/9901001", "hep-th/9901001" },
        { "HEP-TH/9901001V3", "hep-th/9901001v3" },
        { "math.GT/0309136", "math/0309136" },
        { "physics.acc-ph/0309136", "physics/0309136" },
        { "math-ph/0309136", "math-ph/0309136" },
        { "https://arxiv.org/abs/2401.01234", "2401.01234" },
        { "http://www.arxiv.org/pdf/2401.01234v2.pdf", "2401.01234v2" },
        { "https://arxiv.org/pdf/hep-th/9901001", "hep-th/9901001" },
        { "https://arxiv.org/html/2401.01234v1#S1", "2401.01234v1" },
        { "https://export.arxiv.org/abs/2401.01234?context=cs", "2401.01234" },
        { "arxiv.org/abs/2401.01234/", "2401.01234" },
        { "https://doi.org/10.48550/arXiv.2401.01234", "2401.01234" },
        { "doi:10.48550/arxiv.2401.01234", "2401.01234" },
        { "10.48550/arXiv.hep-th/9901001", "hep-th/9901001" },
        { "2413.01234", "#2413.01234" },
        { "2401.00000", "#2401.00000" },
        { "2401.0123", "#2401.0123" },
        { "1401.01234", "#1401.01234" },
        { "0703.0001", "#0703.0001" },
        { "hep-th/9106001", "#hep-th/9106001" },
        { "hep-th/0704001", "#hep-th/0704001" },
        { "hep-th/9901000", "#hep-th/9901000" },
        { "hep-th/9913001", "#hep-th/9913001" },
        { "2401.01234v0", "-" },
        { "2401.01234v", "-" },
        { "2401.012345", "-" },
        { "2401.012", "-" },
        { "24010.1234", "-" },
        { "2401/01234", "-" },
        { "hep-xx/9901001", "-" },
        { "math.G1/0309136", "-" },
        { "hep-th/990100", "-" },
        { "https://arxiv.org/abs/", "-" },
        { "https://arxiv.org/2401.01234", "-" },
        { "https://example.org/abs/2401.01234", "-" },
        { "v2", "-" },
        { "[cs.LG]", "-" },
        { "", "-" },
    };

    (void)state;
    check_readings(read_arxiv_id, cases, COUNT(cases));
}

static void pubmed_has_two_numbers(void **state)
{
    static const struct reading pmids[] = {
        { "12345678", "12345678" },
        { " PMID: 1 ", "1" },
        { "pmid 123", "123" },
        { "https://pubmed.ncbi.nlm.nih.gov/12345678/", "12345678" },
        { "http://www.ncbi.nlm.nih.gov/pubmed/12345678?dopt=x", "12345678" },
        { "0123", "#0123" },
        { "123456789", "-" },
        { "PMC123", "-" },
        { "12 34", "-" },
        { "https://example.org/123", "-" },
        { "", "-" },
    };
    static const struct reading pmcids[] = {
        { "PMC1234567", "PMC1234567" },
        { "pmcid: pmc12", "PMC12" },
        { "1234567", "PMC1234567" },
        { "PMC1234567.2", "PMC1234567" },
        { "https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", "PMC1234567" },
        { "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/#S1", "PMC1234567" },
        { "PMC0", "#PMC0" },
        { "PMC", "-" },
        { "PMC123456789", "-" },
        { "PMC12.", "-" },
        { "https://example.org/PMC12", "-" },
        { "", "-" },
    };

    (void)state;
    check_readings(read_pmid, pmids, COUNT(pmids));
    check_readings(read_pmcid, pmcids, COUNT(pmcids));
}

static void check_serials(const char *text, const char *numbers)
{
    pc_text got = { NULL, 0, 0 };
    pc_str list = pc_s(text);
    pc_serial serial;

    while (pc_serial_next(&list, &serial)) {
        pc_text_puts(&got, got.n != 0 ? "|" : "");
        pc_text_puts(&got, serial.isbn ? "B " : "S ");
        pc_text_add(&got, serial.number);
        pc_text_puts(&got, serial.kind != NULL ? serial.kind : "");
    }
    pc_text_puts(&got, list.n != 0 ? "|?" : "");
    pc_text_putc(&got, '\0');
    assert_string_equal(got.p, numbers);
    assert_int_equal(pc_serials_valid(pc_s(text)), got.n > 1 && strchr(numbers, '?') == NULL);
    pc_text_free(&got);
}

static void serials_are_lists(void **state)
{
    (void)state;
    check_serials("1476-4687, 0028-0836", "S 1476-4687|S 0028-0836");
    check_serials("14764687 00280836", "S 14764687|S 00280836");
    check_serials("1476-4687 (electronic),0028-0836(Print)",
                  "S 1476-4687electronic|S 0028-0836print");
    check_serials("978-0-201-13447-6 0-201-13447-0", "B 978-0-201-13447-6|B 0-201-13447-0");
    check_serials("978 0 201 13447 6; ISBN-13: 9780201134476",
                  "B 978 0 201 13447 6|B 9780201134476");
    check_serials("ISSN 1234-5679;eISSN:2049-3630", "S 1234-5679|S 2049-3630");
    check_serials("http://id.crossref.org/isbn/9780201134476", "B 9780201134476");
    check_serials("978-0-201-13447-6 (hardcover)", "B 978-0-201-13447-6|?");
    check_serials("1476-4687, unknown", "S 1476-4687|?");
    check_serials(" , ", "");
    check_serials("", "");
}

static void faults_have_words(void **state)
{
    (void)state;
    assert_string_equal(pc_id_fault_text(PC_ID_VALID), "is valid");
    assert_string_equal(pc_id_fault_text(PC_ID_SHAPE), "is not written like one");
    assert_string_equal(pc_id_fault_text(PC_ID_CHECK_DIGIT), "has a wrong check digit");
    assert_string_equal(pc_id_fault_text(PC_ID_NUMBER), "has a number that is not given out");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(orcid_is_checked),
        cmocka_unit_test(doi_is_verbatim_outside_of_addresses),
        cmocka_unit_test(isbn_is_compared_without_hyphens),
        cmocka_unit_test(issn_has_one_hyphen),
        cmocka_unit_test(arxiv_ids_are_old_and_new),
        cmocka_unit_test(pubmed_has_two_numbers),
        cmocka_unit_test(serials_are_lists),
        cmocka_unit_test(faults_have_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
