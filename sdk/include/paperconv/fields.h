/* paperconv/fields.h - support library: all fields of a record, sorted by key in one pass.
 *
 * For outputs that need many fields: pc_get() searches the whole record each time. */
#ifndef PAPERCONV_FIELDS_H
#define PAPERCONV_FIELDS_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A list for each key that every plugin understands, and for the citation key, which outputs
 * add; the commonest first. */
enum pc_list {
    PC_LIST_TITLE,
    PC_LIST_ABSTRACT,
    PC_LIST_AUTHOR,
    PC_LIST_MARKUP,
    PC_LIST_LISTED,
    PC_LIST_CITATION_KEY,
    PC_LIST_DATE,
    PC_LIST_CATEGORY,
    PC_LIST_ARXIV_CATEGORY,
    PC_LIST_ARXIV_CATEGORY_CANDIDATE,
    PC_LIST_SCORE,
    PC_LIST_HAS_CODE,
    PC_LIST_AUTHORS_TRUNCATED,
    PC_LIST_AFFILIATION,
    PC_LIST_ARXIV_ID,
    PC_LIST_DOI,
    PC_LIST_URL,
    PC_LIST_KEYWORD,
    PC_LIST_NOTE,
    PC_LIST_OTHERS, /* fields with any other key */
    PC_LISTS
};

typedef struct pc_value {
    pc_str key, text;
    enum pc_list list;
    struct pc_value *next;  /* in its list; NULL: it is the last */
    struct pc_value *after; /* in the record */
} pc_value;

typedef struct pc_fields {
    pc_value *all;             /* the first field of the record, NULL when it is empty */
    pc_value *first[PC_LISTS]; /* of each list, NULL when it is empty */
    pc_value *last[PC_LISTS];  /* the same; not set when it is empty */
    pc_value values[8];        /* the first fields; other members point to them: do not copy */
} pc_fields;

/* The list of the fields that have this KEY. */
enum pc_list pc_list_of(pc_str key);

/* Sorts the fields of RECORD into FIELDS, which need not be initialised.  The result is valid
 * until the callback returns. */
void pc_fields_read(pc_fields *fields, const pc_record *record);

/* The first value of LIST, absent when there is none. */
static inline pc_str pc_fields_first(const pc_fields *fields, enum pc_list list)
{
    return fields->first[list] != NULL ? fields->first[list]->text : pc_none();
}

#ifdef __cplusplus
}
#endif
#endif
