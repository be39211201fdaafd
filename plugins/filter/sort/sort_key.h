/* sort_key.h - the sort key of a record, as bytes. */
#ifndef PAPERCONV_SORT_SORT_KEY_H
#define PAPERCONV_SORT_SORT_KEY_H

#include "paperconv/plugin.h"
#include "paperconv/text.h"

enum by { BY_DATE, BY_TITLE, BY_AUTHOR, BY_SCORE };

enum rank { /* compared before the key, and never reversed */
            KNOWN,
            PARTLY_KNOWN, /* a date without its year */
            UNKNOWN
};

/* Appends to KEY bytes that sort like the records. */
enum rank sort_key(const pc_record *rec, enum by by, pc_text *key);

#endif
