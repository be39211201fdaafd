/* reporter.h - prints diagnostics on standard error, in the format that the user
 * asked for, and counts them. */
#ifndef PAPERCONV_HOST_DIAGNOSTICS_REPORTER_H
#define PAPERCONV_HOST_DIAGNOSTICS_REPORTER_H

#include "diagnostics/diagnostics.h"

#include "paperconv/text.h"

enum diagnostics_format { DIAGNOSTICS_TEXT, DIAGNOSTICS_JSON, DIAGNOSTICS_GITHUB };

struct reporter {
    enum diagnostics_format format;
    int verbosity;
    uint64_t most; /* of one code that are printed */
    bool colours;  /* of the text format */
    struct arena arena;
    struct tallies codes; /* every diagnostic of the run */
    struct tallies shown; /* those that were printed */
    pc_text text;
    uint64_t warnings, errors;
};

void reporter_open(struct reporter *r, enum diagnostics_format format, int verbosity,
                   uint64_t most);
/* Prints and counts everything in REMARKS, in order. */
void reporter_print(struct reporter *r, struct diagnostics *diagnostics);
/* The same for one problem that has no document. */
void reporter_problem(struct reporter *r, const struct problem *p);
/* One line of text that is no diagnostic; only the text format shows it. */
void reporter_message(struct reporter *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Says how many diagnostics were not printed, and frees. */
void reporter_close(struct reporter *r);

const char *severity_name(int severity);

#endif
