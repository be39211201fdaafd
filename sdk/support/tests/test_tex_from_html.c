/* Text with the tags of CSL processors as TeX and as plain text, by tables of examples. */
#include "paperconv/tex.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define NOCASE(text) "<span class=\"nocase\">" text "</span>"
#define SMALL(text) "<span style=\"font-variant:small-caps;\">" text "</span>"

struct example {
    const char *html, *expected;
};

static void check_tex(const struct example *examples, size_t count, enum pc_protect protect)
{
    for (size_t i = 0; i < count; i++) {
        pc_text out = { 0 };
        const struct pc_tex_style style = { PC_HTML, protect, false };

        pc_tex_escape(&out, pc_s(examples[i].html), style);
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, examples[i].expected);
        pc_text_free(&out);
    }
}

static void test_tags(void **state)
{
    static const struct example examples[] = {
        { "", "" },
        { "<i>E. coli</i> & <b>b</b>", "\\emph{E. coli} \\& \\textbf{b}" },
        { "H<sub>2</sub>O<sup>+</sup>", "H\\textsubscript{2}O\\textsuperscript{+}" },
        { SMALL("Abc") "<sc>d</sc>", "\\textsc{Abc}\\textsc{d}" },
        { "<span style=\"font-variant: small-caps;\">a</span>", "\\textsc{a}" },
        { "<span style=\"font-variant:normal;\">a</span>", "a" },
        { "<i>a <b>b</b> c</i>", "\\emph{a \\textbf{b} c}" },
        { NOCASE("DNA"), "DNA" },
        { "<i>\u03b1</i> x_i^2 <sub>\u03b2</sub>",
          "\\emph{$\\alpha$} $x_i^2$ \\textsubscript{$\\beta$}" },
        { "{<i>a}</i>", "{\\textbraceleft}\\emph{a{\\textbraceright}}" },
    };

    (void)state;
    check_tex(examples, COUNT(examples), PC_PROTECT_NONE);
}

/* What has no partner is text, and so are other tags and entities. */
static void test_text(void **state)
{
    static const struct example examples[] = {
        { "a < b > c", "a $<$ b $>$ c" },
        { "<i>a", "$<$i$>$a" },
        { "a</i>", "a$<$/i$>$" },
        { "<i>a<b>c</i>", "\\emph{a$<$b$>$c}" },
        { "<i>a<b>c</i></b>", "\\emph{a$<$b$>$c}$<$/b$>$" },
        { "<u>a</u> &lt;", "$<$u$>$a$<$/u$>$ \\&lt;" },
        { "<", "$<$" },
        { "<sc>a</span>", "$<$sc$>$a$<$/span$>$" },
    };

    (void)state;
    check_tex(examples, COUNT(examples), PC_PROTECT_NONE);
}

static void test_titles(void **state)
{
    static const struct example examples[] = {
        { NOCASE("DNA") " of <i>E. coli</i>", "{DNA} of \\emph{E. coli}" },
        { NOCASE("<i>a</i>") " b", "{{\\emph{a}}} b" },
        { "<i>a " NOCASE("B") "</i>", "\\emph{a B}" },
        { "DNA and " NOCASE("word"), "{DNA} and {word}" },
    };

    (void)state;
    check_tex(examples, COUNT(examples), PC_PROTECT_ACRONYMS);
}

/* Tags in a text become the same again. */
static void test_back(void **state)
{
    static const char *const texts[] = {
        "<i>E. coli</i> in H<sub>2</sub>O",
        NOCASE("DNA") " and " NOCASE("<i>x</i>"),
        SMALL("Abc") " <b>d <i>e</i></b><sup>+</sup>",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        const struct pc_tex_style style = { PC_HTML, PC_PROTECT_MATH, false };
        pc_text tex = { 0 }, out = { 0 };

        pc_tex_escape(&tex, pc_s(texts[i]), style);
        pc_tex_to_html(&out, pc_text_str(&tex), true);
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, texts[i]);
        pc_text_free(&tex);
        pc_text_free(&out);
    }
}

static void test_plain(void **state)
{
    static const struct example examples[] = {
        { "", "" },
        { "a < b &amp; c", "a < b &amp; c" },
        { "<i>E. <b>coli</b></i> " NOCASE("DNA") SMALL("x"), "E. coli DNAx" },
        { "CO<sub>2</sub> 10<sup>-3</sup> 10<sup>\u22121</sup>",
          "CO\u2082 10\u207b\u00b3 10\u207b\u00b9" },
        { "1<sup>st</sup> T<sub>c</sub> <sup></sup>", "1st Tc " },
        { "x<sup>(2<i>+1</i>)</sup>", "x\u207d\u00b2\u207a\u00b9\u207e" },
        { "<i>a <sup>2", "<i>a <sup>2" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(examples); i++) {
        pc_text out = { 0 };

        pc_html_decode(&out, pc_s(examples[i].html));
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, examples[i].expected);
        pc_text_free(&out);
    }
}

/* Tags in each other cost linear time. */
static void test_deep_tags(void **state)
{
    enum { DEEP = 100000 };
    const struct pc_tex_style style = { PC_HTML, PC_PROTECT_ACRONYMS, false };
    pc_text html = { 0 }, out = { 0 };

    (void)state;
    for (size_t i = 0; i < DEEP; i++)
        pc_text_puts(&html, "<sup><b>");
    pc_text_putc(&html, '1');
    for (size_t i = 0; i < DEEP; i++)
        pc_text_puts(&html, "</sup>");
    pc_html_decode(&out, pc_text_str(&html));
    assert_true(out.n == DEEP * strlen("<b>") + 1);
    out.n = 0;
    pc_tex_escape(&out, pc_text_str(&html), style);
    assert_true(out.n == DEEP * strlen("\\textsuperscript{$<$b$>$}") + 1);
    pc_text_free(&html);
    pc_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tags), cmocka_unit_test(test_text),  cmocka_unit_test(test_titles),
        cmocka_unit_test(test_back), cmocka_unit_test(test_plain), cmocka_unit_test(test_deep_tags),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
