/* template.c - values that are made of other fields: [container_title] [volume] ([year]).
 *
 * Templates of citation keys make ASCII without spaces, so they are no use here. */
#include "changes.h"

#include "paperconv/dates.h"

#include <inttypes.h>

struct piece {
    pc_str text; /* as it stands, or the name of a field */
    bool field;
};

/* Takes the next piece off the front of REST, which is not empty.  [[ stands for [.  False when a
 * field has no end. */
static bool next_piece(pc_str *rest, struct piece *piece)
{
    const char *end;

    piece->field = *rest->p == '[' && !pc_starts(*rest, "[[");
    if (!piece->field) {
        piece->text = pc_starts(*rest, "[[") ? pc_drop(*rest, 1) : *rest;
        end = memchr(piece->text.p + 1, '[', piece->text.n - 1);
        if (end != NULL)
            piece->text.n = (size_t)(end - piece->text.p);
        *rest = pc_drop(*rest, (size_t)(piece->text.p - rest->p) + piece->text.n);
        return true;
    }
    end = memchr(rest->p, ']', rest->n);
    piece->text = end != NULL ? pc_sub(rest->p + 1, (size_t)(end - rest->p) - 1) : *rest;
    *rest = pc_drop(*rest, end != NULL ? piece->text.n + 2 : rest->n);
    return end != NULL;
}

static void add_number(pc_text *value, int64_t number)
{
    char digits[24];

    snprintf(digits, sizeof digits, "%" PRId64, number);
    pc_text_puts(value, digits);
}

static void add_year(pc_text *value, const pc_record *record)
{
    pc_edtf date;
    int64_t year;

    if (pc_edtf_parse(pc_get(record, PC_DATE, 0), &date) && pc_edtf_first_year(&date, &year))
        add_number(value, year);
}

static void add_document(pc_text *value, const pc_record *record)
{
    pc_text_add(value, pc_where(record).document);
}

static void add_member(pc_text *value, const pc_record *record)
{
    pc_text_add(value, pc_where(record).member);
}

static void add_line(pc_text *value, const pc_record *record)
{
    add_number(value, (int64_t)pc_where(record).line);
}

typedef void add_part(pc_text *value, const pc_record *record);

/* The part that is no field. */
static add_part *part_named(pc_str name)
{
    static const struct {
        const char *name;
        add_part *add;
    } parts[] = { { "year", add_year },
                  { "document", add_document },
                  { "member", add_member },
                  { "line", add_line } };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (pc_eq(name, parts[i].name))
            return parts[i].add;
    }
    return NULL;
}

int template_check(pc_str template, const char *option, pc_stage *stage)
{
    struct piece piece;
    pc_str key;

    if (template.n == 0)
        return pc_fatal(stage, template, "bad-option",
                        "%s: a value is missing; drop=FIELD removes a field", option);
    while (template.n != 0) {
        if (!next_piece(&template, &piece))
            return pc_fatal(stage, piece.text, "bad-option", "%s: the ] of this [ is missing",
                            option);
        if (piece.field && part_named(piece.text) == NULL &&
            pc_field_named(piece.text, &key, stage, option) != PC_OK)
            return PC_FATAL;
    }
    return PC_OK;
}

/* All values of the field. */
static void add_values(pc_text *value, pc_str name, const pc_record *record)
{
    const bool quoted = name.p[0] == '"';
    const pc_str key = quoted ? pc_sub(name.p + 1, name.n - 2) : name;
    pc_str text;

    for (size_t i = 0; (text = record->h.host->get(record, key, i)).n != 0; i++) {
        if (i != 0)
            pc_text_puts(value, "; ");
        pc_text_add(value, text);
    }
}

bool template_fill(pc_text *value, pc_str template, const pc_record *record)
{
    struct piece piece;

    value->n = 0;
    while (template.n != 0 && next_piece(&template, &piece)) {
        const size_t before = value->n;
        add_part *add;

        if (!piece.field)
            pc_text_add(value, piece.text);
        else if ((add = part_named(piece.text)) != NULL)
            add(value, record);
        else
            add_values(value, piece.text, record);
        if (value->n == before)
            return false;
    }
    return true;
}
