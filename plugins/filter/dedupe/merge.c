/* merge.c - fills in what a record lacks, and notes what differs with its source. */
#include "merge.h"

#include "paperconv/fields.h"
#include "paperconv/tex.h"

struct source { /* the record that is being merged */
    const pc_record *record;
    pc_str markup;
    bool other_venue; /* it names another journal or book */
};

/* ---- what is known --------------------------------------------------------------- */

/* A key; a value of a key; a qualifier of a value: OWNER is that value. */
static struct hash hash_of(struct merge *m, pc_str key, pc_str value, pc_str owner)
{
    const bool any_case = pc_eq(key, PC_DOI);

    m->key.n = 0;
    pc_text_add(&m->key, key);
    pc_text_putc(&m->key, '\0');
    for (size_t i = 0; i < value.n; i++) {
        const char c = value.p[i];

        pc_text_putc(&m->key, any_case && c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c);
    }
    pc_text_putc(&m->key, '\0');
    pc_text_add(&m->key, owner);
    return seen_hash(&m->known, pc_text_str(&m->key));
}

/* True when it is new. */
static bool learn(struct merge *m, pc_str key, pc_str value, pc_str owner)
{
    const struct hash hash = hash_of(m, key, value, owner);

    if (seen_find(&m->known, hash) != NULL)
        return false;
    seen_add(&m->known, (struct sighting){ .key = hash, .line = m->source, .document = 1 });
    return true;
}

/* The number of the source that gave the first value of KEY; 0: the record has none. */
static uint64_t source_of(struct merge *m, pc_str key)
{
    const struct sighting *s = seen_find(&m->known, hash_of(m, key, pc_none(), pc_none()));

    return s != NULL ? s->line : 0;
}

/* ---- fields ---------------------------------------------------------------------- */

