/* tex_writer.h - the state of escaping a text; private to the support library. */
#ifndef PAPERCONV_TEX_WRITER_H
#define PAPERCONV_TEX_WRITER_H

#include "paperconv/tex.h"
#include "tex_formula.h"
#include "tex_greek.h"
#include "tex_piece.h"
#include "tex_title.h"

struct pc_tex_writer {
    pc_text *out;
    struct pc_tex_style style;
    size_t most; /* bytes of OUT */
    struct pc_tex_lexer x;
    struct pc_tex_title title;
    struct pc_tex_report report;
    struct pc_tex_piece piece; /* the last one */
    struct pc_tex_greek greek;
    size_t depth;            /* of groups at this point */
    bool wrapped;            /* the outermost group got a second brace */
    enum pc_tex_kind before; /* the token before */
    bool letter;             /* the last byte written is a letter of the text */
};

static inline bool pc_tex_at_top(const struct pc_tex_writer *w)
{
    return w->depth == 0 && !w->title.inside;
}

/* True when BASE was written last, and no brace for a title after it. */
static inline bool pc_tex_is_last(const struct pc_tex_writer *w, pc_str base)
{
    const pc_text *out = w->out;

    return base.n <= out->n && pc_same(base, pc_sub(out->p + out->n - base.n, base.n));
}

/* Writes MATH between dollars, in a title also between braces. */
void pc_tex_put_math(struct pc_tex_writer *w, pc_str math);
/* The same for a formula of plain text, with the letter or the number BASE, or without. */
void pc_tex_put_formula(struct pc_tex_writer *w, pc_str base, const struct pc_tex_formula *f);

/* Writes the character RAW of the text. */
void pc_tex_put_rune(struct pc_tex_writer *w, pc_str raw);
void pc_tex_put_rune_of_math(struct pc_tex_writer *w, pc_str raw);

/* Reports a character or a command that stops pdflatex. */
void pc_tex_report_raw(struct pc_tex_writer *w, pc_str at);
/* True when pdflatex has the accent NAME only for T1 fonts.  It has all for the others whose name
 * is no letter. */
bool pc_tex_needs_t1(pc_str name);

#endif
