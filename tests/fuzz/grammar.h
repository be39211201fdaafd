/* grammar.h - checks that accept only what the strictest reader of each output format accepts.
 * They share no code with the outputs. */
#ifndef PAPERCONV_FUZZ_GRAMMAR_H
#define PAPERCONV_FUZZ_GRAMMAR_H

#include "paperconv/plugin.h"

/* Each is true when all of TEXT has the format. */
bool is_jsonl(pc_str text);
bool is_csv(pc_str text);    /* RFC 4180 with any UTF-8; every row with the same number of cells */
bool is_bibtex(pc_str text); /* and biblatex */
bool is_ris(pc_str text);

#endif
