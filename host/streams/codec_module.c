/* codec_module.c - a module with one decompressor, CODEC, which is not loaded with all the others. */
#include "streams/codec.h"

#include "paperconv/plugin.h"

PC_EXPORT extern const struct codec *const paperconv_codec;

const struct codec *const paperconv_codec = &CODEC;
