/* spool.h - makes streams seekable by copying them to the temporary file of the run.
 *
 * The sandbox allows no new files, so that this one is opened before, and serves for all copies.
 * They stand one behind the other.  An archive inside an archive is closed before the archive around
 * it; so the last copy is always the first to go, and one file is enough for any depth. */
#ifndef PAPERCONV_HOST_STREAMS_SPOOL_H
#define PAPERCONV_HOST_STREAMS_SPOOL_H

#include "streams/stream.h"

struct spool {
    int fd;       /* a file that nobody else uses; or -1 */
    int error;    /* errno, which says why there is none */
    int64_t used; /* bytes of the copies that are in use */
};

/* A spool over FD, which it owns; FD may be -1, with errno set.  spool_close() closes it. */
struct spool spool_over(int fd);
void spool_close(struct spool *spool);
/* Copies S to SPOOL and returns a seekable stream over the copy, whose room is free again when that
 * stream is closed.  Copies should be closed in the reverse order: the room of one that is
 * closed before a later one stays in use.  Takes S over.  One thread at a time may use SPOOL and its
 * streams.  NULL with *WHY when SPOOL has no file, or S has more than LIMIT_SPOOL bytes or fails. */
struct stream *stream_spool(struct spool *spool, struct stream *s, const struct limits *limits,
                            struct problem *why);

#endif
