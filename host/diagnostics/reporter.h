/* reporter.h - prints diagnostics on standard error, in the format that the user chose, and counts
 * them. */
#ifndef PAPERCONV_HOST_DIAGNOSTICS_REPORTER_H
#define PAPERCONV_HOST_DIAGNOSTICS_REPORTER_H

#include "diagnostics/diagnostics.h"

#include "paperconv/text.h"

#include <jansson.h>

enum diagnostics_format { DIAGNOSTICS_TEXT, DIAGNOSTICS_JSON, DIAGNOSTICS_GITHUB };

struct reporter {
    enum diagnostics_format format;
    int verbosity;
    bool strict;      /* warnings decide the exit status, so quiet runs print them, too */
    uint64_t most;    /* how many diagnostics of one code are printed */
    bool in_workflow; /* of GitHub: standard error is read for commands */
    bool colours;     /* the text format is coloured */
    struct arena arena;
    struct tallies codes; /* every diagnostic of the run */
    struct tallies shown; /* those that were printed */
    bool keeps;           /* the first of each code as JSON, for an output that asks for them */
    struct tallies kept;  /* how many */
    pc_text problems;     /* the members of a JSON array */
    json_t *log;          /* NULL, or an array to which each that is kept is added */
    pc_text text;
    uint64_t warnings, errors;
};

void reporter_open(struct reporter *r, enum diagnostics_format format, int verbosity, bool strict,
                   uint64_t most);
/* Sorts DIAGNOSTICS, prints and counts them. */
void reporter_print(struct reporter *r, struct diagnostics *diagnostics);
/* Keeps what the LOG of another process has, which is the text of a JSON array. */
void reporter_keep_log(struct reporter *r, const char *log);
/* Prints and counts a problem that concerns the run. */
void reporter_problem(struct reporter *r, const struct problem *p);
/* Prints a line that is not a diagnostic, in the text format only. */
void reporter_message(struct reporter *r, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Prints TEXT as the last line of a run, a note that is not counted, after how many diagnostics
 * were not shown. */
void reporter_summary(struct reporter *r, const char *text);
/* Prints how many diagnostics were not shown, unless that was done, and frees R. */
void reporter_close(struct reporter *r);

/* "warning" for PC_WARNING. */
const char *severity_name(int severity);

#endif
