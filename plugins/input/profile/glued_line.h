/* seam_line.h - a glued line: its pieces, the places that the line itself shows, and the
 * letters among which the abstract may show others. */
#ifndef PROFILE_SEAM_LINE_H
#define PROFILE_SEAM_LINE_H

#include "boundary.h"

enum {
    SEAM_NAMES = 3,   /* the longest list of authors that a page prints */
    SEAM_REACH = 160, /* no first author is longer */
    SEAM_RUNS = SEAM_NAMES * (SEAM_REACH / 2 + 1)
};

/* What stands between two commas. */
struct seam_piece {
    pc_str text;
    bool is_name;
    uint64_t features; /* what holds at each of its places */
    size_t capitals;   /* places that begin with one */
};

/* Letters of one word where a seam would leave a small letter, or one without case, at both
 * sides: seam_split() asks the abstract. */
struct seam_run {
    size_t at, end;
    size_t capitals;                    /* places before with a capital, in this piece */
    unsigned char piece, words, smalls; /* as those of a place */
    bool caseless;                      /* perhaps without case */
    bool beyond_ascii;                  /* perhaps parts of several words */
    bool camel, particle;               /* perhaps in front of a capital; particles not known */
    bool inside;                        /* perhaps behind a capital in the same word */
    bool matters;                       /* its places may be near the best one: */
    size_t asked;                       /* the number of the word that tells */
};

struct seam_line {
    pc_str text;
    bool truncated;
    struct seam_piece tail[SEAM_NAMES]; /* the last one first */
    size_t tail_count;
    struct seam_place places[SEAM_PLACES]; /* sorted: those of the last piece first */
    size_t count;                          /* the last place is kept free for "no seam" */
    struct seam_run runs[SEAM_RUNS];
    size_t run_count;
    size_t possible; /* at least as many places may be found in runs, or have been left out */
};

/* Reads AUTHORS.names. */
void seam_line_read(struct seam_line *line, struct authors authors);
/* Adds PLACE unless it is there, or does not fit. */
void seam_line_add(struct seam_line *line, const struct seam_place *place);
/* The word that RUN is a part of. */
pc_str seam_line_word(const struct seam_line *line, const struct seam_run *run);
/* Whether a place of RUN may be in front of a particle. */
bool seam_line_ends_in_particle(const struct seam_line *line, const struct seam_run *run);
/* Adds those places of RUN that the abstract shows: it has the word before, but not the word
 * across. */
void seam_line_split(struct seam_line *line, const struct seam_run *run, struct words *abstract);

#endif
