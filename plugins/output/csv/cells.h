/* cells.h - text as one cell of a table.
 *
 * What a function returns is the text it was given or a copy in RECORD's
 * scratch memory, which lasts as long as the callback. */
#ifndef PAPERCONV_CSV_CELLS_H
#define PAPERCONV_CSV_CELLS_H

#include "paperconv/fields.h"
#include "paperconv/gather.h"

/* All VALUES, joined by "; ", with a backslash before their own ; and \. */
pc_str cell_join(const pc_record *record, const pc_value *values);
/* True when a spreadsheet may run TEXT as a formula. */
bool cell_is_formula(pc_str text);
/* TEXT so that a spreadsheet shows it and does not run it. */
pc_str cell_disarm(const pc_record *record, pc_str text);
/* Writes TEXT as RFC 4180 wants it, quoted only when need be. */
void cell_put_quoted(pc_gather *out, pc_str text);
/* Writes TEXT for a tab-separated file: \t, \n, \r and \\ for what it cannot hold. */
void cell_put_escaped(pc_gather *out, pc_str text);

#endif
