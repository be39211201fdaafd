/* quarantine.h - writes the raw bytes of rejected records to a file, to be corrected and read
 * again, and their places and errors to a second one, as JSON Lines. */
#ifndef PAPERCONV_HOST_OUTPUT_QUARANTINE_H
#define PAPERCONV_HOST_OUTPUT_QUARANTINE_H

#include "output/output_file.h"
#include "records/batch.h"

struct quarantine {
    struct output_file bytes;  /* FILE */
    struct output_file places; /* FILE.jsonl */
    char *places_name;
    bool enabled;
};

/* Opens the files PATH and PATH.jsonl; no file when PATH is NULL.  False with *WHY. */
bool quarantine_open(struct quarantine *q, const char *path, struct problem *why);
/* Writes the rejected records of B. */
void quarantine_put(struct quarantine *q, const struct batch *b);
/* Writes the records that a shard has put into its own quarantine.  False when that cannot be read. */
bool quarantine_join(struct quarantine *q, const struct quarantined_before *before);
/* Bytes of records up to now. */
uint64_t quarantine_size(const struct quarantine *q);
/* False with *WHY when the files could not be written. */
bool quarantine_close(struct quarantine *q, struct problem *why);

#endif
