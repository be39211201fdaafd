/* identify.h - finds the format and the encoding of a stream by its first bytes, which are read
 * once. */
#ifndef PAPERCONV_HOST_STREAMS_IDENTIFY_H
#define PAPERCONV_HOST_STREAMS_IDENTIFY_H

#include "streams/magic.h"

struct identified_stream {
    struct stream *stream; /* still returns all bytes */
    enum magic format;     /* MAGIC_NONE: neither an archive nor compressed */
    const char *charset;   /* UTF-16 or UTF-32, as charset.h recognises them; or NULL */
    bool unmarked;         /* CHARSET has no byte order mark, and was recognised by the NUL bytes */
};

/* Takes S over.  May have to wait for its first bytes, at most MAGIC_HEAD of a text without NUL. */
struct identified_stream stream_identify(struct stream *s);

#endif
