/* member.h - one member of an archive. */
#ifndef PAPERCONV_HOST_ARCHIVES_MEMBER_H
#define PAPERCONV_HOST_ARCHIVES_MEMBER_H

#include "streams/stream.h"

struct member {
    const char *name; /* printable, without a leading "./"; NULL: PROBLEM concerns the archive */
    struct stream *stream; /* its bytes until the next member is asked for, closing it is
                            * optional; NULL: PROBLEM says why */
    struct problem problem;
};

#endif
