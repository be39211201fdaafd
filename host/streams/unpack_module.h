/* unpack_module.h - the modules that unpack: shared objects that are linked with the decompressors'
 * libraries and libarchive.  They are loaded only when an input may be packed: loading all, with the
 * libraries behind libarchive, takes longer than converting a small document.
 *
 *     unpack-gzip.so, unpack-bzip2.so ...   one decompressor each
 *     unpack.so                             all of them, and archives
 *
 * A module contains its own copy of what it uses from base/ and streams/.  Code on one side must
 * therefore never compare the address of a function from the other side. */
#ifndef PAPERCONV_HOST_STREAMS_UNPACK_MODULE_H
#define PAPERCONV_HOST_STREAMS_UNPACK_MODULE_H

#include "streams/magic.h"

struct codec;
struct member;
struct libarchive_members;

/* What unpack.so exports, under the name paperconv_unpack_module. */
struct unpack_module {
    const struct codec *(*codec_for)(enum magic format); /* see codec_table.h */
    /* See libarchive_members.h. */
    struct libarchive_members *(*members_open)(struct stream *s, enum magic format,
                                               const struct limits *limits, struct problem *why);
    bool (*members_next)(struct libarchive_members *ms, struct member *m);
    void (*members_close)(struct libarchive_members *ms);
};

/* Returns unpack.so.  The first call, which must come before the sandbox, loads it; any thread may
 * call.  NULL when the module or a library that it needs cannot be loaded: *WHY is then set to
 * "archive-unsupported" and names the file.  WHY may be NULL when the module is known to be
 * loaded. */
const struct unpack_module *unpack_module_load(struct problem *why);
/* Returns the decompressor of FORMAT: that of unpack.so if that is loaded, otherwise of a module of
 * its own, which is loaded as above. */
const struct codec *unpack_codec(enum magic format, struct problem *why);

#endif
