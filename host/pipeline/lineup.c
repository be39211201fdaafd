/* lineup.c - a ring of documents. */
#include "pipeline/lineup.h"

#include <stdlib.h>

void lineup_open(struct lineup *l, size_t room)
{
    *l = (struct lineup){ .room = room };
    l->works = memory_alloc(room * sizeof *l->works);
}

bool lineup_is_full(const struct lineup *l)
{
    return l->count == l->room;
}

void lineup_put(struct lineup *l, struct work *w)
{
    l->works[(l->first + l->count++) % l->room] = w;
}

static struct work *work_at(const struct lineup *l, size_t i)
{
    return l->works[(l->first + i) % l->room];
}

struct work *lineup_to_parse(const struct lineup *l, bool side_by_side)
{
    for (size_t i = 0; i < l->count; i++) {
        struct work *w = work_at(l, i);

        if (work_can_be_parsed(w))
            return w;
        if (!side_by_side && !w->parsed)
            return NULL;
    }
    return NULL;
}

size_t lineup_blocks(const struct lineup *l)
{
    size_t count = 0;

    for (size_t i = 0; i < l->count; i++)
        count += work_at(l, i)->block_count;
    return count;
}

struct work *lineup_first(const struct lineup *l)
{
    return l->count != 0 ? work_at(l, 0) : NULL;
}

void lineup_remove(struct lineup *l)
{
    work_free(work_at(l, 0));
    l->first = (l->first + 1) % l->room;
    l->count--;
}

void lineup_close(struct lineup *l)
{
    while (l->count != 0)
        lineup_remove(l);
    free(l->works);
}
