/* members.h - the members of one archive, in its order, as streams. */
#ifndef PAPERCONV_HOST_ARCHIVES_MEMBERS_H
#define PAPERCONV_HOST_ARCHIVES_MEMBERS_H

#include "streams/magic.h"

struct members;

struct member {
    const char *name;      /* printable, without a leading "./"; NULL: PROBLEM is the archive's */
    struct stream *stream; /* its bytes until the next member is asked for, closing it is
                            * optional; NULL: PROBLEM says why */
    struct problem problem;
};

/* Opens the archive S, which is in FORMAT, and takes S over.  NULL with *WHY set when
 * it cannot be read from such a stream: iso needs a file, a 7z that is not one is first
 * copied to a temporary file if it has at most LIMIT_SPOOL bytes.  LIMITS must live as
 * long as the members. */
struct members *members_open(struct stream *s, enum magic format, const struct limits *limits,
                             struct problem *why);
/* The next member into *M, valid until the next call; false at the end.  Directories are
 * left out.  What is no file with content of its own has a problem instead: links the
 * note "link-skipped", devices and the like "special-skipped"; encrypted members
 * "encrypted".  Holes of sparse files are read as NULs.  More than LIMIT_MEMBERS are not
 * given, and none after one that met LIMIT_RATIO. */
bool members_next(struct members *ms, struct member *m);
void members_close(struct members *ms);

#endif
