/* charset_twice.h - undoes a second encoding of UTF-8. */
#ifndef PAPERCONV_HOST_STREAMS_CHARSET_TWICE_H
#define PAPERCONV_HOST_STREAMS_CHARSET_TWICE_H

#include "streams/stream.h"

/* A stream of the text S in which each character that was encoded twice (base/encoded_twice.h) is
 * encoded once.  All other bytes stay as they are, so that a text of which only a part was
 * encoded twice becomes right, too.  Takes S over. */
struct stream *stream_decode_twice(struct stream *s);

#endif
