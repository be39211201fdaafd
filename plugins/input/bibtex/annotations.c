/* annotations.c - what biblatex's data annotations say about people: their ORCID, their affiliations.
 *
 * author+an:orcid = {1="0000-0002-1825-0097"; 3="..."} is about the first and the third author
 * (biblatex manual, "Data Annotations").  All other annotations stay as they are written. */
#include "paperconv/identifiers.h"
#include "record.h"

#include <stdlib.h>

/* ---- values: 1="..."; 2:family=... ----------------------------------------------- */

/* True when the quote before REST ends a literal. */
static bool ends_literal(pc_str rest)
{
    size_t n = 0;

    while (n < rest.n && is_blank_char(rest.p[n]))
        n++;
    return n == rest.n || rest.p[n] == ';';
}

/* Takes the next item off LIST; a semicolon in quotes ends none. */
static bool next_item(pc_str *list, pc_str *item)
{
    bool quoted = false;
    char before = '\0';
    size_t n = 0;

    if (list->n == 0)
        return false;
    for (; n < list->n && (quoted || list->p[n] != ';'); n++) {
        if (list->p[n] == '"')
            quoted = quoted ? !ends_literal(pc_drop(*list, n + 1)) : before == '=';
        if (!is_blank_char(list->p[n]))
            before = list->p[n];
    }
    *item = pc_trim(pc_sub(list->p, n));
    *list = pc_drop(*list, n < list->n ? n + 1 : n);
    return true;
}

/* The number of the person that ITEM is about; 0: it is about something else. */
static size_t read_number(pc_str item, pc_str *value)
{
    size_t number = 0, i = 0;

    for (; i < item.n && i < 9 && item.p[i] >= '0' && item.p[i] <= '9'; i++)
        number = number * 10 + (size_t)(item.p[i] - '0');
    *value = pc_trim(pc_drop(item, i));
    if (value->n == 0 || value->p[0] != '=')
        return 0;
    *value = pc_trim(pc_drop(*value, 1));
    return number;
}

/* Takes the quotes off VALUE; false when it has none, and is the name of an annotation. */
static bool read_literal(pc_str *value)
{
    bool quoted = value->n > 2 && value->p[0] == '"' && value->p[value->n - 1] == '"';

    if (quoted)
        *value = pc_trim(pc_sub(value->p + 1, value->n - 2));
    return quoted;
}

/* Which part of a person VALUE is; PC_PARTS: none.  An ORCID without a name of its own must be right. */
static enum pc_part part_of(pc_str which, pc_str *value)
{
    bool is_literal = read_literal(value);
    char orcid[PC_ORCID_SIZE];
    pc_id_fault fault = pc_orcid_read(*value, orcid);

    if (is_word(which, "affiliation"))
        return is_literal ? PC_PART_AFFILIATION : PC_PARTS;
    if (is_word(which, "orcid") ? fault != PC_ID_SHAPE : which.n == 0 && fault == PC_ID_VALID)
        return PC_PART_ORCID;
    return PC_PARTS;
}

/* ---- those of an entry ----------------------------------------------------------- */

static struct annotation *add_annotation(struct annotations *a)
{
    if (a->count == a->room) {
        a->room = a->room != 0 ? 2 * a->room : 16;
        a->items = realloc(a->items, a->room * sizeof *a->items);
        if (a->items == NULL)
            abort();
    }
    return &a->items[a->count++];
}

/* The field of people that the field I annotates; ID_NONE: it is another field. */
static enum field_id annotated_by(const struct maker *m, size_t i, pc_str *which)
{
    const struct field *f = &m->entry->fields[i];
    enum field_id id;
    pc_str name;

    if (f->id != ID_NONE || !annotation_name_read(f->name, &name, which))
        return ID_NONE;
    id = field_id_of(m->names, name);
    return field_kind_of(id)->how == HOW_NAMES && m->entry->first[id] != 0 ? id : ID_NONE;
}

