/* people.h - cells with names of people. */
#ifndef PAPERCONV_CSV_PEOPLE_H
#define PAPERCONV_CSV_PEOPLE_H

#include "paperconv/fields.h"
#include "paperconv/text.h"

/* Adds the people of CELL as fields of LIST; BUFFER is for names that are put together. */
void people_add(pc_record *record, enum pc_list list, pc_str cell, pc_text *buffer);

/* The same for names with nothing between them, as SpringerLink has them: "Ann BellBob Cole". */
void people_add_glued(pc_record *record, enum pc_list list, pc_str cell, pc_text *buffer);

/* Removes the first item of a list from *CELL, "A; B" or the Python list "['A', 'B']"; false when
 * none is left.  *STATE is 0 at the start. */
bool list_next(pc_str *cell, pc_str *item, int *state);

#endif
