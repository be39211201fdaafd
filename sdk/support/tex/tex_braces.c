/* tex_braces.c - counts the braces of a text. */
#include "tex_braces.h"

void pc_tex_count_brace(struct pc_tex_braces *b, char brace, bool math, bool shown)
{
    size_t *open = &b->open[math][shown];

    if (brace == '{')
        ++*open;
    else if (brace == '}' && (*open)-- == 0)
        b->unpaired = true;
}

static bool none_open(const size_t open[PC_TEX_SORTS])
{
    return open[0] == 0 && open[1] == 0;
}

void pc_tex_leave_math(struct pc_tex_braces *b)
{
    if (!none_open(b->open[1]))
        b->unpaired = true;
}

bool pc_tex_all_paired(const struct pc_tex_braces *b)
{
    return !b->unpaired && none_open(b->open[0]);
}
