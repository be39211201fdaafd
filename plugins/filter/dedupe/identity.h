/* identity.h - what identifies a paper. */
#ifndef PAPERCONV_DEDUPE_IDENTITY_H
#define PAPERCONV_DEDUPE_IDENTITY_H

#include "paperconv/plugin.h"
#include "paperconv/text.h"

enum identity { BY_ARXIV, BY_DOI, BY_TEXT, IDENTITIES };

/* "arXiv id": for messages. */
extern const char *const identity_names[IDENTITIES];

/* Stores in TEXT the identity of a record: the same text for all records of one paper, and never
 * the same for two kinds of IDENTITY.  False when the record has none. */
bool identity_of(const pc_record *rec, enum identity identity, pc_text *text);

#endif
