/* json_scalars.h - the strings and numbers of the JSON reader. */
#ifndef PAPERCONV_SUPPORT_JSON_SCALARS_H
#define PAPERCONV_SUPPORT_JSON_SCALARS_H

#include "json/json_state.h"

/* Reads the string whose opening quote was the last character that was read.  False after an
 * error. */
bool pc_json_read_string(pc_json *json, pc_str *text);

/* Reads the number at the next character, a digit or '-'.  False after an error. */
bool pc_json_read_number(pc_json *json, pc_str *text);

#endif
