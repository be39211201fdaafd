/* record.c - the fields of a record. */
#include "records/record.h"

#include "api/source.h"

#include "paperconv/keys.h"

static const struct {
    const char *name;
    size_t n;
} keys[PC_LISTS] = {
#define KEY(key) [PC_LIST_##key] = { PC_##key, sizeof PC_##key - 1 }
    KEY(TITLE),
    KEY(AUTHOR),
    KEY(AUTHORS_TRUNCATED),
    KEY(AFFILIATION),
    KEY(DATE),
    KEY(LISTED),
    KEY(CATEGORY),
    KEY(ARXIV_CATEGORY),
    KEY(ARXIV_CATEGORY_CANDIDATE),
    KEY(SCORE),
    KEY(HAS_CODE),
    KEY(ABSTRACT),
    KEY(ARXIV_ID),
    KEY(DOI),
    KEY(URL),
    KEY(KEYWORD),
    KEY(MARKUP),
    KEY(CITATION_KEY),
#undef KEY
    [PC_LIST_NOTE] = { PC_NOTE_TEXT, sizeof PC_NOTE_TEXT - 1 },
};

/* The values that some keys have only a few of. */
static const struct constant {
    enum pc_list list;
    pc_str value;
} constants[] = {
#define CONSTANT(key, text)       \
    {                             \
        key,                      \
        {                         \
            text, sizeof text - 1 \
        }                         \
    }
    CONSTANT(PC_LIST_MARKUP, "plain"),    CONSTANT(PC_LIST_MARKUP, "tex"),
    CONSTANT(PC_LIST_MARKUP, "stripped"), CONSTANT(PC_LIST_AUTHORS_TRUNCATED, "true"),
    CONSTANT(PC_LIST_HAS_CODE, "true"),
#undef CONSTANT
};

static bool make_constant(struct field *f)
{
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (constants[i].list != f->list || !pc_same(constants[i].value, f->value))
            continue;
        f->value = constants[i].value;
        f->home = CONSTANT;
        return true;
    }
    return false;
}

/* Sees to it that F's value lives as long as R. */
static void make_live(const struct record *r, struct field *f)
{
    const struct source *source = r->callback->source;

    f->block = source != NULL ? source_block(source, f->value.p) : NULL;
    f->home = f->block != NULL ? IN_BLOCK : IN_ARENA;
    if (f->block != NULL || arena_owns(r->arena, f->value.p) || make_constant(f))
        return;
    f->value = arena_copy(r->arena, f->value);
}

static struct field *new_field(struct record *r)
{
    enum { ROOM = 8 };

    if (r->count == r->room) {
        size_t room = r->room != 0 ? r->room * 2 : ROOM;
        struct field *more = arena_room(r->arena, room * sizeof *more);

        if (r->count != 0)
            memcpy(more, r->fields, r->count * sizeof *more);
        r->fields = more;
        r->room = room;
    }
    return &r->fields[r->count++];
}

void record_add(pc_record *handle, pc_str key, pc_str value)
{
    struct record *r = (struct record *)handle;
    struct field *f;

    if (value.n == 0 || key.n == 0)
        return;
    f = new_field(r);
    f->list = pc_list_of(key);
    if (f->list != PC_LIST_OTHERS)
        f->key = pc_sub(keys[f->list].name, keys[f->list].n);
    else
        f->key = arena_copy(r->arena, key);
    f->value = value;
    make_live(r, f);
}

static bool is_key(const struct field *f, enum pc_list list, pc_str key)
{
    return f->list == list && (list != PC_LIST_OTHERS || pc_same(f->key, key));
}

void record_remove(pc_record *handle, pc_str key)
{
    struct record *r = (struct record *)handle;
    enum pc_list list = pc_list_of(key);
    size_t kept = 0;

    for (size_t i = 0; i < r->count; i++)
        if (!is_key(&r->fields[i], list, key) && kept++ != i)
            r->fields[kept - 1] = r->fields[i];
    r->count = kept;
}

pc_str record_get(const pc_record *handle, pc_str key, size_t i)
{
    const struct record *r = (const struct record *)handle;
    enum pc_list list = pc_list_of(key);

    for (size_t f = 0; f < r->count; f++) {
        if (is_key(&r->fields[f], list, key) && i-- == 0)
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
    const char *name =
        list != PC_LIST_OTHERS ? keys[list].name : arena_copy(&r->callback->scratch, key).p;

    tally_add(&diagnostics->lost, &diagnostics->arena, name, 1);
}
