/* fields.c - converts between JSON objects and the fields of a record. */
#include "fields.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* ---- reading --------------------------------------------------------------------- */

bool fields_read(pc_json *json, pc_record *record)
{
    pc_str name;

    if (pc_json_next(json, &name) != PC_JSON_OBJECT)
        return false;
    while (pc_json_next(json, &name) == PC_JSON_KEY) {
        if (pc_eq(name, "year") || pc_eq(name, "source"))
            pc_json_skip(json);
        else
            pc_json_field(json, name, record);
    }
    return pc_json_next(json, &name) == PC_JSON_END;
}

/* ---- writing --------------------------------------------------------------------- */

enum form { TEXT, LIST, BARE };

static const struct member {
    const char *name, *key;
    enum form form;
} members[] = {
    { "title", PC_TITLE, TEXT },
    { "authors", PC_AUTHOR, LIST },
    { "authors_truncated", PC_AUTHORS_TRUNCATED, BARE },
    { "affiliations", PC_AFFILIATION, LIST },
    { "date", PC_DATE, TEXT },
    { "listed", PC_LISTED, TEXT },
    { "category", PC_CATEGORY, TEXT },
    { "arxiv_category", PC_ARXIV_CATEGORY, TEXT },
    { "arxiv_category_candidates", PC_ARXIV_CATEGORY_CANDIDATE, LIST },
    { "score", PC_SCORE, BARE },
    { "has_code", PC_HAS_CODE, BARE },
    { "arxiv_id", PC_ARXIV_ID, TEXT },
    { "doi", PC_DOI, TEXT },
    { "urls", PC_URL, LIST },
    { "keywords", PC_KEYWORD, LIST },
    { "notes", PC_NOTE_TEXT, LIST },
    { "markup", PC_MARKUP, TEXT },
    { "abstract", PC_ABSTRACT, TEXT },
};

enum { MEMBERS = sizeof members / sizeof members[0] };

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

static json_t *object_of(const pc_record *record)
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
            json_object_set_new(object, m->name, json_stringn(value.p, value.n));
    }
    return object;
}

/* A number as it is printed, which jansson would round, and "true" go without quotes: the host has
 * checked what they are. */
static bool is_bare(const char *name)
{
    for (size_t i = 0; i < MEMBERS; i++)
        if (strcmp(members[i].name, name) == 0)
            return members[i].form == BARE;
    return false;
}

static void append_value(pc_text *line, const char *name, const json_t *value)
{
    char *text;

    if (is_bare(name)) {
        pc_text_add(line, pc_sub(json_string_value(value), json_string_length(value)));
        return;
    }
    text = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
    pc_text_puts(line, text);
    free(text);
}

void fields_write(const pc_record *record, pc_text *line)
{
    json_t *object = object_of(record), *value;
    const char *name, *separator = "{\"";

    json_object_foreach(object, name, value)
    {
        pc_text_puts(line, separator);
        pc_text_puts(line, name);
        pc_text_puts(line, "\":");
        append_value(line, name, value);
        separator = ",\"";
    }
    pc_text_puts(line, json_object_size(object) != 0 ? "}\n" : "{}\n");
    json_decref(object);
}
