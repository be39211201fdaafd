/* libarchive_input.h - passes the bytes of a stream to libarchive, and turns libarchive's errors
 * into problems. */
#ifndef PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_INPUT_H
#define PAPERCONV_HOST_ARCHIVES_LIBARCHIVE_INPUT_H

#include "streams/magic.h"

#include <archive.h>

/* Bytes that are kept after they were passed to libarchive: it may look at the next block without
 * using it. */
enum { LIBARCHIVE_HISTORY = 1024 };

struct libarchive_input {
    struct stream *stream; /* owned */
    int64_t start;         /* where the archive begins; libarchive sees nothing before it */
    int64_t position;      /* of the next byte to read from the stream */
    size_t unread;         /* bytes before POSITION that are passed to libarchive next */
    size_t kept;           /* bytes in BUFFER: those before POSITION, read or unread */
    bool over;             /* libarchive was told that the input has ended */
    int64_t *room;         /* see libarchive_input_limit() */
    bool rock_ridge;       /* the archive reader looks for Rock Ridge names in an iso image */
    int64_t continued_at; /* position of the first entry that continues in another block; 0: none */
    bool continued;       /* a second entry does, so that reading was stopped */
    char buffer[LIBARCHIVE_HISTORY + LAYER_BUFFER];
};

/* Opens A on the stream S, which is in FORMAT, from the byte at START on, and takes ownership of S.
 * START must be 0 unless S is seekable.  Errors appear when A is read. */
struct libarchive_input *libarchive_input_open(struct archive *a, struct stream *s, int64_t start,
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

/* ---- behind an archive, which A has read without seeking, to its end ---- */

/* Makes unread what A has not used.  The other functions follow this one. */
void libarchive_input_leave(struct libarchive_input *f, struct archive *a);
/* Leaves an archive in a file whose end is known to be at END. */
void libarchive_input_leave_at(struct libarchive_input *f, int64_t end);
/* Returns the next bytes, at least N of them (<= LIBARCHIVE_HISTORY) unless the input ends before. */
pc_str libarchive_input_peek(struct libarchive_input *f, size_t n);
/* Passes over N bytes, or fewer at the end. */
void libarchive_input_pass(struct libarchive_input *f, size_t n);
/* Passes over zeros; true when something else follows. */
bool libarchive_input_pass_zeros(struct libarchive_input *f);
/* Passes over everything before the four bytes MAGIC; false when they do not follow. */
bool libarchive_input_find(struct libarchive_input *f, const char *magic);
/* Opens the next archive, which begins here, with the new reader A.  False when it would be the same
 * archive again, because nothing of it was passed over. */
bool libarchive_input_continue(struct libarchive_input *f, struct archive *a);
/* Reads a stream to its end, so that it can report its problems. */
void libarchive_input_drain(struct libarchive_input *f);

/* Closes the stream; call it after archive_read_free(). */
void libarchive_input_close(struct libarchive_input *f);

#endif
