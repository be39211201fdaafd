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
