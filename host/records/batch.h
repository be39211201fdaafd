/* batch.h - records on their way, with all that they refer to: one owner, moved
 * whole, never shared. */
#ifndef PAPERCONV_HOST_RECORDS_BATCH_H
#define PAPERCONV_HOST_RECORDS_BATCH_H

#include "diagnostics/diagnostics.h"
#include "records/kept_record.h"

#include "paperconv/text.h"

enum { BATCH_RECORDS = 1024 };

struct reject { /* bytes for the quarantine, and what was wrong with them */
    uint64_t order;
    uint64_t line;
    const char *code;
    pc_str *raw; /* the bytes are in the batch's blocks */
    size_t raw_count;
};

struct piece {     /* of the output */
    size_t before; /* bytes of TEXT */
    pc_str bytes;
};

struct batch {
    struct arena arena;
    struct origin *origin;
    struct block **blocks; /* kept: the records' slices are in them */
    size_t block_count, block_room;
    struct facts **facts; /* kept: every set that a record refers to */
    size_t facts_count, facts_room;
    struct diagnostics diagnostics;
    struct reject *rejects;
    size_t reject_count, reject_room;
    uint64_t rejected; /* records, by the input, a filter or the output */
    bool failed;       /* the document, or the run, cannot go on */
    bool refused;      /* the document was not recognised */

    struct {
        struct record *records; /* BATCH_RECORDS at most */
        size_t count;
        uint64_t read;       /* records that the input handed over, rejected ones too */
        uint64_t bytes;      /* of the document */
        bool last;           /* of its document; or the batch is all there is to say of it */
        struct facts *facts; /* kept: what the document had said at its end */
    } input;

    struct {
        struct record **records; /* what the filters passed on, in order */
        size_t count, room;
        struct kept_record *kept; /* those of RECORDS that filters had kept */
        int64_t dropped;          /* by filters and the output, less what filters emitted */
        bool closed;              /* the filters let nothing through behind it */
    } filtered;

    struct {
        pc_text text;         /* the filtered records as the output wrote them, but for ... */
        struct piece *pieces; /* ... what is long and stands in BLOCKS, in order */
        size_t piece_count, piece_room;
        uint64_t written; /* records in all this */
        bool ended;       /* the output takes no records after it */
    } output;
};

/* ORIGIN is NULL when filters emit records after the last document. */
struct batch *batch_new(struct origin *origin);
void batch_free(struct batch *b);

/* Moves the fields of BUILT, whose slices are in blocks or in a scratch arena, into the batch
 * as its next record.  FACTS were stated before it. */
void batch_seal(struct batch *b, const struct record *built, struct facts *facts);
/* Keeps RAW, the bytes of the sealed record R, in case the output rejects it. */
void batch_keep_raw(struct batch *b, struct record *r, struct raw_bytes raw);
/* Keeps RAW, the bytes of a record that the input rejected, for the quarantine. */
void batch_reject(struct batch *b, struct raw_bytes raw, uint64_t order, uint64_t line,
                  const char *code);
/* The same for a record that a later stage rejected; counts it in any case. */
void batch_reject_record(struct batch *b, const struct record *r, const char *code);
/* The line of the byte at P when it is in one of the batch's blocks. */
bool batch_locate(const struct batch *b, const char *p, struct line *line);
/* Appends TEXT to the output, and copies it unless it is long and in one of the blocks. */
void batch_write(struct batch *b, pc_str text);
/* The output is the parts 0 to batch_parts() - 1, one behind the other. */
size_t batch_parts(const struct batch *b);
pc_str batch_part(const struct batch *b, size_t i);

#endif
