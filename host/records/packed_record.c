/* packed_record.c - writes and reads records as numbers of variable length and texts. */
#include "records/packed_record.h"

enum { READ_BEFORE = 1, CREATED = 2 };

/* ---- writing ---- */

/* Seven bits a byte, the lowest first; the high bit says that more follow. */
static void put_number(pc_text *t, uint64_t n)
{
    for (; n >= 0x80; n >>= 7)
        pc_text_putc(t, (char)(n | 0x80));
    pc_text_putc(t, (char)n);
}

/* The length is one more than it is: 0 is an absent text. */
static void put_packed_text(pc_text *t, pc_str s)
{
    put_number(t, s.p != NULL ? s.n + 1 : 0);
    pc_text_add(t, s);
}

static void put_origin(pc_text *t, const struct origin *o)
{
    put_packed_text(t, o != NULL ? o->place.document : pc_none());
    if (o == NULL)
        return;
    put_packed_text(t, o->place.member);
    put_packed_text(t, o->place.plugin);
}

void packed_record_write(pc_text *t, const struct record *r)
{
    const size_t facts = r->facts != NULL ? r->facts->count : 0;

    put_number(t, r->count);
    put_number(t, (r->read_before ? READ_BEFORE : 0U) | (r->created ? CREATED : 0U));
    put_number(t, r->line);
    put_number(t, r->order);
    put_number(t, r->stated_line);
    put_origin(t, r->origin);
    put_origin(t, r->stated);
    put_number(t, facts);
    for (size_t i = 0; i < facts; i++) {
        put_packed_text(t, r->facts->items[i].key);
        put_packed_text(t, r->facts->items[i].value);
    }
    for (size_t i = 0; i < r->count; i++) {
        put_number(t, r->fields[i].list);
        if (r->fields[i].list == PC_LIST_OTHERS)
            put_packed_text(t, r->fields[i].key);
        put_packed_text(t, r->fields[i].value);
    }
}

/* ---- reading ---- */

struct unpacker {
    pc_str rest;
    bool damaged;
};

static uint64_t get_number(struct unpacker *u)
{
    uint64_t n = 0;
    unsigned char byte;
    int shift = 0;

    do {
        if (u->rest.n == 0 || shift > 63) {
            u->damaged = true;
            return 0;
        }
        byte = (unsigned char)*u->rest.p;
        u->rest = pc_drop(u->rest, 1);
        n |= (uint64_t)(byte & 0x7F) << shift;
        shift += 7;
    } while ((byte & 0x80) != 0);
    return n;
}

static pc_str get_packed_text(struct unpacker *u)
{
    const uint64_t n = get_number(u);
    pc_str s = pc_none();

    if (n > u->rest.n + 1)
        u->damaged = true;
    if (u->damaged || n == 0)
        return s;
    s = pc_sub(u->rest.p, (size_t)n - 1);
    u->rest = pc_drop(u->rest, s.n);
    return s;
}

static struct origin *get_origin(struct unpacker *u)
{
    struct pc_place place = { .document = get_packed_text(u) };

    if (place.document.p == NULL)
        return NULL;
    place.member = get_packed_text(u);
    place.plugin = get_packed_text(u);
    return u->damaged ? NULL : origin_at(&place);
}

static struct facts *get_facts(struct unpacker *u)
{
    struct facts *facts = NULL;

    for (uint64_t n = get_number(u); n > 0 && !u->damaged; n--) {
        const pc_str key = get_packed_text(u), value = get_packed_text(u);

        facts = facts_with(facts, key, value);
    }
    return facts;
}

static void get_fields(struct unpacker *u, struct record *r)
{
    r->fields = arena_alloc(r->arena, r->room * sizeof *r->fields);
    while (r->count < r->room && !u->damaged) {
        const uint64_t list = get_number(u);
        struct field *f = &r->fields[r->count++];

        *f = (struct field){ .list = (enum pc_list)list, .home = IN_ARENA };
        if (list >= PC_KEYS) {
            u->damaged = true;
        } else {
            f->key = list == PC_LIST_OTHERS ? get_packed_text(u) : pc_key_of(f->list);
            record_note_field(r, f->list);
        }
        f->value = get_packed_text(u);
    }
}

struct kept_record *packed_record_read(pc_str bytes)
{
    struct kept_record *k = kept_new(NULL);
    struct record *r = &k->record;
    struct unpacker u = { bytes, false };
    const uint64_t count = get_number(&u);
    uint64_t flags;

    if (count > u.rest.n) { /* each field has two bytes and more */
        kept_free(k);
        return NULL;
    }
    r->room = (size_t)count;
    arena_reserve(&k->arena, u.rest.n + (r->room + 1) * sizeof *r->fields);
    u.rest = arena_copy(&k->arena, u.rest);
    flags = get_number(&u);
    r->read_before = (flags & READ_BEFORE) != 0;
    r->created = (flags & CREATED) != 0;
    r->line = get_number(&u);
    r->order = get_number(&u);
    r->stated_line = get_number(&u);
    r->origin = get_origin(&u);
    r->stated = get_origin(&u);
    r->facts = get_facts(&u);
    get_fields(&u, r);
    if (!u.damaged && u.rest.n == 0)
        return k;
    kept_free(k);
    return NULL;
}
