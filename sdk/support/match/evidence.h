/* evidence.h - what of two works agrees; private to the matching library. */
#ifndef PAPERCONV_MATCH_EVIDENCE_H
#define PAPERCONV_MATCH_EVIDENCE_H

#include "paperconv/match.h"

enum agreement { UNKNOWN, AGREES, DIFFERS };

struct evidence {
    bool same_id;        /* the arXiv id or the DOI */
    bool other_arxiv_id; /* both have one */

    bool titles;      /* both have one */
    bool title_equal; /* in all letters and digits */
    double title;     /* share of words in common (Dice) */
    bool told_apart;  /* one has a word that tells works apart, and the other has it not */
    bool title_long;  /* so long that few works share it */

    enum agreement authors; /* surnames of those that are shown, and their number */
    uint32_t fewer_authors; /* how many are compared */

    bool abstracts;           /* both have one */
    double least, most, mean; /* share of the runs of one that the other has, of both */
    bool same_start;          /* the first words of both are the same */
    uint32_t fewer_runs;      /* of the shorter abstract */
    double numbers;           /* share of the numbers in common; 1 when there are none */

    bool withdrawn; /* one of the works was withdrawn */

    int32_t days;         /* between the dates; PC_MATCH_NO_DAYS */
    bool days_of_year;    /* DAYS is without regard to the year */
    enum agreement years; /* at most one year between them */

    enum agreement category;
};

struct evidence pc_match_evidence(const pc_work *a, const pc_work *b);

#endif
