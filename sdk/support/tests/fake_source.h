/* fake_source.h - a source of raw bytes that gives few at a time. */
#ifndef PAPERCONV_TESTS_FAKE_SOURCE_H
#define PAPERCONV_TESTS_FAKE_SOURCE_H

#include "paperconv/plugin.h"

/* Has read DOCUMENT up to ARRIVED, and reads STEP bytes more when it must.  Has only pc_ahead() and
 * pc_consume(), which calls abort() when it is given too much. */
struct fake_source {
    pc_source base; /* first */
    struct pc_host table;
    pc_str document;
    size_t at, arrived, step;
    uint64_t asked; /* calls of pc_ahead() */
};

void fake_source_open(struct fake_source *s, pc_str document, size_t step);

#endif
