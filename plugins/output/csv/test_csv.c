/* test_csv.c - every table that the csv plugin writes, read back by libcsv. */
#include "fake_host.h"

#include <csv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
/* cmocka needs the above */
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define HEADER                                                                                  \
    "title,authors,authors_truncated,affiliations,date,listed,year,month,day,category,"         \
    "arxiv_category,score,has_code,arxiv_id,doi,urls,keywords,abstract,markup,document,member," \
    "line"

/* Stores in f->out what the plugin writes for REC, followed by a NUL. */
static void write_table(struct fake_host *f, pc_record *rec, const char *const *settings)
{
    const struct pc_plugin *csv = paperconv_module_v1.plugins[0];
    void *state = fake_start(f, csv, settings);

    assert_non_null(state);
    csv->header(state, &f->sink);
    if (rec != NULL) {
        assert_int_equal(csv->prepare(state, rec), PC_OK);
        assert_int_equal(csv->write(state, &f->sink, rec), PC_OK);
    }
    csv->footer(state, &f->sink);
    fake_stop(csv, state);
    pc_text_putc(&f->out, '\0');
    f->out.n--;
}

struct cells { /* what libcsv read */
    pc_str cell[100];
    size_t count, rows;
};

static void keep_cell(void *text, size_t n, void *cells)
{
    struct cells *c = cells;
    char *copy = malloc(n + 1);

    assert_non_null(copy);
    assert_true(c->count < COUNT(c->cell));
    memcpy(copy, text, n);
    c->cell[c->count++] = pc_sub(copy, n);
}

static void keep_row(int end, void *cells)
{
    (void)end;
    ((struct cells *)cells)->rows++;
}

static void read_table(const struct fake_host *f, struct cells *cells)
{
    struct csv_parser parser;

    *cells = (struct cells){ .rows = 0 };
    assert_int_equal(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL), 0);
    assert_int_equal(csv_parse(&parser, f->out.p, f->out.n, keep_cell, keep_row, cells), f->out.n);
    assert_int_equal(csv_fini(&parser, keep_cell, keep_row, cells), 0);
    csv_free(&parser);
}

static void free_cells(struct cells *cells)
{
    while (cells->count-- > 0)
        free((void *)(uintptr_t)cells->cell[cells->count].p);
}

/* Writes TEXT as title and as abstract, reads both back. */
static void check_text(pc_str text)
{
    static const char *const settings[] = { "columns=title,abstract", NULL };
    struct fake_host f;
    struct cells cells;
    pc_record *rec;

    fake_open(&f);
    rec = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });
    pc_add(rec, PC_TITLE, text);
    pc_add(rec, PC_ABSTRACT, text);
    write_table(&f, rec, settings);
    read_table(&f, &cells);
    assert_int_equal(cells.rows, 2);
    assert_int_equal(cells.count, 4);
    for (size_t c = 2; c < 4; c++) {
        assert_int_equal(cells.cell[c].n, text.n);
        assert_memory_equal(cells.cell[c].p, text.p, text.n);
    }
    free_cells(&cells);
    fake_close(&f);
}

static void every_ascii_character_in_every_position(void **state)
{
    (void)state;
    for (int c = 0; c < 128; c++)
        for (size_t where = 0; where < 3; where++) {
            char text[] = "abc";

            text[where] = (char)c;
            check_text(pc_sub(text, 3));
            check_text(pc_sub(text + where, 1));
        }
}

static void long_text(void **state)
{
    enum { SIZE = 1 << 17 };
    char *text = malloc(SIZE);

    (void)state;
    assert_non_null(text);
    memset(text, '"', SIZE);
    check_text(pc_sub(text, SIZE));
    free(text);
}

