/* Escaping and decoding, by tables of examples.  See also test_tex_properties.c. */
#include "paperconv/tex.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

struct escape {
    const char *text, *expected;
};

static void check_escapes(const struct escape *cases, size_t count, struct pc_tex_style style)
{
    for (size_t i = 0; i < count; i++) {
        pc_text out = { 0 };

        pc_tex_escape(&out, pc_s(cases[i].text), style);
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, cases[i].expected);
        pc_text_free(&out);
    }
}

static void test_tex(void **state)
{
    static const struct escape cases[] = {
        { "", "" },
        { "plain words, with (marks): 1-2 [3]!", "plain words, with (marks): 1-2 [3]!" },
        /* commands and symbols are kept, special characters are escaped */
        { "\\emph{a} \\% \\, \\'e \\c c {\\it b}", "\\emph{a} \\% \\, \\'e \\c c {\\it b}" },
        { "5% & #1 a_b", "5\\% \\& \\#1 a\\_b" },
        { "a<b>c|d^e", "a$<$b$>$c$|$d{\\textasciicircum}e" },
        { "\\^{} \\~{}", "{\\textasciicircum} {\\textasciitilde}" },
        /* a tie, or "about" */
        { "Fig.~a ~20 ~264,890", "Fig.~a {\\textasciitilde}20 {\\textasciitilde}264,890" },
        { "Part~2 Vol.~5 z~2", "Part~2 Vol.~5 z{\\textasciitilde}2" },
        /* mathematics by pandoc's rule */
        { "$a_1^2 < b|c~d$", "$a_1^2 < b|c~d$" },
        { "$50%&#$", "$50\\%\\&\\#$" },
        { "$5 and $10", "\\$5 and \\$10" },
        { "$a $ b", "\\$a \\$ b" },
        { "$x$5", "\\$x\\$5" },
        { "$\\pi$5 $<$5", "$\\pi$5 $<$5" },
        { "only $5", "only \\$5" },
        { "$a$$b$", "$a$$b$" },
        { "$$a_1$$ b_1", "$$a_1$$ b\\_1" },
        { "\\(a_1\\) \\[b_1\\]", "\\(a_1\\) \\[b_1\\]" },
        { "\\begin{align}a_1\\end{align} b_1", "\\begin{align}a_1\\end{align} b\\_1" },
        { "\\begin{align}a_1", "{\\textbackslash}begin{align}a\\_1" },
        { "\\(a_1", "{\\textbackslash}(a\\_1" },
        { "a_1\\)", "a\\_1{\\textbackslash})" },
        { "$a\n\nb$", "\\$a\n\nb\\$" },
        /* text inside mathematics, and mathematics inside that */
        { "$f_1 \\text{ for $x_1>0$}$ a_1", "$f_1 \\text{ for $x_1>0$}$ a\\_1" },
        { "$f \\mbox{5% of \\(x\\) or $y$ at \\$3}$",
          "$f \\mbox{5\\% of \\(x\\) or $y$ at \\$3}$" },
        { "\\[f \\textrm{if {$x$}, $$y$$}\\]", "\\[f \\textrm{if {$x$}, $$y$$}\\]" },
        { "$f \\text{ for $x}$ a_1", "\\$f \\text{\\textbraceleft} for $x\\rbrace$ a\\_1" },
        /* symbols of mathematics outside mathematics */
        { "\\alpha-helix \\sim5", "$\\alpha$-helix $\\sim$5" },
        /* addresses */
        { "\\url{http://a/b_c%20#d&~e}", "\\url{http://a/b_c\\%20\\#d&~e}" },
        { "\\href{http://a/b_c}{d_e}", "\\href{http://a/b_c}{d\\_e}" },
        { "\\url{a b_c}", "\\url{a b\\_c}" },
        { "\\url{a_b", "\\url{\\textbraceleft}a\\_b" },
        /* braces */
        { "{a {b}", "{\\textbraceleft}a {b}" },
        { "a} b", "a{\\textbraceright} b" },
        { "\\{a\\} \\{b", "\\{a\\} {\\textbraceleft}b" },
        { "\\{a}", "{\\textbraceleft}a{\\textbraceright}" },
        { "$\\left\\{a\\right.$", "$\\left\\lbrace a\\right.$" },
        { "${$ $\\} b$", "$\\lbrace$ $\\rbrace{} b$" },
        { "{$a}$", "{\\textbraceleft}$a\\rbrace$" },
        /* commands that LaTeX does not know */
        { "10 \\msun \\1 \\", "10 {\\textbackslash}msun {\\textbackslash}1 {\\textbackslash}" },
        { "\\' \\c, \\'{e}", "{\\textbackslash}' {\\textbackslash}c, \\'{e}" },
        /* outside ASCII */
        { "Poincaré \\'é", "Poincar{\\'e} {\\textbackslash}'{\\'e}" },
        { "u\u0308 x\u0308", "{\\\"u} {\\\"x}" },
        { "$φ^²$", "${\\phi}^²$" },
        { "\\em\u200ba $x$\u200b5", "\\em{}a $x${}5" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases), (struct pc_tex_style){ PC_TEX, PC_PROTECT_NONE, false });
}

