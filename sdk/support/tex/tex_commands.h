/* tex_commands.h - the LaTeX commands outside mathematics; private to the support library. */
#ifndef PAPERCONV_TEX_COMMANDS_H
#define PAPERCONV_TEX_COMMANDS_H

#include "paperconv/plugin.h"

/* True when NAME, without its backslash, is a command of LaTeX or hyperref, an accent, a
 * letter or a symbol.  Authors define other commands themselves; LaTeX stops at those. */
bool pc_tex_is_command(pc_str name);

#endif
