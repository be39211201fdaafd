/* dblp_record.c - what DBLP's XML says about a publication.
 *
 * The elements are those of https://dblp.org/xml/dblp.dtd; what they mean is told by M. Ley, "DBLP:
 * some lessons learned", Proceedings of the VLDB Endowment 2 (2009), 1493-1500. */
#include "dblp_record.h"

#include "paperconv/dates.h"
#include "paperconv/identifiers.h"
#include "values.h"

static const pc_str names[DBLP_NAMES] = {
    [DBLP_ARTICLE] = XML_NAME("article"),
    [DBLP_INPROCEEDINGS] = XML_NAME("inproceedings"),
    [DBLP_PROCEEDINGS] = XML_NAME("proceedings"),
    [DBLP_BOOK] = XML_NAME("book"),
    [DBLP_INCOLLECTION] = XML_NAME("incollection"),
    [DBLP_PHDTHESIS] = XML_NAME("phdthesis"),
    [DBLP_MASTERSTHESIS] = XML_NAME("mastersthesis"),
    [DBLP_DATA] = XML_NAME("data"),
    [DBLP_WWW] = XML_NAME("www"),
    [DBLP_PERSON] = XML_NAME("person"),
    [DBLP_AUTHOR] = XML_NAME("author"),
    [DBLP_EDITOR] = XML_NAME("editor"),
    [DBLP_TITLE] = XML_NAME("title"),
    [DBLP_BOOKTITLE] = XML_NAME("booktitle"),
    [DBLP_PAGES] = XML_NAME("pages"),
    [DBLP_YEAR] = XML_NAME("year"),
    [DBLP_ADDRESS] = XML_NAME("address"),
    [DBLP_JOURNAL] = XML_NAME("journal"),
    [DBLP_VOLUME] = XML_NAME("volume"),
    [DBLP_NUMBER] = XML_NAME("number"),
    [DBLP_MONTH] = XML_NAME("month"),
    [DBLP_URL] = XML_NAME("url"),
    [DBLP_EE] = XML_NAME("ee"),
    [DBLP_CDROM] = XML_NAME("cdrom"),
    [DBLP_CITE] = XML_NAME("cite"),
    [DBLP_PUBLISHER] = XML_NAME("publisher"),
    [DBLP_NOTE] = XML_NAME("note"),
    [DBLP_CROSSREF] = XML_NAME("crossref"),
    [DBLP_ISBN] = XML_NAME("isbn"),
    [DBLP_SERIES] = XML_NAME("series"),
    [DBLP_SCHOOL] = XML_NAME("school"),
    [DBLP_CHAPTER] = XML_NAME("chapter"),
    [DBLP_PUBLNR] = XML_NAME("publnr"),
    [DBLP_STREAM] = XML_NAME("stream"),
    [DBLP_REL] = XML_NAME("rel"),
    [DBLP_KEY] = XML_NAME("key"),
    [DBLP_MDATE] = XML_NAME("mdate"),
    [DBLP_PUBLTYPE] = XML_NAME("publtype"),
    [DBLP_ORCID] = XML_NAME("orcid"),
    [DBLP_KIND] = XML_NAME("type"),
    [DBLP_I] = XML_NAME("i"),
    [DBLP_SUB] = XML_NAME("sub"),
    [DBLP_SUP] = XML_NAME("sup"),
    [DBLP_TT] = XML_NAME("tt"),
    [DBLP_REF] = XML_NAME("ref"),
};

const struct xml_vocabulary dblp_vocabulary = { names, DBLP_NAMES, DBLP_I, DBLP_TT };

/* The fields of elements that go into one field, whatever the record is. */
static const char *const plain_keys[DBLP_NAMES] = {
    [DBLP_PAGES] = PC_PAGES,
    [DBLP_ADDRESS] = PC_PLACE,
    [DBLP_JOURNAL] = PC_CONTAINER_TITLE,
    [DBLP_CDROM] = "dblp:cdrom",
    [DBLP_CITE] = "dblp:cite",
    [DBLP_PUBLISHER] = PC_PUBLISHER,
    [DBLP_CROSSREF] = PC_CROSSREF,
    [DBLP_ISBN] = PC_ISBN,
    [DBLP_SERIES] = PC_SERIES,
    [DBLP_CHAPTER] = PC_CHAPTER,
    [DBLP_PUBLNR] = "dblp:publnr",
    [DBLP_STREAM] = "dblp:stream",
    [DBLP_REL] = "dblp:rel",
    [DBLP_MDATE] = PC_MODIFIED,
    [DBLP_PUBLTYPE] = "dblp:publtype",
    [DBLP_KEY] = "dblp:key",
};

