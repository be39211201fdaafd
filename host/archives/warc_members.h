/* warc_members.h - the records of a WARC file (ISO 28500, versions 1.0 and 1.1) as members: what
 * members.h promises.
 *
 * A member is a record of type conversion or resource: text that somebody has already taken out of a
 * page, as in Common Crawl's WET files.  Its name is the record's target URI.  Other types (requests,
 * responses with their HTTP headers, metadata) are passed over; how many there were is a note at the
 * end. */
#ifndef PAPERCONV_HOST_ARCHIVES_WARC_MEMBERS_H
#define PAPERCONV_HOST_ARCHIVES_WARC_MEMBERS_H

#include "archives/member.h"

struct warc_members;

/* Takes ownership of S, which begins with a record.  LIMITS must live as long. */
struct warc_members *warc_members_open(struct stream *s, const struct limits *limits);
bool warc_members_next(struct warc_members *w, struct member *m);
void warc_members_close(struct warc_members *w);

#endif
