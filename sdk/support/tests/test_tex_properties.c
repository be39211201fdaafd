/* Properties of escaping that hold for every text, checked on 100,000 random texts. */
#include "paperconv/tex.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { TEXTS = 100000, LONGEST = 24 };

/* TeX, English, and difficult characters. */
static const char *const pieces[] = {
    "a",
    "E",
    " ",
    "  ",
    "5",
    "20",
    "NRM",
    "x_1",
    ".",
    "(",
    ")",
    "[",
    "-",
    "\n",
    "\n\n",
    "\t",
    "\\",
    "{",
    "}",
    "\\{",
    "\\}",
    "$",
    "$$",
    "\\$",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "%",
    "\\%",
    "&",
    "\\&",
    "#",
    "_",
    "\\_",
    "^",
    "~",
    "<",
    ">",
    "|",
    "\\emph",
    "{b}",
    "\\alpha",
    "\\ ",
    "\\,",
    "\\'",
    "\\'e",
    "\\\"",
    "\\v",
    "\\c c",
    "\\H{o}",
    "\\^{}",
    "\\~{}",
    "\\i",
    "\\ss",
    "\\1",
    "\\\\",
    "\\url{",
    "\\href{",
    "http://a",
    "\\left",
    "\\text{",
    "\\bf",
    "\"",
    "ü",
    "ế",
    "ą",
    "ß",
    "φ",
    "≤",
    "²",
    "−",
    "漢",
    "é",
    "\u00a0",
    "\u2013",
    "$x$",
    "$\\pi$",
    "{\\it C}",
    "E(3)",
    "\\textbackslash",
    "\\lbrace",
    "\\begin{align}",
    "\\end{align}",
    "'",
    "q",
    "φ",
    "α",
    "Σ",
    "και",
    "όλα",
    "₂",
    "⁻",
    "10",
    "×",
    "^2",
    "_i",
    "^{-3}",
    "_{ab}",
    "Bayesian",
    "Markov's",
};
/* Characters that decoding does not give back: zero-width, control, single combining marks. */
static const char *const lossy[] = {
    "\u200b", "\u0308", "\u0301", "\x01", "\x7f", "\u2028", "\xc2\x85", "\ufeff", "e\u0301",
};

static const struct pc_tex_style styles[] = {
    { PC_TEX, PC_PROTECT_NONE, false },      { PC_TEX, PC_PROTECT_NONE, true },
    { PC_TEX, PC_PROTECT_ACRONYMS, false },  { PC_TEX, PC_PROTECT_CAPITALS, true },
    { PC_TEX, PC_PROTECT_MATH, false },      { PC_PLAIN, PC_PROTECT_NONE, false },
    { PC_PLAIN, PC_PROTECT_ACRONYMS, true }, { PC_STRIPPED, PC_PROTECT_CAPITALS, false },
};

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static uint32_t draw_number(uint64_t *seed, size_t below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)((*seed >> 33) % below);
}

static void make_text(uint64_t *seed, bool exact, pc_text *text)
{
    size_t length = 1 + draw_number(seed, LONGEST);

    text->n = 0;
    for (size_t i = 0; i < length; i++) {
        size_t k = draw_number(seed, COUNT(pieces) + (exact ? 0 : COUNT(lossy)));

        pc_text_puts(text, k < COUNT(pieces) ? pieces[k] : lossy[k - COUNT(pieces)]);
    }
}

/* Counts every brace, as bibtex and biber do. */
static bool has_balanced_braces(pc_str s)
{
    size_t depth = 0;

    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '{')
            depth++;
        else if (s.p[i] == '}' && depth-- == 0)
            return false;
    }
    return depth == 0;
}

/* The end of the address of a \url or \href at I; I when there is none. */
static size_t skip_address(pc_str s, size_t i)
{
    pc_str rest = pc_drop(s, i);
    size_t depth = 0, start = pc_starts(rest, "\\url{") ? 4 : pc_starts(rest, "\\href{") ? 5 : 0;

    for (size_t k = start; start != 0 && k < rest.n && (unsigned char)rest.p[k] > ' '; k++) {
        char next = k + 1 < rest.n ? rest.p[k + 1] : ' ';

        depth += rest.p[k] == '{';
        if (rest.p[k] == '}' && --depth == 0)
            return i + k + 1;
        if (rest.p[k] == '\\' &&
            (((next | 32) >= 'a' && (next | 32) <= 'z') || (unsigned char)next <= ' '))
            return i;
        k += rest.p[k] == '\\';
    }
    return i;
}

/* An independent reader: outside mathematics and addresses no special character is unescaped, and
 * inside mathematics only those with a meaning there. */
