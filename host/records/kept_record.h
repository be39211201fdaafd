/* kept_record.h - what filters keep beyond a callback.  */
#ifndef PAPERCONV_HOST_RECORDS_KEPT_RECORD_H
#define PAPERCONV_HOST_RECORDS_KEPT_RECORD_H

#include "records/record.h"

/* A record with everything that it refers to in its own memory.  */
struct kept_record {
    struct record record; /* first */
    struct arena arena;
    struct kept_record *next, **link; /* in the list of its pipe or its batch */
};

/* A record that is in no list, without a host and a callback.  COPY_OF may be NULL.  */
struct kept_record *kept_new(const struct record *copy_of);
/* R as a kept record; NULL when it is none. */
struct kept_record *kept_of(struct record *r);
/* Gives K the place, the order and the document metadata of FROM, which may be K itself. */
void kept_place(struct kept_record *k, const struct record *from);
/* Moves K, which may be in a list, to the front of LIST.  */
void kept_move(struct kept_record *k, struct kept_record **list);
/* Takes K out of its list and frees it.  */
void kept_free(struct kept_record *k);

#endif
