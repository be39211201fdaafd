/* markup.h - a text of one record for another one with another markup. */
#ifndef PAPERCONV_COMPLETE_MARKUP_H
#define PAPERCONV_COMPLETE_MARKUP_H

#include "paperconv/tex.h"

/* Appends TEXT, which has the markup FROM, for a record with the markup TO: values of PC_MARKUP. */
void markup_convert(pc_text *out, pc_str text, pc_str from, pc_str to);

#endif
