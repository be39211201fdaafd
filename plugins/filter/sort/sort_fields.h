/* sort_fields.h - the fields to sort by, and the key that they make of a record. */
#ifndef PAPERCONV_SORT_SORT_FIELDS_H
#define PAPERCONV_SORT_SORT_FIELDS_H

#include "sort_key.h"

struct sort_field {
    pc_str key;
    unsigned char holds; /* enum pc_holds */
    bool descending;
};

struct sort_fields { /* all-zero is empty */
    struct sort_field *items;
    size_t count;
    struct comparison comparison;
    pc_text value; /* scratch */
};

/* Reads BY, as in "-date,author"; REVERSE turns each direction.  PC_FATAL after saying what is
 * wrong; sort_fields_free() is needed in any case. */
int sort_fields_read(struct sort_fields *fields, pc_str by, bool reverse, pc_stage *stage);
void sort_fields_free(struct sort_fields *fields);

/* Appends the key of RECORD: memcmp() orders records by their keys, and no key is the beginning of
 * another. */
void sort_fields_key(struct sort_fields *fields, const pc_record *record, pc_text *key);

#endif
