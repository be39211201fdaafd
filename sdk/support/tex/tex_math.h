/* tex_math.h - where mathematics begins and ends; private to the support library. */
#ifndef PAPERCONV_TEX_MATH_H
#define PAPERCONV_TEX_MATH_H

#include "paperconv/plugin.h"

struct pc_tex_math {
    size_t opener; /* bytes of the opening delimiter */
    size_t end;    /* where the closing delimiter begins */
    size_t closer; /* bytes of that delimiter */
};

/* Finds the mathematics that begins at AT: $a$, $$a$$, \(a\), \[a\],
 * \begin{equation}a\end{equation}.  False when none begins there. */
bool pc_tex_find_math(pc_str s, size_t at, struct pc_tex_math *math);

#endif
