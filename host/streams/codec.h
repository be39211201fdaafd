/* codec.h - the decompressors, behind one table.
 *
 * Not through libarchive: it loses what was decoded before an error, up to 128 KiB,
 * takes a damaged first block for the end, and checks neither the checksum of gzip
 * nor what follows the compressed data. */
#ifndef PAPERCONV_HOST_STREAMS_CODEC_H
#define PAPERCONV_HOST_STREAMS_CODEC_H

#include "streams/magic.h"

enum { CODEC_WINDOW_LOG = 26 }; /* a decompressor's window is at most 64 MiB */

enum codec_result {
    CODEC_MORE,      /* took input or gave output, or wants more of it */
    CODEC_FRAME_END, /* what follows is another frame, or does not belong here */
    CODEC_CORRUPT,
    CODEC_BAD_CRC,
    CODEC_WINDOW /* refused: the data want a larger window */
};

struct codec_io { /* advanced as bytes are used */
    const unsigned char *in;
    size_t in_n;
    unsigned char *out;
    size_t out_n;
};

struct codec {
    enum magic format;
    void *(*open)(void);
    /* Before the second and every further frame. */
    void (*restart)(void *state);
    enum codec_result (*decode)(void *state, struct codec_io *io);
    void (*close)(void *state);
    /* True when another frame may begin with the four bytes at P. */
    bool (*begins)(const unsigned char *p);
};

/* The one for FORMAT, which is no archive.  Inside the module that unpacks; everybody else asks
 * unpack_module_load() for it. */
const struct codec *codec_for(enum magic format);

#endif
