/* run_report.h - writes the report of --report. */
#ifndef PAPERCONV_HOST_OUTPUT_RUN_REPORT_H
#define PAPERCONV_HOST_OUTPUT_RUN_REPORT_H

#include "base/shard.h"
#include "output/output_file.h"
#include "records/batch.h"

struct totals { /* records read = written + rejected + filtered */
    uint64_t read, written, rejected;
    int64_t filtered; /* negative when filters made more records than they dropped */
};

struct run_report {
    struct output_file file;
    bool enabled;  /* --report was given */
    bool keeps;    /* what is written, for an output that asks for it */
    bool begun;    /* a document was written */
    bool ordinals; /* the entries have the ordinals of the documents: it is of a shard */
    pc_text kept;
};

/* Opens the file PATH; no file when PATH is NULL, standard output when it is "-".  With KEEPS the report
 * is kept.  S is the shard that the report is of, and RUN tells runs apart.  False with *WHY. */
bool run_report_open(struct run_report *r, const char *path, bool keeps, const struct shard *s,
                     const char *run, struct problem *why);
/* The metadata of the document whose last batch is LAST, as a JSON object. */
json_t *run_report_facts(const struct batch *last);
/* Counts by name, as a JSON object. */
json_t *run_report_tallies(const struct tallies *t);
/* Writes the entry of a document; LAST is its last batch, also when the run ends before the
 * document does. */
void run_report_document(struct run_report *r, const struct batch *last, struct totals document);
/* Writes ENTRY as that of a document, and frees it. */
void run_report_entry(struct run_report *r, json_t *entry);
/* The report so far, with PROBLEMS, the members of a JSON array; until run_report_close(). */
pc_str run_report_so_far(struct run_report *r, struct totals run, const struct tallies *codes,
                         const struct tallies *lost, pc_str problems);
/* Writes the totals, and frees R.  False with *WHY when the report could not be written. */
bool run_report_close(struct run_report *r, struct totals run, const struct tallies *codes,
                      const struct tallies *lost, const char *plugin, uint64_t bytes, int status,
                      struct problem *why);

#endif
