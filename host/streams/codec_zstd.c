/* codec_zstd.c - zstd, through its own library. */
#include "streams/codec.h"

#include "base/memory.h"
#include "streams/codec_by_block.h"

#include <zstd.h>
#include <zstd_errors.h>

static void *zstd_open(void)
{
    ZSTD_DCtx *z = ZSTD_createDCtx();

    if (z == NULL)
        memory_exhausted();
    ZSTD_DCtx_setParameter(z, ZSTD_d_windowLogMax, CODEC_WINDOW_LOG);
    return by_block_new(z);
}

static void zstd_restart(void *state)
{
    struct by_block *b = state;

    ZSTD_DCtx_reset(b->context, ZSTD_reset_session_only);
    b->hint = 1;
}

static enum codec_result zstd_decode(void *state, struct codec_io *io)
{
    struct by_block *b = state;
    ZSTD_inBuffer in = { io->in, one_block(b, io->in_n), 0 };
    ZSTD_outBuffer out = { io->out, io->out_n, 0 };

    b->hint = ZSTD_decompressStream(b->context, &out, &in);
    *io = (struct codec_io){ io->in + in.pos, io->in_n - in.pos, io->out + out.pos,
                             io->out_n - out.pos };
    switch (ZSTD_getErrorCode(b->hint)) {
    case ZSTD_error_no_error:
        return b->hint == 0 ? CODEC_FRAME_END : CODEC_MORE;
    case ZSTD_error_checksum_wrong:
        return CODEC_BAD_CRC;
    case ZSTD_error_frameParameter_windowTooLarge:
        return CODEC_WINDOW;
    case ZSTD_error_memory_allocation:
        memory_exhausted();
    default:
        return CODEC_CORRUPT;
    }
}

static void zstd_close(void *state)
{
    struct by_block *b = state;

    ZSTD_freeDCtx(b->context);
    free(b);
}

static bool zstd_begins(const unsigned char *p)
{
    return memcmp(p, "\x28\xB5\x2F\xFD", 4) == 0 || is_skippable(p);
}

const struct codec codec_zstd = { MAGIC_ZSTD,  1,          zstd_open,  zstd_restart,
                                  zstd_decode, zstd_close, zstd_begins };
