/* line.h - writes JSON strings. */
#ifndef PAPERCONV_JSONL_LINE_H
#define PAPERCONV_JSONL_LINE_H

#include "paperconv/gather.h"

/* Appends TEXT as a JSON string, quotes included. */
void line_string(pc_gather *out, pc_str text);

#endif
