/* tex_orphans.h - the second reading of a text with unpaired braces; private to the support
 * library. */
#ifndef PAPERCONV_TEX_ORPHANS_H
#define PAPERCONV_TEX_ORPHANS_H

#include "tex_lexer.h"

/* After pc_tex_next() returned false.  True: some braces have no partner; they are now marked, and
 * X is at the start of the text again, for a second reading.  Almost all texts need only one. */
bool pc_tex_again(struct pc_tex_lexer *x);

#endif
