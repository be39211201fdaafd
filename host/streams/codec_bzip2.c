/* codec_bzip2.c - bzip2, through its own library. */
#include "streams/codec.h"

#include "base/memory.h"

#include <bzlib.h>
#include <stdlib.h>
#include <string.h>

static void bzip2_start(bz_stream *b)
{
    memset(b, 0, sizeof *b);
    if (BZ2_bzDecompressInit(b, 0, 0) != BZ_OK)
        memory_exhausted();
}

static void *bzip2_open(void)
{
    bz_stream *b = memory_alloc(sizeof *b);

    bzip2_start(b);
    return b;
}

static void bzip2_restart(void *state)
{
    BZ2_bzDecompressEnd(state);
    bzip2_start(state);
}

static enum codec_result bzip2_decode(void *state, struct codec_io *io)
{
    bz_stream *b = state;
    unsigned in_n = codec_at_most_unsigned(io->in_n), out_n = codec_at_most_unsigned(io->out_n);
    int status;

    b->next_in = (char *)(uintptr_t)io->in; /* the library does not write to it */
    b->avail_in = in_n;
    b->next_out = (char *)io->out;
    b->avail_out = out_n;
    status = BZ2_bzDecompress(b);
    io->in += in_n - b->avail_in;
    io->in_n -= in_n - b->avail_in;
    io->out += out_n - b->avail_out;
    io->out_n -= out_n - b->avail_out;
    if (status == BZ_MEM_ERROR)
        memory_exhausted();
    return status == BZ_OK ? CODEC_MORE : status == BZ_STREAM_END ? CODEC_FRAME_END : CODEC_CORRUPT;
}

static void bzip2_close(void *state)
{
    BZ2_bzDecompressEnd(state);
    free(state);
}

static bool bzip2_begins(const unsigned char *p)
{
    return memcmp(p, "BZh", 3) == 0;
}

const struct codec codec_bzip2 = { MAGIC_BZIP2,  1,           bzip2_open,  bzip2_restart,
                                   bzip2_decode, bzip2_close, bzip2_begins };
