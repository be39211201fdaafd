/* tex_escape.c - text into LaTeX. */
#include "latex.h"
#include "latin.h"
#include "paperconv/tex.h"
#include "tex_chars.h"
#include "tex_orphans.h"
#include "tex_title.h"

enum { NO_BREAK_SPACE = 0xA0 };

struct writer {
    pc_text *out;
    struct pc_tex_style style;
    size_t most; /* bytes of OUT */
    struct pc_tex_lexer x;
    struct pc_tex_title title;
    struct pc_tex_report report;
    size_t depth;            /* of groups at this point */
    bool wrapped;            /* the outermost group got a second brace */
    enum pc_tex_kind before; /* the token before */
    bool letter;             /* the last byte written is a letter of the text */
};

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

static bool at_top(const struct writer *w)
{
    return w->depth == 0 && !w->title.inside;
}

static void put_math(struct writer *w, pc_str math)
{
    bool braced = w->style.protect != PC_PROTECT_NONE && at_top(w);

    pc_text_puts(w->out, braced ? "{$" : "$");
    pc_text_add(w->out, math);
    pc_text_puts(w->out, braced ? "$}" : "$");
}

/* Reports a character or a command that stops pdflatex. */
static void report_raw(struct writer *w, pc_str at)
{
    if (w->report.raw++ == 0)
        w->report.raw_at = at;
}

static void put_raw(struct writer *w, pc_str raw, enum pc_latex reads)
{
    if (reads != PC_LATEX_READS)
        report_raw(w, raw);
    pc_text_add(w->out, raw);
}

/* True when pdflatex has the accent NAME only for T1 fonts.  It has all for the others whose name is
 * no letter. */
static bool needs_t1(pc_str name)
{
    return pc_ascii_letter(name.p[0]) && pc_latex_command(name) != PC_LATEX_READS;
}

/* ---- characters outside ASCII ---------------------------------------------------- */

static bool has_accents(uint32_t base, uint32_t mark)
{
    const struct pc_latin_form *form = pc_latin_form(base);

    while (pc_latin_accent(mark) != NULL) {
        if (base < 0x80 || (form != NULL && form->kind == PC_LATIN_TEXT))
            return true;
        if (!pc_latin_decompose(base, &base, &mark))
            return false;
        form = pc_latin_form(base);
    }
    return false;
}

/* {\"u}, {\v{z}}, {\'{\^e}}: forms that every reader knows. */
static void put_letter(struct writer *w, uint32_t base, uint32_t mark)
{
    const char *command = pc_latin_accent(mark);
    const struct pc_latin_form *form = pc_latin_form(base);
    bool braces = pc_ascii_letter(command[0]) && base < 0x80;

    pc_text_puts(w->out, "{\\");
    pc_text_puts(w->out, command);
    if (base < 0x80) {
        pc_text_puts(w->out, braces ? "{" : "");
        pc_text_putc(w->out, (char)base);
        pc_text_puts(w->out, braces ? "}" : "");
    } else if (form != NULL) {
        pc_text_puts(w->out, "{\\");
        pc_text_puts(w->out, form->tex);
        pc_text_putc(w->out, '}');
    } else if (pc_latin_decompose(base, &base, &mark)) {
        put_letter(w, base, mark);
    }
    pc_text_putc(w->out, '}');
}

static void put_form(struct writer *w, const struct pc_latin_form *form, pc_str raw)
{
    if (form->kind == PC_LATIN_MATH) {
        put_math(w, pc_s(form->tex));
    } else if (w->style.utf8 && pc_latex_rune(form->rune, false) == PC_LATEX_READS) {
        pc_text_add(w->out, raw);
    } else {
        pc_text_puts(w->out, "{\\");
        pc_text_puts(w->out, form->tex);
        pc_text_putc(w->out, '}');
    }
}

/* LETTER, which is BASE with MARK, and RAW in the text: in UTF-8, or as a command. */
static void put_accented(struct writer *w, uint32_t letter, uint32_t base, uint32_t mark,
                         pc_str raw)
{
    enum pc_latex reads = w->style.utf8 ? pc_latex_rune(letter, false) : PC_LATEX_STOPS;

    if (reads == PC_LATEX_STOPS)
        put_letter(w, base, mark);
    else
        pc_text_rune(w->out, letter);
    if (reads == PC_LATEX_READS_WITH_T1 || needs_t1(pc_s(pc_latin_accent(mark))))
        report_raw(w, raw);
}

