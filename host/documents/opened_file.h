/* opened_file.h - an open file with its format and encoding.  The first bytes are read once, when
 * the file is opened. */
#ifndef PAPERCONV_HOST_DOCUMENTS_OPENED_FILE_H
#define PAPERCONV_HOST_DOCUMENTS_OPENED_FILE_H

#include "streams/identify.h"

struct opened_file {
    struct identified_stream bytes; /* owns the stream; NULL: it was handed on */
    struct unpack_meter meter;      /* of the stream, which must be closed before */
};

/* Opens PATH for reading, with further FLAGS of open(2), and identifies it, which may mean to
 * wait for its first bytes.  NULL with *WHY when it cannot be opened.  LIMITS must live as long. */
struct opened_file *opened_file_open(const char *path, int flags, const struct limits *limits,
                                     struct problem *why);
/* The same for the open descriptor FD, which is closed with the stream, unless it is 0. */
struct opened_file *opened_file_over(int fd, const struct limits *limits);
/* Closes the stream if it was not handed on.  F may be NULL. */
void opened_file_close(struct opened_file *f);

#endif
