/* columns.h - the columns of a table: the usual ones, any field of the table of fields, any custom
 * field. */
#ifndef PAPERCONV_CSV_COLUMNS_H
#define PAPERCONV_CSV_COLUMNS_H

#include "paperconv/fields.h"

enum content { TEXT, LIST, QUALIFIER, CUSTOM, YEAR, MONTH, DAY, DOCUMENT, MEMBER, LINE };

struct column {
    pc_str name; /* as the header has it */
    enum content content;
    enum pc_list list; /* of its fields, or the qualifier; PC_KEYS: none */
    bool seen;         /* CUSTOM: a record had a value */
};

/* The columns of one table.  Column I has bit I % 64: columns that share a bit are only
 * looked at in vain. */
struct columns {
    struct column *chosen; /* in the order of the table */
    size_t count;
    uint64_t filled_by[PC_KEYS]; /* bits of the columns that a field of the list fills */
    uint64_t always_filled;
    enum { NO_VALUE, FIRST_VALUE, ALL_VALUES, NAMED_VALUES } carried[PC_KEYS];
};

/* Chooses the columns with NAMES, separated by commas; the usual ones when NAMES is empty.  NAMES
 * must live as long as COLUMNS.  PC_FATAL after reporting to STAGE what is wrong. */
int columns_open(struct columns *columns, pc_str names, pc_stage *stage);
void columns_close(struct columns *columns);

/* True when a column has the custom field KEY. */
bool columns_have_custom(const struct columns *columns, pc_str key);
/* The known column whose name is nearest to NAME; NULL when none is near. */
const char *columns_nearest(pc_str name);

#endif
