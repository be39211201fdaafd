/* fill.h - which fields the filter fills in, and how. */
#ifndef PAPERCONV_COMPLETE_FILL_H
#define PAPERCONV_COMPLETE_FILL_H

#include "paperconv/fields.h"
#include "paperconv/match.h"
#include "paperconv/text.h"

/* The fields that may be filled in, in the order of the table of fields. */
#define FILLED_FIELDS(FIELD) \
    FIELD(TYPE)              \
    FIELD(TITLE)             \
    FIELD(AUTHOR)            \
    FIELD(DATE)              \
    FIELD(CONTAINER_TITLE)   \
    FIELD(CONTAINER_SHORT)   \
    FIELD(SERIES)            \
    FIELD(VOLUME)            \
    FIELD(ISSUE)             \
    FIELD(PAGES)             \
    FIELD(ARTICLE_NUMBER)    \
    FIELD(PUBLISHER)         \
    FIELD(EVENT_TITLE)       \
    FIELD(ARXIV_CATEGORY)    \
    FIELD(CROSS_CATEGORY)    \
    FIELD(ARXIV_ID)          \
    FIELD(DOI)               \
    FIELD(ISBN)              \
    FIELD(ISSN)              \
    FIELD(PMID)              \
    FIELD(PMCID)             \
    FIELD(JOURNAL_REF)       \
    FIELD(REPORT_NUMBER)     \
    FIELD(ABSTRACT)

/* A bit for each list of the table of fields. */
struct field_set {
    uint64_t bits[(PC_LISTS + 63) / 64];
};

/* Reads a list such as "arxiv_id,doi,authors"; empty: all fields above.  False, and the name at
 * fault in *BAD, when there is a name of no such field. */
bool field_set_read(struct field_set *set, pc_str names, pc_str *bad);

/* Fills what is missing in RECORD from FOUND, with which it was compared with the result MATCH, and adds to
 * FILLED the keys of the fields, each with a comma behind it.  Says in notes what differs. */
void fill_record(pc_record *record, const pc_record *found, const pc_match *match,
                 const struct field_set *set, pc_text *filled);

#endif
