/* cells.c - text as one cell of a table. */
#include "cells.h"
#include "paperconv/scan.h"

/* Writes BETWEEN and TEXT to TO, which has room for 3 and twice the size of TEXT, with a backslash
 * before every ; and \ and SEPARATOR.  Returns the end. */
static char *put_item(char *to, const char *between, pc_str text, char separator)
{
    for (; *between != '\0'; between++)
        *to++ = *between;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == ';' || text.p[i] == '\\' || text.p[i] == separator)
            *to++ = '\\';
        *to++ = text.p[i];
    }
    return to;
}

/* Room for all VALUES in one cell. */
static char *room_for(const pc_record *record, const pc_value *values)
{
    size_t size = 0;

    for (const pc_value *v = values; v != NULL; v = v->next)
        size += 2 * v->text.n + 3;
    return pc_scratch(record, size);
}

pc_str cell_join(const pc_record *record, const pc_value *values)
{
    const char *between = "";
    char *cell, *end;

    if (values == NULL)
        return pc_none();
    cell = end = room_for(record, values);
    for (const pc_value *v = values; v != NULL; v = v->next) {
        end = put_item(end, between, v->text, ';');
        between = "; ";
    }
    return pc_sub(cell, (size_t)(end - cell));
}

pc_str cell_join_custom(const pc_record *record, const pc_value *values, pc_str key)
{
    const char *between = "";
    char *cell, *end;

    while (values != NULL && !pc_same(values->key, key))
        values = values->next;
    if (values == NULL)
        return pc_none();
    cell = end = room_for(record, values);
    for (const pc_value *v = values; v != NULL; v = v->next) {
        if (!pc_same(v->key, key))
            continue;
        end = put_item(end, between, v->text, ';');
        between = "; ";
    }
    return pc_sub(cell, (size_t)(end - cell));
}

static const pc_value *next_of_list(const pc_value *qualifier, enum pc_list list)
{
    while (qualifier != NULL && qualifier->list != list)
        qualifier = qualifier->next;
    return qualifier;
}

pc_str cell_join_qualifiers(const pc_record *record, const pc_value *values, enum pc_list list)
{
    size_t size = 0;
    bool any = false;
    char *cell, *end;

    for (const pc_value *v = values; v != NULL; v = v->next) {
        size += 3;
        for (const pc_value *q = next_of_list(v->qualifiers, list); q != NULL;
             q = next_of_list(q->next, list)) {
            size += 2 * q->text.n + 3;
            any = true;
        }
    }
    if (!any)
        return pc_none();
    cell = end = pc_scratch(record, size);
    for (const pc_value *v = values; v != NULL; v = v->next) {
        const char *between = "";

        if (v != values)
            end = put_item(end, "; ", pc_none(), ';');
        for (const pc_value *q = next_of_list(v->qualifiers, list); q != NULL;
             q = next_of_list(q->next, list)) {
            end = put_item(end, between, q->text, '|');
            between = " | ";
        }
    }
    return pc_sub(cell, (size_t)(end - cell));
}

bool cell_is_formula(pc_str text)
{
    static const bool is_start[256] = { ['='] = true,  ['+'] = true,  ['-'] = true, ['@'] = true,
                                        ['\t'] = true, ['\r'] = true, ['\n'] = true };

    return text.n != 0 && is_start[(unsigned char)text.p[0]];
}

/* The offset in TEXT, from FROM on, of a place that may be a formula: the start, or behind a `;`,
 * which separates cells where `,` is the decimal sign.  The length of TEXT when there is none. */
static size_t next_formula(pc_str text, size_t from)
{
    const char *semicolon;

    if (from == 0 && cell_is_formula(text))
        return 0;
    while ((semicolon = memchr(text.p + from, ';', text.n - from)) != NULL) {
        from = (size_t)(semicolon - text.p) + 1;
        if (cell_is_formula(pc_drop(text, from)))
            return from;
    }
    return text.n;
}

pc_str cell_disarm(const pc_record *record, pc_str text)
{
    size_t at = text.n != 0 ? next_formula(text, 0) : 0, from = 0, n = 0;
    char *cell;

    if (at == text.n)
        return text;
    cell = pc_scratch(record, 2 * text.n);
    for (; at < text.n; at = next_formula(text, at + 1)) {
        memcpy(cell + n, text.p + from, at - from);
        n += at - from;
        cell[n++] = '\'';
        from = at;
    }
    memcpy(cell + n, text.p + from, text.n - from);
    return pc_sub(cell, n + text.n - from);
}

size_t cell_length(pc_str text)
{
    size_t units = 0;

    for (size_t i = 0; i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];

        units += (size_t)((c & 0xC0) != 0x80) + (c >= 0xF0);
    }
    return units;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

PC_SCAN_TEST is_quoted(const unsigned char *p)
{
    return pc_scan_if(*p == ',') | pc_scan_if(*p == '"') | pc_scan_if(*p == '\r') |
           pc_scan_if(*p == '\n');
}
PC_SCAN(plain_length, is_quoted, 0)

static bool has_quoted(pc_str text)
{
    enum { SHORT = 32 }; /* byte by byte takes a third of the time in which a scan starts */
    static const bool quoted[256] = { [','] = true, ['"'] = true, ['\r'] = true, ['\n'] = true };
    bool found = false;

    /* Almost every long text has a comma, which memchr() finds sooner. */
    if (text.n >= PC_GATHER_LONG && memchr(text.p, ',', text.n) != NULL)
        return true;
    if (text.n >= SHORT)
        return plain_length(text) < text.n;
    for (size_t i = 0; i < text.n; i++)
        found |= quoted[(unsigned char)text.p[i]];
    return found;
}

/* Spaces at the ends belong to the text by RFC 4180, but libcsv and others trim unquoted cells. */
static bool needs_quotes(pc_str text)
{
    return text.n != 0 && (is_blank(text.p[0]) || is_blank(text.p[text.n - 1]) || has_quoted(text));
}

/* Not by libcsv, which looks at every byte; the tests read the result back with libcsv. */
void cell_put_quoted(pc_gather *out, pc_str text)
{
    const char *from = text.p, *quote = from, *end;

    if (!needs_quotes(text)) { /* as if it is absent */
        pc_gather_put(out, text);
        return;
    }
    end = from + text.n;
    pc_gather_putc(out, '"');
    while ((quote = memchr(quote, '"', (size_t)(end - quote))) != NULL) {
        quote++;
        pc_gather_put(out, pc_sub(from, (size_t)(quote - from)));
        from = quote - 1; /* so that it is written twice */
    }
    pc_gather_put(out, pc_sub(from, (size_t)(end - from)));
    pc_gather_putc(out, '"');
}

PC_SCAN_TEST is_escaped(const unsigned char *p)
{
    return pc_scan_if(*p == '\t') | pc_scan_if(*p == '\n') | pc_scan_if(*p == '\r') |
           pc_scan_if(*p == '\\');
}
PC_SCAN(unescaped_length, is_escaped, 0)

void cell_put_escaped(pc_gather *out, pc_str text)
{
    static const char *const escapes[256] = {
        ['\t'] = "\\t", ['\n'] = "\\n", ['\r'] = "\\r", ['\\'] = "\\\\"
    };

    while (text.n != 0) {
        size_t run = unescaped_length(text);

        pc_gather_put(out, pc_sub(text.p, run));
        text = pc_drop(text, run);
        if (text.n != 0) {
            pc_gather_puts(out, escapes[(unsigned char)text.p[0]]);
            text = pc_drop(text, 1);
        }
    }
}
