/* merge.h - merges the records of one paper into the first of them. */
#ifndef PAPERCONV_DEDUPE_MERGE_H
#define PAPERCONV_DEDUPE_MERGE_H

#include "seen.h"

#include "paperconv/text.h"

struct merge {
    pc_record *into;
    pc_str markup;     /* of INTO: asked for once, because it may have many fields */
    struct seen known; /* its keys and values, and the notes on it */
    uint64_t source;   /* the number of the record that is being merged; the first is 1 */
    bool converts;     /* it had a text or a markup before this source */
    pc_text key, text, converted; /* scratch */
};

/* Begins with INTO, which gets what it lacks. */
void merge_begin(struct merge *m, pc_record *into);
/* Adds the fields of REC that it lacks.  What differs becomes a note that names the place of REC. */
void merge_add(struct merge *m, const pc_record *rec);
void merge_end(struct merge *m);
void merge_free(struct merge *m);

#endif
