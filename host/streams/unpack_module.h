/* unpack_module.h - the module that unpacks, a shared object that is linked with libarchive and
 * the decompressors' libraries.  It is loaded when something packed may come: to load it, with
 * all that these libraries need in turn, takes longer than to convert a small document.
 *
 * The module has a copy of its own of what it uses of base/ and streams/, so that neither side
 * may compare addresses of functions of the other. */
#ifndef PAPERCONV_HOST_STREAMS_UNPACK_MODULE_H
#define PAPERCONV_HOST_STREAMS_UNPACK_MODULE_H

#include "streams/magic.h"

struct codec;
struct member;
struct members;

/* What the module exports, under the name paperconv_unpack_module. */
struct unpack_module {
    const struct codec *(*codec_for)(enum magic format); /* see codec.h */
    /* See libarchive_members.h. */
    struct members *(*members_open)(struct stream *s, enum magic format,
                                    const struct limits *limits, struct problem *why);
    bool (*members_next)(struct members *ms, struct member *m);
    void (*members_close)(struct members *ms);
};

/* Returns the module, which the first call loads; from any thread, but in the sandbox the first
 * call comes too late.  NULL when the module or a library that it needs cannot be loaded: *WHY
 * is then "archive-unsupported" and names the file.  WHY may be NULL where the module is known to
 * be there. */
const struct unpack_module *unpack_module_load(struct problem *why);

#endif
