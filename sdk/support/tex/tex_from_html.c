/* tex_from_html.c - text into LaTeX, also with the tags of CSL processors; and such text into plain text. */
#include "paperconv/tex.h"
#include "tex_escape.h"
#include "tex_html_marks.h"

/* ---- TeX ------------------------------------------------------------------------- */

struct escaping {
    pc_text *out;
    struct pc_tex_style style;
    size_t most;
    size_t depth; /* of the braces that were written for tags */
    struct pc_tex_report report;
};

/* The first of each counts, as in a text without tags. */
static void add_report(struct pc_tex_report *sum, const struct pc_tex_report *r)
{
    if (sum->orphans == 0)
        sum->orphan = r->orphan;
    if (sum->unknown == 0)
        sum->unknown_at = r->unknown_at;
    if (sum->raw == 0)
        sum->raw_at = r->raw_at;
    sum->orphans += r->orphans;
    sum->unknown += r->unknown;
    sum->raw += r->raw;
    sum->spaces |= r->spaces;
    sum->cut |= r->cut;
}

/* Braces protect what is in them from styles. */
static void escape_between(struct escaping *e, pc_str text)
{
    struct pc_tex_style style = e->style;
    struct pc_tex_report r;

    if (text.n == 0)
        return;
    style.markup = PC_PLAIN;
    if (e->depth != 0)
        style.protect = PC_PROTECT_NONE;
    r = pc_tex_escape_untagged(e->out, text, style, e->most);
    add_report(&e->report, &r);
}

/* The command for TAG at this place, with its brace; "" when it says nothing there. */
static const char *command_of(const struct escaping *e, enum pc_html_tag tag)
{
    switch (tag) {
    case PC_HTML_I:
        return "\\emph{";
    case PC_HTML_B:
        return "\\textbf{";
    case PC_HTML_SUP:
        return "\\textsuperscript{";
    case PC_HTML_SUB:
        return "\\textsubscript{";
    case PC_HTML_SMALL_CAPS:
        return "\\textsc{";
    case PC_HTML_NOCASE:
        return e->depth == 0 && e->style.protect != PC_PROTECT_NONE ? "{" : "";
    case PC_HTML_NONE:
        break;
    }
    return "";
}

/* BibTeX does not protect a group that begins with a command: it gets a second pair of braces. */
static void brace_again(pc_text *out, size_t start)
{
    if (out->n - start < 2 || out->p[start] != '{' || out->p[start + 1] != '\\')
        return;
    pc_text_puts(out, "}}");
    memmove(out->p + start + 1, out->p + start, out->n - start - 2);
}

static void escape_tag(struct escaping *e, struct pc_html_marks *marks, size_t number,
                       struct pc_html_mark *mark)
{
    struct pc_html_mark begin = { 0 };

    if (!mark->ends) {
        const char *command = command_of(e, mark->tag);

        mark->start = *command != '\0' ? e->out->n : SIZE_MAX;
        pc_html_set(marks, number, mark);
        pc_text_puts(e->out, command);
        e->depth += *command != '\0';
        return;
    }
    pc_html_mark(marks, mark->other, &begin);
    if (begin.start == SIZE_MAX)
        return;
    if (--e->depth == 0)
        brace_again(e->out, begin.start);
    pc_text_puts(e->out, "}");
}

static struct pc_tex_report escape_tagged(pc_text *out, pc_str s, struct pc_tex_style style,
                                          size_t most)
{
    struct escaping e = { .out = out, .style = style, .most = most };
    struct pc_html_marks marks;
    struct pc_html_mark mark = { 0 };
    size_t from = 0;

    pc_html_find(&marks, s);
    for (size_t i = 0; !e.report.cut && pc_html_mark(&marks, i, &mark); i++) {
        if (mark.other == SIZE_MAX)
            continue; /* text */
        escape_between(&e, pc_sub(s.p + from, mark.at - from));
        from = mark.at + mark.size;
        escape_tag(&e, &marks, i, &mark);
    }
    if (!e.report.cut)
        escape_between(&e, pc_drop(s, from));
    e.report.cut |= out->n > most;
    pc_html_release(&marks);
    return e.report;
}

struct pc_tex_report pc_tex_escape_within(pc_text *out, pc_str s, struct pc_tex_style style,
                                          size_t most)
{
    if (style.markup == PC_HTML) {
        if (s.n != 0 && memchr(s.p, '<', s.n) != NULL)
            return escape_tagged(out, s, style, most);
        style.markup = PC_PLAIN;
    }
    return pc_tex_escape_untagged(out, s, style, most);
}

struct pc_tex_report pc_tex_escape(pc_text *out, pc_str s, struct pc_tex_style style)
{
    return pc_tex_escape_within(out, s, style, SIZE_MAX);
}

/* ---- plain text ------------------------------------------------------------------ */

/* The character of Unicode for RUNE as a superscript or a subscript; 0 when it has none that fonts
 * have. */
static uint32_t script_of(uint32_t rune, bool superscript)
{
    static const uint32_t high[] = { 0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                     0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

    if (rune >= '0' && rune <= '9')
        return superscript ? high[rune - '0'] : 0x2080 + (rune - '0');
    switch (rune) {
    case '+':
        return superscript ? 0x207A : 0x208A;
    case '-':
    case 0x2212: /* minus */
    case 0x2013: /* a dash in its place */
        return superscript ? 0x207B : 0x208B;
    case '(':
        return superscript ? 0x207D : 0x208D;
    case ')':
        return superscript ? 0x207E : 0x208E;
    default:
        return 0;
    }
}

/* Makes scripts of what OUT has from START on, when all characters of it have one. */
static void put_script(pc_text *out, size_t start, bool superscript)
{
    enum { LONGEST = 32 }; /* bytes: what tags in each other have would be read again and again */
    const size_t end = out->n;
    uint32_t rune;
    size_t n;

    if (end == start || end - start > LONGEST)
        return;
    for (size_t i = start; i < end; i += n) {
        rune = script_of(pc_rune(pc_sub(out->p + i, end - i), &n), superscript);
        if (rune == 0) {
            out->n = end;
            return;
        }
        pc_text_rune(out, rune);
    }
    memmove(out->p + start, out->p + end, out->n - end);
    out->n -= end - start;
}

void pc_html_decode(pc_text *out, pc_str s)
{
    struct pc_html_marks marks;
    struct pc_html_mark mark = { 0 }, begin = { 0 };
    size_t from = 0;

    pc_html_find(&marks, s);
    for (size_t i = 0; pc_html_mark(&marks, i, &mark); i++) {
        if (mark.other == SIZE_MAX)
            continue; /* text */
        pc_text_add(out, pc_sub(s.p + from, mark.at - from));
        from = mark.at + mark.size;
        if (!mark.ends) {
            mark.start = out->n;
            pc_html_set(&marks, i, &mark);
        } else if (mark.tag == PC_HTML_SUP || mark.tag == PC_HTML_SUB) {
            pc_html_mark(&marks, mark.other, &begin);
            put_script(out, begin.start, mark.tag == PC_HTML_SUP);
        }
    }
    pc_text_add(out, pc_drop(s, from));
    pc_html_release(&marks);
}
