/* json_number.h - the grammar of numbers in JSON. */
#ifndef PAPERCONV_HOST_BASE_JSON_NUMBER_H
#define PAPERCONV_HOST_BASE_JSON_NUMBER_H

#include "paperconv/plugin.h"

/* True when V as a whole is a number by RFC 8259, section 6. */
bool is_json_number(pc_str v);

#endif
