/* seven_zip_index.h - whether libarchive may read the index of a 7z. */
#ifndef PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_INDEX_H
#define PAPERCONV_HOST_ARCHIVES_SEVEN_ZIP_INDEX_H

#include "base/limits.h"

/* True when the index of the 7z in FD, and the windows that its decompressors want, may be
 * put into memory, or when libarchive will notice by itself that there is no index.
 * Otherwise false with *WHY: "index-too-large", "window-too-large", "corrupt",
 * "archive-unsupported".  The file offset of FD does not change. */
bool seven_zip_index_fits(int fd, const struct limits *limits, struct problem *why);

#endif
