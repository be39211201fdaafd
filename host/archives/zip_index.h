/* zip_index.h - looks at the index of a zip file before libarchive does. */
#ifndef PAPERCONV_HOST_ARCHIVES_ZIP_INDEX_H
#define PAPERCONV_HOST_ARCHIVES_ZIP_INDEX_H

#include "streams/zip_end.h"

/* False when the index of the zip cannot list many more members than MEMBERS, so that libarchive
 * may read it as a whole. */
bool zip_index_is_large(const struct zip_end *z, uint64_t members);
/* True when two members of the zip S, a file, share bytes, as in a bomb whose index lists one member
 * again and again. */
bool zip_members_overlap(const struct stream *s, const struct zip_end *z);

#endif
