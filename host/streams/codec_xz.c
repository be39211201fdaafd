/* codec_xz.c - xz, through liblzma. */
#include "streams/codec.h"

#include "base/memory.h"

#include <lzma.h>
#include <stdlib.h>
#include <string.h>

static void xz_start(lzma_stream *x)
{
    const uint64_t besides = 4 << 20; /* bytes that the decoder needs besides its window */

    if (lzma_stream_decoder(x, (UINT64_C(1) << CODEC_WINDOW_LOG) + besides, 0) != LZMA_OK)
        memory_exhausted();
}

static void *xz_open(void)
{
    lzma_stream *x = memory_alloc(sizeof *x);

    *x = (lzma_stream)LZMA_STREAM_INIT;
    xz_start(x);
    return x;
}

static void xz_restart(void *state)
{
    xz_start(state);
}

static enum codec_result xz_decode(void *state, struct codec_io *io)
{
    lzma_stream *x = state;
    lzma_ret status;

    x->next_in = io->in;
    x->avail_in = io->in_n;
    x->next_out = io->out;
    x->avail_out = io->out_n;
    status = lzma_code(x, LZMA_RUN);
    *io = (struct codec_io){ x->next_in, x->avail_in, x->next_out, x->avail_out };
    switch (status) {
    case LZMA_OK:
    case LZMA_BUF_ERROR:
        return CODEC_MORE;
    case LZMA_STREAM_END:
        return CODEC_FRAME_END;
    case LZMA_MEMLIMIT_ERROR:
        return CODEC_WINDOW;
    case LZMA_MEM_ERROR:
        memory_exhausted();
    default: /* the library does not tell a wrong checksum from other damage */
        return CODEC_CORRUPT;
    }
}

static void xz_close(void *state)
{
    lzma_end(state);
    free(state);
}

static bool xz_begins(const unsigned char *p)
{
    return memcmp(p, "\xFD\x37zX", 4) == 0;
}

const struct codec codec_xz = { MAGIC_XZ, 4, xz_open, xz_restart, xz_decode, xz_close, xz_begins };