static void test_literal(void **state)
{
    static const struct escape cases[] = {
        { "phi^3 Sigma_{F}(p_0)", "phi{\\textasciicircum}3 Sigma\\_\\{F\\}($p_0$)" },
        { "|p_0|rightarrowinfty", "$|p_0|$rightarrowinfty" },
        { "$x$ \\emph{a}", "\\$x\\$ {\\textbackslash}emph\\{a\\}" },
        { "a { b {c}", "a {\\textbraceleft} b \\{c\\}" },
        { "}{", "{\\textbraceright}{\\textbraceleft}" },
        { "a~b", "a{\\textasciitilde}b" },
        { "a\u00a0b \u00a05", "a~b ~{}5" },
        { "-- ``a'' \"b\"", "-- ``a'' \"b\"" },
        { "a\x01z\u200b\u00adc\u2028d", "a zc d" },
        { "10\u2009000 a\xEF\xBF\xBEz", "10 000 az" },
        { "φ ≤ 5×10³ − ∞", "$\\phi$ $\\leq$ 5$\\times10^3$ $-$ $\\infty$" },
        { "Łódź çağ Ångström Größe",
          "{\\L}{\\'o}d{\\'z} {\\c{c}}a{\\u{g}} {\\r{A}}ngstr{\\\"o}m Gr{\\\"o}{\\ss}e" },
        { "ế í ǽ ș", "{\\'{\\^e}} {\\'i} {\\'{\\ae}} {\\textcommabelow{s}}" },
        { "a–b — ‘c’ “d” …", "a{\\textendash}b {\\textemdash} {\\textquoteleft}c{\\textquoteright} "
                             "{\\textquotedblleft}d{\\textquotedblright} {\\ldots}" },
        { "漢字 😀 ð ả", "漢字 😀 ð ả" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases),
                  (struct pc_tex_style){ PC_STRIPPED, PC_PROTECT_NONE, false });
}

/* Scripts of plain text. */
static void test_formulas(void **state)
{
    static const struct escape cases[] = {
        { "φ^3 φ³ Σ_{F}(p_0) π^+π^- αβ",
          "$\\phi^3$ $\\phi^3$ $\\Sigma_F$($p_0$) $\\pi^+\\pi^-$ $\\alpha\\beta$" },
        { "x_i, x_i^2; x_{max} e^{iπ} 2^n", "$x_i$, $x_i^2$; $x_{max}$ $e^{i\\pi}$ $2^n$" },
        { "10^{-3} 10^-3 10⁻³ 5×10^3", "$10^{-3}$ $10^{-3}$ $10^{-3}$ 5$\\times10^3$" },
        { "|p_0|→∞ (a+b)^2 x_α.", "$|p_0|\\rightarrow\\infty$ (a+b)$^2$ $x_{\\alpha}$." },
        { "CO₂ x² ³ ²³ ₂³₂", "CO$_2$ x$^2$ $^3$ $^{23}$ $_2^3{}_2$" },
        { "α′²ⁿ x²₃", "$\\alpha^{\\prime2n}$ x$^2_3$" },
        { "<<5 <φ5 10³5 x_1²", "$<$$<$5 $<$$\\phi$5 $10^3$5 $x_1^2$" },
        /* doubtful: it stays literal */
        { "snake_case a^b CO_2 H_2O x_1.txt",
          "snake\\_case a{\\textasciicircum}b CO\\_2 H\\_2O x\\_1.txt" },
        { "/x_1 x_1/y 'x_1' x_1_2 x^2^3 a_1b",
          "/x\\_1 x\\_1/y 'x\\_1' x\\_1\\_2 x{\\textasciicircum}2{\\textasciicircum}3 a\\_1b" },
        { "x_ x_{ x_{} x^ 3_1 v10^3",
          "x\\_ x\\_{\\textbraceleft} x\\_\\{\\} x{\\textasciicircum} 3\\_1 "
          "v10{\\textasciicircum}3" },
        { "φ³^2 <^2", "$\\phi^3${\\textasciicircum}2 $<${\\textasciicircum}2" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases), (struct pc_tex_style){ PC_PLAIN, PC_PROTECT_NONE, false });
}

