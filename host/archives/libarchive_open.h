/* libarchive_open.h - libarchive, set up for one archive. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_OPEN_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_OPEN_H

#include "streams/magic.h"

#include <archive.h>

/* A reader of FORMAT, not yet open; FD is the file with the archive, or -1 for a stream, which
 * iso and 7z cannot be.  NULL with *WHY set when libarchive would take too much memory for
 * the archive's index. */
struct archive *libarchive_new_reader(int fd, enum magic format, const struct limits *limits,
                                      struct problem *why);
/* One for an iso image, with names by Joliet or ISO 9660 only. */
struct archive *libarchive_new_plain_iso_reader(void);
/* How many bytes of an iso image may say what is in it. */
int64_t libarchive_index_budget(const struct limits *limits);
/* How many bytes the current member of a zip may give: before that its decompressor cannot
 * need a larger window than others may have. */
int64_t libarchive_window_budget(struct archive *a);

#endif
