/* fields.c - converts between JSON objects and the fields of a record. */
#include "fields.h"

#include <stdlib.h>
#include <string.h>

enum form { TEXT, LIST, NUMBER, BOOLEAN };

static const struct member {
    const char *name, *key;
    enum form form;
} members[] = {
    { "title", PC_TITLE, TEXT },
    { "authors", PC_AUTHOR, LIST },
    { "authors_truncated", PC_AUTHORS_TRUNCATED, BOOLEAN },
    { "affiliations", PC_AFFILIATION, LIST },
    { "date", PC_DATE, TEXT },
    { "listed", PC_LISTED, TEXT },
    { "category", PC_CATEGORY, TEXT },
    { "arxiv_category", PC_ARXIV_CATEGORY, TEXT },
    { "arxiv_category_candidates", PC_ARXIV_CATEGORY_CANDIDATE, LIST },
    { "score", PC_SCORE, NUMBER },
    { "has_code", PC_HAS_CODE, BOOLEAN },
    { "arxiv_id", PC_ARXIV_ID, TEXT },
    { "doi", PC_DOI, TEXT },
    { "urls", PC_URL, LIST },
    { "keywords", PC_KEYWORD, LIST },
    { "notes", PC_NOTE_TEXT, LIST },
    { "markup", PC_MARKUP, TEXT },
    { "abstract", PC_ABSTRACT, TEXT },
};

enum { MEMBERS = sizeof members / sizeof members[0] };

/* ---- reading --------------------------------------------------------------------- */

/* Adds VALUE, or each item of an array, as KEY: strings as they are, numbers and true as JSON
 * writes them; null and false are left out. */
static void add_value(pc_record *record, const char *key, json_t *value)
{
    json_t *item;
    size_t i;
    char *text;

    if (json_is_string(value)) {
        pc_add(record, key, pc_sub(json_string_value(value), json_string_length(value)));
    } else if (json_is_number(value) || json_is_true(value)) {
        text = json_dumps(value, JSON_ENCODE_ANY);
        pc_add(record, key, pc_s(text));
        free(text);
    } else if (json_is_array(value)) {
        json_array_foreach(value, i, item)
        {
            add_value(record, key, item);
        }
    }
}

static const char *key_of(const char *name)
{
    for (size_t i = 0; i < MEMBERS; i++) {
        if (strcmp(members[i].name, name) == 0)
            return members[i].key;
    }
    return name;
}

void fields_read(json_t *object, pc_record *record)
{
    json_t *value, *extra;
    const char *name, *key;

    json_object_foreach(object, name, value)
    {
        if (strcmp(name, "year") == 0 || strcmp(name, "source") == 0)
            continue;
        if (strcmp(name, "extra") != 0) {
            add_value(record, key_of(name), value);
            continue;
        }
        json_object_foreach(value, key, extra)
        {
            add_value(record, key, extra);
        }
    }
}

/* ---- writing --------------------------------------------------------------------- */

static const struct member *member_of(pc_str key)
{
    for (size_t i = 0; i < MEMBERS; i++) {
        if (pc_eq(key, members[i].key))
            return &members[i];
    }
    return NULL;
}

/* Appends VALUE to the array NAME of OBJECT. */
static void append_string(json_t *object, const char *name, pc_str value)
{
    json_t *array = json_object_get(object, name);

    if (array == NULL) {
        array = json_array();
        json_object_set_new(object, name, array);
    }
    json_array_append_new(array, json_stringn(value.p, value.n));
}

static json_t *plain_value(enum form form, pc_str value)
{
    json_t *number;

    if (form == BOOLEAN)
        return json_true();
    number = form == NUMBER ? json_loadb(value.p, value.n, JSON_DECODE_ANY, NULL) : NULL;
    return number != NULL ? number : json_stringn(value.p, value.n);
}

static void append_extra(json_t *object, const pc_record *record, pc_str key, pc_str value)
{
    json_t *extra = json_object_get(object, "extra");
    char *name = pc_scratch(record, key.n + 1);

    memcpy(name, key.p, key.n);
    if (extra == NULL) {
        extra = json_object();
        json_object_set_new(object, "extra", extra);
    }
    append_string(extra, name, value);
}

json_t *fields_write(const pc_record *record)
{
    json_t *object = json_object();
    pc_str key, value;

    for (size_t i = 0; pc_field(record, i, &key, &value); i++) {
        const struct member *m = member_of(key);

        if (m == NULL)
            append_extra(object, record, key, value);
        else if (m->form == LIST)
            append_string(object, m->name, value);
        else
            json_object_set_new(object, m->name, plain_value(m->form, value));
    }
    return object;
}
