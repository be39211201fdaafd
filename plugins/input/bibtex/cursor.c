/* cursor.c - the place in the document: lines, blanks, names, and where reading goes on after a
 * fault. */
#include "reader.h"

/* Ends a name, as in BibTeX. */
static bool ends_name(char c)
{
    return (unsigned char)c <= ' ' || c == '"' || c == '#' || c == '%' || c == '\'' || c == '(' ||
           c == ')' || c == ',' || c == '=' || c == '{' || c == '}';
}

static pc_str skip_blanks_of(pc_str s)
{
    while (s.n != 0 && is_blank_char(s.p[0]))
        s = pc_drop(s, 1);
    return s;
}

static pc_str name_of(pc_str *s)
{
    size_t n = 0;
    pc_str name;

    while (n < s->n && !ends_name(s->p[n]))
        n++;
    name = pc_sub(s->p, n);
    *s = pc_drop(*s, n);
    return name;
}

/* True when TEXT, what follows "@word{", is as it is in nearly every entry: a key and a comma, or
 * the end of the line.  TeX in a value may have "@word{" at the start of a line too. */
static bool has_key(pc_str text)
{
    size_t n = 0;

    text = skip_blanks_of(text);
    while (n < text.n && !is_blank_char(text.p[n]) && strchr(",{}\"=", text.p[n]) == NULL)
        n++;
    text = skip_blanks_of(pc_drop(text, n));
    return text.n == 0 || text.p[0] == ',' || (n != 0 && text.p[0] == '=');
}

bool begins_entry(pc_str text, enum line_check check)
{
    pc_str word;

    text = skip_blanks_of(text);
    if (text.n == 0 || text.p[0] != '@')
        return false;
    text = skip_blanks_of(pc_drop(text, 1));
    word = name_of(&text);
    text = skip_blanks_of(text);
    if (word.n == 0 || text.n == 0 || (text.p[0] != '{' && text.p[0] != '('))
        return false;
    return check == CHECK_LOOSE || has_key(pc_drop(text, 1));
}

bool cursor_next_line(struct reader *r, enum line_check check)
{
    pc_str line;

    if (r->blocked || r->ended)
        return false;
    if (!pc_line(r->source, &line)) {
        r->ended = true;
        return false;
    }
    if (line.n != 0 && (line.p[0] == '@' || is_blank_char(line.p[0])) &&
        begins_entry(line, check)) {
        pc_unline(r->source);
        r->blocked = true;
        return false;
    }
    r->line = line;
    r->consumed += line.n;
    r->p = line.p;
    r->end = line.p + line.n;
    return true;
}

bool cursor_skip_blank(struct reader *r)
{
    for (;;) {
        while (r->p != r->end && is_blank_char(*r->p))
            r->p++;
        if (r->p != r->end && *r->p != '%')
            return true;
        if (!cursor_next_line(r, CHECK_LOOSE))
            return false;
    }
}

pc_str cursor_name(struct reader *r)
{
    pc_str rest = pc_sub(r->p, (size_t)(r->end - r->p)), name = name_of(&rest);

    r->p = rest.p;
    return name;
}

void cursor_leave(struct reader *r)
{
    if (r->blocked || r->ended || r->p == r->end)
        return;
    r->resume = (size_t)(r->p - r->line.p);
    pc_unline(r->source);
}

void cursor_recover(struct reader *r)
{
    while (!r->ended && !r->blocked) {
        if (r->p != r->end && begins_entry(pc_sub(r->p, (size_t)(r->end - r->p)), CHECK_LOOSE)) {
            cursor_leave(r);
            return;
        }
        r->p = r->end;
        cursor_next_line(r, CHECK_LOOSE);
    }
}
