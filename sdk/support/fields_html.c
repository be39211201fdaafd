/* fields_html.c - the fields of a record without the tags of CSL processors. */
#include "paperconv/fields.h"
#include "paperconv/tex.h"

/* TAGS is what was decoded last. */
static pc_str drop_tags(pc_text *tags, const pc_record *record, pc_str text)
{
    char *copy;

    if (text.n == 0 || memchr(text.p, '<', text.n) == NULL)
        return text;
    tags->n = 0;
    pc_html_decode(tags, text);
    if (tags->n == text.n)
        return text;
    copy = pc_scratch(record, tags->n + 1);
    if (tags->n != 0)
        memcpy(copy, tags->p, tags->n);
    return pc_sub(copy, tags->n);
}

void pc_fields_drop_html(pc_fields *fields, const pc_record *record)
{
    pc_value *markup = fields->first[PC_LIST_MARKUP];
    pc_text tags = { NULL, 0, 0 };

    if (markup == NULL || pc_markup_read(markup->text) != PC_HTML)
        return;
    for (pc_value *v = fields->all; v != NULL; v = v->after) {
        v->text = drop_tags(&tags, record, v->text);
        for (pc_value *q = v->qualifiers; q != NULL; q = q->next)
            q->text = drop_tags(&tags, record, q->text);
    }
    markup->text = pc_s("plain");
    pc_text_free(&tags);
}
