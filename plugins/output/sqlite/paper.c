/* paper.c - a record as rows. */
#include "database.h"

#include "paperconv/dates.h"

#include <errno.h>
#include <stdlib.h>

/* ---- statements ------------------------------------------------------------------ */

static void bind_text(sqlite3_stmt *s, int parameter, pc_str text)
{
    if (text.n != 0) /* the slice lives until the statement is reset */
        sqlite3_bind_text64(s, parameter, text.p, text.n, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(s, parameter);
}

/* '' instead of NULL, which a unique index takes for different values. */
static void bind_known(sqlite3_stmt *s, int parameter, pc_str text)
{
    bind_text(s, parameter, text.n != 0 ? text : pc_s(""));
    if (text.n == 0)
        sqlite3_bind_text(s, parameter, "", 0, SQLITE_STATIC);
}

/* An integer or a floating-point number; what is neither stays text. */
static void bind_number(sqlite3_stmt *s, int parameter, pc_str text)
{
    char copy[40], *end;
    long long integer;
    double real;

    bind_text(s, parameter, text);
    if (text.n == 0 || text.n >= sizeof copy)
        return;
    memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    errno = 0;
    integer = strtoll(copy, &end, 10);
    if (*end == '\0' && errno == 0) {
        sqlite3_bind_int64(s, parameter, integer);
        return;
    }
    errno = 0;
    real = strtod(copy, &end);
    if (*end == '\0' && errno == 0)
        sqlite3_bind_double(s, parameter, real);
}

static bool run(sqlite3_stmt *s)
{
    int result = sqlite3_step(s);

    sqlite3_reset(s);
    return result == SQLITE_DONE;
}

/* The integer that S gives; 0 when it gives no row. */
static bool run_for_id(sqlite3_stmt *s, sqlite3_int64 *id)
{
    int result = sqlite3_step(s);

    *id = result == SQLITE_ROW ? sqlite3_column_int64(s, 0) : 0;
    if (result == SQLITE_ROW)
        result = SQLITE_DONE;
    return sqlite3_reset(s) == SQLITE_OK && result == SQLITE_DONE;
}

/* ---- the document ---------------------------------------------------------------- */

static bool add_document(struct database *d, const struct pc_place *place)
{
    sqlite3_stmt *s = d->statements[ADD_DOCUMENT];

    d->scratch.n = 0;
    pc_text_add(&d->scratch, place->document);
    pc_text_putc(&d->scratch, '\0');
    pc_text_add(&d->scratch, place->member);
    pc_text_putc(&d->scratch, '\0');
    pc_text_add(&d->scratch, place->plugin);
    if (d->document != 0 && pc_same(pc_text_str(&d->scratch), pc_text_str(&d->place)))
        return true;
    d->place.n = 0;
    pc_text_add(&d->place, pc_text_str(&d->scratch));
    bind_known(s, 1, place->document);
    bind_known(s, 2, place->member);
    bind_known(s, 3, place->plugin);
    return run_for_id(s, &d->document);
}

/* ---- the paper that is updated --------------------------------------------------- */

static bool find_by(sqlite3_stmt *s, pc_str scheme, pc_str value, sqlite3_int64 *paper)
{
    if (*paper != 0 || value.n == 0)
        return true;
    bind_text(s, 1, value);
    if (scheme.n != 0)
        bind_text(s, 2, scheme);
    return run_for_id(s, paper);
}

/* The paper that has the DOI, else the arXiv id, else the citation key; 0 when there is none. */
static bool find_old(struct database *d, const pc_fields *fields, sqlite3_int64 *paper)
{
    sqlite3_stmt *by_identifier = d->statements[FIND_IDENTIFIER];

    *paper = 0;
    if (d->mode != UPSERT)
        return true;
    return find_by(by_identifier, pc_s(PC_DOI), pc_fields_first(fields, PC_LIST_DOI), paper) &&
           find_by(by_identifier, pc_s(PC_ARXIV_ID), pc_fields_first(fields, PC_LIST_ARXIV_ID),
                   paper) &&
           find_by(d->statements[FIND_KEY], pc_none(),
                   pc_fields_first(fields, PC_LIST_CITATION_KEY), paper);
}

static bool remove_paper(struct database *d, sqlite3_int64 paper)
{
    sqlite3_bind_int64(d->statements[REMOVE_TEXT], 1, paper);
    sqlite3_bind_int64(d->statements[REMOVE_PAPER], 1, paper);
    return run(d->statements[REMOVE_TEXT]) && run(d->statements[REMOVE_PAPER]);
}

/* ---- rows that belong to a paper ------------------------------------------------- */

struct row {
    struct database *database;
    const pc_fields *fields;
    sqlite3_int64 paper;
};

static bool add_value(const struct row *row, enum statement which, pc_str field, int position,
                      pc_str value)
{
    sqlite3_stmt *s = row->database->statements[which];

    sqlite3_bind_int64(s, 1, row->paper);
    bind_text(s, 2, field);
    sqlite3_bind_int(s, 3, position);
    bind_text(s, 4, value);
    return run(s);
}

static bool add_person(const struct row *row, const pc_value *person, sqlite3_int64 *id)
{
    static const enum pc_part parts[] = { PC_PART_FAMILY,          PC_PART_GIVEN,  PC_PART_PREFIX,
                                          PC_PART_DROPPING_PREFIX, PC_PART_SUFFIX, PC_PART_ORCID };
    sqlite3_stmt *s = row->database->statements[ADD_PERSON];

    bind_known(s, 1, person->text);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        bind_known(s, (int)i + 2, pc_person_part(person, parts[i]));
    sqlite3_bind_int(s, 8, pc_person_part(person, PC_PART_LITERAL).n != 0);
    return run_for_id(s, id);
}

/* The affiliations of PERSON, joined; they live until the next person. */
static pc_str affiliations_of(struct database *d, const pc_value *person)
{
    d->scratch.n = 0;
    for (const pc_value *q = person->qualifiers; q != NULL; q = q->next) {
        if (pc_part_of(q->list) != PC_PART_AFFILIATION)
            continue;
        pc_text_puts(&d->scratch, d->scratch.n != 0 ? "; " : "");
        pc_text_add(&d->scratch, q->text);
    }
    return pc_text_str(&d->scratch);
}

/* The people of one list.  Contributors have the role that the source gives them, and are counted
 * among all contributors. */
static bool add_people(const struct row *row, enum pc_list list)
{
    sqlite3_stmt *s = row->database->statements[ADD_AUTHORSHIP];
    int position = 0;

    for (const pc_value *v = row->fields->first[list]; v != NULL; v = v->next) {
        const pc_str role = pc_qualifier(v, PC_LIST_CONTRIBUTOR_ROLE);
        sqlite3_int64 person;

        if (!add_person(row, v, &person))
            return false;
        sqlite3_bind_int64(s, 1, row->paper);
        bind_text(s, 2, role.n != 0 ? role : pc_key_of(list));
        sqlite3_bind_int(s, 3, ++position);
        sqlite3_bind_int64(s, 4, person);
        bind_text(s, 5, affiliations_of(row->database, v));
        if (!run(s))
            return false;
    }
    return true;
}

static bool add_keywords(const struct row *row)
{
    sqlite3_stmt *s = row->database->statements[ADD_KEYWORD];
    int position = 0;

    for (const pc_value *v = row->fields->first[PC_LIST_KEYWORD]; v != NULL; v = v->next) {
        sqlite3_bind_int64(s, 1, row->paper);
        sqlite3_bind_int(s, 2, ++position);
        bind_text(s, 3, v->text);
        bind_text(s, 4, pc_qualifier(v, PC_LIST_KEYWORD_SCHEME));
        if (!run(s))
            return false;
    }
    return true;
}

/* Each value of LIST with its position, and what is said about it. */
static bool add_values(const struct row *row, enum pc_list list, enum statement which)
{
    int position = 0;

    for (const pc_value *v = row->fields->first[list]; v != NULL; v = v->next) {
        if (!add_value(row, which, v->key, ++position, v->text))
            return false;
        for (const pc_value *q = v->qualifiers; q != NULL; q = q->next) {
            if (!add_value(row, ADD_REPEATED, q->key, position, q->text))
                return false;
        }
    }
    return true;
}

static bool add_list(const struct row *row, enum pc_list list)
{
    switch (list) {
    case PC_LIST_AUTHOR:
    case PC_LIST_EDITOR:
    case PC_LIST_TRANSLATOR:
    case PC_LIST_CONTAINER_AUTHOR:
    case PC_LIST_SERIES_EDITOR:
    case PC_LIST_CONTRIBUTOR:
        return add_people(row, list);
    case PC_LIST_DOI:
    case PC_LIST_ARXIV_ID:
    case PC_LIST_ISBN:
    case PC_LIST_ISSN:
    case PC_LIST_PMID:
    case PC_LIST_PMCID:
        return add_values(row, list, ADD_IDENTIFIER);
    case PC_LIST_CATEGORY:
    case PC_LIST_ARXIV_CATEGORY:
    case PC_LIST_ARXIV_CATEGORY_CANDIDATE:
    case PC_LIST_CROSS_CATEGORY:
        return add_values(row, list, ADD_CATEGORY);
    case PC_LIST_KEYWORD:
        return add_keywords(row);
    case PC_LIST_OTHERS:
        return add_values(row, list, ADD_CUSTOM);
    default:
        return add_values(row, list, ADD_REPEATED);
    }
}

/* ---- the paper ------------------------------------------------------------------- */

static void bind_year(sqlite3_stmt *s, int parameter, pc_str date)
{
    pc_edtf edtf;
    int64_t year;

    if (date.n != 0 && pc_edtf_parse(date, &edtf) && pc_edtf_first_year(&edtf, &year))
        sqlite3_bind_int64(s, parameter, year);
}

static void bind_column(sqlite3_stmt *s, int parameter, const pc_value *v)
{
    static const unsigned char holds[] = {
#define HOLDS(list, key, member, many, holds, choices) holds,
        PC_FIELDS(HOLDS)
#undef HOLDS
    };

    if (holds[v->list] == PC_HOLDS_NUMBER)
        bind_number(s, parameter, v->text);
    else if (holds[v->list] == PC_HOLDS_FLAG)
        sqlite3_bind_int(s, parameter, 1);
    else
        bind_text(s, parameter, v->text);
}

/* The row of papers, with the id PAPER, or with a new one when that is 0. */
static bool add_row(struct database *d, const pc_fields *fields, const struct pc_place *place,
                    sqlite3_int64 *paper)
{
    sqlite3_stmt *s = d->statements[ADD_PAPER];
    bool done;

    sqlite3_clear_bindings(s);
    if (*paper != 0)
        sqlite3_bind_int64(s, 1, *paper);
    sqlite3_bind_int64(s, 2, d->document);
    if (place->line != 0)
        sqlite3_bind_int64(s, 3, (sqlite3_int64)place->line);
    bind_year(s, 4, pc_fields_first(fields, PC_LIST_DATE));
    for (enum pc_list list = pc_fields_from(fields, 0); list < PC_LISTS;
         list = pc_fields_from(fields, list + 1u)) {
        if (d->column_of[list] != 0)
            bind_column(s, d->column_of[list], fields->first[list]);
    }
    done = run(s);
    *paper = sqlite3_last_insert_rowid(d->db);
    return done;
}

/* A second value of a field that has a column. */
static bool add_rest(const struct row *row, enum pc_list list)
{
    int position = 1;

    for (const pc_value *v = row->fields->first[list]->next; v != NULL; v = v->next) {
        if (!add_value(row, ADD_REPEATED, v->key, ++position, v->text))
            return false;
    }
    return true;
}

bool paper_add(struct database *d, const pc_record *record)
{
    const struct pc_place place = pc_where(record);
    pc_fields fields;
    struct row row = { .database = d, .fields = &fields };

    pc_fields_read(&fields, record);
    if (!add_document(d, &place) || !find_old(d, &fields, &row.paper) ||
        (row.paper != 0 && !remove_paper(d, row.paper)) || !add_row(d, &fields, &place, &row.paper))
        return false;
    for (enum pc_list list = pc_fields_from(&fields, 0); list < PC_LISTS;
         list = pc_fields_from(&fields, list + 1u)) {
        if (!(d->column_of[list] != 0 ? add_rest(&row, list) : add_list(&row, list)))
            return false;
    }
    sqlite3_bind_int64(d->statements[ADD_TEXT], 1, row.paper);
    return run(d->statements[ADD_TEXT]);
}
