/* diagnostics.h - what is to be said about a batch: diagnostics, and counts of them
 * and of values that an output could not carry. */
#ifndef PAPERCONV_HOST_DIAGNOSTICS_DIAGNOSTICS_H
#define PAPERCONV_HOST_DIAGNOSTICS_DIAGNOSTICS_H

#include "base/problem.h"
#include "diagnostics/tallies.h"

struct diagnostic { /* a problem, and the place that it is about */
    struct problem problem;
    const char *document; /* NULL: about the run */
    const char *member;   /* NULL: none */
    uint64_t line;        /* from 1; 0: unknown */
    uint64_t column;      /* in code points, from 1; 0: unknown */
    pc_str excerpt;       /* some of the line, one terminal line wide; absent: none */
    size_t caret, span;   /* code points of the excerpt before and under the caret */
    uint64_t order;       /* ordinal, in its document, of the record it is about */
};

enum { DIAGNOSTICS_PER_CODE = 20 };

struct diagnostics { /* all-zero is empty */
    uint64_t most;   /* diagnostics of one code that are kept, the rest is counted; 0 means
                    * DIAGNOSTICS_PER_CODE */
    struct arena arena;
    struct diagnostic *items;
    size_t count, room;
    struct tallies codes; /* every diagnostic, kept or not */
    struct tallies lost;  /* by field */
};

/* Counts one more CODE; true when its diagnostic is still worth making. */
bool diagnostics_count(struct diagnostics *r, int severity, const char *code);
/* Keeps a copy of *D, which diagnostics_count() has counted. */
void diagnostics_add(struct diagnostics *r, const struct diagnostic *d);
/* Both in one step, for a problem with DOCUMENT (NULL: the run). */
void diagnostics_problem(struct diagnostics *r, const struct problem *p, const char *document,
                         const char *member, uint64_t order);
/* In the order of their records; those about one record as they came. */
void diagnostics_sort(struct diagnostics *r);
bool diagnostics_empty(const struct diagnostics *r);
void diagnostics_free(struct diagnostics *r);

/* Part of LINE that fits a terminal, around COUNT bytes at offset AT, and the
 * caret below it; into D. */
void diagnostic_excerpt(struct diagnostic *d, pc_str line, size_t at, size_t count);

#endif