static void read_field(struct annotations *a, size_t field, enum field_id about, pc_str which,
                       pc_str value)
{
    pc_str item;

    while (next_item(&value, &item)) {
        struct annotation *one = add_annotation(a);

        *one = (struct annotation){ .place = a->count, .field = field, .about = about };
        one->item = item;
        one->person = read_number(item, &one->value);
        one->part = one->person != 0 ? part_of(which, &one->value) : PC_PARTS;
    }
}

static int compare_by_person(const void *left, const void *right)
{
    const struct annotation *l = left, *r = right;

    if (l->about != r->about)
        return l->about < r->about ? -1 : 1;
    if (l->person != r->person)
        return l->person < r->person ? -1 : 1;
    return l->place < r->place ? -1 : l->place > r->place;
}

static int compare_by_place(const void *left, const void *right)
{
    const struct annotation *l = left, *r = right;

    return l->place < r->place ? -1 : l->place > r->place;
}

static void sort(struct annotations *a, int (*compare)(const void *, const void *))
{
    if (a->count > 1)
        qsort(a->items, a->count, sizeof *a->items, compare);
}

void annotations_read(struct maker *m)
{
    struct annotations *a = &m->annotations;

    a->count = 0;
    for (size_t i = 0; i < m->entry->count; i++) {
        enum field_id about;
        pc_str which;

        if (m->entry->fields[i].id == ID_NONE && (about = annotated_by(m, i, &which)) != ID_NONE)
            read_field(a, i, about, which, m->entry->fields[i].value);
    }
    sort(a, compare_by_person);
}

bool annotations_have(const struct maker *m, size_t field)
{
    pc_str which;

    return annotated_by(m, field, &which) != ID_NONE;
}

/* ---- people ---------------------------------------------------------------------- */

static void apply(struct maker *m, struct annotation *one, enum pc_list first, bool *has_orcid)
{
    char orcid[PC_ORCID_SIZE];
    pc_str value;

    if (one->part == PC_PARTS || (one->part == PC_PART_ORCID && *has_orcid))
        return;
    if (one->part == PC_PART_ORCID) {
        pc_orcid_read(one->value, orcid);
        value = pc_s(orcid);
        *has_orcid = true;
    } else {
        value = maker_plain(m, one->value);
    }
    one->is_applied = value.n != 0;
    maker_add(m, (enum pc_list)((unsigned)first + (unsigned)one->part), value);
}

void annotations_begin(struct maker *m, enum field_id about)
{
    struct annotations *a = &m->annotations;

    for (a->next = 0; a->next < a->count && a->items[a->next].about != about;)
        a->next++;
}

void annotations_apply(struct maker *m, enum field_id about, size_t person, enum pc_list first)
{
    struct annotations *a = &m->annotations;
    bool has_orcid = false;

    for (; a->next < a->count; a->next++) {
        struct annotation *one = &a->items[a->next];

        if (one->about != about || one->person > person)
            return;
        if (one->person == person)
            apply(m, one, first, &has_orcid);
    }
}

/* ---- what is left ---------------------------------------------------------------- */

void annotations_keep_others(struct maker *m)
{
    struct annotations *a = &m->annotations;
    size_t i = 0, all, kept;

    sort(a, compare_by_place);
    while (i < a->count) {
        const struct field *field = &m->entry->fields[a->items[i].field];
        size_t field_number = a->items[i].field;

        m->decoded.n = 0;
        for (all = kept = 0; i < a->count && a->items[i].field == field_number; i++, all++) {
            if (a->items[i].is_applied)
                continue;
            kept++;
            pc_text_puts(&m->decoded, m->decoded.n != 0 ? "; " : "");
            pc_text_add(&m->decoded, a->items[i].item);
        }
        if (kept != 0)
            maker_add_named(m, field->name, kept == all ? field->value : pc_text_str(&m->decoded));
    }
}
