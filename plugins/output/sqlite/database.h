/* database.h - an SQLite database of papers. */
#ifndef PAPERCONV_SQLITE_DATABASE_H
#define PAPERCONV_SQLITE_DATABASE_H

#include "paperconv/fields.h"
#include "paperconv/text.h"

#include <sqlite3.h>
#include <sys/stat.h>

enum mode { REPLACE, APPEND, UPSERT };

enum statement {
    ADD_DOCUMENT,
    ADD_PAPER,
    ADD_PERSON,
    ADD_AUTHORSHIP,
    ADD_IDENTIFIER,
    ADD_CATEGORY,
    ADD_KEYWORD,
    ADD_REPEATED,
    ADD_CUSTOM,
    ADD_TEXT,
    FIND_IDENTIFIER,
    FIND_KEY,
    REMOVE_TEXT,
    REMOVE_PAPER,
    STATEMENTS
};

struct database {
    int64_t mode; /* enum mode */
    sqlite3 *db, *old;
    struct stat old_file; /* as it was when it was copied */
    sqlite3_stmt *statements[STATEMENTS];
    unsigned char column_of[PC_LISTS]; /* the parameter of ADD_PAPER; 0: the list has no column */
    pc_text place;                     /* of the document that was added last */
    sqlite3_int64 document;
    pc_text scratch;
};

/* What went wrong, by the database or its old file. */
int database_fails(const struct database *d, pc_sink *sink);

/* ---- old_database.c ---- */

/* Copies the database OLD into the new one.  PC_FATAL when that cannot be done without loss. */
int old_database_copy(struct database *d, pc_sink *sink, const char *old);
/* PC_FATAL when somebody has changed OLD since, or writes to it. */
int old_database_check(struct database *d, pc_sink *sink, const char *old);

/* ---- paper.c ---- */

/* Adds RECORD, in the place of the paper that it updates.  False with an error in the database. */
bool paper_add(struct database *d, const pc_record *record);

#endif
