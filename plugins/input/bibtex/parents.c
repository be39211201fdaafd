/* parents.c - finds the entries from which others inherit, and keeps them.
 *
 * BibTeX requires a parent to come after its children, so the start of the document is read first.
 * Most documents have no crossref at all: the first look is for the word alone. */
#include "parents.h"

#include "paperconv/scan.h"
#include "text.h"

/* ---- the first look -------------------------------------------------------------- */

PC_SCAN_TEST is_parent_word(const unsigned char *p)
{
    /* "ssr" of crossref, "xda" of xdata */
    return (pc_scan_if((p[0] | 32) == 's') & pc_scan_if((p[1] | 32) == 's') &
            pc_scan_if((p[2] | 32) == 'r')) |
           (pc_scan_if((p[0] | 32) == 'x') & pc_scan_if((p[1] | 32) == 'd') &
            pc_scan_if((p[2] | 32) == 'a'));
}

PC_SCAN(find_parent_word, is_parent_word, 2)

static void want(struct parents *p, pc_str key)
{
    pc_str there;

    p->any = true;
    if (key.n != 0 && !strings_find(&p->wanted, key, &there))
        strings_define(&p->wanted, key, pc_none(), 0);
}

/* BYTES begin behind "xdata=" in a value. */
static void want_link(struct parents *p, pc_str bytes)
{
    struct xdata_link link;
    size_t n = 0;

    while (n < bytes.n && (unsigned char)bytes.p[n] > ' ' && strchr("{}\",", bytes.p[n]) == NULL)
        n++;
    if (xdata_link_read(pc_sub(bytes.p, n), &link))
        want(p, link.key);
}

/* BYTES begin in the middle of a word: is it "= {key}" behind it?  Notes the keys. */
static void look_at(struct parents *p, pc_str bytes, const char *rest)
{
    size_t n = strlen(rest), end;
    pc_str item;

    if (bytes.n < n || !is_word(pc_sub(bytes.p, n), rest))
        return;
    bytes = pc_trim(pc_drop(bytes, n));
    if (bytes.n == 0 || bytes.p[0] != '=')
        return;
    bytes = pc_trim(pc_drop(bytes, 1));
    p->any = true;
    if (bytes.n == 0 || (bytes.p[0] != '{' && bytes.p[0] != '"')) {
        want_link(p, bytes);
        return;
    }
    bytes = pc_drop(bytes, 1);
    for (end = 0; end < bytes.n && bytes.p[end] != '}' && bytes.p[end] != '"'; end++)
        continue;
    bytes.n = end;
    while (text_next_item(&bytes, ",", &item))
        want(p, item);
}

static void look_through(struct parents *p, pc_str bytes)
{
    enum { NEAR = 4096 }; /* bytes of a list of keys */

    for (;;) {
        size_t n = find_parent_word(bytes);
        pc_str near;

        if (n + 2 >= bytes.n)
            return;
        bytes = pc_drop(bytes, n);
        near = pc_sub(bytes.p, bytes.n < NEAR ? bytes.n : NEAR);
        look_at(p, near, (near.p[0] | 32) == 's' ? "ssref" : "xdata");
        bytes = pc_drop(bytes, 2);
    }
}

/* ---- keeping --------------------------------------------------------------------- */

static void put_text(pc_text *out, pc_str s)
{
    uint32_t n = (uint32_t)s.n;
    char *place = pc_text_room(out, sizeof n);

    memcpy(place, &n, sizeof n);
    out->n += sizeof n;
    pc_text_add(out, s);
}

static bool is_wanted(const struct parents *p, pc_str key)
{
    pc_str there;

    return strings_find(&p->wanted, key, &there) && there.n == 0;
}

static void keep_as(struct parents *p, const struct entry *entry, pc_str key)
{
    pc_text row = { 0 };

    put_text(&row, entry->type);
    for (size_t i = 0; i < entry->count && row.n < PARENT_MOST; i++) {
        put_text(&row, entry->fields[i].name);
        put_text(&row, entry->fields[i].value);
    }
    if (row.n <= PARENT_MOST)
        strings_define(&p->wanted, key, pc_text_str(&row), PARENT_MOST);
    pc_text_free(&row);
}

static void keep_if_wanted(struct parents *p, const struct entry *entry)
{
    pc_str ids = entry_value(entry, ID_IDS), id;

    if (entry->key.n != 0 && is_wanted(p, entry->key))
        keep_as(p, entry, entry->key);
    while (text_next_item(&ids, ",", &id)) {
        if (is_wanted(p, id))
            keep_as(p, entry, id);
    }
}

/* True for types that other entries inherit from. */
static bool may_be_parent(pc_str type)
{
    static const char *const types[] = { "book",         "collection",    "mvbook",
                                         "mvcollection", "mvproceedings", "mvreference",
                                         "periodical",   "proceedings",   "reference",
                                         "xdata" };

    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (is_word(type, types[i]))
            return true;
    }
    return false;
}

