/* paper.c - the members of a line. */
#include "paperconv/identifiers.h"
#include "snapshot.h"

/* ---- identifiers and numbers --------------------------------------------------------- */

/* Adds the member NAME, whose value has no field, as arxiv:NAME. */
static void add_custom(struct paper *paper, pc_str name, pc_str value)
{
    char key[128] = "arxiv:";
    const size_t n = strlen(key);

    if (name.n == 0 || name.n > sizeof key - n)
        return;
    memcpy(key + n, name.p, name.n);
    pc_add_key(paper->record, pc_sub(key, n + name.n), pc_trim(value));
}

static void add_id(struct paper *paper, pc_str text)
{
    pc_arxiv_id id;

    if (pc_arxiv_id_read(text, &id) == PC_ID_SHAPE)
        add_custom(paper, pc_s("id"), text);
    else
        pc_add(paper->record, PC_ARXIV_ID, pc_s(id.id));
}

/* Takes the next word off TEXT; empty at the end. */
static pc_str cut_listed_word(pc_str *text)
{
    size_t n = 0;

    *text = pc_trim(*text);
    while (n < text->n && (unsigned char)text->p[n] > ' ')
        n++;
    const pc_str word = pc_sub(text->p, n);

    *text = pc_drop(*text, n);
    return word;
}

/* The DOI that WORD is, which may have a comma or semicolon behind it; absent when it is none. */
static pc_str doi_of(struct paper *paper, pc_str word)
{
    pc_str doi;

    while (word.n != 0 && (word.p[word.n - 1] == ',' || word.p[word.n - 1] == ';'))
        word.n--;
    return pc_doi_read(word, &paper->snapshot->name, &doi) == PC_ID_VALID ? doi : pc_none();
}

/* The first DOI is that of the paper. */
static void add_dois(struct paper *paper, pc_str text)
{
    bool added = false;
    pc_str left = text, word;

    while ((word = cut_listed_word(&left)).n != 0) {
        const pc_str doi = doi_of(paper, word);

        if (doi.n == 0)
            add_custom(paper, pc_s("doi"), word);
        else
            pc_add(paper->record, added ? "arxiv:related_doi" : PC_DOI, doi);
        added |= doi.n != 0;
    }
}

/* The first category is the primary one. */
static void add_categories(struct paper *paper, pc_str text)
{
    const char *key = PC_ARXIV_CATEGORY;
    pc_str word;

    while ((word = cut_listed_word(&text)).n != 0) {
        pc_add(paper->record, key, word);
        key = PC_CROSS_CATEGORY;
    }
}

/* ---- versions ------------------------------------------------------------------------ */

struct version {
    pc_str number, created;
};

/* Reads the rest of an object of the array. */
static struct version read_version(struct paper *paper)
{
    struct version v = { { NULL, 0 }, { NULL, 0 } };
    pc_str name, text;

    while (pc_json_next(&paper->json, &name) == PC_JSON_KEY) {
        const enum pc_json_token token = pc_json_next(&paper->json, &text);

        if (token == PC_JSON_OBJECT || token == PC_JSON_ARRAY)
            pc_json_skip(&paper->json);
        else if (pc_eq(name, "version") && token == PC_JSON_STRING)
            v.number = pc_drop(text, text.n != 0 && text.p[0] == 'v');
        else if (pc_eq(name, "created") && token == PC_JSON_STRING)
            v.created = text;
    }
    return v;
}

static void add_version_date(struct paper *paper, const char *key, pc_str text)
{
    char day[PC_DATE_SIZE];
    const pc_str date = paper_day(text, day);

    if (date.n != 0)
        pc_add(paper->record, key, date);
    else if (strcmp(key, PC_DATE) == 0)
        pc_add(paper->record, PC_DATE_TEXT, pc_trim(text));
}

/* The paper has the date of its first version, and is printed as its last one. */
static void read_versions(struct paper *paper)
{
    struct version first = { { NULL, 0 }, { NULL, 0 } }, last = first;
    size_t count = 0;

    if (!pc_json_open(&paper->json, PC_JSON_ARRAY))
        return;
    while (pc_json_open_next(&paper->json, PC_JSON_OBJECT)) {
        last = read_version(paper);
        first = count++ == 0 ? last : first;
    }
    add_version_date(paper, PC_DATE, first.created);
    pc_add(paper->record, PC_ARXIV_VERSION, last.number);
    if (count > 1)
        add_version_date(paper, PC_UPDATED, last.created);
}

