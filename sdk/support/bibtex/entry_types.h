/* entry_types.h - the type of an entry, and the fields that biblatex allows in it. */
#ifndef PAPERCONV_ENTRY_TYPES_H
#define PAPERCONV_ENTRY_TYPES_H

#include "paperconv/fields.h"

/* The entry types that differ in their fields, a bit each.  Those of biblatex are all here; of
 * BibTeX's, which may have any field, those that name a field differently. */
enum entry_kind {
    IN_ARTICLE = 1,
    IN_BOOK = 1 << 1,
    IN_INBOOK = 1 << 2,
    IN_BOOKLET = 1 << 3,
    IN_COLLECTION = 1 << 4,
    IN_INCOLLECTION = 1 << 5, /* also inreference */
    IN_DATASET = 1 << 6,
    IN_MISC = 1 << 7, /* also software */
    IN_ONLINE = 1 << 8,
    IN_PATENT = 1 << 9,
    IN_PERIODICAL = 1 << 10,
    IN_INPROCEEDINGS = 1 << 11,
    IN_REPORT = 1 << 12,
    IN_THESIS = 1 << 13,
    IN_UNPUBLISHED = 1 << 14
};

struct entry_type {
    pc_str start;  /* "@article{" */
    unsigned kind; /* enum entry_kind */
    bool exact;    /* it says what the record's type is */
};

/* The type for a record with FIELDS whose date has a year or not: that of its `type`, if what
 * the styles require is there, else the nearest one of which everything is there. */
struct entry_type pc_entry_type_of(const pc_fields *fields, bool biblatex, bool has_year);

#endif