/* A combining mark belongs to the letter before it, which is already written. */
static bool put_mark(struct writer *w, uint32_t mark, pc_str raw)
{
    uint32_t base;

    if (!w->letter || pc_latin_accent(mark) == NULL)
        return false;
    base = (unsigned char)w->out->p[--w->out->n];
    put_accented(w, pc_latin_compose(base, mark), base, mark, raw);
    return true;
}

static void put_rune_of_math(struct writer *w, pc_str raw)
{
    size_t n;
    uint32_t rune = pc_rune(raw, &n);
    const struct pc_latin_form *form = pc_latin_form(rune);

    if (rune < 0x80) {
        pc_text_putc(w->out, ' ');
    } else if (pc_latin_role(rune) != PC_LATIN_SHOWN) {
        pc_text_puts(w->out, "{}"); /* removing it could put a digit or a space beside a dollar */
    } else if (form != NULL && form->kind == PC_LATIN_MATH && form->tex[0] == '\\') {
        pc_text_putc(w->out, '{');
        pc_text_puts(w->out, form->tex);
        pc_text_putc(w->out, '}');
    } else {
        put_raw(w, raw, pc_latex_rune(rune, true));
    }
}

static bool before_word_byte(const struct writer *w)
{
    return w->x.at < w->x.s.n && (w->x.s.p[w->x.at] < 0 || pc_ascii_digit(w->x.s.p[w->x.at]));
}

static void put_rune(struct writer *w, pc_str raw)
{
    size_t n;
    uint32_t rune = pc_rune(raw, &n), base, mark;
    enum pc_latin_role role = pc_latin_role(rune);
    bool letter = w->letter && role == PC_LATIN_ZERO_WIDTH;
    const struct pc_latin_form *form = pc_latin_form(rune);

    if (role == PC_LATIN_BLANK) {
        pc_text_putc(w->out, ' ');
    } else if (role == PC_LATIN_ZERO_WIDTH) {
        /* Keeps the next letter from becoming part of a command. */
        if (w->before != PC_TEX_TEXT && w->before != PC_TEX_RUNE && !w->x.plain)
            pc_text_puts(w->out, "{}");
    } else if (rune == NO_BREAK_SPACE) {
        pc_text_puts(w->out, before_word_byte(w) ? "~{}" : "~"); /* ~5 is "about five" */
    } else if (form != NULL) {
        put_form(w, form, raw);
    } else if (pc_latin_decompose(rune, &base, &mark) && has_accents(base, mark)) {
        put_accented(w, rune, base, mark, raw);
    } else if (!put_mark(w, rune, raw)) {
        put_raw(w, raw, pc_latex_rune(rune, false));
    }
    w->letter = letter;
}

/* ---- tokens ---------------------------------------------------------------------- */

static void put_literal(struct writer *w, const struct pc_tex_token *t)
{
    unsigned char c = (unsigned char)t->character;

    if (t->math)
        pc_text_puts(w->out, in_math[c]);
    else if (in_text[c] != NULL)
        pc_text_puts(w->out, in_text[c]);
    else
        put_math(w, pc_sub(&t->character, 1));
}

/* Styles turn \LaTeX of a title into \latex, which is wrong, and \L into \l, which is right. */
static bool loses_capitals(const struct writer *w, pc_str command)
{
    char small[32];
    size_t n = 0;
    bool capitals = false;

    if (w->style.protect == PC_PROTECT_NONE || !at_top(w))
        return false;
    for (; n + 1 < command.n && n < sizeof small; n++) {
        small[n] = pc_ascii_lower(command.p[n + 1]);
        capitals |= pc_ascii_capital(command.p[n + 1]);
    }
    return capitals && pc_latin_named(PC_LATIN_TEXT, pc_sub(small, n)) == 0;
}

