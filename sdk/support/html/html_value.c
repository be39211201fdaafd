/* html_value.c - values as HTML. */
#include "paperconv/html.h"

#include "tex/tex_html_marks.h"
#include "tex/tex_math.h"

/* ---- TeX ------------------------------------------------------------------------- */

static void put_decoded(pc_text *out, pc_str tex, pc_text *scratch)
{
    scratch->n = 0;
    pc_tex_decode_source(scratch, tex);
    pc_html_escape(out, pc_text_str(scratch));
}

/* As MathML, or as TeX in the font of code. */
static void put_formula(pc_text *out, pc_str with_delimiters, const struct pc_tex_math *math)
{
    const size_t n = with_delimiters.n - math->opener - math->closer;

    if (pc_mathml(out, pc_sub(with_delimiters.p + math->opener, n),
                  math->opener > 1 && with_delimiters.p[1] != '('))
        return;
    pc_text_puts(out, "<code class=\"tex\">");
    pc_html_escape(out, with_delimiters);
    pc_text_puts(out, "</code>");
}

/* A place where mathematics may begin; a character behind a backslash is passed over. */
static size_t next_opener(pc_str s, size_t at)
{
    while (at < s.n && s.p[at] != '$' && s.p[at] != '\\')
        at++;
    return at;
}

static void put_tex(pc_text *out, pc_str s)
{
    pc_text scratch = { 0 };
    struct pc_tex_math math;
    size_t from = 0, at = 0;

    while ((at = next_opener(s, at)) < s.n) {
        if (!pc_tex_find_math(s, at, &math)) {
            at += s.p[at] == '\\' ? 2 : 1;
            continue;
        }
        put_decoded(out, pc_sub(s.p + from, at - from), &scratch);
        from = math.end + math.closer;
        put_formula(out, pc_sub(s.p + at, from - at), &math);
        at = from;
    }
    put_decoded(out, pc_drop(s, from), &scratch);
    pc_text_free(&scratch);
}

/* ---- tags ------------------------------------------------------------------------ */

static void put_tag(pc_text *out, const struct pc_html_mark *mark)
{
    if (mark->tag == PC_HTML_NOCASE)
        return;
    if (mark->tag != PC_HTML_SMALL_CAPS)
        pc_text_puts(out, mark->ends ? pc_html_end(mark->tag) : pc_html_start(mark->tag));
    else
        pc_text_puts(out, mark->ends ? "</span>" : "<span class=\"small-caps\">");
}

static void put_tagged(pc_text *out, pc_str s)
{
    struct pc_html_marks marks = { 0 };
    struct pc_html_mark mark;
    size_t from = 0;

    pc_html_find(&marks, s);
    for (size_t i = 0; pc_html_mark(&marks, i, &mark); i++) {
        if (mark.other == SIZE_MAX)
            continue;
        pc_html_escape(out, pc_sub(s.p + from, mark.at - from));
        put_tag(out, &mark);
        from = mark.at + mark.size;
    }
    pc_html_escape(out, pc_drop(s, from));
    pc_html_release(&marks);
}

void pc_html_value(pc_text *out, pc_str s, enum pc_markup markup)
{
    enum {
        MOST_TEX = 1 << 16
    }; /* tags are many times as long as formulas: a text of more is no title */

    if (markup == PC_TEX && s.n <= MOST_TEX)
        put_tex(out, s);
    else if (markup == PC_HTML)
        put_tagged(out, s);
    else
        pc_html_escape(out, s);
}
