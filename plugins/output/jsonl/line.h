/* line.h - one line of JSON on its way to the sink. */
#ifndef PAPERCONV_JSONL_LINE_H
#define PAPERCONV_JSONL_LINE_H

#include "paperconv/plugin.h"

enum { LINE_ROOM = 4096 };

/* Lives on the stack, because write() runs in several threads, and gathers small pieces,
 * because every call of the sink costs. */
struct line {
    pc_sink *out;
    size_t n;
    char bytes[LINE_ROOM];
};

/* Appends TEXT as it is. */
void line_put(struct line *l, pc_str text);
void line_puts(struct line *l, const char *text);
void line_number(struct line *l, uint64_t number);
/* Appends TEXT as a JSON string, quotes included. */
void line_string(struct line *l, pc_str text);
/* Hands over to the sink what is still here. */
void line_flush(struct line *l);

#endif
