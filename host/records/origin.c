/* origin.c - the names of a document, in one piece of memory. */
#include "records/origin.h"

#include "base/memory.h"
#include "records/facts.h"

#include <stdio.h>
#include <stdlib.h>

/* Copies S and a NUL to *AT, and moves *AT behind them. */
static pc_str append(char **at, pc_str s)
{
    char *copy = *at;

    if (s.p == NULL)
        return s;
    if (s.n != 0)
        memcpy(copy, s.p, s.n);
    copy[s.n] = '\0';
    *at += s.n + 1;
    return pc_sub(copy, s.n);
}

struct origin *origin_at(const struct pc_place *place)
{
    size_t d = place->document.n, m = place->member.n;
    struct origin *o = memory_alloc(sizeof *o + 2 * (d + m + 4) + place->plugin.n + 1);
    char *at = (char *)(o + 1);

    atomic_init(&o->references, 1);
    o->ordinal = 0;
    o->merged = false;
    o->before = (struct converted_before){ .facts = NULL };
    o->place = (struct pc_place){ .document = append(&at, place->document),
                                  .member = append(&at, place->member),
                                  .plugin = append(&at, place->plugin) };
    o->document = o->place.document.p;
    o->member = o->place.member.p;
    o->plugin = o->place.plugin.p;
    if (o->member != NULL)
        o->display = pc_sub(at, (size_t)sprintf(at, "%s!/%s", o->document, o->member));
    else
        o->display = pc_s(o->document);
    return o;
}

struct origin *origin_new(const char *document, const char *member, const char *plugin)
{
    return origin_at(&(struct pc_place){
        .document = pc_s(document), .member = pc_s(member), .plugin = pc_s(plugin) });
}

bool origin_is_at(const struct origin *o, const struct pc_place *place)
{
    return o != NULL && pc_same(o->place.document, place->document) &&
           pc_same(o->place.member, place->member) && pc_same(o->place.plugin, place->plugin) &&
           (o->member == NULL) == (place->member.p == NULL);
}

struct origin *origin_keep(struct origin *o)
{
    if (o != NULL)
        atomic_fetch_add_explicit(&o->references, 1, memory_order_relaxed);
    return o;
}

void origin_drop(struct origin *o)
{
    if (o != NULL && atomic_fetch_sub_explicit(&o->references, 1, memory_order_acq_rel) == 1) {
        facts_drop(o->before.facts);
        free(o->before.problems);
        free(o);
    }
}
