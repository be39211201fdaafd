/* fields.h - a record as a JSON object with the members of the jsonl output, and back. */
#ifndef PAPERCONV_EXEC_FIELDS_H
#define PAPERCONV_EXEC_FIELDS_H

#include "paperconv/plugin.h"

#include <jansson.h>

/* Adds the members of OBJECT as fields, except `year` and `source`, which the host sets itself. */
void fields_read(json_t *object, pc_record *record);
/* The fields of RECORD as a new object. */
json_t *fields_write(const pc_record *record);

#endif
