/* tally.c - counts how often each of many names occurs. */
#include "tally.h"

#include "paperconv/secret.h"

#include <stdlib.h>

static uint64_t hash_name(uint64_t secret, pc_str name)
{
    uint64_t hash = secret;

    for (size_t i = 0; i < name.n; i++) {
        hash = (hash ^ (unsigned char)name.p[i]) * 0xD6E8FEB86659FD93u;
        hash ^= hash >> 32;
    }
    return hash;
}

/* The place of the name, or a free one. */
static struct tally_item *find_item(const struct tally *t, uint64_t hash, pc_str name)
{
    size_t i = (size_t)hash & (t->room - 1);

    while (t->items[i].count != 0 &&
           (t->items[i].hash != hash || !pc_same(tally_name(t, &t->items[i]), name)))
        i = (i + 1) & (t->room - 1);
    return &t->items[i];
}

static void grow_tally(struct tally *t)
{
    struct tally old = *t;

    t->room = old.room != 0 ? old.room * 2 : 64;
    t->items = calloc(t->room, sizeof *t->items);
    if (t->items == NULL)
        abort(); /* as in pc_text_add(): the host says what has happened */
    if (old.room == 0)
        pc_secret(&t->secret, 1);
    for (size_t i = 0; i < old.room; i++) {
        if (old.items[i].count != 0)
            *find_item(t, old.items[i].hash, tally_name(&old, &old.items[i])) = old.items[i];
    }
    free(old.items);
}

void html_tally_add(struct tally *t, pc_str name)
{
    struct tally_item *item;
    uint64_t hash;

    if (t->used * 2 >= t->room)
        grow_tally(t);
    hash = hash_name(t->secret, name);
    item = find_item(t, hash, name);
    if (item->count++ != 0)
        return;
    item->hash = hash;
    item->at = t->names.n;
    item->n = name.n;
    pc_text_add(&t->names, name);
    t->used++;
}

void html_tally_free(struct tally *t)
{
    free(t->items);
    pc_text_free(&t->names);
    *t = (struct tally){ 0 };
}

/* True when A stands before B. */
static bool is_before(const struct tally *t, const struct tally_item *a, const struct tally_item *b)
{
    const size_t n = a->n < b->n ? a->n : b->n;
    int order;

    if (a->count != b->count)
        return a->count > b->count;
    order = n != 0 ? memcmp(t->names.p + a->at, t->names.p + b->at, n) : 0;
    return order != 0 ? order < 0 : a->n < b->n;
}

size_t html_tally_top(const struct tally *t, const struct tally_item **items, size_t most)
{
    size_t count = 0;

    for (size_t i = 0; i < t->room; i++) {
        const struct tally_item *item = &t->items[i];
        size_t at = count;

        if (item->count == 0 || (count == most && !is_before(t, item, items[most - 1])))
            continue;
        if (count < most)
            count++;
        else
            at--;
        for (; at > 0 && is_before(t, item, items[at - 1]); at--)
            items[at] = items[at - 1];
        items[at] = item;
    }
    return count;
}
