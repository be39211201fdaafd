/* sort_key.h - what a record is sorted by, as bytes. */
#ifndef PAPERCONV_SORT_SORT_KEY_H
#define PAPERCONV_SORT_SORT_KEY_H

#include "paperconv/plugin.h"
#include "paperconv/text.h"

enum by { BY_DATE, BY_TITLE, BY_AUTHOR, BY_SCORE };

enum rank { /* comes before the key, in either direction */
            KNOWN,
            PARTLY_KNOWN, /* a date without its year */
            UNKNOWN
};

/* Appends to KEY the bytes whose order is the order of records. */
enum rank sort_key(const pc_record *rec, enum by by, pc_text *key);

#endif
