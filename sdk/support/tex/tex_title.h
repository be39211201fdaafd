/* tex_title.h - protects words of a title whose capitals must stay; private to the support
 * library. */
#ifndef PAPERCONV_TEX_TITLE_H
#define PAPERCONV_TEX_TITLE_H

#include "paperconv/tex.h"
#include "tex_lexer.h"

struct pc_tex_title {
    size_t open, close; /* ends of the next word to protect; SIZE_MAX: none before RESUME */
    size_t resume;      /* where to search again */
    bool inside;        /* between OPEN and CLOSE */
};

/* Call it between two tokens.  Writes to OUT the braces that begin and end words to protect, and
 * makes X stop where the next such word begins or ends. */
void pc_tex_title_step(struct pc_tex_title *t, struct pc_tex_lexer *x, enum pc_protect how,
                       pc_text *out);

#endif
