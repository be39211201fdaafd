/* limits.h - limits on what a run reads and unpacks, so that no input can fill the memory or
 * keep the run busy for ever. */
#ifndef PAPERCONV_HOST_BASE_LIMITS_H
#define PAPERCONV_HOST_BASE_LIMITS_H

#include "base/problem.h"

#include <stddef.h>
#include <stdint.h>

enum limit {
    LIMIT_LINE,        /* bytes of a line */
    LIMIT_RECORD,      /* bytes that an input plugin reads for one record */
    LIMIT_OUTPUT,      /* bytes that an output plugin writes for one record */
    LIMIT_MEMBERS,     /* members of an archive */
    LIMIT_MEMBER,      /* bytes of one member or compressed file, unpacked */
    LIMIT_RATIO,       /* bytes that one byte of a file may unpack to */
    LIMIT_DEPTH,       /* archives inside archives */
    LIMIT_SPOOL,       /* bytes of an archive that is copied to a temporary file */
    LIMIT_DIAGNOSTICS, /* diagnostics of one code that are printed */
    LIMIT_CALLBACK,    /* seconds of processor time for one call into a plugin */
    LIMIT_COUNT
};

struct limits {
    uint64_t of[LIMIT_COUNT]; /* UINT64_MAX: no limit */
};

struct limits limits_default(void);
/* Sets one limit from WORD, such as "line=2M" or "depth=none".  False with the error "usage" in
 * *WHY when WORD is wrong. */
bool limits_set(struct limits *l, const char *word, struct problem *why);
/* Sets *P to the error that limit WHICH is exceeded; its text says how to raise the limit. */
void limits_met(const struct limits *l, enum limit which, struct problem *p);

#endif
