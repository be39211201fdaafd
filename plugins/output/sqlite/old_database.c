/* old_database.c - the database that is to have more papers.  It is copied, so that it stays as it is
 * until the new one is whole; others may read it meanwhile. */
#define _POSIX_C_SOURCE 200809L
#include "database.h"

#include <errno.h>

enum { APPLICATION_ID = 1346458979, VERSION = 1 }; /* as in schema.sql */

static int refuse(pc_sink *sink, const char *why)
{
    return pc_fatal(sink, pc_none(), "old-database", "the old database %s", why);
}

/* The integer that QUERY gives; -1 when there is none. */
static int ask(sqlite3 *db, const char *query)
{
    sqlite3_stmt *s = NULL;
    int answer = -1;

    if (sqlite3_prepare_v2(db, query, -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
        answer = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return answer;
}

/* True when OLD has a journal: SQLite would take it for one of the file that replaces OLD. */
static bool has_journal(struct database *d, const char *old)
{
    static const char *const endings[] = { "-wal", "-journal" };
    struct stat journal;

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        d->scratch.n = 0;
        pc_text_puts(&d->scratch, old);
        pc_text_add(&d->scratch, pc_sub(endings[i], strlen(endings[i]) + 1));
        if (stat(d->scratch.p, &journal) == 0 && journal.st_size != 0)
            return true;
    }
    return false;
}

static int refuse_journal(pc_sink *sink)
{
    return refuse(sink, "is being written to, or a program that wrote to it has crashed: open "
                        "it with sqlite3, and close it again");
}

/* Copies all pages.  The transaction of the old one stays open, so that nobody writes to it. */
static bool copy_pages(struct database *d)
{
    sqlite3_backup *copy = sqlite3_backup_init(d->db, "main", d->old, "main");

    if (copy == NULL)
        return false;
    sqlite3_backup_step(copy, -1);
    return sqlite3_backup_finish(copy) == SQLITE_OK;
}

int old_database_copy(struct database *d, pc_sink *sink, const char *old)
{
    if (has_journal(d, old))
        return refuse_journal(sink);
    if (d->mode == REPLACE)
        return PC_OK;
    if (stat(old, &d->old_file) != 0)
        return pc_fatal(sink, pc_none(), "old-database", "the old database cannot be read: %s",
                        strerror(errno));
    if (d->old_file.st_size == 0)
        return PC_SKIP; /* sqlite3 makes such a file */
    if (sqlite3_open_v2(old, &d->old, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK ||
        sqlite3_exec(d->old, "BEGIN", NULL, NULL, NULL) != SQLITE_OK)
        return pc_fatal(sink, pc_none(), "old-database", "the old database cannot be read: %s",
                        sqlite3_errmsg(d->old));
    if (ask(d->old, "PRAGMA application_id") != APPLICATION_ID)
        return refuse(sink, "was not made by paperconv");
    if (ask(d->old, "PRAGMA user_version") != VERSION)
        return refuse(sink, "was made by another version of paperconv: convert the papers "
                            "again, with mode=replace");
    return copy_pages(d) ? PC_OK : database_fails(d, sink);
}

int old_database_check(struct database *d, pc_sink *sink, const char *old)
{
    struct stat now;

    if (has_journal(d, old))
        return refuse_journal(sink);
    if (d->old == NULL)
        return PC_OK;
    if (stat(old, &now) != 0 || now.st_ino != d->old_file.st_ino ||
        now.st_size != d->old_file.st_size || now.st_mtim.tv_sec != d->old_file.st_mtim.tv_sec ||
        now.st_mtim.tv_nsec != d->old_file.st_mtim.tv_nsec)
        return refuse(sink, "has changed since it was copied: convert the papers again");
    return PC_OK;
}
