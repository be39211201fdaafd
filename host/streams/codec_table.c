/* codec_table.c - the table of all decompressors. */
#include "streams/codec_table.h"

const struct codec *codec_for(enum magic format)
{
    static const struct codec *const codecs[] = { &codec_gzip, &codec_bzip2, &codec_xz, &codec_zstd,
                                                  &codec_lz4 };
    size_t i = 0;

    while (codecs[i]->format != format)
        i++;
    return codecs[i];
}