struct publication {
    const struct xml_tree *tree;
    pc_str bytes; /* of the document */
    pc_record *record;
    pc_text *buffer;
    enum dblp_name kind; /* of record */
    pc_str year, month;  /* the first of each */
    bool has_series;
    bool has_doi, has_arxiv_id;
};

/* ---- kinds ------------------------------------------------------------------------- */

/* CoRR is arXiv; DBLP calls informal what no journal or conference has reviewed. */
static bool is_preprint(const struct publication *p)
{
    for (size_t i = 1; p->kind == DBLP_ARTICLE && i < xml_count(p->tree); i++) {
        if (xml_node(p->tree, i)->name == DBLP_JOURNAL)
            return pc_eq(xml_value(p->tree, i), "CoRR");
    }
    return false;
}

static void add_kind(const struct publication *p)
{
    static const struct {
        const char *type, *genre;
    } kinds[DBLP_RECORDS_END] = {
        [DBLP_ARTICLE] = { "article-journal", NULL },
        [DBLP_INPROCEEDINGS] = { "paper-conference", NULL },
        [DBLP_PROCEEDINGS] = { "book", NULL },
        [DBLP_BOOK] = { "book", NULL },
        [DBLP_INCOLLECTION] = { "chapter", NULL },
        [DBLP_PHDTHESIS] = { "thesis", "PhD thesis" },
        [DBLP_MASTERSTHESIS] = { "thesis", "Master's thesis" },
        [DBLP_DATA] = { "dataset", NULL },
    };

    if (is_preprint(p)) {
        pc_add(p->record, PC_TYPE, pc_s("article"));
        pc_add(p->record, PC_GENRE, pc_s("Preprint"));
        return;
    }
    pc_add(p->record, PC_TYPE, pc_s(kinds[p->kind].type));
    pc_add(p->record, PC_GENRE, pc_s(kinds[p->kind].genre));
    if (p->kind == DBLP_PROCEEDINGS)
        pc_add(p->record, PC_TYPE_RAW, names[p->kind]);
}

/* ---- people ------------------------------------------------------------------------ */

/* The name without the number that tells people of one name apart: "Wei Wang 0001". */
static pc_str without_number(pc_str name)
{
    enum { NUMBER = 5 };

    if (name.n <= NUMBER || name.p[name.n - NUMBER] != ' ')
        return name;
    for (size_t i = name.n - NUMBER + 1; i < name.n; i++) {
        if (name.p[i] < '0' || name.p[i] > '9')
            return name;
    }
    return pc_trim(pc_sub(name.p, name.n - NUMBER));
}

static void add_dblp_person(const struct publication *p, size_t at, const char *key,
                            const char *orcid_key)
{
    const pc_str numbered = value_line(xml_value(p->tree, at));
    const pc_str name = without_number(numbered), orcid = xml_attribute(p->tree, at, DBLP_ORCID);
    char read[PC_ORCID_SIZE];

    if (name.n == 0)
        return;
    pc_add(p->record, key, name);
    if (orcid.n != 0 && pc_orcid_read(orcid, read) == PC_ID_VALID)
        pc_add(p->record, orcid_key, pc_s(read));
    else if (orcid.n != 0)
        pc_warn(p->record, p->bytes, "bad-orcid", "'%.*s' is no ORCID", PC_FMT(orcid));
    if (name.n < numbered.n)
        pc_add(p->record, "dblp:name", numbered);
}

/* ---- fields ------------------------------------------------------------------------ */

/* DBLP ends titles with a full stop. */
static void add_title(const struct publication *p, pc_str title)
{
    title = value_line(title);
    if (pc_ends(title, ".") && !pc_ends(title, ".."))
        title.n--;
    pc_add(p->record, PC_TITLE, title);
}

/* False when TEXT is no identifier of arXiv. */
static bool add_arxiv_edition(struct publication *p, pc_str text)
{
    pc_arxiv_id id;

    if (pc_arxiv_id_read(text, &id) != PC_ID_VALID)
        return false;
    if (!p->has_arxiv_id)
        pc_add(p->record, PC_ARXIV_ID, pc_s(id.id));
    p->has_arxiv_id = true;
    return true;
}

/* An "electronic edition": the address of a DOI, of arXiv, or any other. */
static void add_edition(struct publication *p, pc_str text)
{
    pc_str doi;

    p->buffer->n = 0;
    if (add_arxiv_edition(p, text))
        return;
    if (!p->has_doi && pc_doi_read(text, p->buffer, &doi) == PC_ID_VALID) {
        p->has_doi = true;
        pc_add(p->record, PC_DOI, doi);
    } else {
        pc_add(p->record, PC_URL, text);
    }
}

