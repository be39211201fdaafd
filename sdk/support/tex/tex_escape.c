/* tex_escape.c - text without tags into LaTeX. */
#include "tex_escape.h"
#include "latex.h"
#include "latin.h"
#include "paperconv/tex.h"
#include "tex_chars.h"
#include "tex_formula.h"
#include "tex_orphans.h"
#include "tex_writer.h"

/* How characters with a meaning in TeX are written. */
static const char *const in_text[128] = {
    ['#'] = "\\#",
    ['$'] = "\\$",
    ['%'] = "\\%",
    ['&'] = "\\&",
    ['_'] = "\\_",
    ['{'] = "\\{",
    ['}'] = "\\}",
    ['\\'] = "{\\textbackslash}",
    ['~'] = "{\\textasciitilde}",
    ['^'] = "{\\textasciicircum}",
};
static const char *const in_math[128] = {
    ['#'] = "\\#",          ['%'] = "\\%",      ['&'] = "\\&",
    ['\\'] = "\\backslash", ['{'] = "\\lbrace", ['}'] = "\\rbrace",
};

/* ---- tokens ---------------------------------------------------------------------- */

static void put_literal(struct pc_tex_writer *w, const struct pc_tex_token *t)
{
    unsigned char c = (unsigned char)t->character;

    if (t->math)
        pc_text_puts(w->out, in_math[c]);
    else if (in_text[c] != NULL)
        pc_text_puts(w->out, in_text[c]);
    else
        pc_tex_put_math(w, pc_sub(&t->character, 1));
}

/* Text without TeX's backslashes and dollars that plainly is a formula, such as x_i^2 or 10^{-3}.  The letter or the number before
 * the scripts is already written. */
static bool put_formula(struct pc_tex_writer *w, const struct pc_tex_token *t)
{
    struct pc_tex_formula f;
    size_t at = (size_t)(t->text.p - w->x.s.p);
    pc_str base;

    if ((w->style.markup != PC_PLAIN && w->style.markup != PC_STRIPPED) ||
        !pc_tex_find_formula(&f, w->x.s, at))
        return false;
    base = pc_sub(t->text.p - f.base, f.base);
    if (!pc_tex_is_last(w, base))
        return false;
    if (f.base == 0 && w->piece.end == w->out->n && (w->piece.has_super || w->piece.has_sub))
        return false; /* of a base that has scripts already */
    w->out->n -= f.base;
    w->x.at = f.end;
    pc_tex_put_formula(w, base, &f);
    return true;
}

/* Styles turn \LaTeX of a title into \latex, which is wrong, and \L into \l, which is right. */
static bool loses_capitals(const struct pc_tex_writer *w, pc_str command)
{
    char small[32];
    size_t n = 0;
    bool capitals = false;

    if (w->style.protect == PC_PROTECT_NONE || !pc_tex_at_top(w))
        return false;
    for (; n + 1 < command.n && n < sizeof small; n++) {
        small[n] = pc_ascii_lower(command.p[n + 1]);
        capitals |= pc_ascii_capital(command.p[n + 1]);
    }
    return capitals && pc_latin_named(PC_LATIN_TEXT, pc_sub(small, n)) == 0;
}

/* The space that ends a command goes into the braces. */
static void put_protected(struct pc_tex_writer *w, pc_str command)
{
    pc_text_puts(w->out, "{{");
    pc_text_add(w->out, command);
    if (w->x.at < w->x.s.n && w->x.s.p[w->x.at] == ' ') {
        pc_text_putc(w->out, ' ');
        w->x.at++;
    }
    pc_text_puts(w->out, "}}");
}

/* LaTeX stops at "\alpha-helix": symbols of mathematics need dollars. */
static void put_word(struct pc_tex_writer *w, const struct pc_tex_token *t)
{
    pc_str name = pc_drop(t->text, 1);

    if (t->math) {
        pc_text_add(w->out, t->text);
        return;
    }
    if (pc_latin_named(PC_LATIN_MATH, t->text) != 0 && pc_latin_named(PC_LATIN_TEXT, name) == 0) {
        pc_tex_put_math(w, t->text);
        return;
    }
    if (pc_latex_command(name) == PC_LATEX_READS_WITH_T1)
        pc_tex_report_raw(w, t->text);
    if (loses_capitals(w, t->text))
        put_protected(w, t->text);
    else
        pc_text_add(w->out, t->text);
}

