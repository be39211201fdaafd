/* identify.h - looks once at the first bytes of a stream: which format and which encoding they
 * show. */
#ifndef PAPERCONV_HOST_STREAMS_IDENTIFY_H
#define PAPERCONV_HOST_STREAMS_IDENTIFY_H

#include "streams/magic.h"

struct identified_stream {
    struct stream *stream; /* gives all bytes, those that were looked at included */
    enum magic format;     /* of an archive or compressed file */
    const char *charset;   /* that of a text's byte order mark, see charset_marked() */
};

/* Takes S over.  Waits for the first bytes if need be, see magic_of(). */
struct identified_stream stream_identify(struct stream *s);

#endif
