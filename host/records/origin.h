/* origin.h - where records come from.  */
#ifndef PAPERCONV_HOST_RECORDS_ORIGIN_H
#define PAPERCONV_HOST_RECORDS_ORIGIN_H

#include "paperconv/plugin.h"

#include <stdatomic.h>

struct facts;

/* What a shard has put into its quarantine for one document. */
struct quarantined_before {
    FILE *places; /* its next lines are those of the document; or NULL, when it is not to be had */
    int bytes;    /* descriptor of the file with the records */
    uint64_t offset; /* of the document's bytes in it */
    uint64_t size;
    uint64_t records;
};

/* What a shard of an earlier run did with a document, beside the records that it wrote. */
struct converted_before {
    struct facts *facts; /* kept: the document's metadata; or NULL */
    uint64_t read; /* records that it does not hand on, because they were rejected or filtered */
    uint64_t rejected;
    int64_t dropped; /* by filters */
    struct quarantined_before quarantined;
    char *problems; /* allocated: its first diagnostics, the text of a JSON array; or NULL */
};

struct origin { /* a document and its plugin; reference-counted, read-only */
    atomic_uint references;
    const char *document;
    const char *member; /* NULL outside archives */
    const char *plugin;
    struct pc_place place;          /* the same three as outputs get them; without a line */
    pc_str display;                 /* "dump.tar!/a.txt" */
    uint64_t ordinal;               /* of the document in the run */
    struct converted_before before; /* all zero, except with --merge */
    bool merged; /* the records were read in a part, and state their places in the document */
};

struct origin *origin_new(const char *document, const char *member, const char *plugin);
/* An origin with the names of PLACE, of which only the member may be absent. */
struct origin *origin_at(const struct pc_place *place);
/* True when O has the names of PLACE; O may be NULL. */
bool origin_is_at(const struct origin *o, const struct pc_place *place);
struct origin *origin_keep(struct origin *o);
void origin_drop(struct origin *o);

#endif