/* \H is the only accent with a capital. */
static void put_accent(struct pc_tex_writer *w, pc_str accent)
{
    bool group = accent.n == 2 && w->x.at < w->x.s.n && w->x.s.p[w->x.at] == '{';
    bool braced =
        accent.p[1] == 'H' && (accent.n > 2 || group) && loses_capitals(w, pc_sub(accent.p, 2));

    if (pc_tex_needs_t1(pc_sub(accent.p + 1, 1)))
        pc_tex_report_raw(w, accent);
    pc_text_puts(w->out, braced ? "{" : "");
    pc_text_add(w->out, accent);
    pc_text_puts(w->out, braced && !group ? "}" : "");
    if (braced && group)
        w->wrapped = true; /* put_close() writes the other brace */
}

static void put_orphan(struct pc_tex_writer *w, const struct pc_tex_token *t)
{
    bool opens = t->character == '{';
    char next = w->x.at < w->x.s.n ? w->x.s.p[w->x.at] : '\0';

    if (w->report.orphans++ == 0)
        w->report.orphan = t->text;
    if (!t->math) {
        pc_text_puts(w->out, opens ? "{\\textbraceleft}" : "{\\textbraceright}");
        return;
    }
    pc_text_puts(w->out, opens ? "\\lbrace" : "\\rbrace");
    pc_text_puts(w->out, pc_ascii_letter(next) ? " " : pc_tex_blank(next) ? "{}" : "");
}

/* BibTeX does not protect a group that begins with a command. */
static bool is_special_group(const struct pc_tex_writer *w)
{
    pc_str rest = pc_drop(w->x.s, w->x.at);
    size_t n = 1;

    if (rest.n < 2 || rest.p[0] != '\\' || !pc_ascii_letter(rest.p[1]))
        return pc_starts(rest, "\\(") || pc_starts(rest, "\\[");
    while (n < rest.n && pc_ascii_letter(rest.p[n]))
        n++;
    rest = pc_sub(rest.p + 1, n - 1);
    return pc_latin_mark(rest) == 0 && pc_latin_named(PC_LATIN_TEXT, rest) == 0;
}

static void put_open(struct pc_tex_writer *w)
{
    if (w->style.protect >= PC_PROTECT_ACRONYMS && !w->wrapped && pc_tex_at_top(w) &&
        is_special_group(w)) {
        w->wrapped = true;
        pc_text_putc(w->out, '{');
    }
    w->depth++;
    pc_text_putc(w->out, '{');
}

static void put_close(struct pc_tex_writer *w)
{
    pc_text_putc(w->out, '}');
    if (--w->depth == 0 && w->wrapped) {
        w->wrapped = false;
        pc_text_putc(w->out, '}');
    }
}

static void put_shift(struct pc_tex_writer *w, const struct pc_tex_token *t)
{
    bool braced = w->style.protect != PC_PROTECT_NONE && w->depth == 0;
    bool command = t->text.p[0] == '\\'; /* one brace before a command protects nothing */

    if (braced && !t->math)
        pc_text_puts(w->out, command ? "{{" : "{");
    pc_text_add(w->out, t->text);
    if (braced && t->math)
        pc_text_puts(w->out, command ? "}}" : "}");
}

static void put_verbatim(struct pc_tex_writer *w, pc_str address)
{
    for (size_t i = 0; i < address.n; i++) {
        char c = address.p[i];

        if (c == '\\')
            pc_text_putc(w->out, address.p[i++]);
        else if (c == '%' || c == '#')
            pc_text_putc(w->out, '\\');
        else if (c < 0 && (c & 0x40))
            pc_tex_report_raw(w, pc_sub(address.p + i, 1));
        pc_text_putc(w->out, address.p[i]);
    }
}

