/* stream.h - a source of raw bytes that is read once, from start to end.
 *
 * Whoever opened a stream owns it and closes it with stream_close().  A stream over another
 * one, such as gzip over a file, owns that one.  A stream may be used by one thread at a time. */
#ifndef PAPERCONV_HOST_STREAMS_STREAM_H
#define PAPERCONV_HOST_STREAMS_STREAM_H

#include "streams/unpack_meter.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct stream {
    /* Reads 1 .. SIZE bytes, and waits if there are none yet; 0 at the end; -1 on failure, with
     * PROBLEM set.  All bytes before the failure are returned first. */
    ssize_t (*read)(struct stream *, void *buffer, size_t size);
    /* False when read() would have to wait for another process. */
    bool (*ready)(struct stream *);
    void (*close)(struct stream *); /* closes and frees the stream */
    /* After read() has failed because the data are damaged: goes on at the next part of them that
     * does not depend on it, if there is one.  NULL: there are no such parts. */
    bool (*resume)(struct stream *);
    int fd;                     /* a seekable file that holds these bytes, or -1 */
    int64_t start, end;         /* the part of that file; INT64_MAX: to its end */
    struct problem problem;     /* set when read() returns -1; at a regular end it may be a
                                     * warning */
    struct unpack_meter *meter; /* of the file that the bytes come from; or NULL */
    uint64_t expected;          /* the number of bytes; 0: unknown */
    bool unpacked;              /* it comes out of an archive or a decompressor */
};

/* A stream over the open descriptor FD, which is closed with it, unless it is 0.  If its meter
 * has IN_PIECES set, read() waits for whole pieces of 16 KiB: what a packed pipe may unpack to
 * must not depend on how its bytes arrive. */
struct stream *stream_fd(int fd);
/* Copies the first SIZE (<= 64 KiB) bytes of *S to BUFFER without consuming them; may have to
 * wait for them.  Replaces *S by a stream that returns them again, unless an earlier peek has
 * done so.  Returns how many there are, fewer than SIZE only at the end; -1 on failure. */
ssize_t stream_peek(struct stream **s, void *buffer, size_t size);
static inline ssize_t stream_read(struct stream *s, void *buffer, size_t size)
{
    return s->read(s, buffer, size);
}
/* For a stream whose FD is not -1, whatever was read of it before.  As pread_full(), with AT (>= 0)
 * counted from the first byte of the stream; */
ssize_t stream_read_at(const struct stream *s, void *buffer, size_t size, int64_t at);
/* and the number of its bytes at present. */
int64_t stream_size(const struct stream *s);
static inline bool stream_ready(struct stream *s)
{
    return s->ready == NULL || s->ready(s);
}
static inline void stream_close(struct stream *s)
{
    if (s != NULL)
        s->close(s);
}

/* ---- for streams over other streams ---- */

enum { LAYER_BUFFER = 128 * 1024 }; /* the size of the buffer of such a stream */

/* Ends OUTER as INNER ended, with GOT (<= 0) and its problem; returns GOT. */
static inline ssize_t stream_ends(struct stream *outer, const struct stream *inner, ssize_t got)
{
    if (outer->problem.code == NULL)
        outer->problem = inner->problem;
    return got;
}

#endif
