/* identity.h - what identifies a paper. */
#ifndef PAPERCONV_DEDUPE_IDENTITY_H
#define PAPERCONV_DEDUPE_IDENTITY_H

#include "paperconv/plugin.h"
#include "paperconv/text.h"

/* The ids stand before the others, because they take precedence. */
enum identity { BY_ARXIV, BY_DOI, BY_PMID, BY_ISBN, BY_TEXT, BY_TITLE_AUTHOR, IDENTITIES };

enum {
    MOST_ISBNS = 8, /* of a record; further ones are not compared */
    MOST_IDENTITIES = IDENTITIES - 1 + MOST_ISBNS
};

/* "arXiv id": for messages. */
extern const char *const identity_names[IDENTITIES];

/* Reads "doi,isbn": *SET gets a bit for each identity, WRONG the first word that is none.  False
 * then, and for an empty list. */
bool identities_read(pc_str list, unsigned *set, pc_str *wrong);

/* Stores in TEXT the identity of a record, of several the N-th from 0: the same text for all
 * records of one paper, and never the same for two kinds of IDENTITY.  False when the record has
 * none, or the N-th cannot be compared. */
bool identity_of(const pc_record *rec, enum identity identity, size_t n, pc_text *text);

#endif
