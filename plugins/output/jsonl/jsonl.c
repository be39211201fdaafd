/* jsonl - JSON Lines: one record is one object on one line.
 *
 * The writer is our own because one jansson object per record takes twenty times as
 * long; the tests read every line back with jansson. */
#include "line.h"
#include "paperconv/dates.h"
#include "schema.h"

#include <stdlib.h>

struct jsonl {
    bool source;
};

static const pc_option options[] = {
    PC_OPT_TRUE(struct jsonl, source, "Say where each record was read"),
    PC_OPT_END,
};

static const char *const texts[] = { "schema", schema, NULL };

/* ---- the members of a line, in order --------------------------------------- */

enum form { TEXT, LIST, BARE, DATE }; /* BARE: without quotes; DATE: the year follows */

#define KEY(k) k, sizeof k - 1
#define NAME(name) KEY(",\"" name "\":")
static const struct member {
    pc_str key;  /* of the record's fields */
    pc_str name; /* as it stands in a line */
    enum form form;
} members[] = {
    { { KEY(PC_TITLE) }, { NAME("title") }, TEXT },
    { { KEY(PC_AUTHOR) }, { NAME("authors") }, LIST },
    { { KEY(PC_AUTHORS_TRUNCATED) }, { NAME("authors_truncated") }, BARE },
    { { KEY(PC_AFFILIATION) }, { NAME("affiliations") }, LIST },
    { { KEY(PC_DATE) }, { NAME("date") }, DATE },
    { { KEY(PC_LISTED) }, { NAME("listed") }, TEXT },
    { { KEY(PC_CATEGORY) }, { NAME("category") }, TEXT },
    { { KEY(PC_ARXIV_CATEGORY) }, { NAME("arxiv_category") }, TEXT },
    { { KEY(PC_ARXIV_CATEGORY_CANDIDATE) }, { NAME("arxiv_category_candidates") }, LIST },
    { { KEY(PC_SCORE) }, { NAME("score") }, BARE },
    { { KEY(PC_HAS_CODE) }, { NAME("has_code") }, BARE },
    { { KEY(PC_ARXIV_ID) }, { NAME("arxiv_id") }, TEXT },
    { { KEY(PC_DOI) }, { NAME("doi") }, TEXT },
    { { KEY(PC_URL) }, { NAME("urls") }, LIST },
    { { KEY(PC_KEYWORD) }, { NAME("keywords") }, LIST },
    { { KEY(PC_NOTE_TEXT) }, { NAME("notes") }, LIST },
    { { KEY(PC_MARKUP) }, { NAME("markup") }, TEXT },
    { { KEY(PC_ABSTRACT) }, { NAME("abstract") }, TEXT },
};
enum { EXTRA = sizeof members / sizeof members[0], LISTS };

/* ---- sorting the fields into members --------------------------------------- */

struct value {
    pc_str key, text;
    struct value *next; /* of the same member */
    size_t place;       /* in the record */
    size_t group;       /* place of the first extra with this key */
};

struct list {
    struct value *first, *last;
    size_t count;
};

/* The member that takes another value of KEY: the second of what has only one is an
 * extra. */
static size_t member_of(pc_str key, const struct list *lists)
{
    size_t m = 0;

    while (m < EXTRA && (members[m].key.n != key.n || members[m].key.p[0] != key.p[0] ||
                         !pc_same(members[m].key, key)))
        m++;
    return m == EXTRA || members[m].form == LIST || lists[m].first == NULL ? m : EXTRA;
}

static void append(struct list *list, struct value *value)
{
    if (list->first == NULL)
        list->first = value;
    else
        list->last->next = value;
    list->last = value;
    list->count++;
}

static void gather(const pc_record *rec, struct list lists[LISTS])
{
    enum { CHUNK = 8 };
    struct value *chunk = NULL;
    pc_str key, text;

    for (size_t i = 0; pc_field(rec, i, &key, &text); i++) {
        if (i % CHUNK == 0)
            chunk = pc_scratch(rec, CHUNK * sizeof *chunk);
        chunk[i % CHUNK] = (struct value){ .key = key, .text = text, .place = i };
        append(&lists[member_of(key, lists)], &chunk[i % CHUNK]);
    }
}

/* ---- writing --------------------------------------------------------------- */

/* Begins the member NAME, which is made with NAME(), of an object. */
static void put_name(struct line *l, bool *first, pc_str name)
{
    if (*first) {
        line_puts(l, "{");
        name = pc_drop(name, 1);
    }
    line_put(l, name);
    *first = false;
}

