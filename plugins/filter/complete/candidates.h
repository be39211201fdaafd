/* candidates.h - the records of a catalogue that may describe a work. */
#ifndef PAPERCONV_COMPLETE_CANDIDATES_H
#define PAPERCONV_COMPLETE_CANDIDATES_H

#include "paperconv/catalogue.h"
#include "paperconv/match.h"

enum {
    CANDIDATES = 12,    /* are compared: those that share the rarest keys */
    COMMON_RECORDS = 32 /* a key of more records than that says nothing */
};

struct candidate {
    uint32_t number;   /* in the catalogue */
    double weight;     /* how much its keys say */
    pc_record *record; /* NULL: it was not read */
    pc_work work;
    pc_match match; /* with the work that is sought */
};

struct candidates {
    struct candidate items[CANDIDATES];
    size_t count;
};

/* Finds the candidates for WORK, which was read from RECORD, and compares them with it.  False when
 * the catalogue is damaged: *WHY says so.  Their records are the caller's to discard, in
 * any case. */
bool candidates_find(struct candidates *candidates, const pc_catalogue *catalogue, pc_pipe *pipe,
                     pc_record *record, const pc_work *work, const char **why);
void candidates_discard(struct candidates *candidates, pc_pipe *pipe);

/* What follows from the candidates; NULL where there is none. */
struct decision {
    const struct candidate *best;  /* matches */
    const struct candidate *rival; /* may be the work as well, and is another one than BEST */
    const struct candidate *near;  /* without a match: what comes nearest */
    bool ambiguous;                /* RIVAL is as good as BEST */
};

struct decision candidates_decide(const struct candidates *candidates, bool strict);

#endif
