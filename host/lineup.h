/* lineup.h - the documents under way, in order, between the reader, the parsers and the gate:
 * a bounded ring. */
#ifndef PAPERCONV_HOST_LINEUP_H
#define PAPERCONV_HOST_LINEUP_H

#include "work.h"

struct lineup {
    pthread_mutex_t mutex;
    pthread_cond_t unparsed, arrived, drained; /* for the parsers, the gate, the reader */
    struct work **works;                       /* a ring */
    size_t room, first, count;
    bool closed;
};

void lineup_open(struct lineup *l, size_t room);
/* The reader: waits for room.  False when it is closed: W stays the caller's. */
bool lineup_put(struct lineup *l, struct work *w);
/* A parser: waits for the oldest document that nobody parses; with a reference of the
 * caller's.  NULL when there is none and will be none. */
struct work *lineup_parse(struct lineup *l);
/* The gate: the first document, which stays in its place.  To be parsed by the caller when
 * *UNPARSED, because nobody else will now; that is only so with documents that are whole.
 * NULL when the lineup is closed and empty; without WAIT also when there is none yet, or only
 * one to parse. */
struct work *lineup_first(struct lineup *l, bool wait, bool *unparsed);
/* Drops the first document. */
void lineup_remove(struct lineup *l);
/* Nothing more goes in. */
void lineup_close(struct lineup *l);
void lineup_free(struct lineup *l); /* empty, and nobody waits any more */

#endif
