/* decompress.h - streams that decompress other streams. */
#ifndef PAPERCONV_HOST_STREAMS_DECOMPRESS_H
#define PAPERCONV_HOST_STREAMS_DECOMPRESS_H

#include "streams/magic.h"

/* Returns a stream of the decompressed bytes of S, and takes ownership of S.  FORMAT must be a
 * compression, not an archive.  The stream may end with "archive-truncated", "bad-crc", "corrupt",
 * "window-too-large", "archive-unsupported" (see unpack_module.h), or with the warning
 * "trailing-junk". */
struct stream *stream_decompress(struct stream *s, enum magic format);

#endif
