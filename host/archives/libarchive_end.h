/* libarchive_end.h - looks at what stands behind an archive. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_END_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_END_H

#include "archives/libarchive_input.h"
#include "archives/libarchive_open.h"

/* A has read the archive, as planned, to its end, and found COUNT members.  True when another archive
 * of the same kind follows: `cat a.tar b.tar` is read as one.  Not so for a 7z, whose index would
 * have to be checked first.  Otherwise *P is set to what there is to report about the archive as a
 * whole; a stream is then read to its end, because it reports its own problems only there. */
bool libarchive_end_is_followed(struct libarchive_input *f, struct archive *a,
                                const struct archive_plan *plan, uint64_t count, struct problem *p);
/* The same for an archive that ends between two members. */
void libarchive_end_is_missing(struct libarchive_input *f, const struct archive_plan *plan,
                               struct problem *p);

#endif
