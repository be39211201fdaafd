/* identity.h - by what one paper is known again. */
#ifndef PAPERCONV_DEDUPE_IDENTITY_H
#define PAPERCONV_DEDUPE_IDENTITY_H

#include "paperconv/plugin.h"
#include "paperconv/text.h"

enum identity { BY_ARXIV, BY_DOI, BY_TEXT, IDENTITIES };

/* "arXiv id": for messages. */
extern const char *const identity_names[IDENTITIES];

/* Puts into TEXT what is the same for all records of one paper, and different for
 * every IDENTITY; false when the record lacks it. */
bool identity_of(const pc_record *rec, enum identity identity, pc_text *text);

#endif
