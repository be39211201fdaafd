/* record_handle.c - what plugins do with a record.  A value that stands in the document is
 * kept by reference to its block; any other is copied, unless it is one of a few constants. */
#include "api/record_handle.h"

#include "api/source.h"
#include "records/record.h"

void record_add(pc_record *handle, pc_str key, pc_str value)
{
    struct record *r = (struct record *)handle;
    const struct source *source = r->callback->source;
    struct field *f;

    if (value.n == 0 || key.n == 0)
        return;
    f = record_new_field(r, key, value);
    f->block = source != NULL ? source_block(source, value.p) : NULL;
    if (f->block != NULL)
        f->home = IN_BLOCK;
    else
        record_own_value(r, f);
}

/* Removes the qualifiers of the fields, too. */
void record_remove(pc_record *handle, pc_str key)
{
    struct record *r = (struct record *)handle;
    enum pc_list list = pc_list_of(key);
    size_t kept = 0;

    for (size_t i = 0; i < r->count; i++) {
        const struct field *f = &r->fields[i];
        bool removed = field_has_key(f, list, key) ||
                       (f->list > PC_LIST_OTHERS && pc_parent_of(f->list) == list);

        if (!removed && kept++ != i)
            r->fields[kept - 1] = *f;
    }
    r->count = kept;
}

pc_str record_get(const pc_record *handle, pc_str key, size_t i)
{
    const struct record *r = (const struct record *)handle;
    enum pc_list list = pc_list_of(key);

    for (size_t f = 0; f < r->count; f++) {
        if (field_has_key(&r->fields[f], list, key) && i-- == 0)
            return r->fields[f].value;
    }
    return pc_none();
}

bool record_field(const pc_record *handle, size_t i, pc_str *key, pc_str *value)
{
    const struct record *r = (const struct record *)handle;

    if (i >= r->count)
        return false;
    *key = r->fields[i].key;
    *value = r->fields[i].value;
    return true;
}

void record_start(pc_record *handle, pc_str at)
{
    struct record *r = (struct record *)handle;
    const struct source *s = r->callback->source;

    if (at.p == NULL)
        r->line = 1;
    else if (s != NULL)
        source_line_number(s, at, &r->line);
}

void record_place(const pc_record *handle, struct pc_place *place)
{
    const struct record *r = (const struct record *)handle;
    struct pc_place full = r->origin != NULL ? r->origin->place : (struct pc_place){ 0 };

    full.size = place->size;
    full.line = r->line;
    /* A plugin built for an older minor has room for less. */
    memcpy(place, &full, place->size < sizeof full ? place->size : sizeof full);
}

pc_str record_known(const pc_record *handle, pc_str key)
{
    return facts_get(((const struct record *)handle)->facts, key);
}

void record_lost(const pc_record *handle, pc_str key)
{
    const struct record *r = (const struct record *)handle;
    struct diagnostics *diagnostics = r->callback->diagnostics;
    enum pc_list list = pc_list_of(key);
    const char *name = list != PC_LIST_OTHERS ? record_known_key(list).p
                                              : arena_copy(&r->callback->scratch, key).p;

    tally_add(&diagnostics->lost, &diagnostics->arena, name, 1);
}
