/* paperconv/json.h - support library: writes JSON (RFC 8259). */
#ifndef PAPERCONV_JSON_H
#define PAPERCONV_JSON_H

#include "paperconv/gather.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Appends TEXT, which is UTF-8, as a JSON string with its quotes.  The output has no control
 * character and no character at which a reader of lines may split it (U+0085, U+2028, U+2029). */
void pc_json_string(pc_gather *out, pc_str text);

#ifdef __cplusplus
}
#endif
#endif
