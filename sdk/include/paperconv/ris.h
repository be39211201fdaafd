/* paperconv/ris.h - support library: the types of RIS.
 *
 * What a tag of RIS means depends on the type of its reference, so that a reader and a writer
 * need the same table. */
#ifndef PAPERCONV_RIS_H
#define PAPERCONV_RIS_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Groups of types whose tags mean the same; bits, for sets of groups. */
enum pc_ris_kind {
    PC_RIS_ARTICLE = 1, /* in a journal, magazine or newspaper */
    PC_RIS_PART = 2,    /* of a book */
    PC_RIS_CONFERENCE = 4,
    PC_RIS_BOOK = 8,
    PC_RIS_REPORT = 16,
    PC_RIS_THESIS = 32,
    PC_RIS_SOFTWARE = 64, /* and data */
    PC_RIS_PATENT = 128,
    PC_RIS_OTHER = 256
};

/* A type of RIS, in static memory. */
typedef struct pc_ris_type {
    const char *ris; /* as TY has it: "EJOUR" */
    const char *csl; /* the type of a record that means the same: "article-journal" */
    enum pc_ris_kind kind;
} pc_ris_type;

/* The type that RIS spells so, in any case of ASCII letters; NULL when there is none.  The types are
 * those of RefMan and EndNote.  (RIS Format Specifications, Research Information Systems; EndNote,
 * "Reference types".) */
const pc_ris_type *pc_ris_find_type(pc_str ris);
/* The type that the type CSL of a record becomes, as sdk/types.tsv has it; NULL when it has none.
 * Several types of RIS mean the same CSL: this is the one to write. */
const pc_ris_type *pc_ris_type_of(pc_str csl);

#ifdef __cplusplus
}
#endif
#endif
