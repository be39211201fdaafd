/* csv - one table, a row per record: CSV (RFC 4180), CSV for spreadsheets, TSV. */
#include "cells.h"
#include "columns.h"
#include "page_text.h"
#include "paperconv/dates.h"
#include "paperconv/fields.h"

/* ---- options --------------------------------------------------------------------- */

enum dialect { RFC4180, EXCEL, TSV };

/* More than most tables have: a row's separators between two values are written at once. */
#define COMMAS ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,"
#define TABS "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"
enum { SEPARATORS = sizeof COMMAS - 1 };
_Static_assert(sizeof TABS == sizeof COMMAS, "as many");

static const struct {
    const char *start, *separators, *end; /* of the table, between cells, of a row */
} punctuation[] = {
    [RFC4180] = { "", COMMAS, "\r\n" },
    [EXCEL] = { "\xef\xbb\xbf", COMMAS, "\r\n" },
    [TSV] = { "", TABS, "\n" },
};

struct csv {
    int64_t dialect;
    pc_str columns;
    struct columns table;       /* SEEN is of prepare() */
    uint64_t records, formulas; /* counted by prepare(), in order; write() does not touch them */
};

static const pc_option options[] = {
    PC_OPT_CHOICE(struct csv, dialect, "rfc4180|excel|tsv", "rfc4180",
                  "CSV, CSV that spreadsheets open safely, or tab-separated text"),
    PC_OPT_STRING(struct csv, columns, "",
                  "Columns in this order, as in title,date,editors; the usual ones if empty"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static int open_table(void *state, pc_stage *stage)
{
    struct csv *csv = state;
    int status = columns_open(&csv->table, csv->columns, stage);

    if (status != PC_OK)
        columns_close(&csv->table);
    return status;
}

static void close_table(void *state)
{
    struct csv *csv = state;

    columns_close(&csv->table);
}

/* ---- writing --------------------------------------------------------------------- */

struct row {
    const pc_record *record;
    pc_gather *out;
    const pc_fields *fields;
    struct pc_place place;
    pc_date date;    /* all 0 when there is none */
    char number[20]; /* the cell of a number, while it is written */
};

static inline void put_separators(const struct csv *csv, pc_gather *out, size_t count)
{
    const char *separators = punctuation[csv->dialect].separators;

    for (; count > SEPARATORS; count -= SEPARATORS)
        pc_gather_put(out, pc_sub(separators, SEPARATORS));
    pc_gather_put(out, pc_sub(separators, count));
}

/* TEXT as a cell of a spreadsheet. */
static pc_str spreadsheet_cell(const struct row *row, const struct column *column, pc_str text)
{
    enum { MOST = 32767 }; /* characters in a cell of Excel */
    pc_str cell = cell_disarm(row->record, text);
    size_t length = cell.n > MOST ? cell_length(cell) : cell.n;

    if (length > MOST)
        pc_warn(row->record, text, "cell-too-long",
                "the cell '%.*s' has %zu characters; Excel keeps only %d", PC_FMT(column->name),
                length, MOST);
    return cell;
}

/* A row with a single empty cell would be an empty line, which readers skip. */
static void put_cell(const struct csv *csv, const struct row *row, const struct column *column,
                     pc_str text)
{
    if (csv->dialect == TSV)
        cell_put_escaped(row->out, text);
    else if (csv->table.count == 1 && text.n == 0)
        pc_gather_puts(row->out, "\"\"");
    else
        cell_put_quoted(row->out,
                        csv->dialect == EXCEL ? spreadsheet_cell(row, column, text) : text);
}

static void put_header_cell(const struct csv *csv, pc_gather *out, pc_str name)
{
    if (csv->dialect == TSV) {
        cell_put_escaped(out, name);
        return;
    }
    if (csv->dialect == EXCEL && cell_is_formula(name))
        pc_gather_puts(out, "'");
    cell_put_quoted(out, name);
}

static int write_header(void *state, pc_sink *sink)
{
    const struct csv *csv = state;
    pc_gather out;

    pc_gather_start(&out, sink);
    pc_gather_puts(&out, punctuation[csv->dialect].start);
    for (size_t i = 0; i < csv->table.count; i++) {
        put_separators(csv, &out, i != 0);
        put_header_cell(csv, &out, csv->table.chosen[i].name);
    }
    pc_gather_puts(&out, punctuation[csv->dialect].end);
    pc_gather_flush(&out);
    return PC_OK;
}

/* A positive NUMBER as a cell; 0 is unknown. */
static pc_str number_cell(struct row *row, uint64_t number)
{
    char *end = row->number + sizeof row->number, *p = end;

    for (; number != 0; number /= 10)
        *--p = (char)('0' + number % 10);
    return pc_sub(p, (size_t)(end - p));
}

static pc_str cell_text(struct row *row, const struct column *column)
{
    switch (column->content) {
    case TEXT:
        return pc_fields_first(row->fields, column->list);
    case LIST:
        return cell_join(row->record, row->fields->first[column->list]);
    case QUALIFIER:
        return cell_join_qualifiers(row->record, row->fields->first[pc_parent_of(column->list)],
                                    column->list);
    case CUSTOM:
        return cell_join_custom(row->record, row->fields->first[PC_LIST_OTHERS], column->name);
    case YEAR:
        return number_cell(row, (uint64_t)row->date.year);
    case MONTH:
        return number_cell(row, (uint64_t)row->date.month);
    case DAY:
        return number_cell(row, (uint64_t)row->date.day);
    case DOCUMENT:
        return row->place.document;
    case MEMBER:
        return row->place.member;
    case LINE:
        return number_cell(row, row->place.line);
    }
    return pc_none();
}

/* True when a column has VALUE, whose list has no column for all values. */
static bool is_carried(const struct columns *table, const pc_fields *fields, const pc_value *value)
{
    if (table->carried[value->list] == FIRST_VALUE)
        return value == fields->first[value->list];
    return table->carried[value->list] == NAMED_VALUES && columns_have_custom(table, value->key);
}

/* Counts the fields and qualifiers without a column; returns the bits of the columns that may have a value. */
static uint64_t sort_values(const struct csv *csv, const pc_record *rec, const pc_fields *fields)
{
    const struct columns *table = &csv->table;
    uint64_t filled = table->always_filled;

    for (const pc_value *v = fields->all; v != NULL; v = v->after) {
        filled |= table->filled_by[v->list];
        if (table->carried[v->list] != ALL_VALUES && !is_carried(table, fields, v))
            pc_lost_key(rec, v->key);
    }
    return table->count > 1 ? filled : 1;
}

/* The number of the lowest bit of WORD, which is not 0. */
static unsigned lowest_column(uint64_t word)
{
#if defined(__GNUC__)
    return (unsigned)__builtin_ctzll(word);
#else
    unsigned n = 0;

    for (; (word & 1) == 0; word >>= 1)
        n++;
    return n;
#endif
}

/* Most cells are empty: the separators between two values are written at once. */
static void put_cells(const struct csv *csv, struct row *row, uint64_t filled)
{
    const size_t count = csv->table.count;
    size_t written = 0; /* separators */

    for (size_t start = 0; start < count; start += 64) {
        for (uint64_t word = filled; word != 0; word &= word - 1) {
            const size_t i = start + lowest_column(word);
            pc_str text;

            if (i >= count)
                break;
            text = cell_text(row, &csv->table.chosen[i]);
            if (text.n == 0 && count > 1)
                continue;
            put_separators(csv, row->out, i - written);
            put_cell(csv, row, &csv->table.chosen[i], text);
            written = i;
        }
    }
    put_separators(csv, row->out, count - 1 - written);
}

static int write_row(void *state, pc_sink *sink, const pc_record *rec)
{
    const struct csv *csv = state;
    pc_fields fields;
    pc_gather out;
    struct row row;

    pc_fields_read(&fields, rec);
    pc_fields_drop_html(&fields, rec);
    pc_gather_start(&out, sink);
    row.record = rec;
    row.out = &out;
    row.fields = &fields;
    row.date = (pc_date){ 0, 0, 0 };
    if (csv->table.always_filled != 0)
        row.place = pc_where(rec);
    if (fields.first[PC_LIST_DATE] != NULL)
        pc_date_parse(pc_fields_first(&fields, PC_LIST_DATE), &row.date);
    put_cells(csv, &row, sort_values(csv, rec, &fields));
    pc_gather_puts(&out, punctuation[csv->dialect].end);
    pc_gather_flush(&out);
    return PC_OK;
}

/* ---- formulas -------------------------------------------------------------------- */

static bool has_formula(const pc_record *rec)
{
    pc_str key, value;

    for (size_t i = 0; pc_field(rec, i, &key, &value); i++)
        if (cell_is_formula(value))
            return true;
    return false;
}

/* The first text of a cell, which is not escaped where it begins like a formula. */
static pc_str first_text(const struct column *column, const pc_fields *fields)
{
    const pc_value *v;

    switch (column->content) {
    case TEXT:
    case LIST:
        return pc_fields_first(fields, column->list);
    case QUALIFIER:
        v = fields->first[pc_parent_of(column->list)];
        return v != NULL ? pc_qualifier(v, column->list) : pc_none();
    case CUSTOM:
        for (v = fields->first[PC_LIST_OTHERS]; v != NULL; v = v->next) {
            if (pc_same(v->key, column->name))
                return v->text;
        }
        return pc_none();
    default:
        return pc_none();
    }
}

/* The number of cells of REC that begin like a formula. */
static uint64_t count_cells(const struct csv *csv, const pc_record *rec)
{
    const struct pc_place place = pc_where(rec);
    pc_fields fields;
    uint64_t count = 0;

    pc_fields_read(&fields, rec);
    pc_fields_drop_html(&fields, rec);
    for (size_t i = 0; i < csv->table.count; i++) {
        const struct column *column = &csv->table.chosen[i];

        if (column->content == DOCUMENT)
            count += cell_is_formula(place.document);
        else if (column->content == MEMBER)
            count += cell_is_formula(place.member);
        else
            count += cell_is_formula(first_text(column, &fields));
    }
    return count;
}

static inline bool place_has_formula(const pc_record *rec)
{
    const struct pc_place place = pc_where(rec);

    return cell_is_formula(place.document) || cell_is_formula(place.member);
}

static int count_formulas(struct csv *csv, const pc_record *rec)
{
    if (has_formula(rec) || (csv->table.always_filled != 0 && place_has_formula(rec)))
        csv->formulas += count_cells(csv, rec);
    return PC_OK;
}

/* ---- custom columns -------------------------------------------------------------- */

static bool has_custom(const pc_record *rec, pc_str name)
{
    pc_str key, value;

    for (size_t i = 0; pc_field(rec, i, &key, &value); i++) {
        if (value.n != 0 && pc_same(key, name))
            return true;
    }
    return false;
}

static int prepare_row(void *state, pc_record *rec)
{
    struct csv *csv = state;

    csv->records++;
    if (csv->table.carried[PC_LIST_OTHERS] == NAMED_VALUES) {
        for (size_t i = 0; i < csv->table.count; i++) {
            struct column *column = &csv->table.chosen[i];

            if (column->content == CUSTOM && !column->seen)
                column->seen = has_custom(rec, column->name);
        }
    }
    return csv->dialect == RFC4180 ? count_formulas(csv, rec) : PC_OK;
}

/* Any name may be that of a custom field, so a misspelt one is known only by its cells. */
static void warn_of_empty_column(pc_sink *out, pc_str name)
{
    const char *nearest = columns_nearest(name);

    pc_warn(out, pc_none(), "empty-column", "no record has a field '%.*s'%s%s%s", PC_FMT(name),
            nearest != NULL ? "; did you mean '" : "", nearest != NULL ? nearest : "",
            nearest != NULL ? "'?" : "");
}

static int warn_of_columns(void *state, pc_sink *out)
{
    const struct csv *csv = state;

    for (size_t i = 0; csv->records != 0 && i < csv->table.count; i++) {
        const struct column *column = &csv->table.chosen[i];

        if (column->content == CUSTOM && !column->seen)
            warn_of_empty_column(out, column->name);
    }
    if (csv->formulas != 0)
        pc_warn(out, pc_none(), "formula",
                "%llu %s with = + - @ or white space, which spreadsheets may run as a formula; "
                "-s dialect=excel prevents it",
                (unsigned long long)csv->formulas,
                csv->formulas == 1 ? "cell begins" : "cells begin");
    return PC_OK;
}

PC_OUTPUT(csv, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "CSV or TSV: one row per record", .extensions = "csv tsv:dialect=tsv",
          .texts = texts, .options = options, .state_size = sizeof(struct csv), .open = open_table,
          .close = close_table, .header = write_header, .prepare = prepare_row, .write = write_row,
          .footer = warn_of_columns);
PC_MODULE(&csv);
