/* unpack_table.c - the one symbol that the module exports. */
#include "archives/libarchive_members.h"
#include "streams/codec_table.h"
#include "streams/unpack_module.h"

#include "paperconv/plugin.h"

PC_EXPORT extern const struct unpack_module paperconv_unpack_module;

const struct unpack_module paperconv_unpack_module = {
    codec_for,
    libarchive_members_open,
    libarchive_members_next,
    libarchive_members_close,
};
