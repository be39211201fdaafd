/* TeX as text with the tags of CSL processors, by tables of examples. */
#include "paperconv/tex.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])
#define NOCASE(text) "<span class=\"nocase\">" text "</span>"

struct example {
    const char *tex, *expected;
};

static void check(const struct example *examples, size_t count, bool title)
{
    for (size_t i = 0; i < count; i++) {
        pc_text out = { 0 };

        pc_tex_to_html(&out, pc_s(examples[i].tex), title);
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, examples[i].expected);
        pc_text_free(&out);
    }
}

static void test_commands(void **state)
{
    static const struct example examples[] = {
        { "", "" },
        { "\\emph{E. coli} and \\textbf {b}", "<i>E. coli</i> and <b>b</b>" },
        { "{\\it a {\\bf b} c} d", "<i>a <b>b</b> c</i> d" },
        { "H\\textsubscript{2}O\\textsuperscript{+}", "H<sub>2</sub>O<sup>+</sup>" },
        { "\\textsc{Abc}", "<span style=\"font-variant:small-caps;\">Abc</span>" },
        { "a\\emph{}b \\em c", "ab c" },
        { "\\'{e}t\\'e {\\\"U}ber \\ss{} \\emph{\\'e}",
          "\u00e9t\u00e9 \u00dcber \u00df <i>\u00e9</i>" },
        { "a--b --- ``c'' it's", "a\u2013b \u2014 \u201cc\u201d it's" },
        { "5\\% \\& {braces}", "5% & braces" },
    };

    (void)state;
    check(examples, COUNT(examples), false);
}

static void test_titles(void **state)
{
    static const struct example examples[] = {
        { "{DNA} of {E}. {\\'e}t\\'e", NOCASE("DNA") " of " NOCASE("E") ". \u00e9t\u00e9" },
        { "a {-} {} b", "a -  b" },
        { "\\emph{the {DNA}} \\mbox{x}", "<i>the DNA</i> x" },
        { "$SO(3)$ and $x^2$", NOCASE("SO(3)") " and x<sup>2</sup>" },
        { "{$\\phi^3$}", NOCASE("\u03c6<sup>3</sup>") },
    };

    (void)state;
    check(examples, COUNT(examples), true);
}

static void test_mathematics(void **state)
{
    static const struct example examples[] = {
        { "$\\phi^3$", "\u03c6<sup>3</sup>" },
        { "$x_{i,j}^{2n}$", "x<sub>i,j</sub><sup>2n</sup>" },
        { "\\(a = b\\) $-1$ $f'$", "a = b \u22121 f\u2032" },
        { "$\\alpha\\beta$ $\\alpha x$", "\u03b1\u03b2 \u03b1x" },
        { "$a \\le b\\to c$", "a \u2264 b\u2192 c" },
        { "$\\frac{1}{2}$ $\\frac{a+b}{c}$ $\\sqrt{2}$", "1/2 (a+b)/c \u221a2" },
        { "$\\mathbb{R}^n$ $\\mathbf x$ $\\hat{y}$", "\u211d<sup>n</sup> <b>x</b> y\u0302" },
        { "$O(n \\log n)$ $\\left(a\\right)$", "O(n log n) (a)" },
        { "$\\mathrm{CO_2}$ $\\{a\\}$", "CO<sub>2</sub> {a}" },
        /* what characters cannot say stays TeX */
        { "$\\unknown{x}$ $\\sqrt[3]{x}$", "$\\unknown{x}$ $\\sqrt[3]{x}$" },
        { "costs $5 and $6", "costs $5 and $6" },
        /* groups that begin or end in mathematics */
        { "$a{b$ c} d", "$a{b$ c} d" },
        { "\\emph{a $b} c$ d", "{a $b} c$ d" },
    };

    (void)state;
    check(examples, COUNT(examples), false);
}

/* Groups in each other cost linear time, and are given up beyond a limit. */
static void test_depth(void **state)
{
    enum { DEEP = 100000 };
    pc_text tex = { 0 }, out = { 0 };

    (void)state;
    pc_text_putc(&tex, '$');
    for (size_t i = 0; i < DEEP; i++)
        pc_text_puts(&tex, "x^{");
    for (size_t i = 0; i < DEEP; i++)
        pc_text_putc(&tex, '}');
    pc_text_putc(&tex, '$');
    pc_tex_to_html(&out, pc_text_str(&tex), false);
    assert_true(pc_same(pc_text_str(&out), pc_text_str(&tex)));
    out.n = tex.n = 0;
    for (size_t i = 0; i < DEEP; i++)
        pc_text_puts(&tex, "{\\it ");
    pc_text_putc(&tex, 'a');
    for (size_t i = 0; i < DEEP; i++)
        pc_text_putc(&tex, '}');
    pc_tex_to_html(&out, pc_text_str(&tex), true);
    assert_true(out.n == DEEP * strlen("<i></i>") + 1);
    pc_text_free(&tex);
    pc_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands),
        cmocka_unit_test(test_titles),
        cmocka_unit_test(test_mathematics),
        cmocka_unit_test(test_depth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
