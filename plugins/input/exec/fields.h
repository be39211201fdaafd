/* fields.h - a record as a JSON object with the members of the jsonl output, and back. */
#ifndef PAPERCONV_EXEC_FIELDS_H
#define PAPERCONV_EXEC_FIELDS_H

#include "paperconv/json.h"

/* Reads the text that JSON was started with: adds its members as fields, except `year` and
 * `source`, which the host sets itself.  False when it is not one object. */
bool fields_read(pc_json *json, pc_record *record);
/* Appends the fields of RECORD as an object in a line of its own. */
void fields_write(const pc_record *record, pc_text *line);

#endif
