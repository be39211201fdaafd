/* Values as HTML, and mathematics as MathML, by tables of examples. */
#include "paperconv/html.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static void check_value(const char *value, enum pc_markup markup, const char *expected)
{
    pc_text out = { 0 };

    pc_html_value(&out, pc_s(value), markup);
    pc_text_putc(&out, '\0');
    assert_string_equal(out.p, expected);
    pc_text_free(&out);
}

static void test_plain(void **state)
{
    (void)state;
    check_value("", PC_PLAIN, "");
    check_value("a < b & \"c\" > 'd'", PC_PLAIN, "a &lt; b &amp; &quot;c&quot; &gt; 'd'");
    check_value("$x_1$ \\emph{x} <i>y</i>", PC_STRIPPED, "$x_1$ \\emph{x} &lt;i&gt;y&lt;/i&gt;");
    check_value("a\001\t\n\r\033\177z", PC_PLAIN, "a\u2401\t\n\u240D\u241B\u2421z");
    check_value("\xC2\x85\xC2\x9F\xC2\xA0\u2028\u202E", PC_PLAIN,
                "\uFFFD\uFFFD\xC2\xA0\u2028\u202E");
}

static void test_tags(void **state)
{
    (void)state;
    check_value("<i>E. coli</i> H<sub>2</sub>O <b>b</b> <sup>3</sup>", PC_HTML,
                "<i>E. coli</i> H<sub>2</sub>O <b>b</b> <sup>3</sup>");
    check_value("<span class=\"nocase\">x</span> <span style=\"font-variant:small-caps;\">y</span>",
                PC_HTML, "x <span class=\"small-caps\">y</span>");
    check_value("<i>a <b>b</i> c</b> <script>x</script>", PC_HTML,
                "<i>a &lt;b&gt;b</i> c&lt;/b&gt; &lt;script&gt;x&lt;/script&gt;");
}

static void test_tex(void **state)
{
    (void)state;
    check_value("caf\\'e & \\emph{x} of $x$ y", PC_TEX,
                "caf\u00E9 &amp; x of <math alttext=\"x\"><mi>x</mi></math> y");
    check_value("$5 and $10, \\$x\\$", PC_TEX, "$5 and $10, $x$");
    check_value("a $\\nosuch{<b>}$ b", PC_TEX,
                "a <code class=\"tex\">$\\nosuch{&lt;b&gt;}$</code> b");
    check_value("\\[x\\] $$y$$ \\(z\\)", PC_TEX,
                "<math display=\"block\" alttext=\"x\"><mi>x</mi></math> "
                "<math display=\"block\" alttext=\"y\"><mi>y</mi></math> "
                "<math alttext=\"z\"><mi>z</mi></math>");
}

/* ---- mathematics ------------------------------------------------------------------- */

/* The inside of the element that TEX becomes, or NULL when there is none. */
static void check_math(const char *tex, bool display, const char *expected)
{
    pc_text out = { 0 };
    const bool done = pc_mathml(&out, pc_s(tex), display);
    const char *inside;

    assert_int_equal(done, expected != NULL);
    if (!done) {
        assert_int_equal(out.n, 0);
        pc_text_free(&out);
        return;
    }
    assert_true(pc_ends(pc_text_str(&out), "</math>"));
    out.p[out.n - strlen("</math>")] = '\0';
    inside = strstr(out.p, "\">");
    assert_non_null(inside);
    assert_string_equal(inside + 2, expected);
    pc_text_free(&out);
}

