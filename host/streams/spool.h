/* spool.h - streams that can be read back and forth. */
#ifndef PAPERCONV_HOST_STREAMS_SPOOL_H
#define PAPERCONV_HOST_STREAMS_SPOOL_H

#include "streams/stream.h"

/* The bytes of S in a temporary file without a name, which is seekable.  Takes S over;
 * NULL with *WHY set when there are more than LIMIT_SPOOL or S fails. */
struct stream *stream_spool(struct stream *s, const struct limits *limits, struct problem *why);
/* Where streams keep what does not fit elsewhere: $TMPDIR, or /tmp. */
const char *temporary_directory(void);

#endif
