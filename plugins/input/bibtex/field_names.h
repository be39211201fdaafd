/* field_names.h - the names of fields in BibTeX and biblatex, and the field of a record that each
 * one is.
 *
 * field_list.h is the inverse of the columns bibtex and biblatex of sdk/fields.tsv; names.tsv says
 * how a value is read that is no plain text, and has the names that only the reader knows. */
#ifndef BIBTEX_FIELD_NAMES_H
#define BIBTEX_FIELD_NAMES_H

#include "field_list.h"
#include "paperconv/fields.h"

enum how {
    HOW_OWN,      /* a field that only BibTeX knows */
    HOW_TEX,      /* text that is kept as TeX */
    HOW_TEXT,     /* text */
    HOW_VERBATIM, /* an address: no TeX */
    HOW_NAMES,    /* people, joined by "and" */
    HOW_LIST,     /* in biblatex the same for other names: publishers, places */
    HOW_COMMAS,   /* keywords: at commas or semicolons */
    HOW_PAGES,
    HOW_DATE,
    HOW_SPECIAL /* record.c says how */
};

enum field_id {
    ID_NONE, /* a name that is not in the table */
#define X(id, name, list, how) ID_##id,
    FIELD_NAMES(X)
#undef X
        ID_COUNT
};

struct field_kind {
    const char *name;
    enum pc_list list;
    enum how how;
};

enum { FIELD_SLOTS = 512 };
/* Finds the names; made once, because the table is small and names are many. */
struct field_index {
    struct field_slot {
        struct name_words {
            uint64_t first, last;
        } words;
        unsigned char size; /* 0: free */
        unsigned char id;
    } slots[FIELD_SLOTS];
};

void field_index_make(struct field_index *index);
/* Ignores the case of ASCII letters. */
enum field_id field_id_of(const struct field_index *index, pc_str name);
const struct field_kind *field_kind_of(enum field_id id);

/* Reads the NAME of a field: FIELD+an or FIELD+an:WHICH; false when it is no annotation. */
bool annotation_name_read(pc_str name, pc_str *field, pc_str *which);

#endif
