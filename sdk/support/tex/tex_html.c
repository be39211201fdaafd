/* tex_html.c - the tags that CSL processors know, and the TeX commands for them. */
#include "tex_html.h"

#include "tex_chars.h"

static const struct {
    const char *start, *end;
} tags[] = {
    [PC_HTML_NONE] = { "", "" },
    [PC_HTML_I] = { "<i>", "</i>" },
    [PC_HTML_B] = { "<b>", "</b>" },
    [PC_HTML_SUP] = { "<sup>", "</sup>" },
    [PC_HTML_SUB] = { "<sub>", "</sub>" },
    [PC_HTML_SMALL_CAPS] = { "<span style=\"font-variant:small-caps;\">", "</span>" },
    [PC_HTML_NOCASE] = { "<span class=\"nocase\">", "</span>" },
};

const char *pc_html_start(enum pc_html_tag tag)
{
    return tags[tag].start;
}

const char *pc_html_end(enum pc_html_tag tag)
{
    return tags[tag].end;
}

static bool has_letter(pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (pc_ascii_letter(s.p[i]) || (s.p[i] & 0x80) != 0)
            return true;
    }
    return false;
}

void pc_html_close(pc_text *out, size_t start, enum pc_html_tag tag)
{
    const size_t size = strlen(tags[tag].start);
    const pc_str inside = pc_drop(pc_text_str(out), start + size);

    if (tag == PC_HTML_NONE)
        return;
    if (inside.n != 0 && (tag != PC_HTML_NOCASE || has_letter(inside))) {
        pc_text_puts(out, tags[tag].end);
        return;
    }
    memmove(out->p + start, inside.p, inside.n);
    out->n -= size;
}

enum pc_html_tag pc_html_command(pc_str name, bool *declaration)
{
    static const struct {
        const char *name;
        unsigned char tag;
        bool declaration;
    } commands[] = {
        { "emph", PC_HTML_I, false },
        { "textit", PC_HTML_I, false },
        { "textsl", PC_HTML_I, false },
        { "textbf", PC_HTML_B, false },
        { "textsc", PC_HTML_SMALL_CAPS, false },
        { "textsuperscript", PC_HTML_SUP, false },
        { "textsubscript", PC_HTML_SUB, false },
        { "em", PC_HTML_I, true },
        { "it", PC_HTML_I, true },
        { "itshape", PC_HTML_I, true },
        { "sl", PC_HTML_I, true },
        { "slshape", PC_HTML_I, true },
        { "bf", PC_HTML_B, true },
        { "bfseries", PC_HTML_B, true },
        { "sc", PC_HTML_SMALL_CAPS, true },
        { "scshape", PC_HTML_SMALL_CAPS, true },
    };

    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (pc_eq(name, commands[i].name)) {
            *declaration = commands[i].declaration;
            return (enum pc_html_tag)commands[i].tag;
        }
    }
    return PC_HTML_NONE;
}