/* More values of KEY are no conflict.  A list of persons is one statement. */
static bool takes_more(enum pc_list list)
{
#define TAKES_MORE(name, key, member, many, holds, words) \
    [PC_LIST_##name] = (many) && (holds) != PC_HOLDS_PERSON,
    static const bool takes[PC_LISTS] = { PC_FIELDS(TAKES_MORE) };

    return list < PC_LISTS && takes[list];
}

/* Where a work stands in the journal or book that contains it. */
static bool is_of_venue(enum pc_list list)
{
    static const bool venue[PC_LISTS] = {
        [PC_LIST_CONTAINER_TITLE] = true, [PC_LIST_CONTAINER_SHORT] = true,
        [PC_LIST_SERIES] = true,          [PC_LIST_SERIES_NUMBER] = true,
        [PC_LIST_VOLUME] = true,          [PC_LIST_ISSUE] = true,
        [PC_LIST_PAGES] = true,           [PC_LIST_ARTICLE_NUMBER] = true,
        [PC_LIST_PUBLISHER] = true,       [PC_LIST_PLACE] = true,
        [PC_LIST_EVENT_TITLE] = true,     [PC_LIST_ISSN] = true,
    };

    return list < PC_LISTS && venue[list];
}

static bool has_markup(enum pc_list list)
{
    return list == PC_LIST_TITLE || list == PC_LIST_ABSTRACT;
}

/* What says something about another field comes with that field only. */
static bool is_apart(struct merge *m, enum pc_list list)
{
    switch (list) {
    case PC_LIST_MARKUP:
        return true;
    case PC_LIST_AUTHORS_TRUNCATED:
        return source_of(m, pc_s(PC_AUTHOR)) != m->source;
    case PC_LIST_ABSTRACT_TRUNCATED:
        return source_of(m, pc_s(PC_ABSTRACT)) != m->source;
    default:
        return false;
    }
}

static void note_difference(struct merge *m, const struct source *s, pc_str key, pc_str value,
                            pc_str owner)
{
    const struct pc_place place = pc_where(s->record);
    char line[32];

    m->text.n = 0;
    pc_text_add(&m->text, key);
    if (owner.n != 0) {
        pc_text_puts(&m->text, " of ");
        pc_text_add(&m->text, owner);
    }
    pc_text_puts(&m->text, ": ");
    pc_text_add(&m->text, value);
    pc_text_puts(&m->text, " (");
    pc_text_add(&m->text, place.document);
    if (place.member.n != 0) {
        pc_text_puts(&m->text, "!/");
        pc_text_add(&m->text, place.member);
    }
    snprintf(line, sizeof line, ":%llu)", (unsigned long long)place.line);
    pc_text_puts(&m->text, line);
    pc_add(m->into, PC_NOTE_TEXT, pc_text_str(&m->text));
}

/* The text of a field, in the markup of the record that gets it. */
static pc_str text_for(struct merge *m, const struct source *s, enum pc_list list, pc_str value)
{
    if (!has_markup(list) || !m->converts)
        return value;
    m->converted.n = 0;
    pc_markup_convert(&m->converted, value, s->markup, m->markup);
    return pc_text_str(&m->converted);
}

/* True when the field was added, so that its qualifiers follow. */
static bool merge_field(struct merge *m, const struct source *s, enum pc_list list, pc_str key,
                        pc_str value)
{
    const uint64_t given_by = source_of(m, key); /* by this source: its list goes on */
    const bool lacks = given_by == 0 || given_by == m->source;

    if (is_apart(m, list))
        return false;
    value = text_for(m, s, list, value);
    if (!learn(m, key, value, pc_none()))
        return false;
    if (takes_more(list) || (lacks && !(s->other_venue && is_of_venue(list)))) {
        if (has_markup(list) && !m->converts && learn(m, pc_s(PC_MARKUP), pc_none(), pc_none())) {
            pc_add(m->into, PC_MARKUP, s->markup);
            m->markup = pc_get(m->into, PC_MARKUP, 0);
        }
        pc_add_key(m->into, key, value);
        learn(m, key, pc_none(), pc_none());
        return true;
    }
    if (list == PC_LIST_CITATION_KEY)
        pc_add(m->into, PC_KEY_ALIAS, value);
    else
        note_difference(m, s, key, value, pc_none());
    return false;
}

/* The other parts of a person are in the name. */
static bool tells_more(enum pc_list list)
{
    const enum pc_part part = pc_part_of(list);

    return part == PC_PARTS || part == PC_PART_AFFILIATION || part == PC_PART_ORCID;
}

static void merge_fields(struct merge *m, const struct source *s)
{
    pc_str key, value, owner = pc_none();
    bool added = false;

    for (size_t i = 0; pc_field(s->record, i, &key, &value); i++) {
        const enum pc_list list = pc_list_of(key);

        if (list < PC_LISTS) {
            owner = value;
            added = merge_field(m, s, list, key, value);
        } else if (learn(m, key, value, owner)) {
            if (added)
                pc_add_key(m->into, key, value);
            else if (tells_more(list))
                note_difference(m, s, key, value, owner);
        }
    }
}

/* ---- records --------------------------------------------------------------------- */

void merge_begin(struct merge *m, pc_record *into)
{
    pc_str key, value, owner = pc_none();

    m->into = into;
    m->markup = pc_get(into, PC_MARKUP, 0);
    m->source = 1;
    for (size_t i = 0; pc_field(into, i, &key, &value); i++) {
        const bool qualifier = pc_list_of(key) >= PC_LISTS;

        if (!qualifier) {
            owner = value;
            learn(m, key, pc_none(), pc_none());
        }
        learn(m, key, value, qualifier ? owner : pc_none());
    }
}

void merge_add(struct merge *m, const pc_record *rec)
{
    const pc_str venue = pc_get(rec, PC_CONTAINER_TITLE, 0);
    struct source s = { .record = rec, .markup = pc_get(rec, PC_MARKUP, 0) };

    s.other_venue =
        venue.n != 0 && source_of(m, pc_s(PC_CONTAINER_TITLE)) != 0 &&
        seen_find(&m->known, hash_of(m, pc_s(PC_CONTAINER_TITLE), venue, pc_none())) == NULL;
    m->converts = source_of(m, pc_s(PC_TITLE)) != 0 || source_of(m, pc_s(PC_ABSTRACT)) != 0 ||
                  source_of(m, pc_s(PC_MARKUP)) != 0;
    m->source++;
    merge_fields(m, &s);
}

void merge_end(struct merge *m)
{
    seen_free(&m->known);
    m->known.slots = NULL;
    m->known.room = m->known.count = 0;
}

void merge_free(struct merge *m)
{
    merge_end(m);
    pc_text_free(&m->key);
    pc_text_free(&m->text);
    pc_text_free(&m->converted);
}
