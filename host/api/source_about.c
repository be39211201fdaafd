/* source_about.c - the name of a document, and the facts that stand in it. */
#include "api/source.h"

pc_str source_origin(const pc_source *handle)
{
    return ((const struct source *)handle)->origin->display;
}

void source_fact(pc_source *handle, pc_str key, pc_str value)
{
    struct source *s = (struct source *)handle;

    if (key.n != 0 && value.n != 0)
        s->facts = facts_with(s->facts, key, value);
}
