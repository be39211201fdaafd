/* fill.c - fills in what a record lacks and never replaces what it says. */
#include "fill.h"

#include "paperconv/dates.h"
#include "paperconv/identifiers.h"
#include "paperconv/tex.h"

struct filling {
    pc_record *record;
    const pc_match *match;
    pc_fields has, found;
    pc_text *filled;
};

static bool is_in(const struct field_set *set, enum pc_list list)
{
    return (set->bits[list / 64] >> list % 64 & 1) != 0;
}

static void note_filled(const struct filling *f, enum pc_list list)
{
    pc_text_add(f->filled, pc_key_of(list));
    pc_text_putc(f->filled, ',');
}

static void add_value(const struct filling *f, const pc_value *value, pc_str text)
{
    pc_add_key(f->record, value->key, text);
    for (const pc_value *q = value->qualifiers; q != NULL; q = q->next)
        pc_add_key(f->record, q->key, q->text);
}

/* Adds the values of LIST from VALUE on. */
static void add_values(const struct filling *f, enum pc_list list, const pc_value *value)
{
    if (value != NULL)
        note_filled(f, list);
    for (; value != NULL; value = value->next)
        add_value(f, value, value->text);
}

static void tell_difference(const struct filling *f, enum pc_list list, pc_str ours)
{
    const pc_str theirs = pc_fields_first(&f->found, list);

    pc_note(f->record, ours, "differs-from-catalogue", "the catalogue has the %s '%.*s'",
            pc_key_of(list).p, PC_FMT(theirs));
}

/* Title and abstract: in the markup of the record, which has one for both. */
static void fill_text(const struct filling *f, enum pc_list list)
{
    const pc_value *value = f->found.first[list];
    const pc_str markup = pc_fields_first(&f->found, PC_LIST_MARKUP);
    pc_text text = { NULL, 0, 0 };

    if (value == NULL)
        return;
    if (f->has.first[PC_LIST_TITLE] == NULL && f->has.first[PC_LIST_ABSTRACT] == NULL) {
        pc_set(f->record, PC_MARKUP, markup);
        add_value(f, value, value->text);
    } else {
        pc_markup_convert(&text, value->text, markup, pc_fields_first(&f->has, PC_LIST_MARKUP));
        add_value(f, value, pc_text_str(&text));
    }
    pc_text_free(&text);
    note_filled(f, list);
}

/* A list that a source has cut is not filled in as if it were whole.  Where the record has the
 * beginning of it, its names stay as printed and the others follow. */
static void fill_authors(const struct filling *f)
{
    const pc_value *ours = f->has.first[PC_LIST_AUTHOR];
    const pc_value *theirs = f->found.first[PC_LIST_AUTHOR];
    const bool cut = f->has.first[PC_LIST_AUTHORS_TRUNCATED] != NULL;

    if (theirs == NULL || f->found.first[PC_LIST_AUTHORS_TRUNCATED] != NULL)
        return;
    if (ours != NULL && !f->match->authors) {
        tell_difference(f, PC_LIST_AUTHOR, ours->text);
        return;
    }
    if (ours != NULL && !cut)
        return;
    for (; ours != NULL && theirs != NULL; ours = ours->next)
        theirs = theirs->next;
    if (theirs == NULL) /* the page says that there are more, and the catalogue has no more */
        return;
    add_values(f, PC_LIST_AUTHOR, theirs);
    pc_remove(f->record, PC_AUTHORS_TRUNCATED);
}

/* The year of a date that has month and day only, which is at most 3 days from the one found. */
static void fill_year(const struct filling *f, pc_date date, pc_date found)
{
    char text[PC_DATE_SIZE];

    date.year = found.year + (date.month == 1 && found.month == 12) -
                (date.month == 12 && found.month == 1);
    if (!pc_date_valid(date))
        return;
    pc_set(f->record, PC_DATE, pc_date_format(date, text));
    note_filled(f, PC_LIST_DATE);
}

static void fill_date(const struct filling *f)
{
    const pc_str ours = pc_fields_first(&f->has, PC_LIST_DATE);
    const pc_str theirs = pc_fields_first(&f->found, PC_LIST_DATE);
    pc_date date, found;
    pc_edtf a, b;

    if (ours.n == 0) {
        add_values(f, PC_LIST_DATE, f->found.first[PC_LIST_DATE]);
        return;
    }
    if (pc_date_parse(ours, &date) && pc_date_parse(theirs, &found) && date.year == 0 &&
        found.day != 0 && f->match->days <= 3)
        fill_year(f, date, found);
    else if (f->match->days > 3 && pc_edtf_parse(ours, &a) && pc_edtf_parse(theirs, &b) &&
             pc_edtf_compare(&a, &b) != PC_EDTF_OVERLAPS)
        tell_difference(f, PC_LIST_DATE, ours);
}

