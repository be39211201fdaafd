/* tex_piece.h - pieces of mathematics between dollars; private to the support library.
 *
 * What follows a piece directly joins it: $\alpha\beta$, $\phi^3$, $10^{-3}$. */
#ifndef PAPERCONV_TEX_PIECE_H
#define PAPERCONV_TEX_PIECE_H

#include "paperconv/text.h"

struct pc_tex_piece {
    size_t end;              /* where it ends in the output; SIZE_MAX: there is none */
    size_t first;            /* where its mathematics begins */
    bool braced;             /* {$...$} */
    char script;             /* ^ or _ when it ends in a script, else NUL */
    bool grouped;            /* ... which has braces */
    size_t script_at;        /* where that script begins */
    bool has_super, has_sub; /* scripts of the last base */
};

/* Begins a piece, or with JOIN opens the one that ends here again. */
void pc_tex_piece_begin(struct pc_tex_piece *p, pc_text *out, bool braced, bool join);
/* Writes a symbol, or a script such as ^2. */
void pc_tex_piece_add(struct pc_tex_piece *p, pc_text *out, pc_str math);
/* Tells that a script was written at AT, of a kind that the base did not have. */
void pc_tex_piece_has_script(struct pc_tex_piece *p, const pc_text *out, size_t at);
void pc_tex_piece_end(struct pc_tex_piece *p, pc_text *out);

#endif
