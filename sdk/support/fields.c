/* fields.c - the fields of a record, sorted by key. */
#include "paperconv/fields.h"

#include "paperconv/keys.h"

#define KEY(key)            \
    {                       \
        key, sizeof key - 1 \
    }

static const pc_str keys[PC_LIST_OTHERS] = {
    [PC_LIST_TITLE] = KEY(PC_TITLE),
    [PC_LIST_ABSTRACT] = KEY(PC_ABSTRACT),
    [PC_LIST_AUTHOR] = KEY(PC_AUTHOR),
    [PC_LIST_MARKUP] = KEY(PC_MARKUP),
    [PC_LIST_LISTED] = KEY(PC_LISTED),
    [PC_LIST_CITATION_KEY] = KEY(PC_CITATION_KEY),
    [PC_LIST_DATE] = KEY(PC_DATE),
    [PC_LIST_CATEGORY] = KEY(PC_CATEGORY),
    [PC_LIST_ARXIV_CATEGORY] = KEY(PC_ARXIV_CATEGORY),
    [PC_LIST_ARXIV_CATEGORY_CANDIDATE] = KEY(PC_ARXIV_CATEGORY_CANDIDATE),
    [PC_LIST_SCORE] = KEY(PC_SCORE),
    [PC_LIST_HAS_CODE] = KEY(PC_HAS_CODE),
    [PC_LIST_AUTHORS_TRUNCATED] = KEY(PC_AUTHORS_TRUNCATED),
    [PC_LIST_AFFILIATION] = KEY(PC_AFFILIATION),
    [PC_LIST_ARXIV_ID] = KEY(PC_ARXIV_ID),
    [PC_LIST_DOI] = KEY(PC_DOI),
    [PC_LIST_URL] = KEY(PC_URL),
    [PC_LIST_KEYWORD] = KEY(PC_KEYWORD),
    [PC_LIST_NOTE] = KEY(PC_NOTE_TEXT),
};

static enum pc_list list_of(pc_str key)
{
    size_t list = 0;

    while (list < PC_LIST_OTHERS &&
           (keys[list].n != key.n || keys[list].p[0] != key.p[0] || !pc_same(keys[list], key)))
        list++;
    return (enum pc_list)list;
}

static void append(pc_fields *fields, pc_value *value)
{
    if (fields->first[value->list] == NULL)
        fields->first[value->list] = value;
    else
        fields->last[value->list]->next = value;
    fields->last[value->list] = value;
}

const pc_fields *pc_fields_read(const pc_record *record)
{
    enum { CHUNK = sizeof((pc_fields *)0)->values / sizeof(pc_value) };
    pc_fields *fields = pc_scratch(record, sizeof *fields);
    pc_value *value = fields->values, **end = &fields->all;
    pc_str key, text;

    for (size_t i = 0; pc_field(record, i, &key, &text); i++) {
        if (i != 0)
            value = i % CHUNK == 0 ? pc_scratch(record, CHUNK * sizeof *value) : value + 1;
        value->key = key;
        value->text = text;
        value->list = list_of(key);
        append(fields, value);
        *end = value;
        end = &value->after;
    }
    return fields;
}
