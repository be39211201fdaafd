/* tex_orphans.h - the second reading of a text with unpaired braces; private to the support
 * library. */
#ifndef PAPERCONV_TEX_ORPHANS_H
#define PAPERCONV_TEX_ORPHANS_H

#include "tex_lexer.h"

/* After pc_tex_next() returned false.  True: some braces have no partner; they are now marked, and
 * X stands at the start of the text again, to be read a second time.  Nearly all texts are read
 * once. */
bool pc_tex_again(struct pc_tex_lexer *x);

#endif
