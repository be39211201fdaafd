/* values.c - the cells of a row become fields of a record. */
#include "values.h"

#include "date_text.h"
#include "paperconv/identifiers.h"
#include "people.h"
#include "work_kind.h"

/* What is added at the end of a row, because several columns say it. */
struct row_values {
    const struct table *table;
    const struct row *row;
    pc_record *record;
    pc_text *buffer;
    pc_str date, year, day, first_page, last_page;
    const struct column *date_column, *year_column, *day_column;
    uint64_t filled[(PC_LISTS + 63) / 64]; /* fields with one value that have it */
    struct pc_place place;
};

static void add_value(const struct row_values *v, enum pc_list list, pc_str value)
{
    pc_add_key(v->record, pc_key_of(list), value);
}

static void add_custom(const struct row_values *v, const struct column *c, pc_str value)
{
    pc_add(v->record, c->custom, value);
}

/* False when a column before has filled LIST, which takes one value. */
static bool fill(struct row_values *v, enum pc_list list)
{
    static const bool repeats[PC_LISTS] = {
#define REPEATS(list, key, member, repeats, ...) [PC_LIST_##list] = repeats,
        PC_FIELDS(REPEATS)
#undef REPEATS
    };
    const uint64_t bit = (uint64_t)1 << list % 64;
    const bool was = (v->filled[list / 64] & bit) != 0;

    v->filled[list / 64] |= bit;
    return !was || repeats[list];
}

/* A spreadsheet does not run a formula behind a '. */
static pc_str without_guard(const struct table *table, pc_str text)
{
    if (table->guarded && text.n >= 2 && text.p[0] == '\'' &&
        memchr("=+-@\t\r\n", text.p[1], 7) != NULL)
        return pc_drop(text, 1);
    return text;
}

/* ---- lists of the output csv --------------------------------------------------------------------- */

/* Removes the next item of *CELL, which ends at an unescaped SEPARATOR and the space behind it, and
 * returns it without escapes, in the buffer.  False at the end. */
static bool next_own_item(struct row_values *v, pc_str *cell, char separator, pc_str *item)
{
    const size_t at = v->buffer->n;
    size_t n = 0;

    if (cell->p == NULL)
        return false;
    for (; n < cell->n && cell->p[n] != separator; n++) {
        if (cell->p[n] == '\\' && n + 1 < cell->n &&
            (cell->p[n + 1] == ';' || cell->p[n + 1] == '\\' || cell->p[n + 1] == separator))
            n++;
        pc_text_putc(v->buffer, cell->p[n]);
    }
    *item = pc_sub(v->buffer->p + at, v->buffer->n - at);
    if (separator == '|' && n < cell->n && item->n != 0 && item->p[item->n - 1] == ' ')
        item->n--;
    if (n == cell->n)
        *cell = pc_none();
    else
        *cell = pc_drop(*cell, n + 1 + (n + 1 < cell->n && cell->p[n + 1] == ' '));
    return true;
}

/* Adds the qualifiers at the PLACE of the column C, with its escapes still in them. */
static void add_qualifiers(struct row_values *v, const struct column *c, pc_str place)
{
    pc_str item;

    while (next_own_item(v, &place, '|', &item))
        add_value(v, c->list, item);
}

/* Cuts the next place off *CELL, escapes and all. */
static pc_str cut_place(pc_str *cell)
{
    size_t n = 0;
    pc_str place;

    while (n < cell->n && cell->p[n] != ';')
        n += cell->p[n] == '\\' && n + 1 < cell->n ? 2 : 1;
    place = pc_sub(cell->p, n);
    *cell = pc_drop(*cell, n < cell->n ? n + 1 : n);
    if (cell->n != 0 && cell->p[0] == ' ')
        *cell = pc_drop(*cell, 1);
    return place;
}

static void add_own_list(struct row_values *v, size_t column, pc_str cell)
{
    const struct table *const t = v->table;
    size_t which[MOST_QUALIFIERS], count = 0;
    pc_str rest[MOST_QUALIFIERS], item;

    for (size_t n = t->columns[column].qualifiers; n != 0; n = t->columns[n - 1].next) {
        which[count] = n - 1;
        rest[count++] = row_cell(v->row, n - 1);
    }
    v->buffer->n = 0;
    pc_text_room(v->buffer, v->row->count + 1); /* so that slices have an address */
    while (next_own_item(v, &cell, ';', &item)) {
        add_value(v, t->columns[column].list, without_guard(t, item));
        for (size_t q = 0; item.n != 0 && q < count; q++)
            add_qualifiers(v, &t->columns[which[q]], cut_place(&rest[q]));
        v->buffer->n = 0;
    }
}

static void add_own_custom(struct row_values *v, const struct column *c, pc_str cell)
{
    pc_str item;

    v->buffer->n = 0;
    pc_text_room(v->buffer, 1);
    while (next_own_item(v, &cell, ';', &item)) {
        add_custom(v, c, without_guard(v->table, item));
        v->buffer->n = 0;
    }
}

/* ---- values of exporters --------------------------------------------------------------------------- */

static void add_list(struct row_values *v, enum pc_list list, pc_str cell)
{
    int state = 0;
    pc_str item;

    while (list_next(&cell, &item, &state))
        add_value(v, list, without_guard(v->table, item));
}

