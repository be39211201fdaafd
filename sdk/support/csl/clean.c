/* clean.c - texts with entities and tags of HTML, JATS and MathML. */
#include "paperconv/csl.h"

/* ---- entities -------------------------------------------------------------------- */

/* Appends the character for the entity that S begins with and returns its length; 0: it is none. */
static size_t put_entity(pc_text *out, pc_str s)
{
    static const struct {
        const char *name;
        uint32_t rune;
    } entities[] = {
        { "&amp;", '&' },       { "&lt;", '<' },       { "&gt;", '>' },       { "&quot;", '"' },
        { "&apos;", '\'' },     { "&nbsp;", 0xA0 },    { "&ndash;", 0x2013 }, { "&mdash;", 0x2014 },
        { "&lsquo;", 0x2018 },  { "&rsquo;", 0x2019 }, { "&ldquo;", 0x201C }, { "&rdquo;", 0x201D },
        { "&hellip;", 0x2026 }, { "&shy;", 0xAD },     { "&times;", 0xD7 },
    };
    const bool hex = pc_starts(s, "&#x") || pc_starts(s, "&#X");
    uint32_t rune = 0;
    size_t i = hex ? 3 : 2;

    for (size_t e = 0; e < sizeof entities / sizeof entities[0]; e++) {
        if (pc_starts(s, entities[e].name)) {
            pc_text_rune(out, entities[e].rune);
            return strlen(entities[e].name);
        }
    }
    if (!pc_starts(s, "&#"))
        return 0;
    for (; i < s.n && i < 10; i++) {
        const char c = (char)(s.p[i] | 0x20);

        if (s.p[i] >= '0' && s.p[i] <= '9')
            rune = rune * (hex ? 16 : 10) + (uint32_t)(s.p[i] - '0');
        else if (hex && c >= 'a' && c <= 'f')
            rune = rune * 16 + (uint32_t)(c - 'a' + 10);
        else
            break;
    }
    if (i == s.n || s.p[i] != ';' || rune < 0x20 || rune > 0x10FFFF || (rune >> 11) == 0x1B)
        return 0;
    pc_text_rune(out, rune);
    return i + 1;
}

/* ---- tags ------------------------------------------------------------------------ */

/* What becomes of a tag: NAME is without the prefix of JATS; START and END stand for it. */
static const struct tag {
    const char *name, *start, *end;
} tags[] = {
    { "i", "<i>", "</i>" },
    { "em", "<i>", "</i>" },
    { "italic", "<i>", "</i>" },
    { "b", "<b>", "</b>" },
    { "strong", "<b>", "</b>" },
    { "bold", "<b>", "</b>" },
    { "sup", "<sup>", "</sup>" },
    { "sub", "<sub>", "</sub>" },
    { "sc", "<span style=\"font-variant:small-caps;\">", "</span>" },
    { "scp", "<span style=\"font-variant:small-caps;\">", "</span>" },
    { "p", "\n\n", "\n\n" },
    { "sec", "\n\n", "\n\n" },
    { "title", "\n\n", "\n\n" },
    { "br", " ", " " },
    { "abstract", "", "" },
    { "list", "\n\n", "\n\n" },
    { "list-item", "\n\n", "\n\n" },
    { "inline-formula", "", "" },
    { "disp-formula", " ", " " },
    { "alternatives", "", "" },
    { "ext-link", "", "" },
    { "xref", "", "" },
    { "underline", "", "" },
    { "roman", "", "" },
    { "monospace", "", "" },
    { "tt", "", "" },
    { "u", "", "" },
    { "a", "", "" },
    { "named-content", "", "" },
    { "styled-content", "", "" },
};

/* What the tag S, as "<jats:p id='1'>", becomes; NULL when it is not one of those above. */
static const char *replacement(pc_str s)
{
    const bool ends = s.n > 1 && s.p[1] == '/';
    pc_str name = pc_drop(s, ends ? 2 : 1);
    size_t n = 0;

    if (pc_starts(name, "mml:"))
        return "";
    if (pc_starts(name, "jats:"))
        name = pc_drop(name, strlen("jats:"));
    while (n < name.n && name.p[n] != '>' && name.p[n] != '/' && name.p[n] != ' ' &&
           name.p[n] != '\n')
        n++;
    name.n = n;
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
        if (pc_eq(name, tags[i].name))
            return ends ? tags[i].end : tags[i].start;
    }
    return NULL;
}

