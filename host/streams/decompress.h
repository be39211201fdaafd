/* decompress.h - streams of what was compressed. */
#ifndef PAPERCONV_HOST_STREAMS_DECOMPRESS_H
#define PAPERCONV_HOST_STREAMS_DECOMPRESS_H

#include "streams/magic.h"

/* What S was before it was compressed in FORMAT, which is no archive.  Takes S over.
 * Ends with "archive-truncated", "bad-crc", "corrupt", "window-too-large", or the
 * warning "trailing-junk". */
struct stream *stream_decompress(struct stream *s, enum magic format);

#endif