static void add_doi(struct row_values *v, const struct column *c, pc_str cell)
{
    pc_str doi;

    v->buffer->n = 0;
    if (pc_doi_read(cell, v->buffer, &doi) == PC_ID_VALID)
        add_value(v, c->list, doi);
    else
        add_custom(v, c, cell);
}

static void add_kind(struct row_values *v, const struct column *c, pc_str cell)
{
    const char *const type = work_kind_find(cell);

    if (type != NULL)
        pc_add(v->record, PC_TYPE, pc_s(type));
    pc_add(v->record, PC_TYPE_RAW, cell);
    (void)c;
}

static void add_one_date(struct row_values *v, const struct column *c, pc_str cell)
{
    char out[PC_EDTF_SIZE];
    const pc_str date = date_text_read(cell, out);

    if (date.n != 0)
        add_value(v, c->list, date);
    else
        add_custom(v, c, cell);
}

static uint64_t read_number(pc_str text)
{
    uint64_t number = 0;

    for (size_t i = 0; i < text.n && i < 19 && text.p[i] >= '0' && text.p[i] <= '9'; i++)
        number = 10 * number + (uint64_t)(text.p[i] - '0');
    return number;
}

/* Keeps what the end of the row needs; false for other columns. */
static bool keep_for_end(struct row_values *v, const struct column *c, pc_str cell)
{
    switch (c->content) {
    case YEAR:
        v->year = cell;
        v->year_column = c;
        return true;
    case DAY_OF_YEAR:
        v->day = cell;
        v->day_column = c;
        return true;
    case FIRST_PAGE:
        v->first_page = cell;
        return true;
    case LAST_PAGE:
        v->last_page = cell;
        return true;
    case DOCUMENT:
        v->place.document = cell;
        return true;
    case MEMBER:
        v->place.member = cell;
        return true;
    case LINE_NUMBER:
        v->place.line = read_number(cell);
        return true;
    case DATE:
        if (c->list != PC_LIST_DATE || v->date.n != 0)
            return false;
        v->date = cell;
        v->date_column = c;
        return true;
    default:
        return c->content == NOTHING || c->content == QUALIFIER;
    }
}

static void add_cell(struct row_values *v, size_t i, pc_str cell)
{
    const struct column *const c = &v->table->columns[i];

    if (keep_for_end(v, c, cell))
        return;
    if (c->content != CUSTOM && !fill(v, c->list)) {
        add_custom(v, c, cell);
        return;
    }
    switch (c->content) {
    case TEXT:
        add_value(v, c->list, cell);
        break;
    case OWN_LIST:
        add_own_list(v, i, cell);
        break;
    case LIST:
        add_list(v, c->list, cell);
        break;
    case PEOPLE:
        people_add(v->record, c->list, cell, v->buffer);
        break;
    case GLUED_PEOPLE:
        people_add_glued(v->record, c->list, cell, v->buffer);
        break;
    case KIND:
        add_kind(v, c, cell);
        break;
    case DOI:
        add_doi(v, c, cell);
        break;
    case DATE:
        add_one_date(v, c, cell);
        break;
    default:
        if (v->table->own)
            add_own_custom(v, c, cell);
        else
            add_custom(v, c, cell);
    }
}

/* ---- the end of a row -------------------------------------------------------------------------------- */

static void add_date(struct row_values *v)
{
    char out[PC_EDTF_SIZE];
    pc_str date = date_text_read(v->date, out);

    if (date.n == 0 && v->date.n != 0)
        pc_add(v->record, PC_DATE_TEXT, v->date);
    if (date.n == 0 && v->day.n != 0) {
        date = date_text_read_in_year(v->day, v->year, out);
        if (date.n == 0)
            date = date_text_read(v->day, out);
        if (date.n == 0)
            add_custom(v, v->day_column, v->day);
    }
    if (date.n == 0 && v->year.n != 0) {
        date = date_text_read(v->year, out);
        if (date.n == 0)
            add_custom(v, v->year_column, v->year);
    }
    if (date.n != 0 && fill(v, PC_LIST_DATE))
        add_value(v, PC_LIST_DATE, date);
}

static void add_pages(struct row_values *v)
{
    if ((v->first_page.n == 0 && v->last_page.n == 0) || !fill(v, PC_LIST_PAGES))
        return;
    v->buffer->n = 0;
    pc_text_add(v->buffer, v->first_page);
    if (v->first_page.n != 0 && v->last_page.n != 0 && !pc_same(v->first_page, v->last_page))
        pc_text_putc(v->buffer, '-');
    if (!pc_same(v->first_page, v->last_page))
        pc_text_add(v->buffer, v->last_page);
    add_value(v, PC_LIST_PAGES, pc_text_str(v->buffer));
}

void values_add(const struct table *table, const struct row *row, pc_record *record,
                pc_text *buffer)
{
    struct row_values v = {
        .table = table, .row = row, .record = record, .buffer = buffer, .place.size = sizeof v.place
    };

    for (size_t i = 0; i < table->count; i++) {
        pc_str cell = without_guard(table, row_cell(row, i));

        if (!table->own)
            cell = pc_trim(cell);
        if (cell.n != 0)
            add_cell(&v, i, cell);
    }
    if (!table->own || (v.filled[PC_LIST_DATE / 64] >> PC_LIST_DATE % 64 & 1) == 0)
        add_date(&v);
    add_pages(&v);
    if (table->has_place && !pc_empty(record))
        pc_at(record, &v.place);
}
