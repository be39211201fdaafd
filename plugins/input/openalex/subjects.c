/* subjects.c - keywords, topics, concepts and MeSH headings. */
#include "work.h"

static void add_subject(struct work *work, pc_str text, const char *scheme)
{
    const pc_str keyword = pc_trim(work_clean(work, text));

    if (keyword.n == 0)
        return;
    pc_add(work->record, PC_KEYWORD, keyword);
    if (scheme != NULL)
        pc_add(work->record, "keyword.scheme", pc_s(scheme));
    work->has_subjects = true;
}

/* Older data call the text `keyword`. */
static void read_keyword(struct work *work, pc_str name)
{
    if (pc_eq(name, "display_name") || pc_eq(name, "keyword"))
        add_subject(work, work_text(work), NULL);
    else
        pc_json_skip(&work->json);
}

void work_read_keywords(struct work *work)
{
    work_array(work, read_keyword);
}

static void read_topic(struct work *work, pc_str name)
{
    if (pc_eq(name, "display_name"))
        add_subject(work, work_text(work), "OpenAlex topic");
    else
        pc_json_skip(&work->json);
}

void work_read_topics(struct work *work)
{
    work_array(work, read_topic);
}

/* ---- MeSH ------------------------------------------------------------------------ */

/* Reads the rest of an object: "*Neoplasms/therapy", where * is for a major topic. */
static void read_heading(struct work *work)
{
    pc_str name, text, descriptor = pc_none(), qualifier = pc_none();
    pc_text *const value = &work->buffers->value;
    bool major = false;

    while (pc_json_next(&work->json, &name) == PC_JSON_KEY) {
        if (pc_eq(name, "descriptor_name"))
            descriptor = pc_trim(work_text(work));
        else if (pc_eq(name, "qualifier_name"))
            qualifier = pc_trim(work_text(work));
        else if (!pc_eq(name, "is_major_topic"))
            pc_json_skip(&work->json);
        else if (pc_json_next(&work->json, &text) == PC_JSON_TRUE)
            major = true;
        else
            pc_json_skip(&work->json);
    }
    if (descriptor.n == 0)
        return;
    value->n = 0;
    pc_text_puts(value, major && qualifier.n == 0 ? "*" : "");
    pc_text_add(value, descriptor);
    if (qualifier.n != 0) {
        pc_text_puts(value, major ? "/*" : "/");
        pc_text_add(value, qualifier);
    }
    add_subject(work, pc_text_str(value), "MeSH");
}

void work_read_mesh(struct work *work)
{
    if (!pc_json_open(&work->json, PC_JSON_ARRAY))
        return;
    while (pc_json_open_next(&work->json, PC_JSON_OBJECT))
        read_heading(work);
}

/* ---- concepts -------------------------------------------------------------------- */

void work_add_concepts(struct work *work)
{
    pc_json json;
    pc_str text;
    enum pc_json_token token;

    if (work->concepts.n == 0)
        return;
    pc_json_start(&json, work->concepts, &work->buffers->inner);
    while ((token = pc_json_next(&json, &text)) != PC_JSON_END && token != PC_JSON_ERROR) {
        if (token != PC_JSON_KEY)
            continue;
        if (!pc_eq(text, "display_name"))
            pc_json_skip(&json);
        else if (pc_json_next(&json, &text) == PC_JSON_STRING)
            add_subject(work, text, "OpenAlex concept");
    }
}
