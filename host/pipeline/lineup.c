/* lineup.c - a ring of documents. */
#include "pipeline/lineup.h"

#include <stdlib.h>

void document_queue_open(struct document_queue *l, size_t room)
{
    *l = (struct document_queue){ .room = room };
    l->documents = memory_alloc(room * sizeof *l->documents);
}

bool document_queue_is_full(const struct document_queue *l)
{
    return l->count == l->room;
}

void document_queue_put(struct document_queue *l, struct queued_document *w)
{
    l->documents[(l->first + l->count++) % l->room] = w;
}

static struct queued_document *document_at(const struct document_queue *l, size_t i)
{
    return l->documents[(l->first + i) % l->room];
}

struct queued_document *document_queue_to_parse(const struct document_queue *l, bool side_by_side)
{
    for (size_t i = 0; i < l->count; i++) {
        struct queued_document *w = document_at(l, i);

        if (queued_can_be_parsed(w))
            return w;
        if (!side_by_side && !w->parsed)
            return NULL;
    }
    return NULL;
}

size_t document_queue_blocks(const struct document_queue *l)
{
    size_t count = 0;

    for (size_t i = 0; i < l->count; i++)
        count += document_at(l, i)->block_count;
    return count;
}

struct queued_document *document_queue_first(const struct document_queue *l)
{
    return l->count != 0 ? document_at(l, 0) : NULL;
}

void document_queue_remove(struct document_queue *l)
{
    queued_free(document_at(l, 0));
    l->first = (l->first + 1) % l->room;
    l->count--;
}

void document_queue_close(struct document_queue *l)
{
    while (l->count != 0)
        document_queue_remove(l);
    free(l->documents);
}
