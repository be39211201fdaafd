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

struct kept_record *kept_of(struct record *r)
{
    struct kept_record *k = (struct kept_record *)r; /* if its arena is that of R */

    return r->arena == &k->arena ? k : NULL;
}

static void drop_place(struct record *r)
{
    origin_drop(r->origin);
    origin_drop(r->stated);
    facts_drop(r->facts);
}

void kept_place(struct kept_record *k, const struct record *from)
{
    struct record *r = &k->record;

    if (r == from)
        return;
    drop_place(r);
    r->line = from->line;
    r->order = from->order;
    r->origin = origin_keep(from->origin);
    r->stated = origin_keep(from->stated);
    r->stated_line = from->stated_line;
    r->facts = facts_keep(from->facts);
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
    kept_place(k, copy_of);
    r->read_before = copy_of->read_before;
    r->created = copy_of->created;
    r->fields = arena_alloc(&k->arena, copy_of->count * sizeof *r->fields);
    r->room = copy_of->count;
    r->lists = copy_of->lists;
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
    drop_place(&k->record);
    free(k);
}
