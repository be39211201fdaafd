/* tex_title.h - words of a title whose capitals must stay; private to the support library. */
#ifndef PAPERCONV_TEX_TITLE_H
#define PAPERCONV_TEX_TITLE_H

#include "paperconv/tex.h"
#include "tex_lexer.h"

struct pc_tex_title {
    size_t open, close; /* the next word to protect; SIZE_MAX: none before RESUME */
    size_t resume;      /* where to look again */
    bool inside;        /* between OPEN and CLOSE */
};

/* Between two tokens: ends and begins the words to protect, with braces to OUT, and
 * has X stop where the next one begins or ends. */
void pc_tex_title_step(struct pc_tex_title *t, struct pc_tex_lexer *x, enum pc_protect how,
                       pc_text *out);

#endif
