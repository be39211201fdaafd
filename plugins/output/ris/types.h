/* types.h - the types of RIS, for the output and the input. */
#ifndef PAPERCONV_RIS_TYPES_H
#define PAPERCONV_RIS_TYPES_H

#include "paperconv/fields.h"

/* What a tag means depends on the type of the reference: bits for groups of types. */
enum kind {
    ARTICLE = 1, /* in a journal, magazine or newspaper */
    PART = 2,    /* of a book */
    CONFERENCE = 4,
    BOOK = 8,
    REPORT = 16,
    THESIS = 32,
    SOFTWARE = 64, /* and data */
    PATENT = 128,
    OTHER = 256,
    ANY = 511
};

/* A type of RIS. */
struct ris_type {
    const char *ris, *csl; /* CSL: the type of a record that means the same */
    enum kind kind;
};

/* The type that RIS spells so, in any case; NULL when there is none. */
const struct ris_type *ris_find_type(pc_str ris);
/* The type that the type CSL of a record becomes; NULL when it has none. */
const struct ris_type *ris_type_of(pc_str csl);
/* True when TYPE is a word of capitals and digits, as types and tags are. */
bool ris_is_type(pc_str type);

#endif