static void test_mathematics(void **state)
{
    static const struct {
        const char *tex, *expected;
    } cases[] = {
        { "\\phi^3", "<msup><mi>\u03D5</mi><mn>3</mn></msup>" },
        { "x_1^2", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>" },
        { "x^2_1", "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>" },
        { "x^10", "<msup><mi>x</mi><mn>1</mn></msup><mn>0</mn>" },
        { "10^{-3}", "<msup><mn>10</mn><mrow><mo>\u2212</mo><mn>3</mn></mrow></msup>" },
        { "f''", "<msup><mi>f</mi><mrow><mo>\u2032</mo><mo>\u2032</mo></mrow></msup>" },
        { "{}^4", "<msup><mrow></mrow><mn>4</mn></msup>" },
        { "^4", "<msup><mrow></mrow><mn>4</mn></msup>" },
        { "\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>" },
        { "\\sqrt{x}", "<msqrt><mrow><mi>x</mi></mrow></msqrt>" },
        { "\\sqrt[3]x", "<mroot><mi>x</mi><mrow><mn>3</mn></mrow></mroot>" },
        { "\\mathbb R", "<mi>\u211D</mi>" },
        { "\\mathfrak{g}", "<mrow><mi>\U0001D524</mi></mrow>" },
        { "\\boldsymbol\\alpha", "<mi>\U0001D736</mi>" },
        { "\\mathrm{GeV}", "<mrow><mi>GeV</mi></mrow>" },
        { "\\rm d x", "<mi mathvariant=\"normal\">d</mi><mi mathvariant=\"normal\">x</mi>" },
        { "{\\bf a}b", "<mrow><mi>\U0001D41A</mi></mrow><mi>b</mi>" },
        { "\\Lambda", "<mi mathvariant=\"normal\">\u039B</mi>" },
        { "a \\leq 3.5", "<mi>a</mi><mo>\u2264</mo><mn>3.5</mn>" },
        { "3.", "<mn>3</mn><mo>.</mo>" },
        { "\\hat x", "<mover accent=\"true\"><mi>x</mi><mo>^</mo></mover>" },
        { "\\overset{a}{b}", "<mover><mrow><mi>b</mi></mrow><mrow><mi>a</mi></mrow></mover>" },
        { "\\left. x\\right)", "<mrow><mi>x</mi><mo>)</mo></mrow>" },
        { "\\text{ if }", "<mtext>\u00A0if\u00A0</mtext>" },
        { "n\\log n", "<mi>n</mi><mo lspace=\"0.167em\" rspace=\"0.167em\">log</mo><mi>n</mi>" },
        { "\\sum_i", "<msub><mo>\u2211</mo><mi>i</mi></msub>" },
        { "a<b&", NULL },
        { "", NULL },
        { "x^a^b", NULL },
        { "x_", NULL },
        { "{x", NULL },
        { "x}", NULL },
        { "\\frac1", NULL },
        { "\\left(x", NULL },
        { "\\right)", NULL },
        { "\\sqrt[3", NULL },
        { "\\text{a", NULL },
        { "\\text{$x$}", NULL },
        { "\\", NULL },
        { "\\begin{matrix}a\\end{matrix}", NULL },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        check_math(cases[i].tex, false, cases[i].expected);
    check_math("\\sum_i^n", true, "<munderover><mo>\u2211</mo><mi>i</mi><mi>n</mi></munderover>");
}

/* Groups inside each other have a limit, and a formula of any length ends. */
static void test_depth(void **state)
{
    pc_text tex = { 0 }, out = { 0 };

    (void)state;
    for (int i = 0; i < 1000; i++)
        pc_text_puts(&tex, "{x^");
    assert_false(pc_mathml(&out, pc_text_str(&tex), false));
    tex.n = 0;
    for (int i = 0; i < 1000; i++)
        pc_text_puts(&tex, "x_1+");
    assert_true(pc_mathml(&out, pc_text_str(&tex), false));
    pc_text_puts(&tex, "x_1+");
    out.n = 0;
    assert_false(pc_mathml(&out, pc_text_str(&tex), false));
    assert_int_equal(out.n, 0);
    pc_text_free(&tex);
    pc_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_plain), cmocka_unit_test(test_tags),
        cmocka_unit_test(test_tex),   cmocka_unit_test(test_mathematics),
        cmocka_unit_test(test_depth),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
