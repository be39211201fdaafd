/* test_edtf_formats.c - dates in BibTeX, biblatex, RIS and CSL-JSON. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "paperconv/dates.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static pc_edtf parsed(const char *text)
{
    pc_edtf date;

    memset(&date, 0, sizeof date);
    if (!pc_edtf_parse(pc_s(text), &date))
        fail_msg("'%s' is not read", text);
    return date;
}

static const struct {
    const char *text, *bibtex, *biblatex, *ris, *csl;
} formats[] = {
    { "2022-05-17", "2022|may|17", "2022-05-17", "2022|2022/05/17", "2022-5-17" },
    { "2022-05", "2022|may|", "2022-05", "2022|2022/05//", "2022-5" },
    { "2022", "2022||", "2022", "2022|2022///", "2022" },
    { "0800", "0800||", "0800", "0800|0800///", "800" },
    { "2022-21", "2022|{Spring}|", "2022-21", "2022|2022///Spring", "2022 season 1" },
    { "2022-24~", "ca. 2022|{Winter}|", "2022-24~", "2022|2022///ca. Winter 2022",
      "2022 season 4 circa" },
    { "1988~", "ca. 1988||", "1988~", "1988|1988///ca. 1988", "1988 circa" },
    { "1988?", "1988?||", "1988?", "1988|1988///1988?", "1988 uncertain" },
    { "1988-05-17%", "ca. 1988?|may|17", "1988-05-17%", "1988|1988/05/17/ca. 17 May 1988?",
      "1988-5-17 circa uncertain" },
    { "199X", "199X||", "199X", "-", "1990s" },
    { "19XX", "19XX||", "19XX", "-", "1900s" },
    { "199X~", "ca. 199X||", "1990~/1999~", "-", "ca. 1990s" },
    { "2022-XX", "2022||", "2022-XX", "2022|2022///", "2022" },
    { "2022-05-XX", "2022|may|", "2022-05-XX", "2022|2022/05//", "2022-5" },
    { "2022-XX~", "ca. 2022||", "2022~", "2022|2022///ca. 2022", "2022 circa" },
    { "1988/1992", "1988--1992||", "1988/1992", "1988|1988///1988 - 1992", "1988/1992" },
    { "2020-01/2020-02", "2020|jan # \"--\" # feb|", "2020-01/2020-02", "2020|2020/01//Jan-Feb",
      "2020-1/2020-2" },
    { "2020-11/2021-02", "2020--2021|nov # \"--\" # feb|", "2020-11/2021-02",
      "2020|2020/11//Nov 2020 - Feb 2021", "2020-11/2021-2" },
    { "2022-05-17/2022-05-20", "2022|may|17--20", "2022-05-17/2022-05-20",
      "2022|2022/05/17/17 May 2022 - 20 May 2022", "2022-5-17/2022-5-20" },
    { "2022-05-30/2022-06-02", "2022|may # \"~30--\" # jun # \"~2\"|", "2022-05-30/2022-06-02",
      "2022|2022/05/30/30 May 2022 - 2 Jun 2022", "2022-5-30/2022-6-2" },
    { "2022-05/2023", "2022--2023||", "2022-05/2023", "2022|2022/05//May 2022 - 2023",
      "2022-5/2023" },
    { "2022-21/2022-22", "2022|{Spring} # \"--\" # {Summer}|", "2022-21/2022-22",
      "2022|2022///Spring-Summer", "Spring 2022 - Summer 2022" },
    { "199X/2005", "199X--2005||", "1990/2005", "-", "1990s - 2005" },
    { "2005/200X", "2005--200X||", "2005/2009", "2005|2005///2005 - 2000s", "2005 - 2000s" },
    { "1988/..", "1988--||", "1988/..", "1988|1988///since 1988", "since 1988" },
    { "1988/", "1988--||", "1988/", "1988|1988///since 1988", "since 1988" },
    { "../1992", "--1992||", "../1992", "-", "until 1992" },
    { "-0043", "44 BC||", "-0043", "-", "-44" },
    { "0000", "1 BC||", "0000", "-", "-1" },
    { "-0099/-0043", "100 BC--44 BC||", "-0099/-0043", "-", "-100/-44" },
    { "Y170000002", "170000002||", "Y170000002", "-", "170000002" },
    { "XXXX-05-30", "-", "XXXX-05-30", "-", "-" },
};

static void add_csl_parts(char *text, size_t size, const pc_edtf_csl *csl, int which)
{
    for (int i = 0; i < csl->sizes[which]; i++)
        snprintf(text + strlen(text), size - strlen(text), "%s%lld", i != 0 ? "-" : "",
                 (long long)csl->parts[which][i]);
}

static void print_csl(char *text, size_t size, const pc_edtf *date)
{
    pc_edtf_csl csl;

    snprintf(text, size, "-");
    if (!pc_edtf_to_csl(date, &csl))
        return;
    snprintf(text, size, "%s", csl.literal);
    for (int i = 0; i < csl.count; i++) {
        snprintf(text + strlen(text), size - strlen(text), "%s", i != 0 ? "/" : "");
        add_csl_parts(text, size, &csl, i);
    }
    if (csl.season != 0)
        snprintf(text + strlen(text), size - strlen(text), " season %d", csl.season);
    snprintf(text + strlen(text), size - strlen(text), "%s%s", csl.circa ? " circa" : "",
             csl.uncertain ? " uncertain" : "");
}

static void formats_write_what_they_can(void **state)
{
    char text[256], out[PC_EDTF_SIZE];
    pc_edtf_bibtex bibtex;
    pc_edtf_ris ris;

    (void)state;
    for (size_t i = 0; i < COUNT(formats); i++) {
        pc_edtf date = parsed(formats[i].text);

        snprintf(text, sizeof text, "-");
        if (pc_edtf_to_bibtex(&date, &bibtex))
            snprintf(text, sizeof text, "%s|%s|%s", bibtex.year, bibtex.month, bibtex.day);
        assert_string_equal(text, formats[i].bibtex);
        pc_edtf_to_biblatex(&date, out);
        assert_string_equal(out, formats[i].biblatex);
        assert_true(pc_edtf_valid(pc_s(out)));
        snprintf(text, sizeof text, "-");
        if (pc_edtf_to_ris(&date, &ris))
            snprintf(text, sizeof text, "%s|%s", ris.year, ris.date);
        assert_string_equal(text, formats[i].ris);
        print_csl(text, sizeof text, &date);
        assert_string_equal(text, formats[i].csl);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(formats_write_what_they_can),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
