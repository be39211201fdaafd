/* map.c - which values of a line become which fields.
 *
 * A rule is a path and a key.  Rules for the qualifiers of a field that begin with the same member
 * are read together with the rule for the field, item by item, so that each value gets its own. */
#include "map.h"
#include "path.h"

#include "paperconv/names.h"

#include <stdlib.h>

enum { MOST_STEPS = 32 }; /* of a path */

struct rule {
    const struct step *steps;
    pc_str key; /* absent: the values are dropped */
    enum pc_list list;
    size_t field;  /* the rule whose values it qualifies; its own number for others */
    size_t shared; /* steps that it has in common with the rules of its field */
};

/* What is read at the moment. */
struct reading {
    struct map *map;
    size_t rule;
    pc_record *record;
    pc_json_record *read;
    pc_str member;    /* its name */
    size_t size;      /* of its value */
    size_t added;     /* values of the rule */
    pc_person person; /* when the parts of a person are collected */
    pc_str *part;     /* of it */
};

/* ---- the option ------------------------------------------------------------------------ */

static int refuse_map(pc_stage *stage, pc_str at, const char *why)
{
    return pc_fatal(stage, pc_none(), "bad-option", "map: %s at '%.*s'", why, PC_FMT(at));
}

/* Reads the key that TEXT begins with. */
static int read_key(struct rule *rule, pc_str *text, pc_stage *stage)
{
    const char *const comma = text->n != 0 ? memchr(text->p, ',', text->n) : NULL;
    const size_t n = comma != NULL ? (size_t)(comma - text->p) : text->n;

    rule->key = pc_trim(pc_sub(text->p, n));
    *text = pc_drop(*text, n);
    rule->list = pc_list_of(rule->key);
    if (rule->list != PC_LIST_OTHERS || rule->key.n == 0 || memchr(rule->key.p, ':', rule->key.n))
        return PC_OK;
    return pc_fatal(stage, pc_none(), "bad-option",
                    "map: no field has the key '%.*s'; a custom field is NAMESPACE:NAME",
                    PC_FMT(rule->key));
}

/* Reads PATH=KEY; the path goes to STEPS, which is moved behind it. */
static int read_rule(struct map *map, struct rule *rule, pc_str *text, struct step **steps,
                     pc_stage *stage)
{
    const char *wrong;

    *text = pc_trim(*text);
    rule->steps = *steps;
    wrong = path_read(text, *steps, &map->names);
    if (wrong != NULL)
        return refuse_map(stage, *text, wrong);
    while ((*steps)++->kind != END)
        continue;
    if (*steps - rule->steps > MOST_STEPS)
        return refuse_map(stage, *text, "a path is too long");
    *text = pc_trim(*text);
    if (!pc_starts(*text, "="))
        return refuse_map(stage, *text, "expected '=' behind a path");
    *text = pc_drop(*text, 1);
    return read_key(rule, text, stage);
}

static bool is_same_step(const struct step *a, const struct step *b)
{
    return a->kind == b->kind && a->kind != END &&
           (a->kind == MEMBER ? pc_same(a->name, b->name)
                              : a->first == b->first && a->last == b->last);
}

/* The number of steps that A and B begin with alike, without the last one of either, but at least
 * the member. */
static size_t shared_steps(const struct step *a, const struct step *b)
{
    size_t n = 1; /* rules of different members are not read together */

    while (is_same_step(&a[n], &b[n]) && a[n + 1].kind != END && b[n + 1].kind != END)
        n++;
    return n;
}

/* True for the parts that the printed name is made of. */
static bool is_printed_part(const struct rule *rule)
{
    return rule->list > PC_LIST_OTHERS && pc_part_of(rule->list) < PC_PART_LITERAL;
}

/* The rule for the field that RULES[I] qualifies; without one the first rule for a part of the same
 * person, which may be RULES[I] itself; COUNT when there is none, or it begins with another member. */
static size_t find_field(const struct rule *rules, size_t i, size_t count)
{
    const enum pc_list parent = pc_parent_of(rules[i].list);
    size_t part = count;
    bool is_printed = false;

    for (size_t k = 0; k < count; k++) {
        if (rules[k].list == parent && pc_same(rules[k].steps->name, rules[i].steps->name))
            return k;
        is_printed |= rules[k].list == parent;
        if (part == count && is_printed_part(&rules[k]) && pc_parent_of(rules[k].list) == parent)
            part = k;
    }
    return !is_printed && part < count && pc_same(rules[part].steps->name, rules[i].steps->name)
               ? part
               : count;
}

