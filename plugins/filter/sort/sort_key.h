/* sort_key.h - the sort key of a record, as bytes. */
#ifndef PAPERCONV_SORT_SORT_KEY_H
#define PAPERCONV_SORT_SORT_KEY_H

#include "paperconv/plugin.h"
#include "paperconv/text.h"

#include <locale.h>

enum rank { /* compared before the key, and never reversed */
            KNOWN,
            PARTLY_KNOWN, /* a date without its year */
            UNKNOWN
};

enum order { BY_LETTERS, NATURAL };

/* How values are compared. */
struct comparison {
    int64_t order;   /* enum order */
    locale_t locale; /* for texts; 0: letters without case and accents */
};

/* Each appends to KEY bytes that sort like the values. */
enum rank key_of_date(pc_text *key, pc_str date);
enum rank key_of_number(pc_text *key, pc_str number);
enum rank key_of_text(pc_text *key, pc_str text, const struct comparison *c);
enum rank key_of_name(pc_text *key, pc_str name, const struct comparison *c);

#endif
