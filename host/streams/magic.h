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

/* Recognises the format of *S by its first bytes, which are not consumed.  Of a text no more than
 * 112 bytes are read, so that a text that arrives slowly is not delayed. */
enum magic magic_of(struct stream **s);
bool magic_is_archive(enum magic s);
const char *magic_name(enum magic s); /* "tar" */

#endif
