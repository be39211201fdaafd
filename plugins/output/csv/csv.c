/* csv - one table, a row per record: CSV (RFC 4180), CSV for spreadsheets, TSV. */
#include "cells.h"
#include "paperconv/dates.h"

/* ---- the columns ----------------------------------------------------------- */

enum content { TEXT, LIST, YEAR, MONTH, DAY, DOCUMENT, MEMBER, LINE };

#define KEY(k) k, sizeof k - 1
static const struct column {
    const char *name;
    pc_str key; /* of the record's fields; absent: made from something else */
    enum content content;
} columns[] = {
    { "title", { KEY(PC_TITLE) }, TEXT },
    { "authors", { KEY(PC_AUTHOR) }, LIST },
    { "authors_truncated", { KEY(PC_AUTHORS_TRUNCATED) }, TEXT },
    { "affiliations", { KEY(PC_AFFILIATION) }, LIST },
    { "date", { KEY(PC_DATE) }, TEXT },
    { "listed", { KEY(PC_LISTED) }, TEXT },
    { "year", { NULL, 0 }, YEAR },
    { "month", { NULL, 0 }, MONTH },
    { "day", { NULL, 0 }, DAY },
    { "category", { KEY(PC_CATEGORY) }, TEXT },
    { "arxiv_category", { KEY(PC_ARXIV_CATEGORY) }, TEXT },
    { "score", { KEY(PC_SCORE) }, TEXT },
    { "has_code", { KEY(PC_HAS_CODE) }, TEXT },
    { "arxiv_id", { KEY(PC_ARXIV_ID) }, TEXT },
    { "doi", { KEY(PC_DOI) }, TEXT },
    { "urls", { KEY(PC_URL) }, LIST },
    { "keywords", { KEY(PC_KEYWORD) }, LIST },
    { "abstract", { KEY(PC_ABSTRACT) }, TEXT },
    { "markup", { KEY(PC_MARKUP) }, TEXT },
    { "document", { NULL, 0 }, DOCUMENT },
    { "member", { NULL, 0 }, MEMBER },
    { "line", { NULL, 0 }, LINE },
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static size_t column_named(pc_str name)
{
    size_t c = 0;

    while (c < COLUMNS && !pc_eq(name, columns[c].name))
        c++;
    return c;
}

static size_t column_with_key(pc_str key)
{
    size_t c = 0;

    while (c < COLUMNS && !pc_same(key, columns[c].key))
        c++;
    return c;
}

/* ---- options --------------------------------------------------------------- */

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
    uint64_t formulas; /* counted by prepare(), in order; write() does not touch it */
};

static const pc_option options[] = {
    PC_OPT_CHOICE(struct csv, dialect, "rfc4180|excel|tsv", "rfc4180",
                  "CSV, CSV that spreadsheets open safely, or tab-separated text"),
    PC_OPT_STRING(struct csv, columns, "", "Columns in this order, as in title,date; all if empty"),
    PC_OPT_END,
};

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
    csv->shown[c] = true;
    csv->chosen[csv->count++] = c;
}