static void test_greek(void **state)
{
    static const struct escape cases[] = {
        { "Παπαδόπουλος Γιώργος", "Παπαδόπουλος Γιώργος" },
        { "Η φιλοσοφία και η φωνή α-τοκοφερόλη", "Η φιλοσοφία και η φωνή $\\alpha$-τοκοφερόλη" },
        { "και, αβγ and ΔΨ", "$\\kappa\\alpha\\iota$, $\\alpha\\beta\\gamma$ and $\\Delta\\Psi$" },
        { "νους ϕό η x", "νους $\\varphi$ό $\\eta$ x" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases), (struct pc_tex_style){ PC_PLAIN, PC_PROTECT_NONE, false });
    check_escapes(cases, COUNT(cases), (struct pc_tex_style){ PC_PLAIN, PC_PROTECT_NONE, true });
}

static void test_names(void **state)
{
    static const struct escape cases[] = {
        { "Bayesian Learning of Gaussians, Hawking's and the Transformer's Attention",
          "{Bayesian} Learning of {Gaussians}, {Hawking}'s and the Transformer's Attention" },
        { "Non-Gaussian Kullback-Leibler Markov-Chain (Fourier)",
          "Non-{Gaussian} {Kullback-Leibler} {Markov}-Chain ({Fourier})" },
        { "Schrödinger–Poincaré, bayesian, BAYESIAN, Deep Meta Learning of a Mark on a Field",
          "{Schr{\\\"o}dinger{\\textendash}Poincar{\\'e}}, bayesian, {BAYESIAN}, Deep Meta "
          "Learning of a "
          "Mark on a Field" },
        { "x_{Bayes} of E_{Bayes}", "{$x_{Bayes}$} of {$E_{Bayes}$}" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases),
                  (struct pc_tex_style){ PC_PLAIN, PC_PROTECT_ACRONYMS, false });
}

static void test_utf8(void **state)
{
    static const struct escape cases[] = {
        { "Größe u\u0308 – “d” φ ế 5%", "Größe ü – “d” $\\phi$ {\\'{\\^e}} 5\\%" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases), (struct pc_tex_style){ PC_PLAIN, PC_PROTECT_NONE, true });
}

static void test_acronyms(void **state)
{
    static const struct escape cases[] = {
        { "So3krates and xMIL: GemNet-OC", "{So3krates} and {xMIL}: {GemNet-OC}" },
        { "3D, E(3) (CNNs) PFGM++ \"AI\"", "{3D}, {E(3)} ({CNNs}) {PFGM}++ \"{AI}\"" },
        { "A Test I Know: X-ray of C", "A Test I Know: {X-ray} of {C}" },
        { "Finite-Time-Path Clever-Hands", "Finite-Time-Path Clever-Hands" },
        { "H&E of #P", "{H\\&E} of \\#{P}" },
        { "On $SO(3)$-nets", "On {$SO(3)$}-nets" },
        { "\\(A\\) {\\(A\\)} {$A$}", "{{\\(A\\)}} {{\\(A\\)}} {$A$}" },
        { "π-Functional < ÉCOLE École", "{$\\pi$}-Functional {$<$} {{\\'E}COLE} {\\'E}cole" },
        { "{\\bf DNA} {DNA} \\emph{DNA}", "{{\\bf DNA}} {DNA} \\emph{DNA}" },
        { "{\\'E}cole D\\'ej\\`a", "{\\'E}cole D\\'ej\\`a" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases), (struct pc_tex_style){ PC_TEX, PC_PROTECT_ACRONYMS, false });
}

/* An acronym is found at every place of a title. */
static void test_acronym_anywhere(void **state)
{
    static const char *const acronyms[] = { "xMIL", "eRank", "3D", "C", "Sokrates3" };
    static const char words[] =
        " a Title of Small Words and of Letters, without a Thing that I know";

    (void)state;
    for (size_t n = 0; n < sizeof words; n++) {
        for (size_t i = 0; i < COUNT(acronyms) && (words[n] == ' ' || words[n] == '\0'); i++) {
            char text[3 * sizeof words], expected[3 * sizeof words];
            struct escape one = { text, expected };

            snprintf(text, sizeof text, "%.*s %s%s", (int)n, words, acronyms[i], words + n);
            snprintf(expected, sizeof expected, "%.*s {%s}%s", (int)n, words, acronyms[i],
                     words + n);
            check_escapes(&one, 1, (struct pc_tex_style){ PC_PLAIN, PC_PROTECT_ACRONYMS, false });
        }
    }
}

static void test_capitals(void **state)
{
    static const struct escape cases[] = {
        { "A Test of École, then $x$", "{A} {Test} of {{\\'E}cole}, then {$x$}" },
    };

    (void)state;
    check_escapes(cases, COUNT(cases), (struct pc_tex_style){ PC_TEX, PC_PROTECT_CAPITALS, false });
}

