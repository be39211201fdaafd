/* origin.c - the names of a document, in one piece of memory. */
#include "records/origin.h"

#include "base/memory.h"

#include <stdio.h>
#include <stdlib.h>

struct origin *origin_new(const char *document, const char *member, const char *plugin)
{
    size_t d = strlen(document), m = member != NULL ? strlen(member) : 0, p = strlen(plugin);
    struct origin *o = memory_alloc(sizeof *o + 2 * (d + m + 4) + p + 1);
    char *at = (char *)(o + 1);

    atomic_init(&o->references, 1);
    o->document = memcpy(at, document, d + 1);
    at += d + 1;
    o->member = member != NULL ? memcpy(at, member, m + 1) : NULL;
    at += m + 1;
    o->plugin = memcpy(at, plugin, p + 1);
    at += p + 1;
    o->place = (struct pc_place){ .document = pc_sub(o->document, d),
                                  .member = pc_sub(o->member, m),
                                  .plugin = pc_sub(o->plugin, p) };
    if (member != NULL)
        o->display = pc_sub(at, (size_t)sprintf(at, "%s!/%s", document, member));
    else
        o->display = pc_s(o->document);
    return o;
}

struct origin *origin_keep(struct origin *o)
{
    if (o != NULL)
        atomic_fetch_add_explicit(&o->references, 1, memory_order_relaxed);
    return o;
}

void origin_drop(struct origin *o)
{
    if (o != NULL && atomic_fetch_sub_explicit(&o->references, 1, memory_order_acq_rel) == 1)
        free(o);
}
