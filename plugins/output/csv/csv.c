/* csv - one table, a row per record: CSV (RFC 4180), CSV for spreadsheets, TSV. */
#include "cells.h"
#include "page_text.h"
#include "paperconv/dates.h"
#include "paperconv/fields.h"

/* ---- the columns ----------------------------------------------------------------- */

enum content { TEXT, LIST, YEAR, MONTH, DAY, DOCUMENT, MEMBER, LINE };

static const struct column {
    const char *name;
    enum content content;
    enum pc_list list; /* of its fields; PC_LISTS: none */
} columns[] = {
    { "title", TEXT, PC_LIST_TITLE },
    { "authors", LIST, PC_LIST_AUTHOR },
    { "authors_truncated", TEXT, PC_LIST_AUTHORS_TRUNCATED },
    { "affiliations", LIST, PC_LIST_AFFILIATION },
    { "date", TEXT, PC_LIST_DATE },
    { "listed", TEXT, PC_LIST_LISTED },
    { "year", YEAR, PC_LIST_DATE },
    { "month", MONTH, PC_LIST_DATE },
    { "day", DAY, PC_LIST_DATE },
    { "category", TEXT, PC_LIST_CATEGORY },
    { "arxiv_category", TEXT, PC_LIST_ARXIV_CATEGORY },
    { "score", TEXT, PC_LIST_SCORE },
    { "has_code", TEXT, PC_LIST_HAS_CODE },
    { "arxiv_id", TEXT, PC_LIST_ARXIV_ID },
    { "doi", TEXT, PC_LIST_DOI },
    { "urls", LIST, PC_LIST_URL },
    { "keywords", LIST, PC_LIST_KEYWORD },
    { "abstract", TEXT, PC_LIST_ABSTRACT },
    { "markup", TEXT, PC_LIST_MARKUP },
    { "document", DOCUMENT, PC_LISTS },
    { "member", MEMBER, PC_LISTS },
    { "line", LINE, PC_LISTS },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };
_Static_assert(COLUMNS < 32, "a bit for each");

static size_t column_named(pc_str name)
{
    size_t c = 0;

    while (c < COLUMNS && !pc_eq(name, columns[c].name))
        c++;
    return c;
}

/* ---- options --------------------------------------------------------------------- */

enum dialect { RFC4180, EXCEL, TSV };

#define COMMAS ",,,,,,,,,,,,,,,,,,,,,"
#define TABS "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"
_Static_assert(sizeof COMMAS == COLUMNS && sizeof TABS == COLUMNS, "one between two columns");

static const struct {
    const char *start, *separators, *end; /* of the table, between all cells, of a row */
} punctuation[] = {
    [RFC4180] = { "", COMMAS, "\r\n" },
    [EXCEL] = { "\xef\xbb\xbf", COMMAS, "\r\n" },
    [TSV] = { "", TABS, "\n" },
};

struct csv {
    int64_t dialect;
    pc_str columns;
    size_t chosen[COLUMNS]; /* in the order of the table */
    size_t count;
    bool shown[COLUMNS];
    uint32_t filled_by[PC_KEYS]; /* bits of the chosen columns that a field of the list fills */
    uint32_t always_filled;
    enum { NO_VALUE, FIRST_VALUE, ALL_VALUES } carried[PC_KEYS];
    uint64_t formulas; /* counted by prepare(), in order; write() does not touch it */
};

