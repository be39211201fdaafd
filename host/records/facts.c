/* facts.c - a set of facts is one piece of memory: the table, then the bytes. */
#include "records/facts.h"

#include <stdlib.h>

static pc_str place_copy(char **at, pc_str s)
{
    pc_str copy = pc_sub(*at, s.n);

    if (s.n != 0)
        memcpy(*at, s.p, s.n);
    *at += s.n;
    return copy;
}

struct facts *facts_with(struct facts *old, pc_str key, pc_str value)
{
    size_t n = old != NULL ? old->count : 0, bytes = key.n + value.n, i;
    struct facts *f;
    char *at;

    for (i = 0; i < n; i++)
        bytes += old->items[i].key.n + old->items[i].value.n;
    f = memory_alloc(sizeof *f + (n + 1) * sizeof *f->items + bytes);
    atomic_init(&f->references, 1);
    at = (char *)&f->items[n + 1];
    for (i = 0; i < n; i++) {
        bool same = pc_same(old->items[i].key, key);

        f->items[i].key = place_copy(&at, old->items[i].key);
        f->items[i].value = place_copy(&at, same ? value : old->items[i].value);
    }
    f->count = n;
    if (facts_get(f, key).p == NULL) {
        f->items[n].key = place_copy(&at, key);
        f->items[n].value = place_copy(&at, value);
        f->count++;
    }
    facts_drop(old);
    return f;
}

pc_str facts_get(const struct facts *f, pc_str key)
{
    if (f != NULL)
        for (size_t i = 0; i < f->count; i++)
            if (pc_same(f->items[i].key, key))
                return f->items[i].value;
    return pc_none();
}

struct facts *facts_keep(struct facts *f)
{
    if (f != NULL)
        atomic_fetch_add_explicit(&f->references, 1, memory_order_relaxed);
    return f;
}

void facts_drop(struct facts *f)
{
    if (f != NULL && atomic_fetch_sub_explicit(&f->references, 1, memory_order_acq_rel) == 1)
        free(f);
}
