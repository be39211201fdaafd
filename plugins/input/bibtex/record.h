/* record.h - makes the record of an entry. */
#ifndef BIBTEX_RECORD_H
#define BIBTEX_RECORD_H

#include "paperconv/names.h"
#include "reader.h"

/* What the record of one entry is made with.  The buffers are kept from entry to entry. */
struct maker {
    pc_source *source;
    pc_record *record;
    const struct entry *entry;
    pc_str type; /* of CSL */
    bool is_biblatex;
    pc_text spaced, plain, decoded, joined, parts, printed;
};

void make_record(struct maker *m, pc_record *record, const struct entry *entry);
void maker_free(struct maker *m);

/* The value of the first field ID; absent when there is none. */
static inline pc_str maker_value(const struct maker *m, enum field_id id)
{
    return entry_value(m->entry, id);
}

static inline bool maker_has(const struct maker *m, enum field_id id)
{
    return pc_trim(maker_value(m, id)).n != 0;
}

/* VALUE as plain text, which lives until the next call. */
pc_str maker_plain(struct maker *m, pc_str value);
/* Adds a value of LIST, unless it is empty. */
void maker_add(struct maker *m, enum pc_list list, pc_str value);
/* Adds the field ID as one that only BibTeX knows: bibtex:NAME. */
void maker_add_own(struct maker *m, enum field_id id);

/* ---- record_dates.c ---- */

void add_date_field(struct maker *m, enum pc_list list, enum field_id id);
/* The date of publication: date, or year, month and day. */
void add_date(struct maker *m);

/* ---- record_ids.c ---- */

void add_doi(struct maker *m);
void add_eprint(struct maker *m);
void add_files(struct maker *m);

/* ---- types.c ---- */

struct entry_kind {
    const char *name; /* of the entry, in small letters */
    const char *csl;
    const char *genre; /* that the type says by itself; NULL: none */
};
/* NULL: a type that is not in the table. */
const struct entry_kind *entry_kind_of(pc_str type);
/* The word that biblatex's localisation key GENRE stands for; GENRE itself when it is none. */
pc_str genre_of(pc_str genre);

/* ---- people.c ---- */

/* Adds the people of VALUE, a field of the list LIST; NAME is its name. */
void add_people(struct maker *m, enum pc_list list, pc_str value, pc_str role);

/* ---- dates.c ---- */

/* Reads VALUE, a date in EDTF or in one of the notations that are met; OUT has it in EDTF. */
bool date_read(pc_str value, char out[], size_t room);
/* Reads a date from YEAR, MONTH and DAY, of which YEAR alone is required. */
bool date_from_parts(pc_str year, pc_str month, pc_str day, char out[], size_t room);
enum { DATE_ROOM = 64 };

#endif