static int open_table(void *state, pc_stage *stage)
{
    struct csv *csv = state;
    pc_str rest = csv->columns, name;
    bool more = rest.n != 0;

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

/* ---- writing --------------------------------------------------------------- */

struct row {
    pc_sink *out;
    struct pc_place place;
    pc_date date; /* all 0 when there is none */
    struct value *first[COLUMNS], *last[COLUMNS];
    char number[24]; /* the cell of a number, while it is written */
};

static void put_separators(const struct csv *csv, pc_sink *out, size_t count)
{
    pc_write(out, pc_sub(punctuation[csv->dialect].separators, count));
}

/* A row of one empty cell would be an empty line, which readers skip. */
static void put_cell(const struct csv *csv, pc_sink *out, pc_str text)
{
    if (csv->dialect == TSV)
        cell_put_escaped(out, text);
    else if (csv->count == 1 && text.n == 0)
        pc_puts(out, "\"\"");
    else
        cell_put_quoted(out, csv->dialect == EXCEL ? cell_disarm(out, text) : text);
}

static int write_header(void *state, pc_sink *out)
{
    const struct csv *csv = state;

    pc_puts(out, punctuation[csv->dialect].start);
    for (size_t i = 0; i < csv->count; i++) {
        put_separators(csv, out, i != 0);
        pc_puts(out, columns[csv->chosen[i]].name);
    }
    pc_puts(out, punctuation[csv->dialect].end);
    return PC_OK;
}

/* Keeps VALUE for its column; false when there is no room for it there. */
static bool keep_value(struct row *row, pc_str key, struct value *value)
{
    const size_t c = column_with_key(key);

    if (c == COLUMNS || (columns[c].content != LIST && row->first[c] != NULL))
        return false;
    if (row->first[c] == NULL)
        row->first[c] = value;
    else
        row->last[c]->next = value;
    row->last[c] = value;
    return true;
}

static void gather(struct row *row, const pc_record *rec)
{
    enum { CHUNK = 16 };
    struct value *chunk = NULL;
    pc_str key, text;

    for (size_t i = 0; pc_field(rec, i, &key, &text); i++) {
        if (i % CHUNK == 0)
            chunk = pc_scratch(rec, CHUNK * sizeof *chunk);
        chunk[i % CHUNK].text = text;
        if (!keep_value(row, key, &chunk[i % CHUNK]))
            pc_lost_key(rec, key);
    }
}

/* A positive NUMBER as a cell; 0 is unknown. */
static pc_str number_cell(struct row *row, uint64_t number)
{
    if (number == 0)
        return pc_none();
    snprintf(row->number, sizeof row->number, "%llu", (unsigned long long)number);
    return pc_s(row->number);
}

static pc_str cell_text(struct row *row, size_t c)
{
    switch (columns[c].content) {
    case TEXT:
        return row->first[c] != NULL ? row->first[c]->text : pc_none();
    case LIST:
        return cell_join(row->out, row->first[c]);
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

static int write_row(void *state, pc_sink *out, const pc_record *rec)
{
    const struct csv *csv = state;
    struct row row = { .out = out, .place = pc_where(rec) };
    size_t written = 0; /* separators; most cells are empty, so they come together */

    gather(&row, rec);
    pc_date_parse(pc_get(rec, PC_DATE, 0), &row.date);
    for (size_t i = 0; i < csv->count; i++) {
        pc_str text = cell_text(&row, csv->chosen[i]);

        if (text.n == 0 && csv->count > 1)
            continue;
        put_separators(csv, out, i - written);
        put_cell(csv, out, text);
        written = i;
    }
    put_separators(csv, out, csv->count - 1 - written);
    pc_puts(out, punctuation[csv->dialect].end);
    return PC_OK;
}

/* ---- formulas -------------------------------------------------------------- */

/* True when the cell of column C begins with VALUE, which has the key KEY. */
static bool begins_cell(const struct csv *csv, const pc_record *rec, pc_str key, pc_str value)
{
    const size_t c = column_with_key(key);

    return c < COLUMNS && csv->shown[c] && pc_get(rec, columns[c].key.p, 0).p == value.p;
}

static int count_formulas(void *state, pc_record *rec)
{
    struct csv *csv = state;
    const struct pc_place place = pc_where(rec);
    pc_str key, value;

    if (csv->dialect != RFC4180)
        return PC_OK;
    for (size_t i = 0; pc_field(rec, i, &key, &value); i++)
        if (cell_is_formula(value) && begins_cell(csv, rec, key, value))
            csv->formulas++;
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
          .summary = "CSV or TSV: one row per record", .extensions = "csv", .options = options,
          .state_size = sizeof(struct csv), .open = open_table, .header = write_header,
          .prepare = count_formulas, .write = write_row, .footer = warn_of_formulas);
PC_MODULE(&csv);
