/* unpack_meter.h - counts what a file unpacks to, so that a small one cannot cost
 * without end. */
#ifndef PAPERCONV_HOST_STREAMS_UNPACK_METER_H
#define PAPERCONV_HOST_STREAMS_UNPACK_METER_H

#include "base/limits.h"

struct unpack_meter { /* of one file that the user named, with all that is inside it */
    const struct limits *limits;
    uint64_t size;   /* of the file; UINT64_MAX: unknown */
    bool in_pieces;  /* it is packed and no file: read it in pieces of one size, see stream_fd() */
    uint64_t packed; /* bytes read of it, some perhaps several times */
    uint64_t unpacked; /* bytes that all archives and decompressors in it gave */
};

/* True when the file is a plain one, which never waits for another process.  M may be NULL. */
static inline bool unpack_meter_knows_size(const struct unpack_meter *m)
{
    return m != NULL && m->size != UINT64_MAX;
}

/* COUNT more bytes of a member or of a compressed file come out of M's file, *SO_FAR
 * before.  False with *P when a limit is met.  M may be NULL: nothing is limited. */
bool unpack_meter_count(struct unpack_meter *m, uint64_t *so_far, size_t count, struct problem *p);

#endif
