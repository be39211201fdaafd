/* feed.h - gives the bytes of a stream to libarchive, and turns its errors into
 * problems. */
#ifndef PAPERCONV_HOST_FEED_H
#define PAPERCONV_HOST_FEED_H

#include "stream_layer.h"

#include <archive.h>

struct feed {
    struct stream *stream; /* owned */
    int64_t position;      /* of the next byte to read, when the stream is seekable */
    bool over;             /* libarchive was told that there is no more */
    int64_t given;         /* bytes given to libarchive, the last LAST of them from BUFFER */
    size_t last;
    char buffer[LAYER_BUFFER];
};

/* Takes S over and opens A on it; an error shows when A is read. */
struct feed *feed_open(struct archive *a, struct stream *s);
/* Why A failed, into *P: "the WHAT cannot be read: ..." */
void feed_problem(const struct feed *f, struct archive *a, const char *what, struct problem *p);
/* True when libarchive has used every byte that there is. */
bool feed_used_up(const struct feed *f, struct archive *a);
/* Reads on to the end, behind what libarchive has used, so that the stream can tell
 * its problems; true when the four bytes MAGIC were among that. */
bool feed_finish(struct feed *f, struct archive *a, const char *magic);
/* Closes the stream; after archive_read_free(). */
void feed_close(struct feed *f);

#endif
