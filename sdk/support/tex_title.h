/* tex_title.h - words of a title whose capitals must stay; private to the support library. */
#ifndef PAPERCONV_TEX_TITLE_H
#define PAPERCONV_TEX_TITLE_H

#include "tex_lexer.h"

struct pc_tex_title {
    size_t open, close; /* the next word to protect; SIZE_MAX: none before RESUME */
    size_t resume;      /* where to look again */
    bool inside;        /* between OPEN and CLOSE */
};

/* Looks from AT for the next word to protect, up to where TeX takes over. */
void pc_tex_title_find(struct pc_tex_title *t, const struct pc_tex_lexer *x, enum pc_protect how);

#endif
