/* magic.h - recognises archives and compressed files by their first bytes. */
#ifndef PAPERCONV_HOST_STREAMS_MAGIC_H
#define PAPERCONV_HOST_STREAMS_MAGIC_H

#include "streams/stream.h"

#include "paperconv/plugin.h"

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
    MAGIC_ISO,
    MAGIC_WARC
};

enum { MAGIC_HEAD = 112 }; /* bytes; enough for all formats except tar and iso */

/* The format of *S.  HEAD has its first MAGIC_HEAD bytes, or all if there are fewer.  More bytes
 * may be read, but not of a text, so that a text that arrives slowly is not delayed. */
enum magic magic_of(struct stream **s, pc_str head);
enum { MAGIC_BLOCK = 512 }; /* bytes; enough for all formats except iso */

/* True when another archive of FORMAT begins with HEAD, MAGIC_BLOCK bytes or all that there are. */
bool magic_begins(enum magic format, pc_str head);
bool magic_is_archive(enum magic s);
const char *magic_name(enum magic s); /* "tar" */

#endif
