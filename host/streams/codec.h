/* codec.h - the decompressors, each behind a table of functions.
 *
 * They are not used through libarchive, which loses up to 128 KiB that were decoded before an
 * error, takes a damaged first block for the end, and checks neither the checksum of gzip nor what
 * follows the compressed data. */
#ifndef PAPERCONV_HOST_STREAMS_CODEC_H
#define PAPERCONV_HOST_STREAMS_CODEC_H

#include "streams/magic.h"

#include <limits.h>

enum { CODEC_WINDOW_LOG = 26 }; /* a decompressor's window is at most 64 MiB */

enum codec_result {
    CODEC_MORE,      /* used input or wrote output, or needs more of either */
    CODEC_FRAME_END, /* what follows is another frame, padding or trailing junk */
    CODEC_CORRUPT,
    CODEC_BAD_CRC,
    CODEC_WINDOW /* refused: the data need a larger window */
};

struct codec_io { /* advances as bytes are used */
    const unsigned char *in;
    size_t in_n;
    unsigned char *out;
    size_t out_n;
};

struct codec {
    enum magic format;
    unsigned padding_unit; /* the zero bytes between frames are a multiple of it */
    void *(*open)(void);
    /* Called before the second and every further frame. */
    void (*restart)(void *state);
    enum codec_result (*decode)(void *state, struct codec_io *io);
    void (*close)(void *state);
    /* True when another frame may begin with the four bytes at P. */
    bool (*begins)(const unsigned char *p);
};

/* The codecs are parts of modules; other code gets them through unpack_codec(). */
extern const struct codec codec_gzip, codec_bzip2, codec_xz, codec_zstd, codec_lz4;

/* Several libraries count bytes by unsigned numbers. */
static inline unsigned codec_at_most_unsigned(size_t n)
{
    return n < UINT_MAX ? (unsigned)n : UINT_MAX;
}

#endif
