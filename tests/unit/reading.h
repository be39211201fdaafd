/* reading.h - a source for tests, over a document in memory that arrives in pieces. */
#ifndef PAPERCONV_TEST_READING_H
#define PAPERCONV_TEST_READING_H

#include "api/callback.h"
#include "api/source.h"
#include "streams/block_reader.h"

#define SAMPLE(text) text, sizeof text - 1 /* the two arguments of reading_open() */

struct reading { /* a source with everything that it needs */
    struct stream *document;
    struct block_reader reader;
    struct limits limits;
    struct diagnostics diagnostics;
    struct callback callback;
    struct source source;
};

/* The N bytes at BYTES, which stay, PIECE of them by one read; WAITS: each is waited for. */
void reading_open(struct reading *r, const char *bytes, size_t n, size_t piece, bool waits);
/* What the host does between two calls of the plugin. */
void reading_next_callback(struct reading *r);
void reading_close(struct reading *r);

#endif
