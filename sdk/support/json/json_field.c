/* json_field.c - adds the members of a record that the output jsonl has written as fields. */
#include "paperconv/json.h"

/* The members whose name is not the key of their field. */
static const struct {
    const char *name, *key;
} renamed[] = {
    { "authors", PC_AUTHOR },
    { "affiliations", PC_AFFILIATION },
    { "arxiv_category_candidates", PC_ARXIV_CATEGORY_CANDIDATE },
    { "urls", PC_URL },
    { "keywords", PC_KEYWORD },
    { "notes", PC_NOTE_TEXT },
};

static pc_str key_of_member(pc_str name)
{
    for (size_t i = 0; i < sizeof renamed / sizeof renamed[0]; i++)
        if (pc_eq(name, renamed[i].name))
            return pc_s(renamed[i].key);
    return name;
}

/* Adds the value that comes next, or each item of an array and of the arrays in it. */
static void add_values(pc_json *json, pc_str key, pc_record *record)
{
    const uint32_t outer = json->depth;
    pc_str text;

    do {
        switch (pc_json_next(json, &text)) {
        case PC_JSON_STRING:
        case PC_JSON_NUMBER:
            pc_add_key(record, key, text);
            break;
        case PC_JSON_TRUE:
            pc_add_key(record, key, pc_s("true"));
            break;
        case PC_JSON_OBJECT:
            pc_json_skip(json);
            break;
        default:
            break;
        }
    } while (json->depth > outer);
}

void pc_json_field(pc_json *json, pc_str name, pc_record *record)
{
    const uint32_t outer = json->depth;
    pc_str key, text;

    if (!pc_eq(name, "extra")) {
        add_values(json, key_of_member(name), record);
        return;
    }
    if (pc_json_next(json, &text) == PC_JSON_OBJECT)
        while (pc_json_next(json, &key) == PC_JSON_KEY)
            add_values(json, key, record);
    else if (json->depth > outer)
        pc_json_skip(json);
}
