/* pieces.h - streams for tests: one that gives its bytes in pieces, and what a stream
 * gives. */
#ifndef PAPERCONV_TEST_PIECES_H
#define PAPERCONV_TEST_PIECES_H

#include "fixture.h"
#include "streams/stream.h"

/* The N bytes, at most SIZE of them by one read; then END: 0, or -1 with the problem
 * "test". */
struct stream *pieces_of(const void *bytes, size_t n, size_t size, ssize_t end);
/* What is left of S, read SIZE bytes at a time, and its *END. */
struct bytes drain(struct stream *s, size_t size, ssize_t *end);
/* S gives these N bytes and END, and a problem with CODE (NULL: none). */
void assert_drains(struct stream *s, size_t size, const void *bytes, size_t n, ssize_t end,
                   const char *code);

#endif