/* Adds what field AT is, when that depends on the record or its other fields. */
static void add_special(struct publication *p, size_t at)
{
    const pc_str text = value_line(xml_value(p->tree, at));
    pc_record *record = p->record;

    switch (xml_node(p->tree, at)->name) {
    case DBLP_TITLE:
        add_title(p, text);
        break;
    case DBLP_BOOKTITLE: /* of proceedings, the short name of the conference */
        pc_add(record, p->kind == DBLP_PROCEEDINGS ? PC_EVENT_TITLE : PC_CONTAINER_TITLE, text);
        break;
    case DBLP_NUMBER:
        pc_add(record,
               p->kind == DBLP_ARTICLE ? PC_ISSUE
               : p->has_series         ? PC_SERIES_NUMBER
                                       : PC_NUMBER_TEXT,
               text);
        break;
    case DBLP_URL: /* within dblp.org: db/conf/icml/icml2024.html#Muster24 */
        pc_add(record, pc_starts(text, "http") ? PC_URL : "dblp:url", text);
        break;
    case DBLP_EE:
        add_edition(p, text);
        break;
    case DBLP_VOLUME: /* of CoRR abs/2401.01001 */
        pc_add(record, PC_VOLUME, text);
        if (pc_starts(text, "abs/"))
            add_arxiv_edition(p, pc_drop(text, 4));
        break;
    case DBLP_SCHOOL:
        pc_add(record, PC_INSTITUTION, text);
        pc_add(record, "institution.role", pc_s("school"));
        break;
    case DBLP_NOTE: /* with a type it is one of DBLP's own: source, reviewid */
        pc_add(record, xml_attribute(p->tree, at, DBLP_KIND).n != 0 ? "dblp:note" : PC_NOTE_TEXT,
               text);
        break;
    default:
        break;
    }
}

static void add_field(struct publication *p, size_t at)
{
    const struct xml_node *node = xml_node(p->tree, at);

    if (node->name == DBLP_AUTHOR)
        add_dblp_person(p, at, PC_AUTHOR, "author.orcid");
    else if (node->name == DBLP_EDITOR)
        add_dblp_person(p, at, PC_EDITOR, "editor.orcid");
    else if (plain_keys[node->name] == NULL)
        add_special(p, at);
    else if (node->name != DBLP_CITE || !pc_eq(xml_value(p->tree, at), "...")) /* not known */
        pc_add(p->record, plain_keys[node->name], value_line(xml_value(p->tree, at)));
}

/* ---- dates ------------------------------------------------------------------------- */

/* The month and the year; a month such as "September/October" stays as it is. */
static void add_year_and_month(const struct publication *p)
{
    char text[PC_DATE_SIZE];
    pc_date date, year;

    if (!pc_date_parse(p->year, &year) || year.month != 0) {
        pc_add(p->record, PC_DATE_TEXT, p->year);
        pc_add(p->record, "dblp:month", p->month);
        return;
    }
    p->buffer->n = 0;
    pc_text_add(p->buffer, p->month);
    pc_text_putc(p->buffer, ' ');
    pc_text_add(p->buffer, p->year);
    if (p->month.n != 0 && pc_date_read(pc_text_str(p->buffer), &date) && pc_date_valid(date)) {
        pc_add(p->record, PC_DATE, pc_date_format(date, text));
        return;
    }
    pc_add(p->record, PC_DATE, p->year);
    pc_add(p->record, "dblp:month", p->month);
}

/* ---- the record -------------------------------------------------------------------- */

/* Looks for what the meaning of other fields depends on. */
static void find_dependencies(struct publication *p)
{
    for (size_t i = 1; i < xml_count(p->tree); i++) {
        const uint8_t name = xml_node(p->tree, i)->name;

        if (name == DBLP_YEAR && p->year.n == 0)
            p->year = xml_value(p->tree, i);
        if (name == DBLP_MONTH && p->month.n == 0)
            p->month = xml_value(p->tree, i);
        p->has_series |= name == DBLP_SERIES;
    }
}

void dblp_add_record(const struct xml_tree *tree, pc_str bytes, pc_record *record, pc_text *buffer)
{
    struct publication p = { .tree = tree, .bytes = bytes, .record = record, .buffer = buffer };

    p.kind = (enum dblp_name)xml_node(tree, 0)->name;
    find_dependencies(&p);
    add_kind(&p);
    for (size_t i = 1; i < xml_count(tree); i++) {
        if (xml_node(tree, i)->depth == 1)
            add_field(&p, i);
    }
    add_year_and_month(&p);
    pc_add(record, PC_MARKUP, pc_s(tree->has_markup ? "html" : "plain"));
}
