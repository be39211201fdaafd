/* jsonl - JSON Lines: one object per record, one record per line.
 *
 * Has a writer of its own, because a jansson object per record takes twenty times as long; the
 * tests read every line back with jansson. */
#include "line.h"
#include "page_text.h"
#include "paperconv/dates.h"
#include "paperconv/fields.h"
#include "schema.h"

#include <stdlib.h>

struct jsonl {
    bool source;
};

static const pc_option options[] = {
    PC_OPT_TRUE(struct jsonl, source, "Write where each record was read"),
    PC_OPT_END,
};

static const char *const texts[] = { "schema", schema, "page", page_text, NULL };

/* ---- the members of a line, in order --------------------------------------------- */

enum form { TEXT, BARE, DATE }; /* BARE: without quotes; DATE: the year follows */

#define NAME(name) ",\"" name "\":", sizeof ",\"" name "\":" - 1

static const struct member {
    enum pc_list list; /* of the record's fields */
    pc_str name;       /* as it is written in a line */
    enum form form;
} members[] = {
    { PC_LIST_TITLE, { NAME("title") }, TEXT },
    { PC_LIST_AUTHOR, { NAME("authors") }, TEXT },
    { PC_LIST_AUTHORS_TRUNCATED, { NAME("authors_truncated") }, BARE },
    { PC_LIST_AFFILIATION, { NAME("affiliations") }, TEXT },
    { PC_LIST_DATE, { NAME("date") }, DATE },
    { PC_LIST_LISTED, { NAME("listed") }, TEXT },
    { PC_LIST_CATEGORY, { NAME("category") }, TEXT },
    { PC_LIST_ARXIV_CATEGORY, { NAME("arxiv_category") }, TEXT },
    { PC_LIST_ARXIV_CATEGORY_CANDIDATE, { NAME("arxiv_category_candidates") }, TEXT },
    { PC_LIST_SCORE, { NAME("score") }, BARE },
    { PC_LIST_HAS_CODE, { NAME("has_code") }, BARE },
    { PC_LIST_ARXIV_ID, { NAME("arxiv_id") }, TEXT },
    { PC_LIST_DOI, { NAME("doi") }, TEXT },
    { PC_LIST_URL, { NAME("urls") }, TEXT },
    { PC_LIST_KEYWORD, { NAME("keywords") }, TEXT },
    { PC_LIST_NOTE, { NAME("notes") }, TEXT },
    { PC_LIST_MARKUP, { NAME("markup") }, TEXT },
    { PC_LIST_ABSTRACT, { NAME("abstract") }, TEXT },
};

enum { MEMBERS = sizeof members / sizeof members[0] };

/* The members that are arrays. */
static const bool repeats[PC_LISTS] = {
    [PC_LIST_AUTHOR] = true,
    [PC_LIST_AFFILIATION] = true,
    [PC_LIST_ARXIV_CATEGORY_CANDIDATE] = true,
    [PC_LIST_URL] = true,
    [PC_LIST_KEYWORD] = true,
    [PC_LIST_NOTE] = true,
};

/* ---- custom fields --------------------------------------------------------------- */

struct extra {
    pc_str key, text;
    size_t place; /* among the custom fields */
    size_t group; /* PLACE of the first one with this key */
};

/* A further value of a member with a single value counts as a custom field, too. */
static bool is_extra(const pc_fields *fields, const pc_value *value)
{
    if (value->list == PC_LIST_OTHERS || value->list == PC_LIST_CITATION_KEY)
        return true;
    return !repeats[value->list] && value != fields->first[value->list];
}

/* The custom fields in the order of the record; *COUNT is their number. */
static struct extra *gather_extras(const pc_record *rec, const pc_fields *fields, size_t *count)
{
    struct extra *extras = NULL;
    size_t n = 0;

    for (const pc_value *v = fields->all; v != NULL; v = v->after)
        n += is_extra(fields, v);
    *count = n;
    if (n != 0)
        extras = pc_scratch(rec, n * sizeof *extras);
    n = 0;
    for (const pc_value *v = fields->all; n < *count; v = v->after) {
        if (!is_extra(fields, v))
            continue;
        extras[n] = (struct extra){ .key = v->key, .text = v->text, .place = n };
        n++;
    }
    return extras;
}

static int compare_places(size_t a, size_t b)
{
    return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
    const struct extra *x = a, *y = b;
    const int order = memcmp(x->key.p, y->key.p, x->key.n < y->key.n ? x->key.n : y->key.n);

    if (order != 0)
        return order;
    if (x->key.n != y->key.n)
        return x->key.n < y->key.n ? -1 : 1;
    return compare_places(x->place, y->place);
}

