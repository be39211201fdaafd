/* magic.h - recognises archives and compressed files by their first bytes. */
#ifndef PAPERCONV_HOST_STREAMS_MAGIC_H
#define PAPERCONV_HOST_STREAMS_MAGIC_H

#include "streams/stream.h"

enum magic {
    MAGIC_NONE, /* a document */
    MAGIC_GZIP,
    MAGIC_BZIP2,
    MAGIC_XZ,
    MAGIC_ZSTD,
    MAGIC_LZ4,
    MAGIC_TAR, /* from here on: archives */
    MAGIC_ZIP,
    MAGIC_7Z,
    MAGIC_CPIO,
    MAGIC_AR,
    MAGIC_ISO
};

/* Looks at the first bytes of *S without consuming them, and at no more of a text
 * than its first 112 bytes, so that a text that arrives slowly is not held up. */
enum magic magic_of(struct stream **s);
bool magic_is_archive(enum magic s);
const char *magic_name(enum magic s); /* "tar" */

#endif
