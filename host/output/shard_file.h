/* shard_file.h - writes what a merge must know about the part that a shard writes: the file PART.shard,
 * as JSON Lines.
 *
 *   {"paperconv", "shard": K, "of": N, "by": "document", "run": digest of inputs and settings}
 *   {"ordinal", "document", "member", "plugin", "bytes", "records", "rejected", "filtered", ...} for each document
 *   {"documents": of all shards, "bytes", "digest", "diagnostics": {code: count}, ..., "status"} */
#ifndef PAPERCONV_HOST_OUTPUT_SHARD_FILE_H
#define PAPERCONV_HOST_OUTPUT_SHARD_FILE_H

#include "base/digest.h"
#include "base/shard.h"
#include "diagnostics/reporter.h"
#include "output/output_file.h"
#include "records/batch.h"

struct totals;

struct shard_file {
    struct output_file file;
    char *name;
    bool enabled;
    struct digest *digest;   /* of the part */
    uint64_t bytes;          /* of the part */
    uint64_t document_bytes; /* of the part, of the current document */
    /* what the current document put into the quarantine */
    uint64_t quarantined_bytes, quarantined_records;
};

/* Opens the file of the shard S, whose part is PART; RUN tells runs apart.  Nothing is written when
 * there are no shards.  False with *WHY. */
bool shard_file_open(struct shard_file *f, const struct shard *s, const char *part, const char *run,
                     struct problem *why);
/* Takes note of BYTES, which were written to the part. */
void shard_file_part(struct shard_file *f, pc_str bytes);
/* Writes the line of a document; LAST is its last batch.  The diagnostics in LOG are about it, and are
 * moved there. */
void shard_file_document(struct shard_file *f, const struct batch *last, struct totals document,
                         json_t *log);
/* Writes the last line; DOCUMENTS were counted in all shards.  False with *WHY. */
bool shard_file_close(struct shard_file *f, uint64_t documents, const struct reporter *reporter,
                      const char *quarantine, int status, struct problem *why);
/* Removes the file, unless it is in place. */
void shard_file_abandon(struct shard_file *f);

#endif
