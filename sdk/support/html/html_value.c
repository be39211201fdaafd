/* html_value.c - values as HTML. */
#include "paperconv/html.h"

#include "tex/tex_html_marks.h"
#include "tex/tex_math.h"

/* ---- text ------------------------------------------------------------------------ */

/* What stands for the character at P, which has N bytes behind it; NULL: the character itself.
 * SIZE is its length in bytes. */
static const char *shown_as(const char *p, size_t n, size_t *size, char picture[4])
{
    const unsigned char c = (unsigned char)*p;

    *size = 1;
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\t':
    case '\n':
        return NULL;
    }
    if (c < ' ' || c == 0x7F) { /* U+2400 to U+241F, and U+2421 */
        memcpy(picture, "\u2400", 4);
        picture[2] = (char)(0x80 + (c == 0x7F ? 0x21 : c));
        return picture;
    }
    if (c == 0xC2 && n > 1 && (unsigned char)p[1] < 0xA0) {
        *size = 2;
        return "\uFFFD";
    }
    return NULL;
}

void pc_html_escape(pc_text *out, pc_str s)
{
    size_t from = 0, size;
    char picture[4];

    for (size_t i = 0; i < s.n; i += size) {
        const char *shown = shown_as(s.p + i, s.n - i, &size, picture);

        if (shown == NULL)
            continue;
        pc_text_add(out, pc_sub(s.p + from, i - from));
        pc_text_puts(out, shown);
        from = i + size;
    }
    pc_text_add(out, pc_drop(s, from));
}

/* ---- TeX ------------------------------------------------------------------------- */

static void put_decoded(pc_text *out, pc_str tex, pc_text *scratch)
{
    scratch->n = 0;
    pc_tex_decode_source(scratch, tex);
    pc_html_escape(out, pc_text_str(scratch));
}

static void put_formula(pc_text *out, pc_str with_delimiters)
{
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
        put_formula(out, pc_sub(s.p + at, from - at));
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
    if (markup == PC_TEX)
        put_tex(out, s);
    else if (markup == PC_HTML)
        put_tagged(out, s);
    else
        pc_html_escape(out, s);
}
