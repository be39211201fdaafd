/* tex_escape.h - text without tags into TeX; private to the support library. */
#ifndef PAPERCONV_TEX_ESCAPE_H
#define PAPERCONV_TEX_ESCAPE_H

#include "paperconv/tex.h"

/* pc_tex_escape_within() for every markup but PC_HTML. */
struct pc_tex_report pc_tex_escape_untagged(pc_text *out, pc_str s, struct pc_tex_style style,
                                            size_t most);

#endif
