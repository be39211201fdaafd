/* parts.h - reads the parts that the shards of a run wrote, side by side, as the documents of that
 * run in their order.
 *
 * Beside each part stands the file PART.shard (output/shard_file.h), which tells how many bytes of the
 * part belong to each document. */
#ifndef PAPERCONV_HOST_DOCUMENTS_PARTS_H
#define PAPERCONV_HOST_DOCUMENTS_PARTS_H

#include "documents/document.h"
#include "records/origin.h"

struct part_document { /* what a shard did with a document */
    const char *plugin;
    struct converted_before before; /* facts: the parts' */
    bool refused, passed_over, message;
};

struct part_totals {           /* of all parts */
    uint64_t warnings, errors; /* diagnostics */
};

struct parts;

/* Opens the parts at PATHS (NULL-terminated), which must live as long.  NULL with *WHY when they are not all parts of
 * one run, or one is damaged. */
struct parts *parts_open(const char *const *paths, struct problem *why);
/* Calls COUNT for each diagnostic code of each part. */
void parts_codes(const struct parts *p, void (*count)(void *context, const char *code, uint64_t n),
                 void *context);
struct part_totals parts_totals(const struct parts *p);
/* Puts the next document into *D, as documents_next() does. */
bool parts_next(struct parts *p, struct document *d);
void parts_close(struct parts *p);

#endif