/* Finds which rules are read together, and where their paths part. */
static int join_rules(struct map *map, pc_stage *stage)
{
    struct rule *const rules = map->rules;

    for (size_t i = 0; i < map->count; i++) {
        rules[i].field = i;
        if (rules[i].list <= PC_LIST_OTHERS)
            continue;
        rules[i].field = find_field(rules, i, map->count);
        if (rules[i].field == map->count)
            return pc_fatal(
                stage, pc_none(), "bad-option",
                "map: '%.*s' is for a value of '%s': both paths must begin with the same member",
                PC_FMT(rules[i].key), pc_key_of(pc_parent_of(rules[i].list)).p);
    }
    for (size_t i = 0; i < map->count; i++) {
        struct rule *const field = &rules[rules[i].field];
        const size_t shared = shared_steps(field->steps, rules[i].steps);

        if (field->shared == 0 || shared < field->shared)
            field->shared = shared;
    }
    for (size_t i = 0; i < map->count; i++)
        rules[i].shared = rules[rules[i].field].shared;
    return PC_OK;
}

int map_open(struct map *map, pc_str text, pc_stage *stage)
{
    struct step *steps;

    if (text.n == 0)
        return PC_OK;
    map->rules = calloc(text.n, sizeof *map->rules);
    map->steps = steps = calloc(2 * text.n + 2, sizeof *map->steps);
    if (map->rules == NULL || steps == NULL)
        abort();
    pc_text_room(&map->names, 3 * text.n); /* so that it never moves */
    for (bool more = true; more;) {
        if (read_rule(map, &map->rules[map->count], &text, &steps, stage) != PC_OK)
            return PC_FATAL;
        map->count++;
        more = pc_starts(text, ",");
        text = pc_drop(text, more);
    }
    return join_rules(map, stage);
}

void map_close(struct map *map)
{
    free(map->rules);
    free(map->steps);
    pc_text_free(&map->names);
    pc_text_free(&map->decoded);
    pc_text_free(&map->parts);
}

/* ---- values -------------------------------------------------------------------------------- */

static const struct rule *rule_of(const struct reading *r)
{
    return &r->map->rules[r->rule];
}

static void leave_value_out(struct reading *r, const char *reason)
{
    if (r->read->left_out++ != 0)
        return;
    r->read->member = r->member;
    r->read->reason = reason;
}

/* Calls USE with each text of the value that JSON has begun with TOKEN. */
static void each_text(struct reading *r, pc_json *json, enum pc_json_token token, pc_str text,
                      void (*use)(struct reading *, pc_str))
{
    size_t level = 0;

    for (;; token = pc_json_next(json, &text)) {
        if (token == PC_JSON_ARRAY) {
            level++;
        } else if (token == PC_JSON_ARRAY_END) {
            level--;
        } else if (token == PC_JSON_OBJECT) {
            pc_json_skip(json);
            leave_value_out(r, "an object is no value");
        } else if (token == PC_JSON_TRUE) {
            use(r, pc_s("true"));
        } else if (text.n != 0 && (token == PC_JSON_STRING || token == PC_JSON_NUMBER)) {
            use(r, text);
        }
        if (level == 0 || token == PC_JSON_ERROR)
            return;
    }
}

static void add_text(struct reading *r, pc_str text)
{
    if (rule_of(r)->key.n == 0)
        return;
    pc_add_key(r->record, rule_of(r)->key, text);
    r->added++;
}

static void add_found(void *reading, pc_json *json, enum pc_json_token token, pc_str text)
{
    if (rule_of(reading)->key.n == 0) {
        if (token == PC_JSON_OBJECT || token == PC_JSON_ARRAY)
            pc_json_skip(json);
        return;
    }
    each_text(reading, json, token, text, add_text);
}

/* ---- a field with its qualifiers -------------------------------------------------------------- */

/* The text of a part, joined to those before with a space. */
static void collect_text(struct reading *r, pc_str text)
{
    pc_text *const parts = &r->map->parts;

    if (r->part->n == 0) {
        r->part->p = parts->p + parts->n;
    } else {
        pc_text_putc(parts, ' ');
        r->part->n++;
    }
    pc_text_add(parts, text);
    r->part->n += text.n;
}

static void collect_found(void *reading, pc_json *json, enum pc_json_token token, pc_str text)
{
    each_text(reading, json, token, text, collect_text);
}

static void count_text(struct reading *r, pc_str text)
{
    (void)text;
    leave_value_out(r, "it belongs to no value");
}

static void count_found(void *reading, pc_json *json, enum pc_json_token token, pc_str text)
{
    each_text(reading, json, token, text, count_text);
}

/* Follows the rest of rule I in the item that JSON has begun, without moving JSON. */
static void follow_rest(struct reading *r, size_t i, const pc_json *json, enum pc_json_token token,
                        pc_str text, path_found *found)
{
    pc_json copy = *json;

    r->rule = i;
    path_follow(rule_of(r)->steps + rule_of(r)->shared, &copy, token, text, found, r);
}

/* Where the part of LIST is in r->person; NULL for what is not printed. */
static pc_str *part_of_person(struct reading *r, enum pc_list list)
{
    switch (pc_part_of(list)) {
    case PC_PART_FAMILY:
        return &r->person.family;
    case PC_PART_GIVEN:
        return &r->person.given;
    case PC_PART_PREFIX:
        return &r->person.prefix;
    case PC_PART_DROPPING_PREFIX:
        return &r->person.dropping_prefix;
    case PC_PART_SUFFIX:
        return &r->person.suffix;
    default:
        return NULL;
    }
}