void parents_keep(struct parents *p, const struct reader *r, const struct entry *entry)
{
    /* The first look has not seen what comes so late: keep what may be a parent. */
    if (r->consumed > LOOK_AHEAD && may_be_parent(entry->type) && entry->key.n != 0 &&
        p->wanted.text.n < STRINGS_MOST - PARENT_MOST) {
        want(p, entry->key);
        keep_if_wanted(p, entry);
    }
}

static int start_again(struct parents *p, struct reader *r, enum parents_phase phase)
{
    p->phase = phase;
    strings_free(&r->strings);
    r->consumed = r->others = r->taken = 0;
    r->resume = 0;
    r->rest.n = r->rest_at = 0;
    r->lost = false;
    r->silent = phase == PARENTS_COLLECT;
    r->comment_window = COMMENT_MOST;
    pc_again(r->source);
    return PC_SKIP;
}

static int collect(struct parents *p, struct reader *r, struct entry *entry)
{
    int status;

    status = read_entry(r, entry);
    if (status == PC_OK)
        keep_if_wanted(p, entry);
    cursor_leave(r);
    if (status == PC_END || r->limit != NULL || r->consumed > LOOK_AHEAD)
        return start_again(p, r, PARENTS_READ);
    return PC_SKIP;
}

int parents_look(struct parents *p, struct reader *r, struct entry *entry)
{
    pc_str bytes;
    bool more;

    if (p->phase == PARENTS_COLLECT)
        return collect(p, r, entry);
    more = pc_ahead(r->source, 1, &bytes);
    if (more) {
        look_through(p, bytes);
        r->consumed += bytes.n;
        pc_consume(r->source, bytes.n);
    }
    if (more && r->consumed < LOOK_AHEAD)
        return PC_SKIP;
    return start_again(p, r, p->any ? PARENTS_COLLECT : PARENTS_READ);
}

/* ---- inheriting ------------------------------------------------------------------ */

struct heir {
    struct parents *parents;
    struct reader *reader;
    struct entry *entry;
    size_t inherited;          /* bytes */
    pc_str seen[PARENTS_MOST]; /* keys of its parents */
    size_t seen_count;
    bool has_date;
};

static bool starts_with(pc_str type, const char *word)
{
    size_t n = strlen(word);

    return type.n >= n && is_word(pc_sub(type.p, n), word);
}

/* The field of the child that FIELD of the parent becomes (biblatex manual, "Cross-Reference
 * Setup"); ID_COUNT: it is not inherited. */
static enum field_id renamed(enum field_id id, pc_str parent, pc_str child)
{
    static const enum field_id main[] = { ID_MAINTITLE, ID_MAINSUBTITLE },
                               book[] = { ID_BOOKTITLE, ID_BOOKSUBTITLE },
                               journal[] = { ID_JOURNALTITLE, ID_JOURNALSUBTITLE };
    const enum field_id *titles = NULL;

    switch (id) {
    case ID_CROSSREF:
    case ID_XDATA:
    case ID_IDS:
    case ID_ENTRYSET:
    case ID_OPTIONS:
    case ID_RELATED:
    case ID_RELATEDTYPE:
    case ID_SHORTTITLE:
    case ID_SORTKEY:
    case ID_KEY:
        return ID_COUNT;
    case ID_TITLE:
    case ID_SUBTITLE:
    case ID_TITLEADDON:
        break;
    default:
        return id;
    }
    if (starts_with(parent, "mv"))
        titles = main;
    else if (is_word(child, "article") || is_word(child, "suppperiodical"))
        titles = is_word(parent, "periodical") ? journal : NULL;
    else if (starts_with(child, "in") || starts_with(child, "supp") ||
             is_word(child, "bookinbook") || is_word(child, "conference"))
        titles = book;
    if (titles == NULL)
        return id;
    return id == ID_TITLE ? titles[0] : id == ID_SUBTITLE ? titles[1] : ID_COUNT;
}

static bool is_date(enum field_id id)
{
    return id == ID_DATE || id == ID_YEAR || id == ID_MONTH || id == ID_DAY;
}

static bool is_there(const struct heir *h, pc_str name, enum field_id id)
{
    if (id != ID_NONE)
        return h->entry->first[id] != 0 || (is_date(id) && h->has_date);
    for (size_t i = 0; i < h->entry->count; i++) {
        if (h->entry->fields[i].name.n == name.n &&
            strncmp(h->entry->fields[i].name.p, name.p, name.n) == 0)
            return true;
    }
    return false;
}

/* True for the annotation of a field that the entry had before it inherited from this parent. */
static bool is_of_other(const struct heir *h, pc_str name, size_t before)
{
    pc_str field, which;
    enum field_id id;

    if (!annotation_name_read(name, &field, &which))
        return false;
    id = field_id_of(&h->reader->names, field);
    return h->entry->first[id] != 0 && h->entry->first[id] <= before;
}

