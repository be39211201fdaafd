/* fields.c - the fields of a record, sorted by key. */
#include "paperconv/fields.h"

#include "paperconv/keys.h"

/* Inline, so that the size of the literal is a constant, which compiles to comparisons of words. */
static inline bool is_key(pc_str key, const char *name)
{
    return memcmp(key.p, name, strlen(name)) == 0;
}

/* By length first: at most four keys have the same. */
enum pc_list pc_list_of(pc_str key)
{
    switch (key.n) {
    case 3:
        return is_key(key, PC_DOI)   ? PC_LIST_DOI
               : is_key(key, PC_URL) ? PC_LIST_URL
                                     : PC_LIST_OTHERS;
    case 4:
        return is_key(key, PC_DATE)        ? PC_LIST_DATE
               : is_key(key, PC_NOTE_TEXT) ? PC_LIST_NOTE
                                           : PC_LIST_OTHERS;
    case 5:
        return is_key(key, PC_TITLE)   ? PC_LIST_TITLE
               : is_key(key, PC_SCORE) ? PC_LIST_SCORE
                                       : PC_LIST_OTHERS;
    case 6:
        return is_key(key, PC_AUTHOR)   ? PC_LIST_AUTHOR
               : is_key(key, PC_LISTED) ? PC_LIST_LISTED
               : is_key(key, PC_MARKUP) ? PC_LIST_MARKUP
                                        : PC_LIST_OTHERS;
    case 7:
        return is_key(key, PC_KEYWORD) ? PC_LIST_KEYWORD : PC_LIST_OTHERS;
    case 8:
        return is_key(key, PC_ABSTRACT)   ? PC_LIST_ABSTRACT
               : is_key(key, PC_CATEGORY) ? PC_LIST_CATEGORY
               : is_key(key, PC_HAS_CODE) ? PC_LIST_HAS_CODE
               : is_key(key, PC_ARXIV_ID) ? PC_LIST_ARXIV_ID
                                          : PC_LIST_OTHERS;
    case 11:
        return is_key(key, PC_AFFILIATION) ? PC_LIST_AFFILIATION : PC_LIST_OTHERS;
    case 12:
        return is_key(key, PC_CITATION_KEY) ? PC_LIST_CITATION_KEY : PC_LIST_OTHERS;
    case 14:
        return is_key(key, PC_ARXIV_CATEGORY) ? PC_LIST_ARXIV_CATEGORY : PC_LIST_OTHERS;
    case 17:
        return is_key(key, PC_AUTHORS_TRUNCATED) ? PC_LIST_AUTHORS_TRUNCATED : PC_LIST_OTHERS;
    case 24:
        return is_key(key, PC_ARXIV_CATEGORY_CANDIDATE) ? PC_LIST_ARXIV_CATEGORY_CANDIDATE
                                                        : PC_LIST_OTHERS;
    default:
        return PC_LIST_OTHERS;
    }
}

static void append_to_list(pc_fields *fields, pc_value *value)
{
    value->next = NULL;
    if (fields->first[value->list] == NULL)
        fields->first[value->list] = value;
    else
        fields->last[value->list]->next = value;
    fields->last[value->list] = value;
}

void pc_fields_read(pc_fields *fields, const pc_record *record)
{
    enum { CHUNK = sizeof fields->values / sizeof fields->values[0] };
    static pc_value *const none[PC_LISTS];
    pc_value *value = fields->values, **end = &fields->all;
    pc_str key, text;

    memcpy(fields->first, none, sizeof none); /* quicker than the code for memset() */
    for (size_t i = 0; pc_field(record, i, &key, &text); i++) {
        if (i != 0)
            value = i % CHUNK == 0 ? pc_scratch(record, CHUNK * sizeof *value) : value + 1;
        value->key = key;
        value->text = text;
        value->list = pc_list_of(key);
        append_to_list(fields, value);
        *end = value;
        end = &value->after;
    }
    *end = NULL;
}
