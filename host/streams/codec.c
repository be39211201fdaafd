/* codec.c - gzip, bzip2, xz, zstd and lz4, through the libraries of their authors. */
#define ZLIB_CONST /* declares zlib's input as const */

#include "streams/codec.h"

#include "base/arena.h"

#include <bzlib.h>
#include <limits.h>
#include <lz4frame.h>
#include <lzma.h>
#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

static unsigned at_most_unsigned(size_t n)
{
    return n < UINT_MAX ? (unsigned)n : UINT_MAX;
}

/* ---- gzip ---- */

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
    z->avail_in = at_most_unsigned(io->in_n);
    z->next_out = io->out;
    z->avail_out = at_most_unsigned(io->out_n);
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

/* ---- bzip2 ---- */

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
    unsigned in_n = at_most_unsigned(io->in_n), out_n = at_most_unsigned(io->out_n);
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

/* ---- xz ---- */

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

/* ---- zstd and lz4 ---- */

/* When a call fails, both libraries discard what they decoded in it.  Each call is therefore given
 * at most one block, so that nothing before the failure is lost. */
struct by_block {
    void *context;
    size_t hint; /* bytes that the library asks for in the next call */
};

static struct by_block *by_block_new(void *context)
{
    struct by_block *b = memory_alloc(sizeof *b);

    *b = (struct by_block){ context, 1 };
    return b;
}

static size_t one_block(const struct by_block *b, size_t available)
{
    const size_t next_header = 4; /* bytes of the next block's header, which the hint includes */
    size_t wanted = b->hint > next_header ? b->hint - next_header : 1;

    return wanted < available ? wanted : available;
}

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

static bool is_skippable(const unsigned char *p)
{
    return (p[0] & 0xF0) == 0x50 && memcmp(p + 1, "\x2A\x4D\x18", 3) == 0;
}

static bool zstd_begins(const unsigned char *p)
{
    return memcmp(p, "\x28\xB5\x2F\xFD", 4) == 0 || is_skippable(p);
}

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

static const struct codec codecs[] = {
    { MAGIC_GZIP, 1, gzip_open, gzip_restart, gzip_decode, gzip_close, gzip_begins },
    { MAGIC_BZIP2, 1, bzip2_open, bzip2_restart, bzip2_decode, bzip2_close, bzip2_begins },
    { MAGIC_XZ, 4, xz_open, xz_restart, xz_decode, xz_close, xz_begins },
    { MAGIC_ZSTD, 1, zstd_open, zstd_restart, zstd_decode, zstd_close, zstd_begins },
    { MAGIC_LZ4, 1, lz4_open, lz4_restart, lz4_decode, lz4_close, lz4_begins },
};

const struct codec *codec_for(enum magic format)
{
    const struct codec *c = codecs;

    while (c->format != format)
        c++;
    return c;
}