static void inherit_field(struct heir *h, pc_str name, pc_str value, enum field_id id,
                          enum field_id as)
{
    if (as == ID_COUNT)
        return;
    if (as == ID_NONE && !cursor_may_take(h->reader, h->entry->count)) /* which is looked through */
        h->inherited += INHERITED_MOST;
    if (h->inherited > INHERITED_MOST || is_there(h, name, as))
        return;
    if (as != id)
        name = pc_s(field_kind_of(as)->name);
    h->inherited += name.n + value.n;
    if (h->inherited <= INHERITED_MOST)
        entry_add(h->entry, name, value, as);
}

static void inherit_from(struct heir *h, pc_str key, bool is_xdata, size_t depth);

static void inherit_further(struct heir *h, const pc_str links[2], size_t depth)
{
    pc_str keys = links[0], key;

    while (text_next_item(&keys, ",", &key))
        inherit_from(h, key, true, depth + 1);
    key = pc_trim(links[1]);
    if (key.n != 0)
        inherit_from(h, key, false, depth + 1);
}

static void report_link(const struct heir *h, pc_str key, const char *code, const char *text)
{
    const struct entry *e = h->entry;

    pc_warn(h->reader->source, e->at, code, "'%.*s' refers to '%.*s', %s", PC_FMT(e->key),
            PC_FMT(key), text);
}

/* A booktitle of the parent comes before its title.  An annotation comes with its field alone. */
static void inherit_row(struct heir *h, pc_str row, pc_str type, bool is_xdata, pc_str links[2])
{
    const struct field_index *names = &h->reader->names;
    const size_t before = h->entry->count;

    for (int titles = 0; titles < 2; titles++) {
        pc_str rest = row;

        while (rest.n != 0) {
            pc_str name = parents_take_text(&rest), value = parents_take_text(&rest);
            enum field_id id = field_id_of(names, name);
            enum field_id as = is_xdata ? id : renamed(id, type, h->entry->type);

            if (id == ID_IDS || (id == ID_NONE && is_of_other(h, name, before)))
                continue;
            if (id == ID_XDATA)
                links[0] = value;
            else if (id == ID_CROSSREF)
                links[1] = value;
            else if ((as != id) == (titles == 1))
                inherit_field(h, name, value, id, as);
        }
    }
}

static void inherit_from(struct heir *h, pc_str key, bool is_xdata, size_t depth)
{
    pc_str row = pc_none(), type, links[2] = { { NULL, 0 }, { NULL, 0 } };
    size_t before = h->entry->count;

    for (size_t i = 0; i < h->seen_count; i++) {
        if (pc_same(h->seen[i], key))
            return;
    }
    if (pc_same(key, h->entry->key)) {
        report_link(h, key, "crossref-cycle", "which is the entry itself");
        return;
    }
    if (depth >= CHAIN_MOST || h->seen_count == PARENTS_MOST) {
        report_link(h, key, "inherited-too-long", "which is one parent too many");
        return;
    }
    h->seen[h->seen_count++] = key;
    if (h->inherited > INHERITED_MOST)
        return;
    if (!strings_find(&h->parents->wanted, key, &row) || row.n == 0) {
        report_link(h, key, "crossref-unresolved",
                    h->reader->consumed > LOOK_AHEAD ? "which is not there, or too far behind it"
                                                     : "which is not there");
        return;
    }
    if (!cursor_may_take(h->reader, row.n)) {
        report_link(h, key, "inherited-too-long", "and the document takes too much from parents");
        return;
    }
    type = parents_take_text(&row);
    inherit_row(h, row, type, is_xdata, links);
    for (size_t i = before; i < h->entry->count; i++)
        h->has_date = h->has_date || is_date(h->entry->fields[i].id);
    inherit_further(h, links, depth);
    if (h->inherited > INHERITED_MOST)
        report_link(h, key, "inherited-too-long", "which has too much to inherit");
}

static void inherit(struct parents *p, struct reader *r, struct entry *entry, const pc_str links[2])
{
    struct heir h = { .parents = p, .reader = r, .entry = entry };

    h.has_date = entry->first[ID_DATE] != 0 || entry->first[ID_YEAR] != 0;
    inherit_further(&h, links, 0);
}

void parents_inherit(struct parents *p, struct reader *r, struct entry *entry)
{
    const pc_str links[2] = { entry_value(entry, ID_XDATA), entry_value(entry, ID_CROSSREF) };

    if (p->any)
        xdata_resolve(p, r, entry);
    if (links[0].n != 0 || links[1].n != 0)
        inherit(p, r, entry, links);
}

void parents_free(struct parents *p)
{
    strings_free(&p->wanted);
    pc_text_free(&p->linked);
    *p = (struct parents){ 0 };
}
