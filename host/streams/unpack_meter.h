/* unpack_meter.h - counts the bytes that a file unpacks to, so that a small file cannot unpack to
 * an unlimited size. */
#ifndef PAPERCONV_HOST_STREAMS_UNPACK_METER_H
#define PAPERCONV_HOST_STREAMS_UNPACK_METER_H

#include "base/limits.h"

struct unpack_meter { /* of one file, with everything inside it */
    const struct limits *limits;
    uint64_t size;     /* bytes of the file; UINT64_MAX: unknown */
    bool in_pieces;    /* a packed pipe: read in pieces of one size, see stream_fd() */
    uint64_t packed;   /* bytes read from it, some perhaps several times */
    uint64_t unpacked; /* bytes that came out of all archives and decompressors in it */
};

/* True for a regular file, reading which never waits for another process.  M may be NULL. */
static inline bool unpack_meter_knows_size(const struct unpack_meter *m)
{
    return m != NULL && m->size != UINT64_MAX;
}

/* Counts COUNT more bytes of a member or compressed file, of which *SO_FAR came before.  Returns how
 * many of them the limits allow; when not all, *P is set.  M may be NULL: then there is no limit. */
size_t unpack_meter_count(struct unpack_meter *m, uint64_t *so_far, size_t count,
                          struct problem *p);

#endif