static void test_report(void **state)
{
    static const char text[] = "a } \\mine 漢 ą {";
    struct pc_tex_style style = { PC_TEX, PC_PROTECT_NONE, false };
    struct pc_tex_report report;
    pc_text out = { 0 };

    (void)state;
    report = pc_tex_escape(&out, pc_s(text), style);
    assert_int_equal(report.orphans, 2);
    assert_ptr_equal(report.orphan.p, text + 2);
    assert_int_equal(report.unknown, 1);
    assert_true(pc_eq(report.unknown_at, "\\mine"));
    assert_int_equal(report.raw, 2); /* ogonek: only in T1 fonts */
    assert_true(pc_eq(report.raw_at, "漢"));
    assert_false(report.spaces);
    pc_text_free(&out);
}

static void test_report_spaces(void **state)
{
    static const char *const with[] = { "a\u2003b", "a $x\u2009y$", "\u3000", "\u1680a",
                                        "a\u205F" };
    static const char *const without[] = { "", "a  b", "a\u00A0b", "漢 ą", "α\u2192" };
    struct pc_tex_style style = { PC_TEX, PC_PROTECT_NONE, false };
    pc_text out = { 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(with); i++)
        assert_true(pc_tex_escape(&out, pc_s(with[i]), style).spaces);
    for (size_t i = 0; i < COUNT(without); i++)
        assert_false(pc_tex_escape(&out, pc_s(without[i]), style).spaces);
    style.markup = PC_HTML;
    assert_true(pc_tex_escape(&out, pc_s("<i>a\u2003b</i> c"), style).spaces);
    pc_text_free(&out);
}

static void test_decode(void **state)
{
    static const struct escape cases[] = {
        { "a \\emph{b} {\\it c}", "a b c" },
        { "\\'e \\'{e} \\' e {\\'\\i} \\'{\\i} \\v{z} \\v z \\c{c} \\\"{\\^e}",
          "é é é í í ž ž ç ê\u0308" },
        { "\\ss x {\\ss} x \\AA\\ y", "ßx ß x Å y" },
        { "\\% \\_ \\{ \\} \\$ \\& \\#", "% _ { } $ & #" },
        { "$\\phi$ $x^2$ $^2$ $-$ $\\alpha_1\\le b$", "φ x^2 ² − α_1≤b" },
        { "\\href{http://a}{b} \\url{http://a_b\\%20}", "b http://a_b%20" },
        { "\\textbackslash{}a \\textasciitilde b ~c", "\\a ~b \u00a0c" },
        { "50% {open \\mine", "50% {open \\mine" },
        { "\\'{abc} \\\"{}", "ábc " },
        { "a\\slash b \\textlangle c\\textrangle{} \\null\\relax", "a/b ⟨c⟩ " },
        { "$f\\text{ for $x$ and \\(y\\)}$ z", "f for x and y z" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        pc_text out = { 0 };

        pc_tex_decode(&out, pc_s(cases[i].text));
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, cases[i].expected);
        pc_text_free(&out);
    }
}

/* TeX that a person wrote. */
static void test_decode_source(void **state)
{
    static const struct escape cases[] = {
        { "1--2 --- ``a'' b''' -", "1–2 — “a” b”' -" },
        { "$a--b$ \\emph{c--d}", "a--b c–d" },
        { "\\unknown{a {b} \\'e} c", "\\unknown{a b é} c" },
        { "\\unknown{} \\unknown x {y}", "\\unknown{} \\unknown x y" },
        { "\\one{\\two{a}b}", "\\one{\\two{a}b}" },
        { "{\\textbackslash}unknown{a} {\\textbackslash}", "\\unknown{a} \\" },
        { "{\\TeX} and \\LaTeX{} x \\LaTeXe", "TeX and LaTeX x LaTeX2ε" },
        { "\\% \\'{e}", "% é" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        pc_text out = { 0 };

        pc_tex_decode_source(&out, pc_s(cases[i].text));
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, cases[i].expected);
        pc_text_free(&out);
    }
}

static void test_markup(void **state)
{
    (void)state;
    assert_int_equal(pc_markup_read(pc_s("tex")), PC_TEX);
    assert_int_equal(pc_markup_read(pc_s("stripped")), PC_STRIPPED);
    assert_int_equal(pc_markup_read(pc_s("plain")), PC_PLAIN);
    assert_int_equal(pc_markup_read(pc_none()), PC_PLAIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tex),           cmocka_unit_test(test_literal),
        cmocka_unit_test(test_formulas),      cmocka_unit_test(test_greek),
        cmocka_unit_test(test_names),         cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_acronyms),      cmocka_unit_test(test_acronym_anywhere),
        cmocka_unit_test(test_capitals),      cmocka_unit_test(test_report),
        cmocka_unit_test(test_report_spaces), cmocka_unit_test(test_decode),
        cmocka_unit_test(test_decode_source), cmocka_unit_test(test_markup),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
