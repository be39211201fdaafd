/* cells.c - text as one cell of a table. */
#include "cells.h"

#include <csv.h>

/* What follows the backslash of an escaped byte; 0: the byte needs none. */
static const char list_escapes[256] = { [';'] = ';', ['\\'] = '\\' };
static const char tsv_escapes[256] = { ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r', ['\\'] = '\\' };

/* Writes TEXT, escaped, to TO, which has room for twice its size; returns the end. */
static char *escape(char *to, pc_str text, const char escapes[256])
{
    for (size_t i = 0; i < text.n; i++) {
        const char letter = escapes[(unsigned char)text.p[i]];

        if (letter != 0)
            *to++ = '\\';
        *to++ = letter != 0 ? letter : text.p[i];
    }
    return to;
}

pc_str cell_join(pc_sink *out, const struct value *values)
{
    size_t size = 0;
    char *cell, *end;

    for (const struct value *v = values; v != NULL; v = v->next)
        size += 2 * v->text.n + 2;
    cell = end = pc_scratch(out, size);
    for (const struct value *v = values; v != NULL; v = v->next) {
        end = escape(end, v->text, list_escapes);
        if (v->next != NULL) {
            memcpy(end, "; ", 2);
            end += 2;
        }
    }
    return pc_sub(cell, (size_t)(end - cell));
}

bool cell_is_formula(pc_str text)
{
    return text.n != 0 && memchr("=+-@\t\r\n", text.p[0], 7) != NULL;
}

pc_str cell_disarm(pc_sink *out, pc_str text)
{
    char *cell;

    if (!cell_is_formula(text))
        return text;
    cell = pc_scratch(out, text.n + 1);
    cell[0] = '\'';
    memcpy(cell + 1, text.p, text.n);
    return pc_sub(cell, text.n + 1);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Blanks at the ends are text by RFC 4180, but libcsv and others trim what is not
 * quoted. */
static bool needs_quotes(pc_str text)
{
    if (text.n == 0)
        return false;
    if (is_blank(text.p[0]) || is_blank(text.p[text.n - 1]))
        return true;
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == ',' || text.p[i] == '"' || text.p[i] == '\r' || text.p[i] == '\n')
            return true;
    return false;
}

pc_str cell_quote(pc_sink *out, pc_str text)
{
    size_t room = 2 * text.n + 2;
    char *cell;

    if (!needs_quotes(text))
        return text;
    cell = pc_scratch(out, room);
    return pc_sub(cell, csv_write(cell, room, text.p, text.n));
}

pc_str cell_escape(pc_sink *out, pc_str text)
{
    char *cell = pc_scratch(out, 2 * text.n);

    return pc_sub(cell, (size_t)(escape(cell, text, tsv_escapes) - cell));
}
