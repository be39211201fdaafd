/* tex_formula.h - finds scripts in plain text that plainly are mathematics; private to the support
 * library.  The rule is in paperconv/tex.h, at pc_tex_escape(). */
#ifndef PAPERCONV_TEX_FORMULA_H
#define PAPERCONV_TEX_FORMULA_H

#include "paperconv/text.h"

struct pc_tex_formula {
    size_t base; /* bytes before the first script that belong to the formula: a letter, a number */
    struct {
        pc_str body; /* without braces */
        char kind;   /* ^ or _ */
    } script[2];
    size_t count;
    size_t end;
};

/* The length of the number before AT, which is the base of a superscript there; 0: none. */
size_t pc_tex_number_before(pc_str s, size_t at);
/* True when the ^ or _ at AT of S begins scripts of a formula. */
bool pc_tex_find_formula(struct pc_tex_formula *f, pc_str s, size_t at);
/* Appends the script I of F, such as ^{-3}. */
void pc_tex_put_script(pc_text *out, const struct pc_tex_formula *f, size_t i);

#endif
