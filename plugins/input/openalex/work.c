/* work.c - the members of a work. */
#include "work.h"

#include "paperconv/dates.h"
#include "paperconv/identifiers.h"

/* ---- values ------------------------------------------------------------------------ */

pc_str work_text(struct work *work)
{
    pc_str text;
    const enum pc_json_token token = pc_json_next(&work->json, &text);

    if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT)
        pc_json_skip(&work->json);
    return text;
}

pc_str work_clean(struct work *work, pc_str text)
{
    return pc_csl_clean(text, &work->buffers->clean, &work->html);
}

/* Reads the rest of the object that has begun. */
static void read_object_members(struct work *work, work_member *read)
{
    pc_str name;

    while (pc_json_next(&work->json, &name) == PC_JSON_KEY)
        read(work, name);
}

void work_object(struct work *work, work_member *read)
{
    if (pc_json_open(&work->json, PC_JSON_OBJECT))
        read_object_members(work, read);
}

void work_array(struct work *work, work_member *read)
{
    if (!pc_json_open(&work->json, PC_JSON_ARRAY))
        return;
    while (pc_json_open_next(&work->json, PC_JSON_OBJECT))
        read_object_members(work, read);
}

/* ---- identifiers ------------------------------------------------------------------- */

/* The last part of an address: "W2741809807". */
static pc_str last_part(pc_str text)
{
    size_t n = text.n;

    while (n != 0 && text.p[n - 1] != '/')
        n--;
    return pc_drop(text, n);
}

void work_add_arxiv_id(struct work *work, pc_str text)
{
    pc_arxiv_id id;

    /* A bare number is none: only an address or a DOI says that it is arXiv's. */
    if (work->has_arxiv_id || memchr(text.n != 0 ? text.p : "", '/', text.n) == NULL ||
        !(pc_starts(text, "http") || pc_starts(text, "10.")) ||
        pc_arxiv_id_read(text, &id) != PC_ID_VALID)
        return;
    work->has_arxiv_id = true;
    pc_add(work->record, PC_ARXIV_ID, pc_s(id.id));
}

void work_add_doi(struct work *work, pc_str text)
{
    pc_str doi;

    if (work->has_doi || pc_doi_read(text, &work->buffers->value, &doi) != PC_ID_VALID)
        return;
    work->has_doi = true;
    pc_add(work->record, PC_DOI, doi);
    work_add_arxiv_id(work, doi);
}

/* OpenAlex leaves out the letters in front: .../pmc/articles/5815332. */
static void add_pmcid(struct work *work, pc_str text)
{
    char pmcid[PC_PMCID_SIZE];

    if (pc_pmcid_read(text, pmcid) == PC_ID_VALID ||
        pc_pmcid_read(last_part(text), pmcid) == PC_ID_VALID)
        pc_add(work->record, PC_PMCID, pc_s(pmcid));
}

static void read_id(struct work *work, pc_str name)
{
    const pc_str text = pc_trim(work_text(work));
    pc_str pmid;

    if (pc_eq(name, "doi"))
        work_add_doi(work, text);
    else if (pc_eq(name, "pmcid"))
        add_pmcid(work, text);
    else if (pc_eq(name, "mag"))
        pc_add(work->record, "openalex:mag", text);
    else if (pc_eq(name, "pmid") && pc_pmid_read(text, &pmid) == PC_ID_VALID)
        pc_add(work->record, PC_PMID, pmid);
}

/* ---- volume and pages -------------------------------------------------------------- */

static void read_biblio(struct work *work, pc_str name)
{
    const pc_str text = pc_trim(work_text(work));

    if (pc_eq(name, "volume"))
        pc_add(work->record, PC_VOLUME, text);
    else if (pc_eq(name, "issue"))
        pc_add(work->record, PC_ISSUE, text);
    else if (pc_eq(name, "first_page"))
        work->first_page = text;
    else if (pc_eq(name, "last_page"))
        work->last_page = text;
}

static void add_pages(struct work *work)
{
    pc_text *const value = &work->buffers->value;

    value->n = 0;
    pc_text_add(value, work->first_page);
    if (work->first_page.n != 0 && work->last_page.n != 0 &&
        !pc_same(work->first_page, work->last_page)) {
        pc_text_putc(value, '-');
        pc_text_add(value, work->last_page);
    }
    pc_add(work->record, PC_PAGES, pc_text_str(value));
}

/* ---- members ----------------------------------------------------------------------- */

