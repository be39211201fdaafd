/* codec_table.h - finds the decompressor of a format. */
#ifndef PAPERCONV_HOST_STREAMS_CODEC_TABLE_H
#define PAPERCONV_HOST_STREAMS_CODEC_TABLE_H

#include "streams/codec.h"

/* Returns the codec of FORMAT, which must be a compression, not an archive. */
const struct codec *codec_for(enum magic format);

#endif
