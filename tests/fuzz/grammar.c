/* grammar.c - hand-written grammars of the output formats. */
#include "grammar.h"

#include <csv.h>
#include <jansson.h>
#include <string.h>
#include <utf8proc.h>

/* Removes the part before END from the front of TEXT; false when END is missing. */
static bool take_to(pc_str *text, const char *end, pc_str *part)
{
    const char *at = text->n != 0 ? memmem(text->p, text->n, end, strlen(end)) : NULL;

    if (at == NULL)
        return false;
    *part = pc_sub(text->p, (size_t)(at - text->p));
    *text = pc_drop(*text, part->n + strlen(end));
    return true;
}

static bool take(pc_str *text, const char *word)
{
    if (!pc_starts(*text, word))
        return false;
    *text = pc_drop(*text, strlen(word));
    return true;
}

/* UTF-8; with control characters other than white space only when CONTROLS. */
static bool is_utf8_text(pc_str text, bool controls)
{
    utf8proc_int32_t rune;

    while (text.n != 0) {
        utf8proc_ssize_t n =
            utf8proc_iterate((const uint8_t *)text.p, (utf8proc_ssize_t)text.n, &rune);

        if (n <= 0 || (rune < ' ' && memchr("\t\n\r", rune, 3) == NULL && !controls))
            return false;
        text = pc_drop(text, (size_t)n);
    }
    return true;
}

/* ---- JSON Lines ---- */

bool is_jsonl(pc_str text)
{
    pc_str line;

    while (take_to(&text, "\n", &line)) {
        json_t *value = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
        bool ok = json_is_object(value);

        json_decref(value);
        if (!ok)
            return false;
    }
    return text.n == 0;
}

/* ---- CSV ---- */

struct table {
    size_t columns, cells; /* of the first row; of this row */
    bool uneven;
};

static void count_cell(void *cell, size_t n, void *context)
{
    struct table *t = context;

    (void)cell;
    (void)n;
    t->cells++;
}

static void count_row(int end, void *context)
{
    struct table *t = context;

    (void)end;
    if (t->columns == 0)
        t->columns = t->cells;
    t->uneven |= t->cells != t->columns;
    t->cells = 0;
}

bool is_csv(pc_str text)
{
    struct table table = { 0, 0, false };
    struct csv_parser parser;
    bool ok;

    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        return false;
    ok = csv_parse(&parser, text.p, text.n, count_cell, count_row, &table) == text.n &&
         csv_fini(&parser, count_cell, count_row, &table) == 0;
    csv_free(&parser);
    return ok && !table.uneven && is_utf8_text(text, true);
}

/* ---- BibTeX ---- */

static bool is_key(pc_str key)
{
    for (size_t i = 0; i < key.n; i++)
        if (strchr(" \t\n\"#%'(),={}~\\", key.p[i]) != NULL)
            return false;
    return key.n != 0;
}

/* "{...}" with balanced braces. */
static bool take_group(pc_str *text)
{
    size_t depth = 0;

    for (size_t i = 0; i < text->n; i++) {
        depth += text->p[i] == '{';
        depth -= text->p[i] == '}';
        if (depth == 0) {
            *text = pc_drop(*text, i + 1);
            return i != 0;
        }
    }
    return false;
}

static bool take_month(pc_str *text)
{
    static const char names[] = "jan feb mar apr may jun jul aug sep oct nov dec";
    char name[4] = { 0 };

    if (text->n < 3)
        return false;
    memcpy(name, text->p, 3);
    *text = pc_drop(*text, 3);
    return strlen(name) == 3 && strstr(names, name) != NULL;
}

static bool take_field(pc_str *text)
{
    pc_str name;

    return take(text, ",\n  ") && take_to(text, " = ", &name) && is_key(name) &&
           (pc_starts(*text, "{") ? take_group(text) : take_month(text));
}

static bool take_entry(pc_str *text)
{
    pc_str type, key;
    size_t length;

    if (!take(text, "@") || !take_to(text, "{", &type) || !is_key(type))
        return false;
    for (length = 0; length < text->n && text->p[length] != ',' && text->p[length] != '\n';)
        length++;
    key = pc_sub(text->p, length);
    *text = pc_drop(*text, length);
    if (take(text, ",\n}\n")) /* no field */
        return is_key(key);
    while (pc_starts(*text, ",\n  "))
        if (!take_field(text))
            return false;
    return is_key(key) && take(text, "\n}\n");
}

bool is_bibtex(pc_str text)
{
    bool ok = is_utf8_text(text, false);

    while (ok && text.n != 0) {
        ok = take_entry(&text);
        take(&text, "\n");
    }
    return ok;
}

/* ---- RIS ---- */

static bool is_tag(pc_str line)
{
    return line.n >= 6 && line.p[0] >= 'A' && line.p[0] <= 'Z' &&
           ((line.p[1] >= 'A' && line.p[1] <= 'Z') || (line.p[1] >= '0' && line.p[1] <= '9')) &&
           memcmp(line.p + 2, "  - ", 4) == 0;
}

bool is_ris(pc_str text)
{
    bool inside = false, ok = is_utf8_text(text, false);
    pc_str line;

    while (ok && take_to(&text, "\r\n", &line)) {
        if (!inside && line.n == 0)
            continue;
        ok = is_tag(line) && memchr(line.p, '\n', line.n) == NULL &&
             pc_starts(line, "TY") == !inside;
        inside = ok && !pc_starts(line, "ER");
    }
    return ok && !inside && text.n == 0;
}
