/* codec_lz4.c - lz4, through its own library. */
#include "streams/codec.h"

#include "base/memory.h"
#include "streams/codec_by_block.h"

#include <lz4frame.h>

static void *lz4_open(void)
{
    LZ4F_dctx *l;

    if (LZ4F_isError(LZ4F_createDecompressionContext(&l, LZ4F_VERSION)))
        memory_exhausted();
    return by_block_new(l);
}

static void lz4_restart(void *state)
{
    struct by_block *b = state;

    LZ4F_resetDecompressionContext(b->context);
    b->hint = 1;
}

static enum codec_result lz4_decode(void *state, struct codec_io *io)
{
    struct by_block *b = state;
    size_t in_n = one_block(b, io->in_n), out_n = io->out_n;

    b->hint = LZ4F_decompress(b->context, io->out, &out_n, io->in, &in_n, NULL);
    if (LZ4F_isError(b->hint))
        return strstr(LZ4F_getErrorName(b->hint), "hecksum") != NULL ? CODEC_BAD_CRC
                                                                     : CODEC_CORRUPT;
    *io = (struct codec_io){ io->in + in_n, io->in_n - in_n, io->out + out_n, io->out_n - out_n };
    return b->hint == 0 ? CODEC_FRAME_END : CODEC_MORE;
}

static void lz4_close(void *state)
{
    struct by_block *b = state;

    LZ4F_freeDecompressionContext(b->context);
    free(b);
}

static bool lz4_begins(const unsigned char *p)
{
    return memcmp(p, "\x04\x22\x4D\x18", 4) == 0 || is_skippable(p);
}

const struct codec codec_lz4 = { MAGIC_LZ4,  1,         lz4_open,  lz4_restart,
                                 lz4_decode, lz4_close, lz4_begins };
