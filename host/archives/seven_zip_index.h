/* seven_zip_index.h - whether libarchive may read the index of a 7z. */
#ifndef PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_INDEX_H
#define PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_INDEX_H

#include "base/limits.h"

/* True when the index of the 7z in FD and the windows of its decompressors are small enough for
 * memory, or when there is no index, which libarchive will report.  Otherwise false with *WHY set:
 * "index-too-large", "window-too-large", "corrupt" or "archive-unsupported".  If there is an index,
 * sets *END to the place behind it, where the 7z ends.  The file offset of FD does not change. */
bool seven_zip_index_fits(int fd, const struct limits *limits, int64_t *end, struct problem *why);

#endif
