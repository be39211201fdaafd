/* html.h - shared by the files of this plugin. */
#ifndef HTML_H
#define HTML_H

#include "paperconv/fields.h"
#include "paperconv/html.h"
#include "paperconv/keys.h"
#include "tally.h"

/* In the order of the option's choices. */
enum { STATIC_FIRST, STATIC_ALL };
enum { STATIC_RECORDS = 1000 };

struct html {
    pc_str title, keys;
    int64_t static_; /* STATIC_FIRST or STATIC_ALL */
    pc_str rest;     /* of the template */
    uint64_t written;
    pc_keys maker;
    pc_text text, entry; /* what is written next, and the entry of a record */
    struct tally years, months, authors, categories;
};

/* A field of the tables of a card; absent when the record has none. */
static inline pc_str html_first(const pc_fields *fields, enum pc_list list)
{
    return pc_trim(pc_fields_first(fields, list));
}

/* VALUE without its markup, for what cannot have elements; it lives until SCRATCH is used again. */
pc_str html_without_markup(pc_text *scratch, pc_str value, enum pc_markup markup);
/* Appends NUMBER in decimal digits. */
void html_number(pc_text *out, uint64_t number);

/* ---- card.c ---- */

/* Appends the element for RECORD, which is number NUMBER, with its BibTeX ENTRY. */
void html_card(pc_text *out, const pc_record *record, const pc_fields *fields, uint64_t number,
               pc_str entry);

/* ---- links.c ---- */

/* Appends links for the identifiers and addresses of a record. */
void html_links(pc_text *out, const pc_fields *fields);

/* ---- pictures.c ---- */

/* Counts what the pictures show of a record. */
void html_count(struct html *h, const pc_fields *fields);
/* Appends the pictures. */
void html_pictures(pc_text *out, const struct html *h);

/* ---- run.c ---- */

/* Append what the documents say about themselves, and the tables of the run.  REPORT is what
 * pc_run() returns. */
void html_facts(pc_text *out, pc_str report);
void html_run(pc_text *out, pc_str report);

#endif
