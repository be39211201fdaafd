/* tex_braces.h - counts the braces of a text; private to the support library.
 *
 * Braces that group and braces that are shown (\{) pair separately, and so do the braces of each
 * piece of mathematics: every reader then finds them balanced, whichever of them it counts. */
#ifndef PAPERCONV_TEX_BRACES_H
#define PAPERCONV_TEX_BRACES_H

#include "paperconv/plugin.h"

/* A brace is in text or in mathematics, and groups or is shown. */
enum { PC_TEX_SCOPES = 2, PC_TEX_SORTS = 2 };

struct pc_tex_braces {
    size_t open[PC_TEX_SCOPES][PC_TEX_SORTS];
    bool unpaired; /* a brace had no partner */
};

void pc_tex_count_brace(struct pc_tex_braces *b, char brace, bool math, bool shown);
/* Mathematics ends: the braces that are open in it have no partner. */
void pc_tex_leave_math(struct pc_tex_braces *b);
/* At the end of the text: every brace has a partner. */
bool pc_tex_all_paired(const struct pc_tex_braces *b);

#endif