static bool is_clean(pc_str s)
{
    size_t math = 0;      /* the length of the closing delimiter */
    bool command = false; /* mathematics began with a command, not with dollars */

    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i], next = i + 1 < s.n ? s.p[i + 1] : '\0';

        if (math == 0 && skip_address(s, i) > i) {
            i = skip_address(s, i) - 1;
        } else if (math == 0 && pc_starts(pc_drop(s, i), "\\begin{align}")) {
            math = strlen("\\end{align}");
            i += strlen("\\begin{align}") - 1;
        } else if (math > 2 && pc_starts(pc_drop(s, i), "\\end{align}")) {
            i += math - 1;
            math = 0;
        } else if (c == '\\') {
            if (next != '\0' && math == 0 && strchr("([", next)) {
                math = 2;
                command = true;
            } else if (next != '\0' && command && strchr(")]", next)) {
                math = 0;
                command = false;
            }
            i++;
        } else if (c == '$') {
            size_t n = math != 0 ? math : next == '$' ? 2 : 1;

            math = math != 0 ? 0 : n;
            i += n - 1;
        } else if (strchr(math != 0 ? "%&#" : "%&#_^<>|", c)) {
            return false;
        }
    }
    return math == 0;
}

/* Formulas are written as mathematics, which decoding gives back in ASCII: x^{2}, x^2 and x with a
 * superscript become the same, scripts in a row have one sign, and a minus sign is a hyphen. */
static void fold_formulas(pc_text *folded, pc_str s)
{
    static const struct {
        const char *text;
        char kind, ascii;
    } scripts[] = { { "²", '^', '2' },
                    { "³", '^', '3' },
                    { "⁵", '^', '5' },
                    { "⁻", '^', '-' },
                    { "₂", '_', '2' } };
    char kind = '\0';

    folded->n = 0;
    for (size_t n; s.n != 0; s = pc_drop(s, n)) {
        size_t i = 0;

        pc_rune(s, &n);
        while (i < COUNT(scripts) && !pc_eq(pc_sub(s.p, n), scripts[i].text))
            i++;
        if (i < COUNT(scripts)) {
            if (kind != scripts[i].kind)
                pc_text_putc(folded, scripts[i].kind);
            pc_text_putc(folded, scripts[i].ascii);
        } else if (pc_starts(s, "−")) {
            pc_text_putc(folded, '-');
        } else if (s.p[0] != '{' && s.p[0] != '}') {
            pc_text_add(folded, pc_sub(s.p, n));
        }
        kind = i < COUNT(scripts) ? scripts[i].kind : '\0';
    }
}

static void expect_same_formulas(pc_str text, pc_str decoded)
{
    pc_text expected = { 0 }, actual = { 0 };

    fold_formulas(&expected, text);
    fold_formulas(&actual, decoded);
    if (!pc_same(pc_text_str(&expected), pc_text_str(&actual)))
        fail_msg("plain text\n  text     %.*s\n  decoded  %.*s", PC_FMT(text), PC_FMT(decoded));
    pc_text_free(&expected);
    pc_text_free(&actual);
}

/* ---- the properties -------------------------------------------------------------- */

static void expect_same(pc_str text, pc_str expected, pc_str actual, const char *what)
{
    if (!pc_same(expected, actual))
        fail_msg("%s\n  text     %.*s\n  expected %.*s\n  actual   %.*s", what, PC_FMT(text),
                 PC_FMT(expected), PC_FMT(actual));
}

static void expect_clean(pc_str text, pc_str escaped)
{
    if (!has_balanced_braces(escaped) || !is_clean(escaped))
        fail_msg("braces or special characters\n  text     %.*s\n  escaped  %.*s", PC_FMT(text),
                 PC_FMT(escaped));
}

static void test_escaping(void **state)
{
    pc_text text = { 0 }, once = { 0 }, twice = { 0 }, plain = { 0 }, back = { 0 };
    uint64_t seed = 20260610;

    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        struct pc_tex_style style = styles[i % COUNT(styles)];
        bool tex = style.markup == PC_TEX;

        make_text(&seed, !tex, &text);
        once.n = twice.n = plain.n = back.n = 0;
        pc_tex_escape(&once, pc_text_str(&text), style);
        expect_clean(pc_text_str(&text), pc_text_str(&once));
        pc_tex_decode(&back, pc_text_str(&once));
        if (!tex) {
            expect_same_formulas(pc_text_str(&text), pc_text_str(&back));
            continue;
        }
        pc_tex_escape(&twice, pc_text_str(&once), style);
        expect_same(pc_text_str(&text), pc_text_str(&once), pc_text_str(&twice), "escaped twice");
        pc_tex_decode(&plain, pc_text_str(&text));
        expect_same(pc_text_str(&text), pc_text_str(&plain), pc_text_str(&back), "decoded");
    }
    pc_text_free(&text);
    pc_text_free(&once);
    pc_text_free(&twice);
    pc_text_free(&plain);
    pc_text_free(&back);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_escaping) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
