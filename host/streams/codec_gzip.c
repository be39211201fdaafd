/* codec_gzip.c - gzip, through zlib. */
#define ZLIB_CONST /* declares zlib's input as const */

#include "streams/codec.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static void *gzip_open(void)
{
    const int gzip_only = 16;
    z_stream *z = memory_alloc(sizeof *z);

    memset(z, 0, sizeof *z);
    if (inflateInit2(z, MAX_WBITS + gzip_only) != Z_OK)
        memory_exhausted();
    return z;
}

static void gzip_restart(void *state)
{
    inflateReset(state);
}

static enum codec_result gzip_decode(void *state, struct codec_io *io)
{
    z_stream *z = state;
    int status;

    z->next_in = io->in;
    z->avail_in = codec_at_most_unsigned(io->in_n);
    z->next_out = io->out;
    z->avail_out = codec_at_most_unsigned(io->out_n);
    status = inflate(z, Z_NO_FLUSH);
    io->in_n -= (size_t)(z->next_in - io->in);
    io->in = z->next_in;
    io->out_n -= (size_t)(z->next_out - io->out);
    io->out = z->next_out;
    switch (status) {
    case Z_OK:
    case Z_BUF_ERROR:
        return CODEC_MORE;
    case Z_STREAM_END:
        return CODEC_FRAME_END;
    case Z_MEM_ERROR:
        memory_exhausted();
    default: /* "incorrect data check", "incorrect length check" */
        return z->msg != NULL && strstr(z->msg, "check") != NULL ? CODEC_BAD_CRC : CODEC_CORRUPT;
    }
}

static void gzip_close(void *state)
{
    inflateEnd(state);
    free(state);
}

static bool gzip_begins(const unsigned char *p)
{
    return p[0] == 0x1F && p[1] == 0x8B;
}

const struct codec codec_gzip = { MAGIC_GZIP,  1,          gzip_open,  gzip_restart,
                                  gzip_decode, gzip_close, gzip_begins };
