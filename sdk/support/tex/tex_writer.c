/* tex_writer.c - writes mathematics, and characters outside ASCII. */
#include "tex_writer.h"

#include "latex.h"
#include "latin.h"
#include "tex_chars.h"

enum { NO_BREAK_SPACE = 0xA0 };

/* ---- mathematics ----------------------------------------------------------------- */

static bool is_braced(const struct pc_tex_writer *w)
{
    return w->style.protect != PC_PROTECT_NONE && pc_tex_at_top(w);
}

static bool may_precede_digit(const struct pc_tex_writer *w)
{
    char next = pc_tex_byte(w->x.s, w->x.at);
    const struct pc_latin_form *form;
    size_t n;

    if (next >= 0)
        return pc_ascii_digit(next);
    form = pc_latin_form(pc_rune(pc_drop(w->x.s, w->x.at), &n));
    return form == NULL || form->kind != PC_LATIN_MATH;
}

/* A piece that may be taken for an amount of money must not end before a digit (is_money() of
 * tex_math.c), also when what stands between is left out. */
static bool joins(const struct pc_tex_writer *w)
{
    const struct pc_tex_piece *p = &w->piece;

    if (w->style.markup == PC_TEX || p->end != w->out->n || p->braced != is_braced(w))
        return false;
    return !pc_tex_one_of("<>|-*", w->out->p[p->first]) || !may_precede_digit(w);
}

void pc_tex_put_math(struct pc_tex_writer *w, pc_str math)
{
    pc_tex_piece_begin(&w->piece, w->out, is_braced(w), joins(w));
    pc_tex_piece_add(&w->piece, w->out, math);
    pc_tex_piece_end(&w->piece, w->out);
}

void pc_tex_put_formula(struct pc_tex_writer *w, pc_str base, const struct pc_tex_formula *f)
{
    struct pc_tex_piece *p = &w->piece;

    pc_tex_piece_begin(p, w->out, is_braced(w), joins(w));
    if (base.n != 0)
        pc_tex_piece_add(p, w->out, base);
    for (size_t i = 0; i < f->count; i++) {
        size_t at = w->out->n;

        pc_tex_put_script(w->out, f, i);
        pc_tex_piece_has_script(p, w->out, at);
    }
    pc_tex_piece_end(p, w->out);
}

/* Reports a character or a command that stops pdflatex. */
void pc_tex_report_raw(struct pc_tex_writer *w, pc_str at)
{
    if (w->report.raw++ == 0)
        w->report.raw_at = at;
}

static void put_raw(struct pc_tex_writer *w, pc_str raw, enum pc_latex reads)
{
    if (reads != PC_LATEX_READS)
        pc_tex_report_raw(w, raw);
    pc_text_add(w->out, raw);
}

/* True when pdflatex has the accent NAME only for T1 fonts.  It has all for the others whose name is
 * no letter. */
bool pc_tex_needs_t1(pc_str name)
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
static void put_letter(struct pc_tex_writer *w, uint32_t base, uint32_t mark)
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

/* A superscript takes the number before it into its mathematics: $10^{-3}$. */
static void put_superscript(struct pc_tex_writer *w, pc_str math, pc_str raw)
{
    size_t n = pc_tex_number_before(w->x.s, (size_t)(raw.p - w->x.s.p));
    pc_str base = pc_sub(raw.p - n, n);
    struct pc_tex_piece *p = &w->piece;

    if (n == 0 || !pc_tex_is_last(w, base)) {
        pc_tex_put_math(w, math);
        return;
    }
    w->out->n -= n;
    pc_tex_piece_begin(p, w->out, is_braced(w), joins(w));
    pc_tex_piece_add(p, w->out, base);
    pc_tex_piece_add(p, w->out, math);
    pc_tex_piece_end(p, w->out);
}

static void put_form(struct pc_tex_writer *w, const struct pc_latin_form *form, pc_str raw)
{
    if (form->kind == PC_LATIN_MATH) {
        if (form->tex[0] == '^' && w->style.markup != PC_TEX)
            put_superscript(w, pc_s(form->tex), raw);
        else
            pc_tex_put_math(w, pc_s(form->tex));
    } else if (w->style.utf8 && pc_latex_rune(form->rune, false) == PC_LATEX_READS) {
        pc_text_add(w->out, raw);
    } else {
        pc_text_puts(w->out, "{\\");
        pc_text_puts(w->out, form->tex);
        pc_text_putc(w->out, '}');
    }
}

/* LETTER, which is BASE with MARK, and RAW in the text: in UTF-8, or as a command. */
static void put_accented(struct pc_tex_writer *w, uint32_t letter, uint32_t base, uint32_t mark,
                         pc_str raw)
{
    enum pc_latex reads = w->style.utf8 ? pc_latex_rune(letter, false) : PC_LATEX_STOPS;

    if (reads == PC_LATEX_STOPS)
        put_letter(w, base, mark);
    else
        pc_text_rune(w->out, letter);
    if (reads == PC_LATEX_READS_WITH_T1 || pc_tex_needs_t1(pc_s(pc_latin_accent(mark))))
        pc_tex_report_raw(w, raw);
}

/* A combining mark belongs to the letter before it, which is already written. */
static bool put_mark(struct pc_tex_writer *w, uint32_t mark, pc_str raw)
{
    uint32_t base;

    if (!w->letter || pc_latin_accent(mark) == NULL)
        return false;
    base = (unsigned char)w->out->p[--w->out->n];
    put_accented(w, pc_latin_compose(base, mark), base, mark, raw);
    return true;
}

void pc_tex_put_rune_of_math(struct pc_tex_writer *w, pc_str raw)
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

static bool before_word_byte(const struct pc_tex_writer *w)
{
    return w->x.at < w->x.s.n && (w->x.s.p[w->x.at] < 0 || pc_ascii_digit(w->x.s.p[w->x.at]));
}

static bool is_greek_word(struct pc_tex_writer *w, const struct pc_latin_form *form, pc_str raw)
{
    return form->kind == PC_LATIN_MATH &&
           pc_tex_in_greek_word(&w->greek, w->x.s, (size_t)(raw.p - w->x.s.p));
}

void pc_tex_put_rune(struct pc_tex_writer *w, pc_str raw)
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
    } else if (form != NULL && !is_greek_word(w, form, raw)) {
        put_form(w, form, raw);
    } else if (pc_latin_decompose(rune, &base, &mark) && has_accents(base, mark)) {
        put_accented(w, rune, base, mark, raw);
    } else if (!put_mark(w, rune, raw)) {
        put_raw(w, raw, pc_latex_rune(rune, false));
    }
    w->letter = letter;
}
