/* json_oracle.h - compares the JSON reader with jansson. */
#ifndef PAPERCONV_TESTS_JSON_ORACLE_H
#define PAPERCONV_TESTS_JSON_ORACLE_H

#include "paperconv/plugin.h"

/* NULL when both accept TEXT and find the same values in it, or both refuse it; otherwise what
 * differs.  Differences that paperconv/json.h documents are none.  *ACCEPTED tells whether the
 * reader accepts TEXT. */
const char *json_difference(pc_str text, bool *accepted);

#endif
