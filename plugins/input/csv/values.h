/* values.h - the cells of a row become fields of a record. */
#ifndef PAPERCONV_CSV_VALUES_H
#define PAPERCONV_CSV_VALUES_H

#include "table.h"

/* Adds what ROW has to RECORD; BUFFER is for values that are put together. */
void values_add(const struct table *table, const struct row *row, pc_record *record,
                pc_text *buffer);

#endif
