/* stream_layer.h - streams that change the bytes of another stream on their way. */
#ifndef PAPERCONV_HOST_STREAMS_STREAM_LAYER_H
#define PAPERCONV_HOST_STREAMS_STREAM_LAYER_H

#include "streams/magic.h"

enum { LAYER_BUFFER = 128 * 1024 }; /* bytes that a layer holds */

/* What S was before it was compressed in FORMAT, which is no archive.  Takes S over.
 * Ends with "archive-truncated", "bad-crc", "corrupt", "window-too-large", or the
 * warning "trailing-junk". */
struct stream *stream_decompress(struct stream *s, enum magic format);

/* The bytes of S in a temporary file without a name, which is seekable.  Takes S over;
 * NULL with *WHY set when there are more than LIMIT_SPOOL or S fails. */
struct stream *stream_spool(struct stream *s, const struct limits *limits, struct problem *why);

/* Hands on the end or failure GOT (<= 0) of INNER as that of OUTER. */
static inline ssize_t stream_ends(struct stream *outer, const struct stream *inner, ssize_t got)
{
    if (outer->problem.code == NULL)
        outer->problem = inner->problem;
    return got;
}

#endif
