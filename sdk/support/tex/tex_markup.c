/* tex_markup.c - a text of one record for another one with another markup. */
#include "paperconv/tex.h"

static void add_without_markup(pc_text *out, pc_str text, enum pc_markup markup)
{
    if (markup == PC_TEX)
        pc_tex_decode(out, text);
    else if (markup == PC_HTML)
        pc_html_decode(out, text);
    else
        pc_text_add(out, text);
}

void pc_markup_convert(pc_text *out, pc_str text, pc_str from, pc_str to)
{
    const enum pc_markup given = pc_markup_read(from), wanted = pc_markup_read(to);
    const struct pc_tex_style style = { given, PC_PROTECT_NONE, true };

    if (given == wanted)
        pc_text_add(out, text);
    else if (wanted == PC_TEX)
        pc_tex_escape(out, text, style);
    else if (wanted == PC_HTML && given == PC_TEX)
        pc_tex_to_html(out, text, false);
    else
        add_without_markup(out, text, given);
}