/* True for U+1680-U+16BF, U+2000-U+207F and U+3000-U+303F: all spaces of Unicode but the no-break
 * space, and their neighbours. */
static bool is_near_spaces(pc_str raw)
{
    unsigned char first = (unsigned char)raw.p[0], second = raw.n > 1 ? (unsigned char)raw.p[1] : 0;

    return (first == 0xE2 && (second | 1) == 0x81) || (first == 0xE3 && second == 0x80) ||
           (first == 0xE1 && second == 0x9A);
}

static void put_token(struct pc_tex_writer *w, const struct pc_tex_token *t)
{
    switch (t->kind) {
    case PC_TEX_WORD:
        put_word(w, t);
        break;
    case PC_TEX_TEXT:
    case PC_TEX_TIE:
    case PC_TEX_INNER_SHIFT:
        pc_text_add(w->out, t->text);
        break;
    case PC_TEX_ACCENT:
        put_accent(w, t->text);
        break;
    case PC_TEX_RUNE:
        w->report.spaces |= is_near_spaces(t->text);
        if (t->math)
            pc_tex_put_rune_of_math(w, t->text);
        else
            pc_tex_put_rune(w, t->text);
        break;
    case PC_TEX_UNKNOWN:
        if (w->report.unknown++ == 0)
            w->report.unknown_at = t->text;
        put_literal(w, t);
        break;
    case PC_TEX_LITERAL:
        if ((t->character != '^' && t->character != '_') || !put_formula(w, t))
            put_literal(w, t);
        break;
    case PC_TEX_SYMBOL:
        pc_text_add(w->out, pc_tex_blank(t->character) ? pc_s("\\ ") : t->text);
        break;
    case PC_TEX_OPEN:
        put_open(w);
        break;
    case PC_TEX_CLOSE:
        put_close(w);
        break;
    case PC_TEX_ORPHAN:
        put_orphan(w, t);
        break;
    case PC_TEX_SHIFT:
        put_shift(w, t);
        break;
    case PC_TEX_VERBATIM:
        put_verbatim(w, t->text);
        break;
    }
    w->before = t->kind;
    if (t->kind != PC_TEX_RUNE)
        w->letter = t->kind == PC_TEX_TEXT && pc_ascii_letter(t->text.p[t->text.n - 1]);
}

static void put_tokens(struct pc_tex_writer *w)
{
    enum pc_protect how = w->style.protect;
    struct pc_tex_token t;

    memset(&w->title, 0, sizeof w->title);
    memset(&w->report, 0, sizeof w->report);
    memset(&w->greek, 0, sizeof w->greek);
    w->greek.known = w->style.markup == PC_TEX;
    w->piece.end = SIZE_MAX;
    w->depth = 0;
    w->wrapped = w->letter = false;
    w->before = PC_TEX_TEXT;
    for (;;) {
        w->x.stop = SIZE_MAX;
        if (how >= PC_PROTECT_ACRONYMS && w->depth == 0 && w->x.math_end == 0)
            pc_tex_title_step(&w->title, &w->x, how, w->out);
        if (!pc_tex_next(&w->x, &t))
            return;
        put_token(w, &t);
        if (w->out->n > w->most) {
            w->report.cut = true;
            return;
        }
    }
}

struct pc_tex_report pc_tex_escape_untagged(pc_text *out, pc_str s, struct pc_tex_style style,
                                            size_t most)
{
    size_t start = out->n;
    struct pc_tex_writer w;

    w.out = out;
    w.style = style;
    w.most = most;
    pc_tex_begin(&w.x, s, style.markup != PC_TEX);
    put_tokens(&w);
    if (pc_tex_again(&w.x)) {
        out->n = start;
        put_tokens(&w);
    }
    pc_tex_end(&w.x);
    return w.report;
}

enum pc_markup pc_markup_read(pc_str value)
{
    return pc_eq(value, "tex")        ? PC_TEX
           : pc_eq(value, "stripped") ? PC_STRIPPED
           : pc_eq(value, "html")     ? PC_HTML
                                      : PC_PLAIN;
}
