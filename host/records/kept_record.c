/* kept_record.c - copies records, and keeps them in lists. */
#include "records/kept_record.h"
#include "records/origin.h"

#include <stdlib.h>

static size_t copied_size(const struct record *r)
{
    size_t n = (r->count + 1) * sizeof *r->fields + 16;

    for (size_t i = 0; i < r->count; i++)
        n += r->fields[i].value.n + 32 +
             (r->fields[i].list == PC_LIST_OTHERS ? r->fields[i].key.n + 32 : 0);
    return n;
}

struct kept_record *kept_new(const struct record *copy_of)
{
    struct kept_record *k = memory_alloc(sizeof *k);
    struct record *r = &k->record;

    memset(k, 0, sizeof *k);
    r->arena = &k->arena;
    if (copy_of == NULL)
        return k;
    arena_reserve(&k->arena, copied_size(copy_of));
    r->line = copy_of->line;
    r->order = copy_of->order;
    r->origin = origin_keep(copy_of->origin);
    r->facts = facts_keep(copy_of->facts);
    r->fields = arena_alloc(&k->arena, copy_of->count * sizeof *r->fields);
    r->room = copy_of->count;
    for (size_t i = 0; i < copy_of->count; i++) {
        struct field f = copy_of->fields[i];

        f.value = arena_copy(&k->arena, f.value);
        f.home = IN_ARENA;
        f.block = NULL;
        if (f.list == PC_LIST_OTHERS)
            f.key = arena_copy(&k->arena, f.key);
        r->fields[r->count++] = f;
    }
    return k;
}

static void unlink_kept(struct kept_record *k)
{
    if (k->link == NULL)
        return;
    *k->link = k->next;
    if (k->next != NULL)
        k->next->link = k->link;
    k->link = NULL;
}

void kept_move(struct kept_record *k, struct kept_record **list)
{
    unlink_kept(k);
    k->next = *list;
    k->link = list;
    if (*list != NULL)
        (*list)->link = &k->next;
    *list = k;
}

void kept_free(struct kept_record *k)
{
    unlink_kept(k);
    arena_free(&k->arena);
    origin_drop(k->record.origin);
    facts_drop(k->record.facts);
    free(k);
}
