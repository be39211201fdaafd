/* zip_index.h - looks at the index at the end of a zip file before libarchive does. */
#ifndef PAPERCONV_HOST_ARCHIVES_ZIP_INDEX_H
#define PAPERCONV_HOST_ARCHIVES_ZIP_INDEX_H

#include <stdbool.h>
#include <stdint.h>

/* False when the index of the zip in FD cannot list many more members than MEMBERS, so that
 * libarchive may read it as a whole.  The file offset of FD does not change. */
bool zip_index_is_large(int fd, uint64_t members);
/* True when two members of the zip in FD share bytes, as in a bomb whose index lists one member
 * again and again.  The file offset of FD does not change. */
bool zip_members_overlap(int fd);

#endif
