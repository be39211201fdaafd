/* tex_html.h - the marks of CSL processors for TeX; private to the support library. */
#ifndef PAPERCONV_TEX_HTML_H
#define PAPERCONV_TEX_HTML_H

#include "paperconv/text.h"

enum pc_html_tag {
    PC_HTML_NONE,
    PC_HTML_I,
    PC_HTML_B,
    PC_HTML_SUP,
    PC_HTML_SUB,
    PC_HTML_SMALL_CAPS,
    PC_HTML_NOCASE
};

/* The start and the end of TAG. */
const char *pc_html_start(enum pc_html_tag tag);
const char *pc_html_end(enum pc_html_tag tag);
/* Ends TAG, which began at START of OUT, or removes it when nothing is in it that it could mark. */
void pc_html_close(pc_text *out, size_t start, enum pc_html_tag tag);

/* The tag of the TeX command NAME, without its backslash; DECLARATION: it holds to the end of the
 * group that it is in (\em), and not for the group behind it (\emph). */
enum pc_html_tag pc_html_command(pc_str name, bool *declaration);

/* Appends the mathematics TEX, without its dollars: symbols as characters, <sup> and <sub>.  False,
 * and OUT is unchanged, when it has more than that.  CAPITAL: a style could change it. */
bool pc_html_math(pc_text *out, pc_str tex, bool *capital);

#endif
