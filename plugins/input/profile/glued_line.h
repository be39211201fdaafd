/* glued_line.h - a glued line: its pieces, the places where its characters show a boundary, and the
 * runs of letters in which only the abstract may show one. */
#ifndef PROFILE_GLUED_LINE_H
#define PROFILE_GLUED_LINE_H

#include "boundary_place.h"

enum {
    GLUED_LINE_NAMES = 3,   /* a page prints at most three authors */
    GLUED_LINE_REACH = 160, /* no first author is longer */
    GLUED_LINE_RUNS = GLUED_LINE_NAMES * (GLUED_LINE_REACH / 2 + 1)
};

/* The text between two commas. */
struct glued_piece {
    pc_str text;
    bool is_name, team;
    uint64_t features; /* that hold at each of its places */
    size_t capitals;   /* places before a capital */
};

/* Letters of one word among which a boundary would have a small letter, or a letter without case,
 * on both sides: glued_line_split() looks there with the help of the abstract. */
struct letter_run {
    size_t at, end;
    size_t capitals;                    /* earlier places of this piece before a capital */
    unsigned char piece, words, smalls; /* as in a place */
    bool caseless;                      /* some may have no case */
    bool beyond_ascii;                  /* may be parts of several words */
    bool camel, particle;               /* a capital may follow; a particle may end here */
    bool inside;                        /* a capital may precede in the same word */
    bool matters;                       /* its places may come near the best one */
    size_t asked;                       /* then: the number of its word in the list to look up */
};

struct glued_line {
    pc_str text;
    bool truncated;
    struct glued_piece tail[GLUED_LINE_NAMES]; /* last piece first */
    size_t tail_count;
    struct boundary_place places[BOUNDARY_PLACES]; /* sorted, last piece first */
    size_t count;                                  /* leaves room for "no boundary" at the end */
    struct letter_run runs[GLUED_LINE_RUNS];
    size_t run_count;
    size_t possible; /* no more places than this can be in runs, or were left out */
};

/* Reads AUTHORS.names into LINE. */
void glued_line_read(struct glued_line *line, struct authors authors);
/* Adds PLACE unless it is there, or does not fit. */
void glued_line_add(struct glued_line *line, const struct boundary_place *place);
/* The word that RUN is a part of. */
pc_str glued_line_word(const struct glued_line *line, const struct letter_run *run);
/* True when a place of RUN may stand before a particle. */
bool glued_line_ends_in_particle(const struct glued_line *line, const struct letter_run *run);
/* Adds the places of RUN that ABSTRACT shows: it has the word before the place, but not the word
 * across it. */
void glued_line_split(struct glued_line *line, const struct letter_run *run,
                      struct abstract_words *abstract);

#endif