static int by_group(const void *a, const void *b)
{
    const struct extra *x = a, *y = b;

    return x->group != y->group ? compare_places(x->group, y->group)
                                : compare_places(x->place, y->place);
}

/* Groups the custom fields by key, keys in the order of their first occurrence.  Sorts twice, so
 * that a million keys take no quadratic time. */
static void group_extras(struct extra *extras, size_t count)
{
    qsort(extras, count, sizeof extras[0], by_key);
    for (size_t i = 0; i < count; i++)
        extras[i].group = i != 0 && pc_same(extras[i].key, extras[i - 1].key) ? extras[i - 1].group
                                                                              : extras[i].place;
    qsort(extras, count, sizeof extras[0], by_group);
}

/* ---- writing --------------------------------------------------------------------- */

/* Writes the start of the object or a comma, then the name of a member, made with NAME(). */
static void put_name(pc_gather *out, bool *first, pc_str name)
{
    if (*first) {
        pc_gather_puts(out, "{");
        name = pc_drop(name, 1);
    }
    pc_gather_put(out, name);
    *first = false;
}

static void put_array(pc_gather *out, const pc_value *value)
{
    const char *separator = "[";

    for (; value != NULL; value = value->next) {
        pc_gather_puts(out, separator);
        line_string(out, value->text);
        separator = ",";
    }
    pc_gather_puts(out, "]");
}

static void put_member(pc_gather *out, bool *first, const struct member *m, const pc_value *value)
{
    static const pc_str year = { NAME("year") };
    pc_date date;

    put_name(out, first, m->name);
    if (repeats[m->list])
        put_array(out, value);
    else if (m->form == BARE)
        pc_gather_put(out, value->text);
    else
        line_string(out, value->text);
    if (m->form == DATE && pc_date_parse(value->text, &date) && date.year != 0) {
        put_name(out, first, year);
        pc_gather_number(out, (uint64_t)date.year);
    }
}

static void put_extras(pc_gather *out, bool *first, const pc_record *rec, const pc_fields *fields)
{
    static const pc_str name = { NAME("extra") };
    size_t count;
    struct extra *extras = gather_extras(rec, fields, &count);

    if (count == 0)
        return;
    group_extras(extras, count);
    put_name(out, first, name);
    for (size_t i = 0; i < count; i++) {
        if (i != 0 && extras[i].group == extras[i - 1].group) {
            pc_gather_puts(out, ",");
        } else {
            pc_gather_puts(out, i == 0 ? "{" : "],");
            line_string(out, extras[i].key);
            pc_gather_puts(out, ":[");
        }
        line_string(out, extras[i].text);
    }
    pc_gather_puts(out, "]}");
}

static void put_source(pc_gather *out, const pc_record *rec)
{
    static const pc_str document = { NAME("document") }, member = { NAME("member") },
                        line = { NAME("line") }, plugin = { NAME("plugin") };
    const struct pc_place place = pc_where(rec);
    bool first = true;

    put_name(out, &first, document);
    line_string(out, place.document);
    if (place.member.n != 0) {
        put_name(out, &first, member);
        line_string(out, place.member);
    }
    put_name(out, &first, line);
    pc_gather_number(out, place.line);
    put_name(out, &first, plugin);
    line_string(out, place.plugin);
    pc_gather_puts(out, "}");
}

static int write_record(void *state, pc_sink *sink, const pc_record *rec)
{
    static const pc_str source = { NAME("source") };
    const struct jsonl *jsonl = state;
    pc_fields fields;
    bool first = true;
    pc_gather out;

    pc_fields_read(&fields, rec);
    pc_gather_start(&out, sink);
    for (size_t m = 0; m < MEMBERS; m++)
        if (fields.first[members[m].list] != NULL)
            put_member(&out, &first, &members[m], fields.first[members[m].list]);
    put_extras(&out, &first, rec, &fields);
    if (jsonl->source) {
        put_name(&out, &first, source);
        put_source(&out, rec);
    }
    pc_gather_puts(&out, first ? "{}\n" : "}\n");
    pc_gather_flush(&out);
    return PC_OK;
}

PC_OUTPUT(jsonl, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "JSON Lines: one object per record", .extensions = "jsonl ndjson",
          .texts = texts, .options = options, .state_size = sizeof(struct jsonl),
          .write = write_record);
PC_MODULE(&jsonl);