/* ---- members ------------------------------------------------------------------------- */

enum kind { ID, TEXT, AUTHORS, DOI, CATEGORIES, ABSTRACT, VERSIONS, PEOPLE };

static const struct member {
    const char *name;
    enum kind kind;
    const char *key; /* of a text */
} members[] = {
    { "id", ID, NULL },
    { "submitter", TEXT, PC_SUBMITTED_BY },
    { "authors", AUTHORS, NULL },
    { "title", TEXT, PC_TITLE },
    { "comments", TEXT, PC_NOTE_TEXT },
    { "journal-ref", TEXT, PC_JOURNAL_REF },
    { "doi", DOI, NULL },
    { "report-no", TEXT, PC_REPORT_NUMBER },
    { "categories", CATEGORIES, NULL },
    { "license", TEXT, PC_RIGHTS },
    { "abstract", ABSTRACT, NULL },
    { "versions", VERSIONS, NULL },
    { "update_date", TEXT, PC_MODIFIED },
    { "authors_parsed", PEOPLE, NULL },
};
enum { MEMBERS = sizeof members / sizeof members[0] };

/* The member NAME; NULL when the snapshot has none.  Members come in the order of the table, so the one
 * behind the last is tried first. */
static const struct member *find_member(struct snapshot *snapshot, pc_str name)
{
    for (size_t i = 0; i < MEMBERS; i++) {
        const size_t at = (snapshot->member + i) % MEMBERS;

        if (pc_eq(name, members[at].name)) {
            snapshot->member = at + 1;
            return &members[at];
        }
    }
    return NULL;
}

static void add_member_text(struct paper *paper, const struct member *member, pc_str text)
{
    switch (member->kind) {
    case ID:
        add_id(paper, pc_trim(text));
        break;
    case TEXT:
        pc_add(paper->record, member->key, paper_unwrap(paper, text));
        break;
    case AUTHORS:
        paper->authors = text;
        break;
    case DOI:
        add_dois(paper, text);
        break;
    case CATEGORIES:
        add_categories(paper, text);
        break;
    case ABSTRACT:
        pc_add(paper->record, PC_ABSTRACT, paper_unwrap_abstract(paper, text));
        break;
    case VERSIONS:
    case PEOPLE:
        break; /* arrays */
    }
}

/* Reads the value of NAME that is one text, or of which nothing is known. */
static void read_text_member(struct paper *paper, const struct member *member, pc_str name)
{
    pc_str text;
    const enum pc_json_token token = pc_json_next(&paper->json, &text);

    if (token == PC_JSON_OBJECT || token == PC_JSON_ARRAY) {
        pc_json_skip(&paper->json);
        if (paper->left_out++ == 0)
            paper->left_out_member = name;
    } else if (text.n == 0 || (token != PC_JSON_STRING && token != PC_JSON_NUMBER)) {
        return;
    } else if (member != NULL) {
        add_member_text(paper, member, text);
    } else {
        add_custom(paper, name, text);
    }
}

static void read_paper_member(struct paper *paper, pc_str name)
{
    const struct member *const member = find_member(paper->snapshot, name);

    paper->known |= member != NULL;
    if (member != NULL && member->kind == VERSIONS)
        read_versions(paper);
    else if (member != NULL && member->kind == PEOPLE)
        paper_read_people(paper);
    else
        read_text_member(paper, member, name);
}

/* What several members say, and what is true of all papers. */
static void add_common_fields(struct paper *paper)
{
    if (!paper->has_people)
        add_custom(paper, pc_s("authors"), paper_unwrap(paper, paper->authors));
    else if (paper_is_truncated(paper->authors))
        pc_add(paper->record, PC_AUTHORS_TRUNCATED, pc_s("true"));
    pc_add(paper->record, PC_TYPE, pc_s("article"));
    pc_add(paper->record, PC_GENRE, pc_s("Preprint"));
    pc_add(paper->record, PC_MARKUP, pc_s("tex"));
}

bool paper_read(struct paper *paper, pc_str line)
{
    pc_str name;

    paper->snapshot->member = 0;
    pc_json_start(&paper->json, line, &paper->snapshot->decoded);
    if (pc_json_next(&paper->json, &name) != PC_JSON_OBJECT)
        return false;
    while (pc_json_next(&paper->json, &name) == PC_JSON_KEY)
        read_paper_member(paper, name);
    if (pc_json_next(&paper->json, &name) != PC_JSON_END)
        return false;
    if (paper->known)
        add_common_fields(paper);
    return true;
}
