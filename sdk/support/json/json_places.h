/* json_places.h - compares the member `source` of a line with that of the line before. */
#ifndef PAPERCONV_SUPPORT_JSON_PLACES_H
#define PAPERCONV_SUPPORT_JSON_PLACES_H

#include "paperconv/json.h"

/* The size of the value that TEXT begins with when it is the one that PLACES holds but for the
 * number of the line, which becomes *LINE; else 0. */
size_t pc_json_same_source(const pc_json_places *places, pc_str text, uint64_t *line);

/* Passes over the value that comes next in JSON, which becomes *RAW, when it is that source; it is
 * valid, because the last one was.  False for another. */
bool pc_json_pass_source(const pc_json_places *places, pc_json *json, pc_str *raw);

#endif
