/* markup.c - finds tags in bytes of XML.
 *
 * Markup that has no end is found out where the next one of its kind begins, so that no byte is
 * looked at again and again: <!-- <!-- <!-- takes linear time. */
#include "markup.h"

/* True for the bytes that a name begins with: letters, _ and all beyond ASCII. */
static bool begins_name(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || (c & 0x80) != 0;
}

static bool ends_xml_name(char c)
{
    switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '>':
    case '/':
    case '<':
    case '=':
    case '[':
    case '?':
    case '"':
    case '\'':
        return true;
    default:
        return false;
    }
}

static size_t skip_blanks(pc_str s, size_t i)
{
    while (i < s.n && xml_is_space(s.p[i]))
        i++;
    return i;
}

pc_str markup_local(pc_str name)
{
    const char *colon = name.n != 0 ? memchr(name.p, ':', name.n) : NULL;

    return colon != NULL ? pc_drop(name, (size_t)(colon + 1 - name.p)) : name;
}

/* The name at I, which may be empty. */
static pc_str name_at(pc_str s, size_t i)
{
    size_t n = 0;

    while (i + n < s.n && !ends_xml_name(s.p[i + n]))
        n++;
    return pc_sub(s.p + i, n);
}

/* ---- markup that ends, and markup that does not ------------------------------------ */

static struct markup no_markup(void)
{
    return (struct markup){ MARKUP_NONE, 1, { NULL, 0 } };
}

/* S, the first bytes of markup as far as they count, has no end of it. */
static struct markup without_end(pc_str s, pc_str name)
{
    if (s.n == MARKUP_LONGEST)
        return no_markup();
    return (struct markup){ MARKUP_CUT, 0, name };
}

/* The markup from FROM on to the first END; none when START comes before that. */
static struct markup up_to(pc_str s, size_t from, const char *end, const char *start,
                           enum markup_kind kind)
{
    for (size_t i = from; i < s.n; i++) {
        const pc_str rest = pc_drop(s, i);

        if (pc_starts(rest, end))
            return (struct markup){ kind, i + strlen(end), { NULL, 0 } };
        if (pc_starts(rest, start))
            return rest.n < strlen(end) ? without_end(s, pc_none()) : no_markup();
    }
    return without_end(s, pc_none());
}

/* No comment has two hyphens but at its end. */
static struct markup read_comment(pc_str s)
{
    return up_to(s, 4, "-->", "--", MARKUP_HIDDEN);
}

/* The place of the quotation mark that ends what begins with one at I, or of a < before it; s.n when
 * there is neither. */
static size_t quotation_end(pc_str s, size_t i)
{
    const char quote = s.p[i];

    for (i++; i < s.n && s.p[i] != quote && s.p[i] != '<';)
        i++;
    return i;
}

/* ---- tags -------------------------------------------------------------------------- */

/* A tag ends with > outside of quotes.  A < ends it, too, because no tag has one: a > is missing. */
static struct markup read_start(pc_str s)
{
    const pc_str name = markup_local(name_at(s, 1));

    for (size_t i = 1 + name.n; i < s.n; i++) {
        if (s.p[i] == '"' || s.p[i] == '\'')
            i = quotation_end(s, i);
        if (i == s.n)
            break;
        if (s.p[i] == '<')
            return (struct markup){ MARKUP_NONE, 1, name };
        if (s.p[i] == '>')
            return (struct markup){ s.p[i - 1] == '/' ? MARKUP_EMPTY : MARKUP_START, i + 1, name };
    }
    return without_end(s, name);
}

static struct markup read_end(pc_str s)
{
    const pc_str name = name_at(s, 2);
    size_t i = 2 + name.n;

    while (i < s.n && s.p[i] != '>' && s.p[i] != '<')
        i++;
    if (i == s.n)
        return without_end(s, pc_none());
    return s.p[i] == '<' ? no_markup() : (struct markup){ MARKUP_END, i + 1, markup_local(name) };
}

/* Its brackets have declarations in them, which end with >, too. */
static struct markup read_doctype(pc_str s)
{
    size_t i = sizeof "<!DOCTYPE" - 1;
    struct markup m = { MARKUP_DOCTYPE, 0, name_at(s, skip_blanks(s, i)) };
    unsigned depth = 0;

    for (; i < s.n; i++) {
        const pc_str rest = pc_drop(s, i);

        if (pc_starts(rest, "<!DOCTYPE"))
            return no_markup();
        if (pc_starts(rest, "<!--")) {
            const struct markup comment = read_comment(rest);

            if (comment.kind != MARKUP_HIDDEN)
                return comment.kind == MARKUP_CUT ? without_end(s, m.name) : no_markup();
            i += comment.size - 1;
        } else if (*rest.p == '"' || *rest.p == '\'') {
            const char *end = memchr(rest.p + 1, *rest.p, rest.n - 1);

            if (end == NULL)
                break;
            i = (size_t)(end - s.p);
        } else if (*rest.p == '[' || *rest.p == '<') {
            depth++;
        } else if (depth != 0) {
            depth -= *rest.p == ']' || *rest.p == '>';
        } else if (*rest.p == '>') {
            m.size = i + 1;
            return m;
        }
    }
    return without_end(s, m.name);
}

/* What is neither a tag nor a name with < before it. */
static struct markup read_other(pc_str s)
{
    static const char *const starts[] = { "<!--", "<![CDATA[", "<!DOCTYPE", "<?xml " };

    if (pc_starts(s, "<!--"))
        return read_comment(s);
    if (pc_starts(s, "<![CDATA["))
        return up_to(s, 9, "]]>", "<![CDATA[", MARKUP_HIDDEN);
    if (pc_starts(s, "<!DOCTYPE"))
        return read_doctype(s);
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        if (s.n < strlen(starts[i]) && memcmp(s.p, starts[i], s.n) == 0)
            return without_end(s, pc_none());
    }
    if (pc_starts(s, "<?"))
        return up_to(s, 2, "?>", "<?",
                     pc_starts(s, "<?xml") && xml_is_space(s.p[5]) ? MARKUP_DECLARATION
                                                                   : MARKUP_HIDDEN);
    return no_markup();
}

struct markup markup_read(pc_str s)
{
    if (s.n > MARKUP_LONGEST)
        s.n = MARKUP_LONGEST;
    if (s.n < 2)
        return without_end(s, pc_none());
    if (begins_name(s.p[1]))
        return read_start(s);
    return s.p[1] == '/' ? read_end(s) : read_other(s);
}

pc_str markup_attribute(pc_str tag, const char *name)
{
    size_t i = 1;

    while (i < tag.n) {
        const pc_str found = name_at(tag, i);
        size_t value = skip_blanks(tag, i + found.n);

        i += found.n + 1;
        if (found.n == 0 || value >= tag.n || tag.p[value] != '=')
            continue;
        value = skip_blanks(tag, value + 1);
        if (value >= tag.n || (tag.p[value] != '"' && tag.p[value] != '\''))
            continue;
        i = quotation_end(tag, value);
        if (pc_eq(found, name))
            return pc_sub(tag.p + value + 1, i - value - 1);
        i++;
    }
    return pc_none();
}
