/* recognise.h - whether the first bytes of a document are lines of JSON. */
#ifndef PAPERCONV_JSONL_RECOGNISE_H
#define PAPERCONV_JSONL_RECOGNISE_H

#include "paperconv/plugin.h"

/* The sniff() of the plugin. */
int jsonl_recognise(pc_str head, pc_str name, const char **why);

#endif