/* Where the work was published is one statement: it is filled in as a whole or not at all. */
static const unsigned char venue[] = {
    PC_LIST_CONTAINER_TITLE, PC_LIST_CONTAINER_SHORT, PC_LIST_SERIES,
    PC_LIST_VOLUME,          PC_LIST_ISSUE,           PC_LIST_PAGES,
    PC_LIST_ARTICLE_NUMBER,  PC_LIST_PUBLISHER,       PC_LIST_EVENT_TITLE,
};

static bool is_of_venue(enum pc_list list)
{
    for (size_t i = 0; i < sizeof venue; i++)
        if (venue[i] == list)
            return true;
    return false;
}

static bool has_venue(const pc_fields *fields)
{
    for (size_t i = 0; i < sizeof venue; i++)
        if (fields->first[venue[i]] != NULL)
            return true;
    return false;
}

static bool is_other_id(enum pc_list list, pc_str ours, pc_str theirs)
{
    pc_arxiv_id a, b;

    if (list == PC_LIST_DOI)
        return !pc_doi_same(ours, theirs);
    return list == PC_LIST_ARXIV_ID && pc_arxiv_id_read(ours, &a) == PC_ID_VALID &&
           pc_arxiv_id_read(theirs, &b) == PC_ID_VALID && strcmp(a.id, b.id) != 0;
}

static void fill_plain(const struct filling *f, enum pc_list list)
{
    const pc_str ours = pc_fields_first(&f->has, list);
    const pc_str theirs = pc_fields_first(&f->found, list);

    if (is_of_venue(list) && has_venue(&f->has))
        return;
    if (ours.n == 0)
        add_values(f, list, f->found.first[list]);
    else if (theirs.n != 0 && is_other_id(list, ours, theirs))
        tell_difference(f, list, ours);
}

static void fill_field(const struct filling *f, enum pc_list list)
{
    switch (list) {
    case PC_LIST_TITLE:
        if (f->has.first[list] == NULL)
            fill_text(f, list);
        else if (f->match->title >= 0 && f->match->title < 1)
            tell_difference(f, list, pc_fields_first(&f->has, list));
        break;
    case PC_LIST_ABSTRACT:
        if (f->has.first[list] == NULL)
            fill_text(f, list);
        break;
    case PC_LIST_AUTHOR:
        fill_authors(f);
        break;
    case PC_LIST_DATE:
        fill_date(f);
        break;
    default:
        fill_plain(f, list);
    }
}

static const unsigned char fields[] = {
#define FIELD(name) PC_LIST_##name,
    FILLED_FIELDS(FIELD)
#undef FIELD
};

void fill_record(pc_record *record, const pc_record *found, const pc_match *match,
                 const struct field_set *set, pc_text *filled)
{
    struct filling f = { .record = record, .match = match, .filled = filled };

    pc_fields_read(&f.has, record);
    pc_fields_read(&f.found, found);
    for (size_t i = 0; i < sizeof fields; i++)
        if (is_in(set, (enum pc_list)fields[i]))
            fill_field(&f, (enum pc_list)fields[i]);
}

/* The names that the members of the JSON output have, and short ones. */
static const struct {
    const char *name;
    enum pc_list list;
} other_names[] = {
    { "authors", PC_LIST_AUTHOR },
    { "category", PC_LIST_ARXIV_CATEGORY },
    { "categories", PC_LIST_CROSS_CATEGORY },
    { "cross_categories", PC_LIST_CROSS_CATEGORY },
    { "publishers", PC_LIST_PUBLISHER },
    { "isbns", PC_LIST_ISBN },
    { "issns", PC_LIST_ISSN },
    { "venue", PC_LIST_CONTAINER_TITLE },
};

static enum pc_list list_named(pc_str name)
{
    const enum pc_list list = pc_list_of(name);

    for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
        if (pc_eq(name, other_names[i].name))
            return other_names[i].list;
    for (size_t i = 0; i < sizeof fields; i++)
        if ((enum pc_list)fields[i] == list)
            return list;
    return PC_LIST_OTHERS;
}

static void put_in(struct field_set *set, enum pc_list list)
{
    set->bits[list / 64] |= (uint64_t)1 << list % 64;
}

bool field_set_read(struct field_set *set, pc_str names, pc_str *bad)
{
    const bool all = names.n == 0;

    memset(set, 0, sizeof *set);
    for (size_t i = 0; all && i < sizeof fields; i++)
        put_in(set, (enum pc_list)fields[i]);
    while (names.n != 0) {
        pc_str name;
        enum pc_list list;

        pc_cut(names, ',', &name, &names);
        list = list_named(name);
        *bad = name;
        if (list == PC_LIST_OTHERS)
            return false;
        put_in(set, list);
        if (list == PC_LIST_CONTAINER_TITLE) /* the venue is one statement */
            for (size_t i = 0; i < sizeof venue; i++)
                put_in(set, (enum pc_list)venue[i]);
    }
    return true;
}
