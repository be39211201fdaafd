/* libarchive_input.h - passes the bytes of a stream to libarchive, and turns libarchive's errors
 * into problems. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_INPUT_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_INPUT_H

#include "streams/magic.h"

#include <archive.h>

struct libarchive_input {
    struct stream *stream; /* owned */
    int64_t position;      /* of the next byte to read, when the stream is seekable */
    bool over;             /* libarchive was told that the input has ended */
    int64_t given;         /* bytes passed to libarchive; the last LAST of them are in BUFFER */
    size_t last;
    int64_t *room;        /* see libarchive_input_limit() */
    bool rock_ridge;      /* the archive reader looks for Rock Ridge names in an iso image */
    int64_t continued_at; /* position of the first entry that continues in another block; 0: none */
    bool continued;       /* a second entry does, so that reading was stopped */
    char buffer[LAYER_BUFFER];
};

/* Opens A on the stream S, which is in FORMAT, and takes ownership of S.  Errors appear when A is
 * read. */
struct libarchive_input *libarchive_input_open(struct archive *a, struct stream *s,
                                               enum magic format);
/* Starts again at the beginning of the file with a new reader A, which ignores Rock Ridge. */
void libarchive_input_restart(struct libarchive_input *f, struct archive *a);
/* From now on every byte that is read for libarchive is subtracted from *ROOM, and reading fails
 * with "index-too-large" when *ROOM becomes negative.  NULL removes the limit. */
void libarchive_input_limit(struct libarchive_input *f, int64_t *room);
/* Sets *P to the reason why A failed: "the WHAT cannot be read: ..." */
void libarchive_input_problem(const struct libarchive_input *f, struct archive *a, const char *what,
                              struct problem *p);
/* True when libarchive has used every byte of the input. */
bool libarchive_input_used_up(const struct libarchive_input *f, struct archive *a);
/* Reads what libarchive has not used, up to the end of the stream, so that the stream can report
 * its problems.  True when the four bytes MAGIC occur in it. */
bool libarchive_input_finish(struct libarchive_input *f, struct archive *a, const char *magic);
/* Closes the stream; call it after archive_read_free(). */
void libarchive_input_close(struct libarchive_input *f);

#endif