/* The length of the tag that S begins with; 0 when it is a < of the text. */
static size_t tag_size(pc_str s)
{
    enum { LONGEST = 400 };
    const char *end = memchr(s.p, '>', s.n < LONGEST ? s.n : LONGEST);
    const char c = s.n > 1 ? (char)((s.p[1] == '/' && s.n > 2 ? s.p[2] : s.p[1]) | 0x20) : ' ';

    return end != NULL && c >= 'a' && c <= 'z' ? (size_t)(end + 1 - s.p) : 0;
}

static bool is_span(pc_str tag)
{
    return pc_starts(tag, "<span class=\"nocase\">") ||
           pc_starts(tag, "<span style=\"font-variant:") ||
           pc_starts(tag, "<span style=\"font-variant :");
}

/* Appends what the tag becomes.  *HTML: a tag of CSL is there.  *PARAGRAPHS: the text is divided by tags.  *FOREIGN: line ends
 * mean nothing, as in JATS. */
static void put_tag(pc_text *out, pc_str tag, bool *html, bool *paragraphs, bool *foreign)
{
    const char *shown = replacement(tag);

    *foreign |= shown != NULL && !pc_eq(tag, shown);
    if (pc_eq(tag, "</span>") || is_span(tag)) {
        pc_text_add(out, tag);
        *html = true;
    } else if (shown == NULL) {
        pc_text_add(out, tag);
    } else {
        *paragraphs |= shown[0] == '\n';
        *html |= shown[0] == '<';
        pc_text_puts(out, shown);
    }
}

/* ---- white space ----------------------------------------------------------------- */

static bool is_white(char c)
{
    return (unsigned char)c <= ' ';
}

/* Collapses the white space of OUT from START on; PARAGRAPHS stay apart by an empty line, and the
 * heading "Abstract" goes. */
static void tidy(pc_text *out, size_t start, bool paragraphs)
{
    size_t to = start;

    for (size_t i = start; i < out->n;) {
        size_t lines = 0;

        if (!is_white(out->p[i])) {
            out->p[to++] = out->p[i++];
            continue;
        }
        for (; i < out->n && is_white(out->p[i]); i++)
            lines += out->p[i] == '\n';
        if (to == start || i == out->n)
            continue;
        if (paragraphs && lines > 1) {
            if (pc_eq(pc_sub(out->p + start, to - start), "Abstract")) {
                to = start;
                continue;
            }
            out->p[to++] = '\n';
            out->p[to++] = '\n';
        } else {
            out->p[to++] = ' ';
        }
    }
    out->n = to;
}

static bool has_line_end(pc_str text)
{
    return memchr(text.p, '\n', text.n) != NULL;
}

pc_str pc_csl_clean(pc_str text, pc_text *out, bool *html)
{
    bool paragraphs = false, foreign = false;

    text = pc_trim(text);
    if (text.n == 0)
        return text;
    if (memchr(text.p, '<', text.n) == NULL && memchr(text.p, '&', text.n) == NULL)
        return text;
    out->n = 0;
    for (size_t i = 0; i < text.n;) {
        const pc_str rest = pc_drop(text, i);
        size_t n = 0;

        if (text.p[i] == '&') {
            n = put_entity(out, rest);
        } else if (text.p[i] == '<' && (n = tag_size(rest)) != 0) {
            put_tag(out, pc_sub(rest.p, n), html, &paragraphs, &foreign);
        }
        if (n == 0)
            pc_text_putc(out, text.p[i]);
        i += n + (n == 0);
    }
    if (paragraphs || (foreign && has_line_end(text)))
        tidy(out, 0, paragraphs);
    return pc_trim(pc_text_str(out));
}
