/* lineup.h - the documents under way, in order: a bounded ring.  No locks. */
#ifndef PAPERCONV_HOST_PIPELINE_LINEUP_H
#define PAPERCONV_HOST_PIPELINE_LINEUP_H

#include "pipeline/document_queue.h"

struct document_queue {
    struct queued_document **documents; /* a ring */
    size_t room, first, count;
};

void document_queue_open(struct document_queue *l, size_t room);
bool document_queue_is_full(const struct document_queue *l);
void document_queue_put(struct document_queue *l, struct queued_document *w);
/* The oldest document of which a step can be parsed, NULL when there is none; not with
 * SIDE_BY_SIDE: only one that no other stands before that is still to be parsed. */
struct queued_document *document_queue_to_parse(const struct document_queue *l, bool side_by_side);
/* Blocks that were read and are not yet parsed. */
size_t document_queue_blocks(const struct document_queue *l);
/* The document that the gate is at, NULL when there is none. */
struct queued_document *document_queue_first(const struct document_queue *l);
/* Frees the first document. */
void document_queue_remove(struct document_queue *l);
/* With the documents that are still in it. */
void document_queue_close(struct document_queue *l);

#endif
