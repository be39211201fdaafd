/* libarchive_open.h - creates a libarchive reader for one archive. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_OPEN_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_OPEN_H

#include "streams/magic.h"

#include <archive.h>

struct archive_plan { /* how an archive is read */
    enum magic format;
    bool by_index; /* of a file, by the index of the archive; otherwise from start to end */
    int64_t start; /* where it begins in the file; 0 unless by index */
    int64_t end;   /* when by index: where it ends */
};

/* Plans to read the archive S, which is in FORMAT; iso and 7z require a file.  False with *WHY set
 * when the archive's index would take too much memory, or its members overlap. */
bool libarchive_plan(const struct stream *s, enum magic format, const struct limits *limits,
                     struct archive_plan *plan, struct problem *why);
/* Returns a reader, which is not open yet. */
struct archive *libarchive_new_reader(const struct archive_plan *plan);
/* Returns a reader of iso images that uses Joliet or ISO 9660 names only. */
struct archive *libarchive_new_plain_iso_reader(void);
/* Returns how many bytes libarchive may read of the directories of an iso image. */
int64_t libarchive_index_budget(const struct limits *limits);
/* Returns how many bytes the current member may unpack to.  Up to that size its decompressor cannot
 * need a larger window than 64 MiB. */
int64_t libarchive_window_budget(struct archive *a);

#endif
