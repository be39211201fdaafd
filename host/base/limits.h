/* limits.h - how much a run takes of what it is given, so that no input can fill the
 * memory or last for ever. */
#ifndef PAPERCONV_HOST_BASE_LIMITS_H
#define PAPERCONV_HOST_BASE_LIMITS_H

#include "base/problem.h"

#include <stddef.h>
#include <stdint.h>

enum limit {
    LIMIT_LINE,        /* bytes of a line */
    LIMIT_RECORD,      /* bytes that an input plugin reads for one record */
    LIMIT_MEMBERS,     /* members of an archive */
    LIMIT_MEMBER,      /* bytes of one member or compressed file, unpacked */
    LIMIT_RATIO,       /* bytes unpacked for a byte of a file */
    LIMIT_DEPTH,       /* archives around an archive */
    LIMIT_SPOOL,       /* bytes of an archive in a temporary file */
    LIMIT_DIAGNOSTICS, /* diagnostics of one code that are printed */
    LIMIT_CALLBACK,    /* seconds of processor time for one call into a plugin */
    LIMIT_COUNT
};

struct limits {
    uint64_t of[LIMIT_COUNT]; /* UINT64_MAX: none */
};

struct limits limits_default(void);
/* Sets what WORD says: "line=2M", "depth=none".  False with *WHY, "usage". */
bool limits_set(struct limits *l, const char *word, struct problem *why);
/* Sets P: an error that says which limit was met and how to raise it. */
void limits_met(const struct limits *l, enum limit which, struct problem *p);

#endif
