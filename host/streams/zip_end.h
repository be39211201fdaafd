/* zip_end.h - finds a zip by the record at its end, so that something may stand before it:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
#ifndef PAPERCONV_HOST_STREAMS_ZIP_END_H
#define PAPERCONV_HOST_STREAMS_ZIP_END_H

#include "streams/stream.h"

enum { ZIP_END_SIZE = 22 }; /* bytes of the record, without its comment */

struct zip_end {
    uint64_t start; /* where the zip begins: the offsets in its index count from here */
    uint64_t index; /* where its index begins, and its size */
    uint64_t index_size;
    uint64_t end; /* behind the record and its comment */
    bool zip64;   /* there is a second record, with larger numbers */
};

/* Looks for the record in the last 16 KiB of S, a file, as libarchive does.  False when it is not there, or
 * when no index stands before it. */
bool zip_end_find(const struct stream *s, struct zip_end *z);

#endif
