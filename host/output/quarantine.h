/* quarantine.h - the raw bytes of rejected records, to be corrected and read
 * again, and beside them, as JSON Lines, what was wrong. */
#ifndef PAPERCONV_HOST_OUTPUT_QUARANTINE_H
#define PAPERCONV_HOST_OUTPUT_QUARANTINE_H

#include "output/output_file.h"
#include "records/batch.h"

struct quarantine {
    struct output_file bytes;  /* FILE */
    struct output_file places; /* FILE.jsonl */
    char *places_name;
    bool wanted;
};

/* PATH NULL: none is wanted.  False with *WHY. */
bool quarantine_open(struct quarantine *q, const char *path, struct problem *why);
void quarantine_put(struct quarantine *q, const struct batch *b);
/* False with *WHY when something could not be written. */
bool quarantine_close(struct quarantine *q, struct problem *why);

#endif
