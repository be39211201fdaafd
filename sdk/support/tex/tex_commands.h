/* tex_commands.h - the commands that LaTeX has outside mathematics; private to the library. */
#ifndef PAPERCONV_TEX_COMMANDS_H
#define PAPERCONV_TEX_COMMANDS_H

#include "paperconv/plugin.h"

/* NAME, without its backslash, is a command of LaTeX or hyperref, an accent, a
 * letter or a symbol.  Others are their authors' own: LaTeX stops at them. */
bool pc_tex_is_command(pc_str name);

#endif
