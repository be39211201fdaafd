/* earlier.h - what an older catalogue knows of the same works: titles, sketches of abstracts, and keys. */
#ifndef PAPERCONV_CATALOGUE_EARLIER_H
#define PAPERCONV_CATALOGUE_EARLIER_H

#include "paperconv/catalogue.h"
#include "paperconv/match.h"
#include "paperconv/text.h"

#define PREVIOUS_TITLE "previous_title" /* field of an earlier title; may repeat */

enum { EARLIER_MOST = 8 }; /* titles, or sketches, of a record */

struct earlier { /* all-zero: there is no older catalogue */
    pc_catalogue *catalogue;
    pc_catalogue_cursor *cursor;
    const char *why;   /* what is wrong with the catalogue */
    uint32_t *numbers; /* for each old record 1 + the number of the new one; 0: there is none */
    bool found;        /* there is an old record of the work that was looked for last: */
    uint32_t number;   /* its number */
    pc_catalogue_record record; /* and itself; lives until another one is looked for */
    pc_text decoded;            /* strings of the old record */
    pc_text titles;             /* of the old record, each behind its length */
};

/* False when FILE is no catalogue that can be used: E->why says so. */
bool earlier_open(struct earlier *, const pc_file *file);
void earlier_close(struct earlier *);

/* Looks for the old record of RECORD, which describes WORK.  False when the catalogue is damaged. */
bool earlier_find(struct earlier *, const pc_record *record, const pc_work *work);

/* What the old record that was found has is added to the new one; nothing when none was found.
 * Earlier titles become fields of RECORD. */
void earlier_add_titles(const struct earlier *, pc_record *record);
/* Sketches of earlier abstracts are appended to SKETCHES, which has that of the record, or none. */
void earlier_add_sketches(const struct earlier *, pc_text *sketches);
/* The keys become those of the new record NUMBER, when ... */
void earlier_note_number(struct earlier *, uint32_t number);
/* ... all of them are added.  False when the catalogue is damaged. */
bool earlier_add_keys(struct earlier *, pc_catalogue_writer *writer);

#endif
