/* cells.h - text as one cell of a table.
 *
 * A function returns the text that it was given, or a copy in the scratch memory of RECORD, which
 * is valid until the callback returns. */
#ifndef PAPERCONV_CSV_CELLS_H
#define PAPERCONV_CSV_CELLS_H

#include "paperconv/fields.h"
#include "paperconv/gather.h"

/* All VALUES, joined by "; ", with a backslash before their own ; and \. */
pc_str cell_join(const pc_record *record, const pc_value *values);
/* The values with KEY among VALUES, as cell_join() joins them. */
pc_str cell_join_custom(const pc_record *record, const pc_value *values, pc_str key);
/* The qualifiers of LIST that VALUES have, in the order of VALUES: nothing stands for a value
 * without one.  Several of one value are joined by " | ", with a backslash before their own |. Absent
 * when no value has one. */
pc_str cell_join_qualifiers(const pc_record *record, const pc_value *values, enum pc_list list);
/* True when a spreadsheet may run TEXT as a formula. */
bool cell_is_formula(pc_str text);
/* TEXT in a form that a spreadsheet shows and does not run, also where `;` separates cells. */
pc_str cell_disarm(const pc_record *record, pc_str text);
/* The length of TEXT as spreadsheets count it: in UTF-16. */
size_t cell_length(pc_str text);
/* Writes TEXT by RFC 4180, with quotes only when necessary. */
void cell_put_quoted(pc_gather *out, pc_str text);
/* Writes TEXT for a tab-separated file, with the escapes \t, \n, \r and \\. */
void cell_put_escaped(pc_gather *out, pc_str text);

#endif