static void add_collected_part(struct reading *r, enum pc_list list)
{
    const pc_str *const part = part_of_person(r, list);

    if (part != NULL)
        pc_add_key(r->record, pc_key_of(list), *part);
}

/* True when a rule before RULES[I] has the same part of the same person. */
static bool is_part_again(const struct rule *rules, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (rules[k].field == rules[i].field && rules[k].list == rules[i].list)
            return true;
    return false;
}

/* Adds a person whom the item describes by parts only, and these parts. */
static void add_person_of_parts(struct reading *r, size_t field, const pc_json *json,
                                enum pc_json_token token, pc_str text)
{
    const struct rule *const rules = r->map->rules;
    size_t printed;

    r->person = (pc_person){ .given = pc_none() };
    r->map->parts.n = 0;
    pc_text_room(&r->map->parts, (r->map->count + 2) * (r->size + 16)); /* so that it never moves */
    for (size_t i = 0; i < r->map->count; i++) {
        r->part = rules[i].field == field ? part_of_person(r, rules[i].list) : NULL;
        if (r->part != NULL)
            follow_rest(r, i, json, token, text, collect_found);
    }
    if (r->map->parts.n == 0)
        return;
    printed = r->map->parts.n;
    pc_person_to_printed(&r->map->parts, &r->person);
    pc_add_key(r->record, pc_key_of(pc_parent_of(rules[field].list)),
               pc_drop(pc_text_str(&r->map->parts), printed));
    r->added++;
    for (size_t i = 0; i < r->map->count; i++)
        if (rules[i].field == field && !is_part_again(rules, i))
            add_collected_part(r, rules[i].list);
}

/* One item: the value of the field, then its qualifiers. */
static void add_item(struct reading *r, size_t field, pc_json *json, enum pc_json_token token,
                     pc_str text)
{
    const struct rule *const rules = r->map->rules;
    const bool by_parts = rules[field].list > PC_LIST_OTHERS;
    path_found *found;

    r->added = 0;
    r->rule = field;
    if (text.n != 0 && rules[field].steps[rules[field].shared].kind == MEMBER)
        leave_value_out(r, "a path leads into an object, and there is a text");
    if (by_parts)
        add_person_of_parts(r, field, json, token, text);
    else
        follow_rest(r, field, json, token, text, add_found);
    found = r->added != 0 ? add_found : count_found;
    for (size_t i = 0; i < r->map->count; i++)
        if (rules[i].field == field && i != field && !(by_parts && is_printed_part(&rules[i])))
            follow_rest(r, i, json, token, text, found);
    if (token == PC_JSON_OBJECT || token == PC_JSON_ARRAY)
        pc_json_skip(json);
    r->rule = field;
}

/* Without [] in a path, an array there has the items. */
static void add_items(void *reading, pc_json *json, enum pc_json_token token, pc_str text)
{
    struct reading *const r = reading;
    const size_t field = r->rule;

    if (token != PC_JSON_ARRAY) {
        add_item(r, field, json, token, text);
        return;
    }
    while ((token = pc_json_next(json, &text)) != PC_JSON_ARRAY_END && token != PC_JSON_ERROR)
        add_item(r, field, json, token, text);
}

/* Follows the steps that the rules of a field share. */
static void follow_shared(struct reading *r, pc_json *json, enum pc_json_token token, pc_str text)
{
    const struct rule *const rule = rule_of(r);
    struct step prefix[MOST_STEPS + 1];

    memcpy(prefix, rule->steps, rule->shared * sizeof prefix[0]);
    prefix[rule->shared].kind = END;
    path_follow(prefix + 1, json, token, text, add_items, r);
}

/* ---- a member ------------------------------------------------------------------------------- */

static bool has_qualifiers(const struct map *map, size_t field)
{
    if (map->rules[field].list > PC_LIST_OTHERS)
        return true;
    for (size_t i = 0; i < map->count; i++)
        if (map->rules[i].field == field && i != field)
            return true;
    return false;
}

bool map_read(struct map *map, pc_str name, pc_str value, pc_record *record, pc_json_record *read)
{
    struct reading r = {
        .map = map, .record = record, .read = read, .member = name, .size = value.n
    };
    bool any = false;
    pc_json json;
    pc_str text;
    enum pc_json_token token;

    for (size_t i = 0; i < map->count; i++) {
        if (!pc_same(map->rules[i].steps->name, name))
            continue;
        any = true;
        if (map->rules[i].field != i)
            continue;
        r.rule = i;
        pc_json_start(&json, value, &map->decoded);
        token = pc_json_next(&json, &text);
        if (has_qualifiers(map, i))
            follow_shared(&r, &json, token, text);
        else
            path_follow(map->rules[i].steps + 1, &json, token, text, add_found, &r);
    }
    return any;
}
