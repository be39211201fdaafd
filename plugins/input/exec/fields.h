/* fields.h - a record as an object with the fields of the jsonl output, and back. */
#ifndef PAPERCONV_EXEC_FIELDS_H
#define PAPERCONV_EXEC_FIELDS_H

#include "paperconv/plugin.h"

#include <jansson.h>

/* Adds the members of OBJECT as fields; what the program cannot know better than we,
 * the year and the source, is left out. */
void fields_read(json_t *object, pc_record *record);
/* The fields of RECORD as a new object. */
json_t *fields_write(const pc_record *record);

#endif
