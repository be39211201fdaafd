/* libarchive_open.h - creates a libarchive reader for one archive. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_OPEN_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_OPEN_H

#include "streams/magic.h"

#include <archive.h>

/* Returns a reader of FORMAT, which is not open yet.  FD is the archive's file, or -1 for a stream;
 * iso and 7z require a file.  NULL with *WHY set when the archive's index would take too much
 * memory. */
struct archive *libarchive_new_reader(int fd, enum magic format, const struct limits *limits,
                                      struct problem *why);
/* Returns a reader of iso images that uses Joliet or ISO 9660 names only. */
struct archive *libarchive_new_plain_iso_reader(void);
/* Returns how many bytes libarchive may read of the directories of an iso image. */
int64_t libarchive_index_budget(const struct limits *limits);
/* Returns how many bytes the current member may unpack to.  Up to that size its decompressor cannot
 * need a larger window than 64 MiB. */
int64_t libarchive_window_budget(struct archive *a);

#endif
