/* libarchive_input.h - gives the bytes of a stream to libarchive, and turns its errors into
 * problems. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_INPUT_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_INPUT_H

#include "streams/magic.h"

#include <archive.h>

struct libarchive_input {
    struct stream *stream; /* owned */
    int64_t position;      /* of the next byte to read, when the stream is seekable */
    bool over;             /* libarchive was told that there is no more */
    int64_t given;         /* bytes given to libarchive, the last LAST of them from BUFFER */
    size_t last;
    int64_t *room;        /* see libarchive_input_limit() */
    bool rock_ridge;      /* A reads such names in an iso image */
    int64_t continued_at; /* where the first of them goes on elsewhere; 0: none does */
    bool continued;       /* a second one does, too, so that A was stopped */
    char buffer[LAYER_BUFFER];
};

/* Takes S, in FORMAT, over and opens A on it; an error shows when A is read. */
struct libarchive_input *libarchive_input_open(struct archive *a, struct stream *s,
                                               enum magic format);
/* Begins again with the file, for a new A that does not know Rock Ridge. */
void libarchive_input_restart(struct libarchive_input *f, struct archive *a);
/* From now on every byte that is read for A is taken off *ROOM; when there is none left, that
 * fails as "index-too-large".  NULL: no longer. */
void libarchive_input_limit(struct libarchive_input *f, int64_t *room);
/* Why A failed, into *P: "the WHAT cannot be read: ..." */
void libarchive_input_problem(const struct libarchive_input *f, struct archive *a, const char *what,
                              struct problem *p);
/* True when libarchive has used every byte that there is. */
bool libarchive_input_used_up(const struct libarchive_input *f, struct archive *a);
/* Reads on to the end, behind what libarchive has used, so that the stream can tell
 * its problems; true when the four bytes MAGIC were among that. */
bool libarchive_input_finish(struct libarchive_input *f, struct archive *a, const char *magic);
/* Closes the stream; after archive_read_free(). */
void libarchive_input_close(struct libarchive_input *f);

#endif
