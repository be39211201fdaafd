/* signature.h - recognises archives and compressed files by their first bytes. */
#ifndef PAPERCONV_HOST_SIGNATURE_H
#define PAPERCONV_HOST_SIGNATURE_H

#include "streams/stream.h"

enum signature {
    SIGNATURE_NONE, /* a document */
    SIGNATURE_GZIP,
    SIGNATURE_BZIP2,
    SIGNATURE_XZ,
    SIGNATURE_ZSTD,
    SIGNATURE_LZ4,
    SIGNATURE_TAR, /* from here on: archives */
    SIGNATURE_ZIP,
    SIGNATURE_7Z,
    SIGNATURE_CPIO,
    SIGNATURE_AR,
    SIGNATURE_ISO
};

/* Looks at the first bytes of *S without consuming them, and at no more of a text
 * than its first 112 bytes, so that a text that arrives slowly is not held up. */
enum signature signature_of(struct stream **s);
bool signature_is_archive(enum signature s);
const char *signature_name(enum signature s); /* "tar" */

#endif