/* Members with several values: each has its reader. */
static const struct part {
    const char *name;
    void (*read)(struct work *work); /* the value that comes next; NULL: the members of an object */
    work_member *read_object;
} parts[] = {
    { "authorships", work_read_authorships, NULL },
    { "abstract_inverted_index", work_read_abstract, NULL },
    { "primary_location", work_read_primary_location, NULL },
    { "host_venue", work_read_host_venue, NULL },
    { "locations", work_read_locations, NULL },
    { "alternate_host_venues", work_read_locations, NULL },
    { "keywords", work_read_keywords, NULL },
    { "topics", work_read_topics, NULL },
    { "mesh", work_read_mesh, NULL },
    { "ids", NULL, read_id },
    { "biblio", NULL, read_biblio },
};

/* Members that are one text, and the field that it is. */
static const struct field {
    const char *name, *key;
} fields[] = {
    { "language", PC_LANGUAGE },
    { "created_date", PC_CREATED },
    { "updated_date", PC_MODIFIED },
    { "cited_by_count", "openalex:cited_by_count" },
};

/* Members that are one text, which waits for others. */
static pc_str *kept_text(struct work *work, pc_str name)
{
    const struct {
        const char *name;
        pc_str *text;
    } kept[] = {
        { "title", &work->title },
        { "display_name", &work->display_name },
        { "publication_date", &work->date },
        { "publication_year", &work->year },
        { "type", &work->type },
        { "type_crossref", &work->type_crossref },
    };

    for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
        if (pc_eq(name, kept[i].name))
            return kept[i].text;
    }
    return NULL;
}

/* True when NAME is a member with several values, which is then read. */
static bool read_part_member(struct work *work, pc_str name)
{
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (!pc_eq(name, parts[i].name))
            continue;
        if (parts[i].read != NULL)
            parts[i].read(work);
        else
            work_object(work, parts[i].read_object);
        return true;
    }
    return false;
}

static bool read_flag(struct work *work)
{
    pc_str text;
    const enum pc_json_token token = pc_json_next(&work->json, &text);

    if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT)
        pc_json_skip(&work->json);
    return token == PC_JSON_TRUE;
}

/* Other members are about OpenAlex: addresses of queries, counts, scores. */
static void read_other(struct work *work, pc_str name)
{
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (pc_eq(name, fields[i].name)) {
            pc_add(work->record, fields[i].key, pc_trim(work_text(work)));
            return;
        }
    }
    if (pc_eq(name, "id"))
        pc_add(work->record, "openalex:id", last_part(pc_trim(work_text(work))));
    else if (pc_eq(name, "doi"))
        work_add_doi(work, pc_trim(work_text(work)));
    else if (pc_eq(name, "concepts"))
        work->concepts = pc_json_raw(&work->json);
    else if (pc_eq(name, "is_authors_truncated"))
        work->is_truncated |= read_flag(work);
    else if (pc_eq(name, "is_retracted"))
        pc_add(work->record, "openalex:is_retracted", read_flag(work) ? pc_s("true") : pc_none());
    else
        pc_json_skip(&work->json);
}

static void read_work_member(struct work *work, pc_str name)
{
    pc_str *const kept = kept_text(work, name);

    if (kept != NULL)
        *kept = pc_trim(work_text(work));
    else if (!read_part_member(work, name))
        read_other(work, name);
}

static void add_publication_date(struct work *work)
{
    const pc_str date = work->date.n != 0 ? work->date : work->year;

    pc_add(work->record, pc_edtf_valid(date) ? PC_DATE : PC_DATE_TEXT, date);
}

static void add_kept_members(struct work *work)
{
    const pc_str title = work->title.n != 0 ? work->title : work->display_name;

    pc_add(work->record, PC_TITLE, work_clean(work, title));
    add_publication_date(work);
    add_pages(work);
    work_add_type(work);
    if (work->is_truncated)
        pc_add(work->record, PC_AUTHORS_TRUNCATED, pc_s("true"));
    if (!work->has_subjects)
        work_add_concepts(work);
    if (work->html)
        pc_add(work->record, PC_MARKUP, pc_s("html"));
}

bool work_read(struct work *work, pc_str text)
{
    pc_str name;

    work->size = text.n;
    pc_json_start(&work->json, text, &work->buffers->decoded);
    if (pc_json_next(&work->json, &name) != PC_JSON_OBJECT)
        return false;
    read_object_members(work, read_work_member);
    if (pc_json_next(&work->json, &name) != PC_JSON_END)
        return false;
    add_kept_members(work);
    return true;
}
