/* tex_braces.h - which braces of a text have a partner; private to the support library. */
#ifndef PAPERCONV_TEX_BRACES_H
#define PAPERCONV_TEX_BRACES_H

#include "tex_lexer.h"

/* Braces that group and braces that are shown pair among themselves, and so do those
 * of each piece of mathematics: then every reader finds them balanced, whichever it
 * counts.  In nearly all texts every brace has its partner, so the first reading only
 * counts; when the count is wrong, pc_tex_again() marks in X->orphans the tokens whose
 * brace has none. */
void pc_tex_count_brace(struct pc_tex_lexer *x, const struct pc_tex_token *t);
void pc_tex_leave_math(struct pc_tex_lexer *x);

static inline bool pc_tex_is_orphan(const struct pc_tex_lexer *x, size_t at)
{
    return x->orphans.n != 0 && (x->orphans.p[at / 8] >> at % 8 & 1) != 0;
}

#endif
