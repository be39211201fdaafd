/* sqlite SCHEMA DATABASE <records.tsv - loads rows of title, authors, date, arXiv id, category and abstract into a
 * new database with the tables of the output sqlite, and does nothing else: the hand-written reference of
 * bench/run for that output.
 *
 * SCHEMA is the file that `paperconv plugin show sqlite --text schema` prints.  There are no quotes, no
 * checks and no diagnostics; the statements, pragmas and indexes are those that a loader needs. */
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TITLE, AUTHORS, DATE, ARXIV_ID, CATEGORY, ABSTRACT, COLUMNS };
enum { PAPER, PERSON, AUTHORSHIP, IDENTIFIER, CATEGORIES, SEARCH, STATEMENTS };

static const char *const sql[STATEMENTS] = {
    "INSERT INTO papers (document, line, year, title, date, abstract) VALUES (1, ?, ?, ?, ?, ?)",
    "INSERT INTO people (name) VALUES (?) ON CONFLICT DO UPDATE SET name = name RETURNING id",
    "INSERT INTO authorships VALUES (?, 'author', ?, ?, NULL)",
    "INSERT INTO identifiers VALUES (?, 'arxiv_id', 1, ?)",
    "INSERT INTO categories VALUES (?, 'arxiv_category', 1, ?)",
    "INSERT INTO papers_search (rowid, title, abstract, authors) VALUES (?, ?, ?, ?)",
};
static const char indexes[] =
    "CREATE INDEX papers_by_key ON papers (citation_key);"
    "CREATE INDEX papers_by_year ON papers (year);"
    "CREATE INDEX authorships_by_person ON authorships (person);"
    "CREATE INDEX identifiers_by_value ON identifiers (identifier, scheme);"
    "CREATE INDEX categories_by_value ON categories (category);"
    "CREATE INDEX keywords_by_value ON keywords (keyword);";

static sqlite3 *db;
static sqlite3_stmt *statements[STATEMENTS];

static void check(int result)
{
    if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW)
        return;
    fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db));
    exit(1);
}

static void execute(const char *text)
{
    check(sqlite3_exec(db, text, NULL, NULL, NULL));
}

static void execute_file(const char *path)
{
    FILE *file = fopen(path, "r");
    char *text = NULL;
    size_t room = 0;

    if (file == NULL || getdelim(&text, &room, '\0', file) < 0)
        exit(1);
    fclose(file);
    execute(text);
    free(text);
}

static void bind(sqlite3_stmt *s, int parameter, const char *text, size_t n)
{
    check(sqlite3_bind_text(s, parameter, text, (int)n, SQLITE_STATIC));
}

static void run(sqlite3_stmt *s)
{
    check(sqlite3_step(s));
    check(sqlite3_reset(s));
}

static void add_authors(sqlite3_int64 paper, const char *names)
{
    for (int position = 1; *names != '\0'; position++) {
        const char *end = strstr(names, "; ");
        const size_t n = end != NULL ? (size_t)(end - names) : strlen(names);
        sqlite3_int64 person;

        bind(statements[PERSON], 1, names, n);
        check(sqlite3_step(statements[PERSON]));
        person = sqlite3_column_int64(statements[PERSON], 0);
        check(sqlite3_reset(statements[PERSON]));
        check(sqlite3_bind_int64(statements[AUTHORSHIP], 1, paper));
        check(sqlite3_bind_int(statements[AUTHORSHIP], 2, position));
        check(sqlite3_bind_int64(statements[AUTHORSHIP], 3, person));
        run(statements[AUTHORSHIP]);
        names += n + (end != NULL ? 2 : 0);
    }
}

static void add_value(int which, sqlite3_int64 paper, const char *value)
{
    if (*value == '\0')
        return;
    check(sqlite3_bind_int64(statements[which], 1, paper));
    bind(statements[which], 2, value, strlen(value));
    run(statements[which]);
}

static void add_paper(char *const *column, sqlite3_int64 line)
{
    sqlite3_stmt *s = statements[PAPER];
    sqlite3_int64 paper;

    check(sqlite3_bind_int64(s, 1, line));
    check(sqlite3_bind_int(s, 2, atoi(column[DATE])));
    bind(s, 3, column[TITLE], strlen(column[TITLE]));
    bind(s, 4, column[DATE], strlen(column[DATE]));
    bind(s, 5, column[ABSTRACT], strlen(column[ABSTRACT]));
    run(s);
    paper = sqlite3_last_insert_rowid(db);
    add_authors(paper, column[AUTHORS]);
    add_value(IDENTIFIER, paper, column[ARXIV_ID]);
    add_value(CATEGORIES, paper, column[CATEGORY]);
    s = statements[SEARCH];
    check(sqlite3_bind_int64(s, 1, paper));
    bind(s, 2, column[TITLE], strlen(column[TITLE]));
    bind(s, 3, column[ABSTRACT], strlen(column[ABSTRACT]));
    bind(s, 4, column[AUTHORS], strlen(column[AUTHORS]));
    run(s);
}

int main(int argc, char **argv)
{
    char *line = NULL, *column[COLUMNS], *rest;
    size_t room = 0;
    ssize_t n;

    if (argc != 3)
        return 2;
    remove(argv[2]);
    check(sqlite3_open(argv[2], &db));
    execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
            "PRAGMA temp_store = MEMORY; BEGIN");
    execute_file(argv[1]);
    execute("INSERT INTO documents (document, plugin) VALUES ('records.tsv', 'csv')");
    for (int i = 0; i < STATEMENTS; i++)
        check(sqlite3_prepare_v3(db, sql[i], -1, SQLITE_PREPARE_PERSISTENT, &statements[i], NULL));
    n = getline(&line, &room, stdin); /* the header */
    for (sqlite3_int64 number = 2; (n = getline(&line, &room, stdin)) > 0; number++) {
        line[n - 1] = '\0';
        rest = line;
        for (int i = 0; i < COLUMNS; i++) {
            column[i] = strsep(&rest, "\t");
            if (column[i] == NULL)
                return 1;
        }
        add_paper(column, number);
    }
    for (int i = 0; i < STATEMENTS; i++)
        sqlite3_finalize(statements[i]);
    execute(indexes);
    execute("COMMIT; PRAGMA optimize");
    return sqlite3_close(db) != SQLITE_OK;
}
