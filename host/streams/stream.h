/* stream.h - a source of raw bytes that is read once, from front to back.
 *
 * A stream is owned by whoever opened it and closed by stream_close(); a stream
 * over another one (gzip over a file) owns it.  One thread at a time. */
#ifndef PAPERCONV_HOST_STREAMS_STREAM_H
#define PAPERCONV_HOST_STREAMS_STREAM_H

#include "streams/unpack_meter.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct stream {
    /* Reads 1 .. SIZE bytes, waiting for them if need be; 0 at the end; -1 when
     * PROBLEM says why there are no more.  Bytes that were good come first. */
    ssize_t (*read)(struct stream *, void *buffer, size_t size);
    /* False when read() would have to wait for another process now. */
    bool (*ready)(struct stream *);
    void (*close)(struct stream *); /* frees it */
    int fd;                         /* seekable file that holds exactly these bytes, or -1 */
    struct problem problem;         /* set by read() when it returns -1; a warning may
                                     * also be set at a regular end */
    struct unpack_meter *meter;     /* of the file that it comes from; NULL: none */
    uint64_t expected;              /* bytes in all, as far as is known; 0: that is not known */
    bool unpacked;                  /* it comes out of an archive or a decompressor */
};

/* A stream over the open file descriptor FD, which it closes (not 0).  When its meter says so, it
 * waits for whole pieces of 16 KiB: what a packed pipe may unpack to must not depend on how its
 * bytes arrive. */
struct stream *stream_fd(int fd);
/* Shows at most SIZE (<= 64 KiB) first bytes of *S without consuming them, waiting for
 * them if need be; replaces *S by a stream that gives them again, unless an earlier peek
 * has done so.  Returns how many, fewer than SIZE only at the end; -1 on error. */
ssize_t stream_peek(struct stream **s, void *buffer, size_t size);
static inline ssize_t stream_read(struct stream *s, void *buffer, size_t size)
{
    return s->read(s, buffer, size);
}
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

enum { LAYER_BUFFER = 128 * 1024 }; /* bytes that such a stream holds */

/* Hands on the end or failure GOT (<= 0) of INNER as that of OUTER. */
static inline ssize_t stream_ends(struct stream *outer, const struct stream *inner, ssize_t got)
{
    if (outer->problem.code == NULL)
        outer->problem = inner->problem;
    return got;
}

#endif
