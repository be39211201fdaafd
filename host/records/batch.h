/* batch.h - records on their way, with all that they refer to: one owner, moved
 * whole, never shared. */
#ifndef PAPERCONV_HOST_RECORDS_BATCH_H
#define PAPERCONV_HOST_RECORDS_BATCH_H

#include "records/kept_record.h"
#include "streams/block.h"

#include "paperconv/text.h"

enum { BATCH_RECORDS = 1024 };

struct reject { /* bytes for the quarantine, and what was wrong with them */
    uint64_t order;
    uint64_t line;
    const char *code;
    pc_str *raw;
    size_t raw_count;
};

struct piece {     /* of the output */
    size_t before; /* bytes of OUT */
    pc_str text;
};

struct batch {
    struct arena arena;
    struct record *records; /* BATCH_RECORDS at most */
    size_t count;
    struct block **blocks; /* kept: the records' slices are in them */
    size_t block_count, block_room;
    struct origin *origin;
    struct facts **facts; /* kept: every set that a record refers to */
    size_t facts_count, facts_room;
    struct diagnostics diagnostics;
    struct reject *rejects;
    size_t reject_count, reject_room;
    uint64_t read;             /* records that the input handed over, rejected ones too */
    uint64_t rejected;         /* of these, by the input, a filter or the output */
    int64_t filtered;          /* dropped by filters, less what filters emitted */
    uint64_t bytes;            /* of input */
    bool last;                 /* of its document; or the batch is all there is to say of it */
    struct facts *final_facts; /* kept: what the document had said at its end */
    bool failed;               /* the document, or the run, cannot go on */
    bool refused;              /* the document was not recognised */
    bool closed;               /* the gate lets nothing through behind it */
    bool ended;                /* the output wants no records after it */

    struct record **ready; /* what the filters passed on, in order */
    size_t ready_count, ready_room;
    struct kept_record *emitted; /* those of READY that filters had kept */
    pc_text out;                 /* READY as the output wrote it, but for ... */
    struct piece *pieces;        /* ... what is long and stands in BLOCKS, in order */
    size_t piece_count, piece_room;
    uint64_t written; /* records in all this */
};

/* ORIGIN is NULL when filters emit records after the last document. */
struct batch *batch_new(struct origin *origin);
void batch_free(struct batch *b);

/* Moves the fields of BUILT, whose slices are in SOURCE or in a scratch arena,
 * into the batch as its next record. */
void batch_seal(struct batch *b, const struct record *built, const struct source *source);
/* Keeps the bytes that the last callback of SOURCE consumed for the quarantine. */
void batch_reject(struct batch *b, const struct source *source, uint64_t order, uint64_t line,
                  const char *code);
/* The same for a record that a later stage refused; counts it in any case. */
void batch_reject_record(struct batch *b, const struct record *r, const char *code);
/* The line of the byte at P when it is in one of the batch's blocks. */
bool batch_locate(const struct batch *b, const char *p, struct line *line);
/* Appends TEXT to the output, and copies it unless it is long and in one of the blocks. */
void batch_write(struct batch *b, pc_str text);
/* The output is the parts 0 to batch_parts() - 1, one behind the other. */
size_t batch_parts(const struct batch *b);
pc_str batch_part(const struct batch *b, size_t i);
/* Keeps the bytes of the sealed record R, in case the output rejects it. */
void batch_keep_raw(struct batch *b, struct record *r, const struct source *source);

#endif
