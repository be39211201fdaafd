/* lineup.h - the documents under way, in order: a bounded ring.  No locks. */
#ifndef PAPERCONV_HOST_LINEUP_H
#define PAPERCONV_HOST_LINEUP_H

#include "pipeline/document_queue.h"

struct lineup {
    struct work **works; /* a ring */
    size_t room, first, count;
};

void lineup_open(struct lineup *l, size_t room);
bool lineup_is_full(const struct lineup *l);
void lineup_put(struct lineup *l, struct work *w);
/* The oldest document of which a step can be parsed, NULL when there is none; not with
 * SIDE_BY_SIDE: only one that no other stands before that is still to be parsed. */
struct work *lineup_to_parse(const struct lineup *l, bool side_by_side);
/* Blocks that were read and are not yet parsed. */
size_t lineup_blocks(const struct lineup *l);
/* The document that the gate is at, NULL when there is none. */
struct work *lineup_first(const struct lineup *l);
/* Frees the first document. */
void lineup_remove(struct lineup *l);
/* With the documents that are still in it. */
void lineup_close(struct lineup *l);

#endif
