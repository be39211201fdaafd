/* opened_file.h - a file that is open, and what its first bytes show: each file is opened once and
 * looked at once, whoever needs it first. */
#ifndef PAPERCONV_HOST_DOCUMENTS_OPENED_FILE_H
#define PAPERCONV_HOST_DOCUMENTS_OPENED_FILE_H

#include "streams/identify.h"

struct opened_file {
    struct identified_stream bytes; /* its stream is owned, unless somebody sets it to NULL */
    struct unpack_meter meter;      /* of the stream, which must be closed first */
};

/* Opens PATH with the FLAGS of open(2) besides O_RDONLY, and looks at its first bytes, for which it
 * waits if need be.  NULL with *WHY when it cannot be opened.  LIMITS must live as long. */
struct opened_file *opened_file_open(const char *path, int flags, const struct limits *limits,
                                     struct problem *why);
/* The same for the open descriptor FD, which is closed with the file (not 0). */
struct opened_file *opened_file_over(int fd, const struct limits *limits);
/* Closes the stream, too, if it is still owned.  NULL is fine. */
void opened_file_close(struct opened_file *f);

#endif