/* The space that ends a command goes into the braces. */
static void put_protected(struct writer *w, pc_str command)
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
static void put_word(struct writer *w, const struct pc_tex_token *t)
{
    pc_str name = pc_drop(t->text, 1);

    if (t->math) {
        pc_text_add(w->out, t->text);
        return;
    }
    if (pc_latin_named(PC_LATIN_MATH, t->text) != 0 && pc_latin_named(PC_LATIN_TEXT, name) == 0) {
        put_math(w, t->text);
        return;
    }
    if (pc_latex_command(name) == PC_LATEX_READS_WITH_T1)
        report_raw(w, t->text);
    if (loses_capitals(w, t->text))
        put_protected(w, t->text);
    else
        pc_text_add(w->out, t->text);
}

/* \H is the only accent with a capital. */
static void put_accent(struct writer *w, pc_str accent)
{
    bool group = accent.n == 2 && w->x.at < w->x.s.n && w->x.s.p[w->x.at] == '{';
    bool braced =
        accent.p[1] == 'H' && (accent.n > 2 || group) && loses_capitals(w, pc_sub(accent.p, 2));

    if (needs_t1(pc_sub(accent.p + 1, 1)))
        report_raw(w, accent);
    pc_text_puts(w->out, braced ? "{" : "");
    pc_text_add(w->out, accent);
    pc_text_puts(w->out, braced && !group ? "}" : "");
    if (braced && group)
        w->wrapped = true; /* put_close() writes the other brace */
}

static void put_orphan(struct writer *w, const struct pc_tex_token *t)
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
static bool is_special_group(const struct writer *w)
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

static void put_open(struct writer *w)
{
    if (w->style.protect >= PC_PROTECT_ACRONYMS && !w->wrapped && at_top(w) &&
        is_special_group(w)) {
        w->wrapped = true;
        pc_text_putc(w->out, '{');
    }
    w->depth++;
    pc_text_putc(w->out, '{');
}

static void put_close(struct writer *w)
{
    pc_text_putc(w->out, '}');
    if (--w->depth == 0 && w->wrapped) {
        w->wrapped = false;
        pc_text_putc(w->out, '}');
    }
}

static void put_shift(struct writer *w, const struct pc_tex_token *t)
{
    bool braced = w->style.protect != PC_PROTECT_NONE && w->depth == 0;
    bool command = t->text.p[0] == '\\'; /* one brace before a command protects nothing */

    if (braced && !t->math)
        pc_text_puts(w->out, command ? "{{" : "{");
    pc_text_add(w->out, t->text);
    if (braced && t->math)
        pc_text_puts(w->out, command ? "}}" : "}");
}

static void put_verbatim(struct writer *w, pc_str address)
{
    for (size_t i = 0; i < address.n; i++) {
        char c = address.p[i];

        if (c == '\\')
            pc_text_putc(w->out, address.p[i++]);
        else if (c == '%' || c == '#')
            pc_text_putc(w->out, '\\');
        else if (c < 0 && (c & 0x40))
            report_raw(w, pc_sub(address.p + i, 1));
        pc_text_putc(w->out, address.p[i]);
    }
}

static void put_token(struct writer *w, const struct pc_tex_token *t)
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
        if (t->math)
            put_rune_of_math(w, t->text);
        else
            put_rune(w, t->text);
        break;
    case PC_TEX_UNKNOWN:
        if (w->report.unknown++ == 0)
            w->report.unknown_at = t->text;
        put_literal(w, t);
        break;
    case PC_TEX_LITERAL:
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

static void put_tokens(struct writer *w)
{
    enum pc_protect how = w->style.protect;
    struct pc_tex_token t;

    memset(&w->title, 0, sizeof w->title);
    memset(&w->report, 0, sizeof w->report);
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

struct pc_tex_report pc_tex_escape(pc_text *out, pc_str s, struct pc_tex_style style)
{
    return pc_tex_escape_within(out, s, style, SIZE_MAX);
}

struct pc_tex_report pc_tex_escape_within(pc_text *out, pc_str s, struct pc_tex_style style,
                                          size_t most)
{
    size_t start = out->n;
    struct writer w;

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
    return pc_eq(value, "tex") ? PC_TEX : pc_eq(value, "stripped") ? PC_STRIPPED : PC_PLAIN;
}
