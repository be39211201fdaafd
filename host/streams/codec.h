/* codec.h - the decompressors behind one table.
 *
 * They are not used through libarchive, which loses up to 128 KiB that were decoded before an
 * error, takes a damaged first block for the end, and checks neither the checksum of gzip nor what
 * follows the compressed data. */
#ifndef PAPERCONV_HOST_STREAMS_CODEC_H
#define PAPERCONV_HOST_STREAMS_CODEC_H

#include "streams/magic.h"

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

/* Returns the codec of FORMAT, which must be a compression, not an archive.  This is part of the
 * module that unpacks; other code gets it through unpack_module_load(). */
const struct codec *codec_for(enum magic format);

#endif
