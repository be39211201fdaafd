/* values.c - the value of a field: pieces in braces or quotes, numbers and macros. */
#include "reader.h"

#include "paperconv/scan.h"

PC_SCAN_TEST is_delimiter(const unsigned char *p)
{
    return pc_scan_if(*p == '{') | pc_scan_if(*p == '}') | pc_scan_if(*p == '"');
}

PC_SCAN(find_delimiter, is_delimiter, 0)

static pc_str rest_of_line(const struct reader *r)
{
    return pc_sub(r->p, (size_t)(r->end - r->p));
}

/* The text from FIRST, the end of a copied line, over the line SECOND up to the cursor. */
static pc_str joined_with_copy(struct reader *r, pc_str first, pc_str second)
{
    pc_str rest = pc_span(r->source, second, pc_sub(r->line.p, (size_t)(r->p - r->line.p)));
    char *copy = pc_scratch(r->source, first.n + 1 + rest.n);

    if (first.n != 0)
        memcpy(copy, first.p, first.n);
    copy[first.n] = '\n';
    if (rest.n != 0)
        memcpy(copy + first.n + 1, rest.p, rest.n);
    return pc_sub(copy, first.n + 1 + rest.n);
}

bool read_delimited(struct reader *r, char close, pc_str *piece)
{
    const char *start = r->p;
    pc_str first = rest_of_line(r);
    pc_str second = pc_none();
    size_t depth = 0;
    bool is_one_line = true, is_copy = r->is_copy;

    for (;;) {
        r->p += find_delimiter(rest_of_line(r));
        if (r->p == r->end) {
            if (!cursor_next_line(r, CHECK_STRICT))
                return false;
            second = is_one_line ? r->line : second;
            is_one_line = false;
            continue;
        }
        if (*r->p == close && depth == 0)
            break;
        if (*r->p == '{')
            depth++;
        else if (*r->p == '}' && depth == 0)
            return false; /* "a } b" */
        else if (*r->p == '}')
            depth--;
        r->p++;
    }
    if (is_one_line)
        *piece = pc_sub(start, (size_t)(r->p - start));
    else if (is_copy)
        *piece = joined_with_copy(r, first, second);
    else
        *piece = pc_span(r->source, first, pc_sub(r->line.p, (size_t)(r->p - r->line.p)));
    r->p++;
    return true;
}

static void warn_about_backslash(const struct reader *r, pc_str piece)
{
    /* BibTeX counts a brace behind a backslash, LaTeX does not. */
    if (!r->silent && piece.n != 0 && piece.p[piece.n - 1] == '\\' &&
        (piece.n < 2 || piece.p[piece.n - 2] != '\\'))
        pc_warn(r->source, pc_sub(r->p - 2, 2), "brace-escaped",
                "a backslash before a brace does not keep it from ending the value");
}

/* Counts PIECE, the macro NAME, and leaves it out where macros make too much text. */
static void expand(struct reader *r, pc_str name, pc_str *piece)
{
    const bool was_short = r->expanded <= ENTRY_EXPANSION_MOST;

    r->expanded += piece->n;
    if (r->expanded <= ENTRY_EXPANSION_MOST && cursor_may_take(r, piece->n))
        return;
    if (!r->silent && was_short && r->expanded > ENTRY_EXPANSION_MOST)
        pc_warn(r->source, name, "expansion-too-long",
                "the @strings of this entry have more than %d bytes; further ones are left out",
                ENTRY_EXPANSION_MOST);
    else if (!r->silent && was_short)
        pc_warn(r->source, name, "expansion-too-long",
                "the @strings of this document make it many times as long; this one is left out");
    *piece = pc_none();
}

/* Reads a number or the name of a macro; false when neither is there. */
static bool read_word(struct reader *r, pc_str *piece)
{
    pc_str name = cursor_name(r);
    bool is_number = name.n != 0;

    for (size_t i = 0; i < name.n; i++)
        is_number = is_number && name.p[i] >= '0' && name.p[i] <= '9';
    *piece = name;
    if (is_number || name.n == 0)
        return name.n != 0;
    if (!strings_find_macro(&r->strings, name, piece)) {
        if (!r->silent)
            pc_warn(r->source, name, "undefined-string",
                    "no @string before this line defines '%.*s'", PC_FMT(name));
        r->undefined = true;
        return true;
    }
    expand(r, name, piece);
    return true;
}

static enum value_end read_piece(struct reader *r, pc_str *piece, pc_str *at)
{
    char open;

    *at = pc_sub(r->p, r->p != r->end);
    if (!cursor_skip_blank(r))
        return VALUE_MISSING;
    *at = pc_sub(r->p, 1);
    open = *r->p;
    if (open != '{' && open != '"')
        return read_word(r, piece) ? VALUE_OK : VALUE_MISSING;
    r->p++;
    if (!read_delimited(r, open == '{' ? '}' : '"', piece))
        return VALUE_OPEN;
    warn_about_backslash(r, *piece);
    return VALUE_OK;
}

/* Moves behind a #; false, and the cursor stays before what it is, when there is none. */
static bool goes_on(struct reader *r)
{
    if (!cursor_skip_blank(r) || *r->p != '#')
        return false;
    r->p++;
    return true;
}

static pc_str copy_of(struct reader *r, pc_str s)
{
    char *copy = s.n != 0 ? pc_scratch(r->source, s.n) : NULL;

    if (copy == NULL)
        return pc_sub("", 0);
    memcpy(copy, s.p, s.n);
    return pc_sub(copy, s.n);
}

enum value_end read_value(struct reader *r, pc_str *value, pc_str *at)
{
    enum value_end end;
    pc_str piece;

    r->undefined = false;
    end = read_piece(r, value, at);
    if (end != VALUE_OK || !goes_on(r))
        return end;
    r->joined.n = 0;
    if (!r->undefined)
        pc_text_add(&r->joined, *value);
    do {
        r->undefined = false;
        end = read_piece(r, &piece, at);
        if (end != VALUE_OK)
            return end;
        if (!r->undefined)
            pc_text_add(&r->joined, piece);
    } while (goes_on(r));
    *value = copy_of(r, pc_text_str(&r->joined));
    return VALUE_OK;
}
