/* sqlite - a database to query. */
#define PC_NEEDS 1
#include "database.h"
#include "page_text.h"
#include "schema_text.h"

static const pc_option options[] = {
    PC_OPT_CHOICE(struct database, mode, "replace|append|upsert", "replace",
                  "What becomes of an old database: it is replaced, gets more papers, or gets new "
                  "ones and a new version of those that it has, by DOI, arXiv id or citation key"),
    PC_OPT_END,
};
static const char *const texts[] = { "schema", schema_text, "page", page_text, NULL };

int database_fails(const struct database *d, pc_sink *sink)
{
    return pc_fatal(sink, pc_none(), "sqlite", "the database cannot be written: %s",
                    d->db != NULL ? sqlite3_errmsg(d->db) : "there is not enough memory");
}

static bool execute(struct database *d, const char *sql)
{
    return sqlite3_exec(d->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}

/* ---- the start ------------------------------------------------------------------- */

/* The file is nobody else's until it is whole. */
static const char settings[] = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                               "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;";

static const char indexes[] =
    "CREATE INDEX IF NOT EXISTS papers_by_key ON papers (citation_key);"
    "CREATE INDEX IF NOT EXISTS papers_by_year ON papers (year);"
    "CREATE INDEX IF NOT EXISTS authorships_by_person ON authorships (person);"
    "CREATE INDEX IF NOT EXISTS identifiers_by_value ON identifiers (identifier, scheme);"
    "CREATE INDEX IF NOT EXISTS categories_by_value ON categories (category);"
    "CREATE INDEX IF NOT EXISTS keywords_by_value ON keywords (keyword);";

/* A parameter for each column of papers: the schema says which there are. */
static bool prepare_paper(struct database *d)
{
    sqlite3_stmt *columns = NULL;
    pc_text names = { 0 };
    int count = 0;
    bool done;

    d->scratch.n = 0;
    if (sqlite3_prepare_v2(d->db, "SELECT name FROM pragma_table_info('papers')", -1, &columns,
                           NULL) != SQLITE_OK)
        return false;
    while (sqlite3_step(columns) == SQLITE_ROW) {
        const pc_str name = pc_s((const char *)sqlite3_column_text(columns, 0));
        const enum pc_list list = pc_list_of(name);

        pc_text_puts(&names, count != 0 ? ", " : "");
        pc_text_add(&names, name);
        pc_text_puts(&d->scratch, count != 0 ? ", ?" : "?");
        count++;
        if (list < PC_LIST_OTHERS)
            d->column_of[list] = (unsigned char)count;
    }
    sqlite3_finalize(columns);
    pc_text_putc(&names, '\0');
    pc_text_putc(&d->scratch, '\0');
    {
        char *sql = sqlite3_mprintf("INSERT INTO papers (%s) VALUES (%s)", names.p, d->scratch.p);

        done = sql != NULL && sqlite3_prepare_v3(d->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                                 &d->statements[ADD_PAPER], NULL) == SQLITE_OK;
        sqlite3_free(sql);
    }
    pc_text_free(&names);
    return done;
}

static bool prepare_statements(struct database *d)
{
    static const char *const sql[STATEMENTS] = {
        [ADD_DOCUMENT] = "INSERT INTO documents (document, member, plugin) VALUES (?, ?, ?) "
                         "ON CONFLICT DO UPDATE SET plugin = plugin RETURNING id",
        [ADD_PERSON] = "INSERT INTO people (name, family, given, prefix, dropping_prefix, suffix, "
                       "orcid, literal) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT DO UPDATE SET name = name RETURNING id",
        [ADD_AUTHORSHIP] = "INSERT INTO authorships VALUES (?, ?, ?, ?, ?)",
        [ADD_IDENTIFIER] = "INSERT INTO identifiers VALUES (?, ?, ?, ?)",
        [ADD_CATEGORY] = "INSERT INTO categories VALUES (?, ?, ?, ?)",
        [ADD_KEYWORD] = "INSERT INTO keywords VALUES (?, ?, ?, ?)",
        [ADD_REPEATED] = "INSERT INTO repeated_fields VALUES (?, ?, ?, ?)",
        [ADD_CUSTOM] = "INSERT INTO custom_fields VALUES (?, ?, ?, ?)",
        [ADD_TEXT] = "INSERT INTO papers_search (rowid, title, abstract, authors) "
                     "SELECT * FROM papers_text WHERE id = ?",
        [FIND_IDENTIFIER] = "SELECT paper FROM identifiers WHERE identifier = ? AND scheme = ?",
        [FIND_KEY] = "SELECT id FROM papers WHERE citation_key = ?",
        [REMOVE_TEXT] =
            "INSERT INTO papers_search (papers_search, rowid, title, abstract, authors) "
            "SELECT 'delete', * FROM papers_text WHERE id = ?",
        [REMOVE_PAPER] = "DELETE FROM papers WHERE id = ?",
    };

    for (size_t i = 0; i < STATEMENTS; i++) {
        if (sql[i] != NULL && sqlite3_prepare_v3(d->db, sql[i], -1, SQLITE_PREPARE_PERSISTENT,
                                                 &d->statements[i], NULL) != SQLITE_OK)
            return false;
    }
    return prepare_paper(d);
}

static int begin_database(void *state, pc_sink *sink)
{
    struct database *d = state;
    struct pc_output_paths file = { .size = sizeof file };
    int copied = PC_SKIP;

    if (!pc_output_file(sink, &file) ||
        sqlite3_open_v2(file.path.p, &d->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK ||
        !execute(d, settings))
        return database_fails(d, sink);
    if (file.old.p != NULL)
        copied = old_database_copy(d, sink, file.old.p);
    if (copied < 0)
        return copied;
    if ((d->mode == UPSERT && !execute(d, "PRAGMA foreign_keys = ON")) || !execute(d, "BEGIN") ||
        (d->old == NULL && !execute(d, schema_text)) ||
        (d->mode == UPSERT && !execute(d, indexes)) || !prepare_statements(d))
        return database_fails(d, sink);
    return PC_OK;
}

/* ---- papers, and the end --------------------------------------------------------- */

static int write_paper(void *state, pc_sink *sink, const pc_record *record)
{
    struct database *d = state;

    return paper_add(d, record) ? PC_OK : database_fails(d, sink);
}

static void close_database(void *state)
{
    struct database *d = state;

    for (size_t i = 0; i < STATEMENTS; i++) {
        sqlite3_finalize(d->statements[i]);
        d->statements[i] = NULL;
    }
    sqlite3_close(d->db);
    sqlite3_close(d->old);
    d->db = d->old = NULL;
    pc_text_free(&d->place);
    pc_text_free(&d->scratch);
}

static int end_database(void *state, pc_sink *sink)
{
    struct database *d = state;
    struct pc_output_paths file = { .size = sizeof file };

    if (!execute(d, indexes) || !execute(d, "COMMIT") ||
        !execute(d, "PRAGMA optimize; PRAGMA journal_mode = DELETE"))
        return database_fails(d, sink);
    if (pc_output_file(sink, &file) && file.old.p != NULL)
        return old_database_check(d, sink, file.old.p);
    return PC_OK;
}

PC_OUTPUT(sqlite, .version = "1.0.0", .summary = "An SQLite database with full-text search",
          .uses = PC_USES_OUTPUT_FILE, .extensions = "db sqlite sqlite3", .texts = texts,
          .options = options, .state_size = sizeof(struct database), .close = close_database,
          .header = begin_database, .write = write_paper, .footer = end_database);
PC_MODULE(&sqlite);
