/* locations.c - where a work was published, and where else it stands. */
#include "paperconv/identifiers.h"
#include "work.h"

/* A journal, a repository, or another source of works. */
struct source {
    pc_str name, type, publisher, issn_l, issns; /* ISSNs as written in JSON */
};

static void read_source_members(struct work *work, struct source *source, pc_str name)
{
    if (pc_eq(name, "display_name"))
        source->name = work_text(work);
    else if (pc_eq(name, "type"))
        source->type = work_text(work);
    else if (pc_eq(name, "host_organization_name") || pc_eq(name, "publisher"))
        source->publisher = work_text(work);
    else if (pc_eq(name, "issn_l"))
        source->issn_l = work_text(work);
    else if (pc_eq(name, "issn"))
        source->issns = pc_json_raw(&work->json);
    else
        pc_json_skip(&work->json);
}

static void read_source(struct work *work, struct source *source)
{
    pc_str name;

    if (!pc_json_open(&work->json, PC_JSON_OBJECT))
        return;
    while (pc_json_next(&work->json, &name) == PC_JSON_KEY)
        read_source_members(work, source, name);
}

/* The linking ISSN is one of them. */
static void add_issns(struct work *work, const struct source *source)
{
    pc_json json;
    pc_str text;
    enum pc_json_token token;
    bool has_linking = false;

    pc_json_start(&json, source->issns.n != 0 ? source->issns : pc_s("[]"), &work->buffers->inner);
    while ((token = pc_json_next(&json, &text)) != PC_JSON_END && token != PC_JSON_ERROR) {
        if (token != PC_JSON_STRING)
            continue;
        pc_add(work->record, PC_ISSN, pc_trim(text));
        if (text.n != 0 && pc_same(text, source->issn_l)) {
            pc_add(work->record, "issn.kind", pc_s("linking"));
            has_linking = true;
        }
    }
    if (!has_linking && pc_trim(source->issn_l).n != 0) {
        pc_add(work->record, PC_ISSN, pc_trim(source->issn_l));
        pc_add(work->record, "issn.kind", pc_s("linking"));
    }
}

/* A repository keeps a work; anything else has published it. */
static void add_source(struct work *work, const struct source *source)
{
    const bool keeps = pc_eq(source->type, "repository");

    if (work->has_venue || source->name.n == 0)
        return;
    work->has_venue = true;
    work->source_type = source->type;
    pc_add(work->record, keeps ? PC_ARCHIVE : PC_CONTAINER_TITLE,
           pc_trim(work_clean(work, source->name)));
    if (!keeps)
        pc_add(work->record, PC_PUBLISHER, pc_trim(work_clean(work, source->publisher)));
    add_issns(work, source);
}

/* An address that is no DOI. */
static void add_page(struct work *work, pc_str url)
{
    pc_str doi;

    if (pc_doi_read(url, &work->buffers->value, &doi) == PC_ID_SHAPE)
        pc_add(work->record, PC_URL, pc_trim(url));
}

void work_read_primary_location(struct work *work)
{
    struct source source = { .name = pc_none() };
    pc_str name, text;

    if (!pc_json_open(&work->json, PC_JSON_OBJECT))
        return;
    while (pc_json_next(&work->json, &name) == PC_JSON_KEY) {
        if (pc_eq(name, "source")) {
            read_source(work, &source);
        } else if (pc_eq(name, "landing_page_url")) {
            text = work_text(work);
            work_add_arxiv_id(work, text);
            add_page(work, text);
        } else if (pc_eq(name, "pdf_url")) {
            text = pc_trim(work_text(work));
            pc_add(work->record, PC_URL, text);
            if (text.n != 0)
                pc_add(work->record, "url.role", pc_s("pdf"));
        } else if (pc_eq(name, "license")) {
            pc_add(work->record, PC_RIGHTS, pc_trim(work_text(work)));
        } else {
            pc_json_skip(&work->json);
        }
    }
    add_source(work, &source);
}

void work_read_host_venue(struct work *work)
{
    struct source source = { .name = pc_none() };

    read_source(work, &source);
    add_source(work, &source);
}

static void read_location(struct work *work, pc_str name)
{
    if (pc_eq(name, "landing_page_url") || pc_eq(name, "pdf_url") || pc_eq(name, "url"))
        work_add_arxiv_id(work, work_text(work));
    else
        pc_json_skip(&work->json);
}

void work_read_locations(struct work *work)
{
    work_array(work, read_location);
}