static void put_list(struct line *l, const struct value *value)
{
    const char *separator = "[";

    for (; value != NULL; value = value->next) {
        line_puts(l, separator);
        line_string(l, value->text);
        separator = ",";
    }
    line_puts(l, "]");
}

static void put_member(struct line *l, bool *first, const struct member *m,
                       const struct value *value)
{
    static const pc_str year = { NAME("year") };
    pc_date date;

    put_name(l, first, m->name);
    if (m->form == LIST)
        put_list(l, value);
    else if (m->form == BARE)
        line_put(l, value->text);
    else
        line_string(l, value->text);
    if (m->form == DATE && pc_date_parse(value->text, &date) && date.year != 0) {
        put_name(l, first, year);
        line_number(l, (uint64_t)date.year);
    }
}

static int compare_places(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
    const struct value *x = *(const struct value *const *)a, *y = *(const struct value *const *)b;
    const int order = memcmp(x->key.p, y->key.p, x->key.n < y->key.n ? x->key.n : y->key.n);

    if (order != 0)
        return order;
    if (x->key.n != y->key.n)
        return x->key.n < y->key.n ? -1 : 1;
    return compare_places(x->place, y->place);
}

static int by_group(const void *a, const void *b)
{
    const struct value *x = *(const struct value *const *)a, *y = *(const struct value *const *)b;

    return x->group != y->group ? compare_places(x->group, y->group)
                                : compare_places(x->place, y->place);
}

/* The extras so that those of one key stand together, keys in the order of their
 * first appearance.  Sorted twice, because there may be a million keys. */
static struct value **group_extras(const pc_record *rec, const struct list *extras)
{
    struct value **sorted = pc_scratch(rec, extras->count * sizeof(struct value *));
    size_t n = 0;

    for (struct value *v = extras->first; v != NULL; v = v->next)
        sorted[n++] = v;
    qsort(sorted, n, sizeof sorted[0], by_key);
    for (size_t i = 0; i < n; i++)
        sorted[i]->group = i != 0 && pc_same(sorted[i]->key, sorted[i - 1]->key)
                               ? sorted[i - 1]->group
                               : sorted[i]->place;
    qsort(sorted, n, sizeof sorted[0], by_group);
    return sorted;
}

static void put_extras(struct line *l, const pc_record *rec, const struct list *extras)
{
    struct value **sorted = group_extras(rec, extras);

    for (size_t i = 0; i < extras->count; i++) {
        if (i != 0 && sorted[i]->group == sorted[i - 1]->group) {
            line_puts(l, ",");
        } else {
            line_puts(l, i == 0 ? "{" : "],");
            line_string(l, sorted[i]->key);
            line_puts(l, ":[");
        }
        line_string(l, sorted[i]->text);
    }
    line_puts(l, "]}");
}

static void put_source(struct line *l, const pc_record *rec)
{
    static const pc_str document = { NAME("document") }, member = { NAME("member") },
                        line = { NAME("line") }, plugin = { NAME("plugin") };
    const struct pc_place place = pc_where(rec);
    bool first = true;

    put_name(l, &first, document);
    line_string(l, place.document);
    if (place.member.n != 0) {
        put_name(l, &first, member);
        line_string(l, place.member);
    }
    put_name(l, &first, line);
    line_number(l, place.line);
    put_name(l, &first, plugin);
    line_string(l, place.plugin);
    line_puts(l, "}");
}

static int write_record(void *state, pc_sink *out, const pc_record *rec)
{
    static const pc_str extra = { NAME("extra") }, source = { NAME("source") };
    const struct jsonl *jsonl = state;
    struct list lists[LISTS] = { 0 };
    bool first = true;
    struct line l;

    l.out = out;
    l.n = 0;
    gather(rec, lists);
    for (size_t m = 0; m < EXTRA; m++)
        if (lists[m].first != NULL)
            put_member(&l, &first, &members[m], lists[m].first);
    if (lists[EXTRA].first != NULL) {
        put_name(&l, &first, extra);
        put_extras(&l, rec, &lists[EXTRA]);
    }
    if (jsonl->source) {
        put_name(&l, &first, source);
        put_source(&l, rec);
    }
    line_puts(&l, first ? "{}\n" : "}\n");
    line_flush(&l);
    return PC_OK;
}

PC_OUTPUT(jsonl, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "JSON Lines: one object per record", .extensions = "jsonl ndjson",
          .texts = texts, .options = options, .state_size = sizeof(struct jsonl),
          .write = write_record);
PC_MODULE(&jsonl);