static const struct {
    const char *settings[3];
    const char *fields[20];
    const char *table, *lost, *diagnostics;
} tables[] = {
    { { NULL }, { NULL }, HEADER "\r\n,,,,,,,,,,,,,,,,,,,a.tar,b.txt,7\r\n", "", "" },
    { { NULL },
      { "title", "T", "author", "A B", "author", "C", "authors_truncated", "true", "date",
        "2022-05-07", "score", "44.0", "has_code", "true", NULL },
      HEADER "\r\nT,A B; C,true,,2022-05-07,,2022,5,7,,,44.0,true,,,,,,,a.tar,b.txt,7\r\n",
      "",
      "" },
    /* dates */
    { { "columns=year,month,day,date" },
      { "date", "XXXX-05-30" },
      "year,month,day,date\r\n,5,30,XXXX-05-30\r\n",
      "",
      "" },
    { { "columns=year,month,day,date" },
      { "date", "2022-11" },
      "year,month,day,date\r\n2022,11,,2022-11\r\n",
      "",
      "" },
    { { "columns=year,month" }, { "date", "soon" }, "year,month\r\n,\r\n", "", "" },
    /* lists */
    { { "columns=authors" },
      { "author", "A; B", "author", "C\\D", NULL },
      "authors\r\nA\\; B; C\\\\D\r\n",
      "",
      "" },
    { { "columns=title" }, { "title", "A; B\\C" }, "title\r\nA; B\\C\r\n", "", "" },
    /* quotes only where necessary */
    { { "columns=title,abstract" },
      { "title", "a,b", "abstract", "say \"so\"\n\nnow" },
      "title,abstract\r\n\"a,b\",\"say \"\"so\"\"\n\nnow\"\r\n",
      "",
      "" },
    { { "columns=title" }, { NULL }, "title\r\n\"\"\r\n", "", "" },
    /* fields without a column */
    { { "columns=title" },
      { "title", "T", "title", "U", "note", "n", "arxiv_category_candidate", "cs.CV", "x", "y" },
      "title\r\nT\r\n",
      "title\nnote\narxiv_category_candidate\nx\n",
      "" },
    /* formulas */
    { { "columns=title,authors,abstract" },
      { "title", "=1", "author", "A", "author", "@b", "abstract", "-" },
      "title,authors,abstract\r\n=1,A; @b,-\r\n",
      "",
      "warning formula: 2 cells begin with = + - @ or white space, which spreadsheets may run as "
      "a formula; -s dialect=excel prevents it\n" },
    { { "columns=title" }, { "title", "T", "abstract", "=1" }, "title\r\nT\r\n", "", "" },
    { { "columns=title,authors,abstract", "dialect=excel" },
      { "title", "=1,2", "author", "+A", "author", "@b", "abstract", "\tx" },
      "\xef\xbb\xbftitle,authors,abstract\r\n\"'=1,2\",'+A; @b,'\tx\r\n",
      "",
      "" },
    /* tab-separated */
    { { "columns=title,authors,abstract", "dialect=tsv" },
      { "title", "a\tb\"c", "author", "A;B", "abstract", "x\r\n\\y" },
      "title\tauthors\tabstract\na\\tb\"c\tA\\\\;B\tx\\r\\n\\\\y\n",
      "",
      "" },
};

static void exact_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tables); i++) {
        struct fake_host f;

        fake_open(&f);
        write_table(&f, fake_record(&f, "a.tar", "b.txt", 7, tables[i].fields), tables[i].settings);
        pc_text_putc(&f.lost, '\0');
        pc_text_putc(&f.diagnostics, '\0');
        assert_string_equal(f.out.p, tables[i].table);
        assert_string_equal(f.lost.p, tables[i].lost);
        assert_string_equal(f.diagnostics.p, tables[i].diagnostics);
        fake_close(&f);
    }
}

static void no_record_leaves_the_header(void **state)
{
    struct fake_host f;

    (void)state;
    fake_open(&f);
    write_table(&f, NULL, NULL);
    assert_string_equal(f.out.p, HEADER "\r\n");
    fake_close(&f);
}

static void a_place_may_be_a_formula(void **state)
{
    struct fake_host f;

    (void)state;
    fake_open(&f);
    write_table(&f, fake_record(&f, "=x", "@y", 1, (const char *const[]){ NULL }), NULL);
    assert_memory_equal(f.diagnostics.p, "warning formula: 2 cells begin", 30);
    fake_close(&f);
}

static const struct {
    const char *columns, *says;
} refusals[] = {
    { "columns=title,", "error bad-option: columns: a name is empty\n" },
    { "columns=authors,author", "error bad-option: column 'author' is named twice\n" },
    { "columns=x,author.orcid,x", "error bad-option: column 'x' is named twice\n" },
    { "columns=title, date ,title", "error bad-option: column 'title' is named twice\n" },
};

static void bad_columns(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refusals); i++) {
        const char *const settings[] = { refusals[i].columns, NULL };
        struct fake_host f;

        fake_open(&f);
        assert_null(fake_start(&f, paperconv_module_v1.plugins[0], settings));
        assert_true(f.diagnostics.n >= strlen(refusals[i].says));
        assert_memory_equal(f.diagnostics.p, refusals[i].says, strlen(refusals[i].says));
        fake_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_ascii_character_in_every_position),
        cmocka_unit_test(long_text),
        cmocka_unit_test(exact_tables),
        cmocka_unit_test(no_record_leaves_the_header),
        cmocka_unit_test(a_place_may_be_a_formula),
        cmocka_unit_test(bad_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
