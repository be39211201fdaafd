/* seven_zip_index.h - whether libarchive may read the index of a 7z. */
#ifndef PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_INDEX_H
#define PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_INDEX_H

#include "streams/stream.h"

/* True when the index of the 7z S, a file, and the windows of its decompressors are small enough for
 * memory, or when there is no index, which libarchive will report.  Otherwise false with *WHY set:
 * "index-too-large", "window-too-large", "corrupt" or "archive-unsupported".  If there is an index,
 * sets *END to the place behind it, where the 7z ends. */
bool seven_zip_index_fits(const struct stream *s, const struct limits *limits, int64_t *end,
                          struct problem *why);

#endif
