/* members.h - the members of one archive as streams, in the archive's order. */
#ifndef PAPERCONV_HOST_ARCHIVES_MEMBERS_H
#define PAPERCONV_HOST_ARCHIVES_MEMBERS_H

#include "archives/member.h"
#include "streams/magic.h"

struct members;
struct spool;

/* Opens the archive S, which is in FORMAT, and takes ownership of S.  NULL with *WHY set when it
 * cannot be read from such a stream: iso needs a file; a 7z that is not a file is first copied to
 * SPOOL, if it has at most LIMIT_SPOOL bytes.  LIMITS and SPOOL must live as long as the members. */
struct members *members_open(struct stream *s, enum magic format, const struct limits *limits,
                             struct spool *spool, struct problem *why);
/* Sets *M to the next member, which is valid until the next call; false at the end.  Directories
 * are left out.  A member that is not a file with content of its own has a problem instead of a
 * stream: the note "link-skipped" for a link, "special-skipped" for a device or the like; the
 * error "encrypted" for an encrypted member.  Holes of sparse files are read as NULs.  At most
 * LIMIT_MEMBERS members are returned, and none after one that met LIMIT_RATIO. */
bool members_next(struct members *ms, struct member *m);
void members_close(struct members *ms);

#endif
