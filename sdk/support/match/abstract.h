/* abstract.h - hashed runs and numbers of an abstract; private to the matching library. */
#ifndef PAPERCONV_MATCH_ABSTRACT_H
#define PAPERCONV_MATCH_ABSTRACT_H

#include "paperconv/match.h"

enum {
    RUN_WORDS = 4,     /* words in a run */
    EDGE_WORDS = 8,    /* words at the start and at the end that are keys */
    NOTICE_WORDS = 60, /* no notice that a work was withdrawn is longer */
    SKETCH_RUNS = 32,
    SKETCH_NUMBERS = 5
};

/* Reads the abstract of WORK. */
void pc_read_abstract(pc_work *work, pc_str abstract);

#endif
