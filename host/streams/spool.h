/* spool.h - makes a stream seekable. */
#ifndef PAPERCONV_HOST_STREAMS_SPOOL_H
#define PAPERCONV_HOST_STREAMS_SPOOL_H

#include "streams/stream.h"

/* Copies S to a temporary file without a name and returns a seekable stream over that.  Takes S
 * over.  NULL with *WHY when S has more than LIMIT_SPOOL bytes or fails. */
struct stream *stream_spool(struct stream *s, const struct limits *limits, struct problem *why);
/* The directory of temporary files: $TMPDIR, or /tmp. */
const char *temporary_directory(void);

#endif
