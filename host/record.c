/* record.c - the fields of a record. */
#include "record.h"

#include "source.h"

static const struct {
    const char *name;
    size_t n;
} keys[KEY_COUNT] = {
#define KEY(number, text) [number] = { text, sizeof text - 1 }
    KEY(KEY_TITLE, PC_TITLE),
    KEY(KEY_AUTHOR, PC_AUTHOR),
    KEY(KEY_AUTHORS_TRUNCATED, PC_AUTHORS_TRUNCATED),
    KEY(KEY_AFFILIATION, PC_AFFILIATION),
    KEY(KEY_DATE, PC_DATE),
    KEY(KEY_LISTED, PC_LISTED),
    KEY(KEY_CATEGORY, PC_CATEGORY),
    KEY(KEY_ARXIV_CATEGORY, PC_ARXIV_CATEGORY),
    KEY(KEY_ARXIV_CATEGORY_CANDIDATE, PC_ARXIV_CATEGORY_CANDIDATE),
    KEY(KEY_SCORE, PC_SCORE),
    KEY(KEY_HAS_CODE, PC_HAS_CODE),
    KEY(KEY_ABSTRACT, PC_ABSTRACT),
    KEY(KEY_ARXIV_ID, PC_ARXIV_ID),
    KEY(KEY_DOI, PC_DOI),
    KEY(KEY_URL, PC_URL),
    KEY(KEY_KEYWORD, PC_KEYWORD),
    KEY(KEY_NOTE, PC_NOTE_TEXT),
    KEY(KEY_MARKUP, PC_MARKUP),
#undef KEY
};

/* The keys of each length, because outputs ask for many of every record. */
enum { LONGEST_KEY = sizeof PC_ARXIV_CATEGORY_CANDIDATE - 1, SAME_LENGTH = 4 };
static const unsigned char of_length[LONGEST_KEY + 1][SAME_LENGTH + 1] = {
    [3] = { KEY_DOI, KEY_URL },
    [4] = { KEY_DATE, KEY_NOTE },
    [5] = { KEY_TITLE, KEY_SCORE },
    [6] = { KEY_AUTHOR, KEY_LISTED, KEY_MARKUP },
    [7] = { KEY_KEYWORD },
    [8] = { KEY_CATEGORY, KEY_HAS_CODE, KEY_ABSTRACT, KEY_ARXIV_ID },
    [11] = { KEY_AFFILIATION },
    [14] = { KEY_ARXIV_CATEGORY },
    [17] = { KEY_AUTHORS_TRUNCATED },
    [24] = { KEY_ARXIV_CATEGORY_CANDIDATE },
};

enum known_key key_number(pc_str key)
{
    if (key.n > LONGEST_KEY)
        return KEY_OTHER;
    for (const unsigned char *k = of_length[key.n]; *k != KEY_OTHER; k++)
        if (keys[*k].name[0] == key.p[0] && keys[*k].name[key.n - 1] == key.p[key.n - 1] &&
            memcmp(keys[*k].name, key.p, key.n) == 0)
            return (enum known_key) * k;
    return KEY_OTHER;
}

/* The values that some keys have only a few of. */
static const struct constant {
    enum known_key key;
    pc_str value;
} constants[] = {
#define CONSTANT(key, text)       \
    {                             \
        key,                      \
        {                         \
            text, sizeof text - 1 \
        }                         \
    }
    CONSTANT(KEY_MARKUP, "plain"),    CONSTANT(KEY_MARKUP, "tex"),
    CONSTANT(KEY_MARKUP, "stripped"), CONSTANT(KEY_AUTHORS_TRUNCATED, "true"),
    CONSTANT(KEY_HAS_CODE, "true"),
#undef CONSTANT
};

static bool make_constant(struct field *f)
{
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (constants[i].key != f->known || !pc_same(constants[i].value, f->value))
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
    const struct source *source = r->call->source;

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
    f->known = key_number(key);
    if (f->known != KEY_OTHER)
        f->key = pc_sub(keys[f->known].name, keys[f->known].n);
    else
        f->key = arena_copy(r->arena, key);
    f->value = value;
    make_live(r, f);
}

void record_remove(pc_record *handle, pc_str key)
{
    struct record *r = (struct record *)handle;
    size_t kept = 0;

    for (size_t i = 0; i < r->count; i++)
        if (!pc_same(r->fields[i].key, key))
            r->fields[kept++] = r->fields[i];
    r->count = kept;
}

pc_str record_get(const pc_record *handle, pc_str key, size_t i)
{
    const struct record *r = (const struct record *)handle;
    enum known_key known = key_number(key);

    for (size_t f = 0; f < r->count; f++) {
        if (r->fields[f].known != known || (known == KEY_OTHER && !pc_same(r->fields[f].key, key)))
            continue;
        if (i-- == 0)
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
    struct remarks *remarks = r->call->remarks;

    tally_add(&remarks->lost, &remarks->arena, arena_copy(&r->call->scratch, key).p, 1);
}
