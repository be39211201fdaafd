/* libarchive_members.h - the members of an archive, read through libarchive: what members.h
 * promises, inside the module that unpacks. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_MEMBERS_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_MEMBERS_H

#include "archives/members.h"

/* As members_open(), but S must be seekable when FORMAT is iso or 7z. */
struct libarchive_members *libarchive_members_open(struct stream *s, enum magic format,
                                                   const struct limits *limits,
                                                   struct problem *why);
bool libarchive_members_next(struct libarchive_members *ms, struct member *m);
void libarchive_members_close(struct libarchive_members *ms);

#endif