static const pc_option options[] = {
    PC_OPT_CHOICE(struct csv, dialect, "rfc4180|excel|tsv", "rfc4180",
                  "CSV, CSV that spreadsheets open safely, or tab-separated text"),
    PC_OPT_STRING(struct csv, columns, "", "Columns in this order, as in title,date; all if empty"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static int refuse_column(pc_stage *stage, pc_str name)
{
    char names[COLUMNS * 20];
    size_t n = 0;

    for (size_t c = 0; c < COLUMNS; c++)
        n += (size_t)snprintf(names + n, sizeof names - n, "%s%s", c ? ", " : "", columns[c].name);
    return pc_fatal(stage, pc_none(), "bad-option", "'%.*s' is not a column; there are %s",
                    PC_FMT(name), names);
}

static void show_column(struct csv *csv, size_t c)
{
    uint32_t bit = (uint32_t)1 << csv->count;

    csv->shown[c] = true;
    csv->chosen[csv->count++] = c;
    if (columns[c].content == DOCUMENT || columns[c].content == MEMBER ||
        columns[c].content == LINE)
        csv->always_filled |= bit;
    else
        csv->filled_by[columns[c].list] |= bit;
}

static void carry_lists(struct csv *csv)
{
    for (size_t c = 0; c < COLUMNS; c++) {
        if (columns[c].content == TEXT)
            csv->carried[columns[c].list] = FIRST_VALUE;
        else if (columns[c].content == LIST)
            csv->carried[columns[c].list] = ALL_VALUES;
    }
}

static int open_table(void *state, pc_stage *stage)
{
    struct csv *csv = state;
    pc_str rest = csv->columns, name;
    bool more = rest.n != 0;

    carry_lists(csv);
    for (size_t c = 0; !more && c < COLUMNS; c++)
        show_column(csv, c);
    while (more) {
        size_t c;

        more = pc_cut(rest, ',', &name, &rest);
        c = column_named(name);
        if (c == COLUMNS)
            return refuse_column(stage, name);
        if (csv->shown[c])
            return pc_fatal(stage, pc_none(), "bad-option", "column '%s' is named twice",
                            columns[c].name);
        show_column(csv, c);
    }
    return PC_OK;
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

static pc_str some_separators(const struct csv *csv, size_t count)
{
    return pc_sub(punctuation[csv->dialect].separators, count);
}

/* TEXT as a cell of a spreadsheet. */
static pc_str spreadsheet_cell(const struct row *row, size_t column, pc_str text)
{
    enum { MOST = 32767 }; /* characters in a cell of Excel */
    pc_str cell = cell_disarm(row->record, text);
    size_t length = cell.n > MOST ? cell_length(cell) : cell.n;

    if (length > MOST)
        pc_warn(row->record, text, "cell-too-long",
                "the cell '%s' has %zu characters; Excel keeps only %d", columns[column].name,
                length, MOST);
    return cell;
}

/* A row with a single empty cell would be an empty line, which readers skip. */
static void put_cell(const struct csv *csv, const struct row *row, size_t column, pc_str text)
{
    if (csv->dialect == TSV)
        cell_put_escaped(row->out, text);
    else if (csv->count == 1 && text.n == 0)
        pc_gather_puts(row->out, "\"\"");
    else
        cell_put_quoted(row->out,
                        csv->dialect == EXCEL ? spreadsheet_cell(row, column, text) : text);
}

static int write_header(void *state, pc_sink *out)
{
    const struct csv *csv = state;

    pc_puts(out, punctuation[csv->dialect].start);
    for (size_t i = 0; i < csv->count; i++) {
        pc_write(out, some_separators(csv, i != 0));
        pc_puts(out, columns[csv->chosen[i]].name);
    }
    pc_puts(out, punctuation[csv->dialect].end);
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

/* Counts the fields without a column; returns the bits of the columns that may have a value. */
static uint32_t sort_values(const struct csv *csv, const pc_record *rec, const pc_fields *fields)
{
    uint32_t filled = csv->always_filled;

    for (const pc_value *v = fields->all; v != NULL; v = v->after) {
        filled |= csv->filled_by[v->list];
        if (csv->carried[v->list] == NO_VALUE ||
            (csv->carried[v->list] == FIRST_VALUE && v != fields->first[v->list]))
            pc_lost_key(rec, v->key);
    }
    return csv->count > 1 ? filled : 1;
}

/* Most cells are empty: the separators between two values are written at once. */
static void put_cells(const struct csv *csv, struct row *row, uint32_t filled)
{
    size_t written = 0; /* separators */

    for (size_t i = 0; filled >> i != 0; i++) {
        pc_str text;

        if ((filled >> i & 1) == 0)
            continue;
        text = cell_text(row, &columns[csv->chosen[i]]);
        if (text.n == 0 && csv->count > 1)
            continue;
        pc_gather_put(row->out, some_separators(csv, i - written));
        put_cell(csv, row, csv->chosen[i], text);
        written = i;
    }
    pc_gather_put(row->out, some_separators(csv, csv->count - 1 - written));
}

static int write_row(void *state, pc_sink *sink, const pc_record *rec)
{
    const struct csv *csv = state;
    pc_fields fields;
    pc_gather out;
    struct row row;

    pc_fields_read(&fields, rec);
    pc_gather_start(&out, sink);
    row.record = rec;
    row.out = &out;
    row.fields = &fields;
    row.date = (pc_date){ 0, 0, 0 };
    if (csv->always_filled != 0)
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

/* The number of cells of REC that begin like a formula. */
static uint64_t count_cells(const struct csv *csv, const pc_record *rec)
{
    pc_fields fields;
    uint64_t count = 0;

    if (!has_formula(rec))
        return 0;
    pc_fields_read(&fields, rec);
    for (size_t i = 0; i < csv->count; i++) {
        const struct column *column = &columns[csv->chosen[i]];

        if (column->content == TEXT || column->content == LIST)
            count += cell_is_formula(pc_fields_first(&fields, column->list));
    }
    return count;
}

static int count_formulas(void *state, pc_record *rec)
{
    struct csv *csv = state;
    struct pc_place place;

    if (csv->dialect != RFC4180)
        return PC_OK;
    csv->formulas += count_cells(csv, rec);
    if (csv->always_filled == 0)
        return PC_OK;
    place = pc_where(rec);
    if (cell_is_formula(place.document) && csv->shown[column_named(pc_s("document"))])
        csv->formulas++;
    if (cell_is_formula(place.member) && csv->shown[column_named(pc_s("member"))])
        csv->formulas++;
    return PC_OK;
}

static int warn_of_formulas(void *state, pc_sink *out)
{
    const struct csv *csv = state;

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
          .header = write_header, .prepare = count_formulas, .write = write_row,
          .footer = warn_of_formulas);
PC_MODULE(&csv);
