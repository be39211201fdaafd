/* entry_publication.c - the fields that say where and how a work was published, as tables.  Records of
 * pages have none of them. */
#include "entry.h"
#include "paperconv/identifiers.h"

#include <strings.h>

#define MANY_KINDS \
    (IN_ARTICLE | IN_BOOK | IN_INBOOK | IN_COLLECTION | IN_INCOLLECTION | IN_INPROCEEDINGS)
#define BOOKS (IN_BOOK | IN_INBOOK | IN_COLLECTION | IN_INCOLLECTION)
#define PAPERS (IN_REPORT | IN_THESIS)
#define NOWHERE 0u
#define EVERYWHERE (~0u)

enum content {
    TEXT,      /* the first value */
    HEADING,   /* the same, protected like a title */
    PEOPLE,    /* all, "A and B" */
    NAMES,     /* all, "{A and B} and C": groups are not taken apart */
    COMMAS,    /* all, "A, B" */
    PATHS,     /* all, "A;B" */
    PAGE_RANGE /* the first value, with "--" */
};

/* How a list of fields is written.  BIBLATEX_IN are the entries in which biblatex's data model has
 * the field; BibTeX has no such rule. */
static const struct simple_field {
    enum pc_list list;
    enum content content;
    const char *bibtex, *biblatex; /* NULL: no such field */
    unsigned biblatex_in;
} simple_fields[] = {
#define F(name) ",\n  " name " = {"
    { PC_LIST_EDITOR, PEOPLE, F("editor"), F("editor"),
      ~(unsigned)(IN_PATENT | IN_REPORT | IN_THESIS | IN_UNPUBLISHED) },
    { PC_LIST_TRANSLATOR, PEOPLE, F("translator"), F("translator"), BOOKS | IN_ARTICLE },
    { PC_LIST_CONTAINER_AUTHOR, PEOPLE, NULL, F("bookauthor"), IN_INBOOK },
    { PC_LIST_SUBTITLE, HEADING, NULL, F("subtitle"), EVERYWHERE },
    { PC_LIST_TITLE_ADDON, TEXT, NULL, F("titleaddon"), EVERYWHERE },
    { PC_LIST_SHORT_TITLE, HEADING, F("shorttitle"), F("shorttitle"), EVERYWHERE },
    { PC_LIST_ORIGINAL_TITLE, TEXT, NULL, F("origtitle"), EVERYWHERE },
    { PC_LIST_CONTAINER_SHORT, TEXT, F("shortjournal"), F("shortjournal"), EVERYWHERE },
    { PC_LIST_MAIN_TITLE, TEXT, NULL, F("maintitle"),
      IN_BOOK | IN_INBOOK | IN_COLLECTION | IN_INCOLLECTION | IN_INPROCEEDINGS },
    { PC_LIST_ISSUE_TITLE, TEXT, NULL, F("issuetitle"), IN_ARTICLE | IN_PERIODICAL },
    { PC_LIST_SERIES, TEXT, F("series"), F("series"), MANY_KINDS | IN_DATASET | IN_PERIODICAL },
    { PC_LIST_VOLUME, TEXT, F("volume"), F("volume"), MANY_KINDS | IN_PERIODICAL },
    { PC_LIST_VOLUMES, TEXT, NULL, F("volumes"), BOOKS | IN_INPROCEEDINGS },
    { PC_LIST_PAGES, PAGE_RANGE, F("pages"), F("pages"), MANY_KINDS | IN_BOOKLET | PAPERS },
    { PC_LIST_ARTICLE_NUMBER, TEXT, F("eid"), F("eid"), MANY_KINDS | IN_BOOKLET | PAPERS },
    { PC_LIST_PAGE_COUNT, TEXT, F("pagetotal"), F("pagetotal"),
      IN_BOOK | IN_BOOKLET | IN_COLLECTION | PAPERS },
    { PC_LIST_CHAPTER, TEXT, F("chapter"), F("chapter"),
      BOOKS | IN_BOOKLET | IN_INPROCEEDINGS | PAPERS },
    { PC_LIST_PART, TEXT, NULL, F("part"), BOOKS | IN_INPROCEEDINGS },
    { PC_LIST_EDITION, TEXT, F("edition"), F("edition"), BOOKS | IN_DATASET },
    { PC_LIST_VERSION, TEXT, NULL, F("version"),
      IN_ARTICLE | IN_DATASET | IN_MISC | IN_ONLINE | IN_PATENT | IN_REPORT },
    { PC_LIST_PUBLISHER, NAMES, F("publisher"), F("publisher"),
      BOOKS | IN_DATASET | IN_INPROCEEDINGS },
    { PC_LIST_PLACE, NAMES, F("address"), F("location"),
      ~(unsigned)(IN_ARTICLE | IN_ONLINE | IN_PERIODICAL) },
    { PC_LIST_GENRE, TEXT, F("type"), F("type"),
      IN_BOOKLET | IN_DATASET | IN_MISC | IN_PATENT | PAPERS | IN_UNPUBLISHED },
    { PC_LIST_HOWPUBLISHED, TEXT, F("howpublished"), F("howpublished"),
      IN_BOOKLET | IN_MISC | IN_UNPUBLISHED },
    { PC_LIST_EVENT_TITLE, TEXT, F("eventtitle"), F("eventtitle"),
      IN_INPROCEEDINGS | IN_UNPUBLISHED },
    { PC_LIST_EVENT_PLACE, TEXT, NULL, F("venue"), IN_INPROCEEDINGS | IN_UNPUBLISHED },
    { PC_LIST_ORIGINAL_PUBLISHER, TEXT, NULL, F("origpublisher"), EVERYWHERE },
    { PC_LIST_STATUS, TEXT, NULL, F("pubstate"), EVERYWHERE },
    { PC_LIST_PMCID, TEXT, F("pmcid"), NULL, NOWHERE },
    { PC_LIST_CALL_NUMBER, TEXT, F("lccn"), F("library"), EVERYWHERE },
    { PC_LIST_LANGUAGE, NAMES, F("language"), F("language"), ~(unsigned)(IN_PATENT) },
    { PC_LIST_RIGHTS, TEXT, F("copyright"), NULL, NOWHERE },
    { PC_LIST_FILE, PATHS, F("file"), F("file"), EVERYWHERE },
    { PC_LIST_KEY_ALIAS, COMMAS, NULL, F("ids"), EVERYWHERE },
    { PC_LIST_SORT_KEY, TEXT, F("key"), F("sortkey"), EVERYWHERE },
    { PC_LIST_OPTIONS, TEXT, NULL, F("options"), EVERYWHERE },
    { PC_LIST_GROUP, COMMAS, F("groups"), NULL, NOWHERE },
    { PC_LIST_CREATED, TEXT, F("timestamp"), NULL, NOWHERE },
    { PC_LIST_MODIFIED, TEXT, F("date-modified"), NULL, NOWHERE },
};

static const char *name_in(const struct entry *e, const struct simple_field *field)
{
    /* A book's author and editor exclude each other in BibTeX's styles. */
    if (field->list == PC_LIST_EDITOR && !e->style->biblatex && e->type.kind == IN_BOOK &&
        e->fields->first[PC_LIST_AUTHOR] != NULL)
        return NULL;
    if (!e->style->biblatex)
        return field->bibtex;
    return (field->biblatex_in & e->type.kind) != 0 ? field->biblatex : NULL;
}

/* "123-145" and "123–145" as "123--145"; "12-3" of a word, as in "A-12", has no digit before it. */
static void put_page_range(struct entry *e, pc_str pages)
{
    e->part.n = 0;
    while (pages.n != 0) {
        size_t dash = pc_starts(pages, "\xE2\x80\x93") ? 3 : pages.p[0] == '-';
        bool after_digit =
            e->part.n != 0 && e->part.p[e->part.n - 1] >= '0' && e->part.p[e->part.n - 1] <= '9';

        if (dash == 0 || (dash == 1 && (!after_digit || pc_starts(pages, "--")))) {
            size_t n = pc_starts(pages, "--") ? 2 : 1;

            pc_text_add(&e->part, pc_sub(pages.p, n));
            pages = pc_drop(pages, n);
            continue;
        }
        pc_text_puts(&e->part, "--");
        pages = pc_drop(pages, dash);
    }
    pc_entry_put_text(e, pc_text_str(&e->part));
}

static void put_simple(struct entry *e, const struct simple_field *field, const char *start)
{
    switch (field->content) {
    case TEXT:
        entry_put_field(e, start, field->list, pc_entry_put_text);
        break;
    case HEADING:
        entry_put_field(e, start, field->list, pc_entry_put_heading);
        break;
    case PAGE_RANGE:
        entry_put_field(e, start, field->list, put_page_range);
        break;
    case PEOPLE:
        if (entry_put_people(e, start, field->list))
            pc_entry_put_annotations(e, start);
        break;
    case NAMES:
        entry_put_all(e, start, field->list, pc_entry_put_group, " and ");
        break;
    case PATHS:
        entry_put_all(e, start, field->list, pc_entry_put_path, ";");
        break;
    case COMMAS:
        entry_put_all(e, start, field->list, pc_entry_put_text, ", ");
        break;
    }
}

/* ---- fields that depend on the entry -------------------------------------------------- */

static void put_container(struct entry *e)
{
    const bool journal = (e->type.kind & IN_ARTICLE) != 0;
    const bool book = (e->type.kind & (IN_INBOOK | IN_INCOLLECTION | IN_INPROCEEDINGS)) != 0;
    pc_str type = pc_fields_first(e->fields, PC_LIST_TYPE);

    if (e->style->biblatex) {
        if (journal || book)
            entry_put_field(e, journal ? F("journaltitle") : F("booktitle"),
                            PC_LIST_CONTAINER_TITLE, pc_entry_put_text);
        return;
    }
    /* Styles ignore it in @misc; readers do not. */
    entry_put_field(e,
                    journal || pc_starts(type, "article-") || pc_starts(type, "review")
                        ? F("journal")
                        : F("booktitle"),
                    PC_LIST_CONTAINER_TITLE, pc_entry_put_text);
}

/* The list that the field `number` shows: one of four that mean different numbers. */
static enum pc_list number_list(const struct entry *e)
{
    static const enum pc_list in_article[] = { PC_LIST_ISSUE, PC_LISTS },
                              in_book[] = { PC_LIST_SERIES_NUMBER, PC_LISTS },
                              in_paper[] = { PC_LIST_NUMBER, PC_LIST_REPORT_NUMBER, PC_LISTS },
                              in_any[] = { PC_LIST_ISSUE, PC_LIST_NUMBER, PC_LIST_SERIES_NUMBER,
                                           PC_LISTS };
    const enum pc_list *list = in_any;

    if ((e->type.kind & (IN_ARTICLE | IN_PERIODICAL)) != 0)
        list = in_article;
    else if ((e->type.kind & (BOOKS | IN_INPROCEEDINGS)) != 0)
        list = in_book;
    else if ((e->type.kind & (IN_DATASET | IN_PATENT | IN_REPORT)) != 0)
        list = in_paper;
    else if (e->style->biblatex)
        return PC_LISTS;
    while (*list != PC_LISTS && !entry_has(e, *list))
        list++;
    return *list;
}

/* So do a book's volume and its number in the series. */
static bool has_volume_instead(const struct entry *e)
{
    return !e->style->biblatex && (e->type.kind & (BOOKS | IN_INPROCEEDINGS)) != 0 &&
           entry_has(e, PC_LIST_VOLUME);
}

/* As INSPIRE writes it; a report that has no other number shows it as `number`. */
static void put_report_number(struct entry *e)
{
    if (!e->style->biblatex && number_list(e) != PC_LIST_REPORT_NUMBER)
        entry_put_field(e, F("reportnumber"), PC_LIST_REPORT_NUMBER, pc_entry_put_text);
}

/* True when langid, a field of BibTeX's own, has the language of the record. */
static bool is_in_langid(const struct entry *e)
{
    const pc_value *language = e->fields->first[PC_LIST_LANGUAGE];

    if (language == NULL || language->next != NULL)
        return false;
    for (const pc_value *v = e->fields->first[PC_LIST_OTHERS]; v != NULL; v = v->next) {
        if (pc_eq(v->key, "bibtex:langid"))
            return pc_same(v->text, language->text);
    }
    return false;
}

/* biblatex has `number` for a number and `issue` for a name, as in "Spring". */
static void put_number(struct entry *e)
{
    enum pc_list list = number_list(e);
    pc_str value;

    if (list == PC_LISTS || has_volume_instead(e))
        return;
    value = pc_trim(pc_fields_first(e->fields, list));
    if (e->style->biblatex && list == PC_LIST_ISSUE && value.n != 0 &&
        !(value.p[0] >= '0' && value.p[0] <= '9'))
        entry_put_field(e, F("issue"), list, pc_entry_put_text);
    else
        entry_put_field(e, F("number"), list, pc_entry_put_text);
}

static void put_institution(struct entry *e)
{
    const char *name = F("organization");

    if ((e->type.kind & IN_THESIS) != 0)
        name = e->style->biblatex ? F("institution") : F("school");
    else if ((e->type.kind & IN_REPORT) != 0)
        name = F("institution");
    else if (e->style->biblatex &&
             (e->type.kind & (IN_DATASET | IN_MISC | IN_ONLINE | IN_INPROCEEDINGS)) == 0)
        return;
    entry_put_all(e, name, PC_LIST_INSTITUTION, pc_entry_put_group, " and ");
}

static bool is_isbn(pc_str value)
{
    char digits[PC_ISBN_SIZE];

    return pc_isbn_read(value, digits) == PC_ID_VALID;
}

static bool is_issn(pc_str value)
{
    char digits[PC_ISSN_SIZE];

    return pc_issn_read(value, digits) == PC_ID_VALID;
}

/* biblatex takes one, which must be valid. */
static void put_standard_number(struct entry *e, enum pc_list list, const char *start,
                                unsigned kinds, bool (*is_valid)(pc_str))
{
    if (!e->style->biblatex)
        entry_put_all(e, start, list, pc_entry_put_text, ", ");
    else if ((e->type.kind & kinds) != 0 && entry_has(e, list) &&
             is_valid(pc_trim(pc_fields_first(e->fields, list))))
        entry_put_field(e, start, list, pc_entry_put_text);
}

static void put_date_field(struct entry *e, enum pc_list list, const char *start)
{
    char text[PC_EDTF_SIZE];
    pc_edtf date;

    if (!entry_has(e, list) || !pc_edtf_parse(pc_trim(pc_fields_first(e->fields, list)), &date))
        return;
    if (pc_edtf_to_biblatex(&date, text).n == 0)
        return;
    entry_mark(e, list);
    pc_text_puts(&e->out, start);
    pc_text_puts(&e->out, text);
    pc_text_puts(&e->out, "}");
}

static void put_dates(struct entry *e)
{
    if (e->style->biblatex) {
        put_date_field(e, PC_LIST_ORIGINAL_DATE, F("origdate"));
        if ((e->type.kind & (IN_INPROCEEDINGS | IN_UNPUBLISHED)) != 0)
            put_date_field(e, PC_LIST_EVENT_DATE, F("eventdate"));
    } else if (!entry_has(e, PC_LIST_DATE)) {
        entry_put_field(e, F("year"), PC_LIST_DATE_TEXT, pc_entry_put_text);
    }
    put_date_field(e, PC_LIST_ACCESSED, F("urldate"));
}

/* An identifier in another archive than arXiv. */
static void put_eprint(struct entry *e)
{
    const bool biblatex = e->style->biblatex;

    if (entry_has(e, PC_LIST_ARXIV_ID))
        return;
    if (entry_has(e, PC_LIST_EPRINT)) {
        entry_put_field(e, F("eprint"), PC_LIST_EPRINT, pc_entry_put_address);
        entry_put_field(e, biblatex ? F("eprinttype") : F("archiveprefix"), PC_LIST_EPRINT_TYPE,
                        pc_entry_put_address);
        entry_put_field(e, biblatex ? F("eprintclass") : F("primaryclass"), PC_LIST_EPRINT_CLASS,
                        pc_entry_put_address);
    } else if (biblatex && entry_has(e, PC_LIST_PMID)) {
        entry_put_field(e, F("eprint"), PC_LIST_PMID, pc_entry_put_address);
        pc_text_puts(&e->out, F("eprinttype") "pubmed}");
    }
}

/* ---- fields that only BibTeX knows ---------------------------------------------------- */

static bool is_field_name(pc_str name)
{
    for (size_t i = 0; i < name.n; i++) {
        char c = (char)(name.p[i] | 0x20);

        if (!(c >= 'a' && c <= 'z') && (i == 0 || (strchr("-_+.:/", name.p[i]) == NULL &&
                                                   !(name.p[i] >= '0' && name.p[i] <= '9'))))
            return false;
    }
    return name.n != 0;
}

/* True when START, as F() makes it, is that of the field NAME. */
static bool is_named(const char *start, pc_str name)
{
    enum { BEFORE = sizeof ",\n  " - 1, BEHIND = sizeof " = {" - 1 };

    return start != NULL && strlen(start) == BEFORE + name.n + BEHIND &&
           strncasecmp(start + BEFORE, name.p, name.n) == 0;
}

/* True when NAME is a field that other values have; names are compared ignoring case. */
static bool is_taken(pc_str name)
{
    static const char *const others[] = {
        "author",       "title",    "year",        "month",        "day",           "date",
        "x-date",       "eprint",   "eprinttype",  "eprintclass",  "archiveprefix", "primaryclass",
        "doi",          "url",      "keywords",    "affiliation",  "annotation",    "annote",
        "note",         "abstract", "journal",     "journaltitle", "booktitle",     "number",
        "issue",        "school",   "institution", "organization", "urldate",       "origdate",
        "eventdate",    "isbn",     "issn",        "pmid",         "crossref",      "xdata",
        "reportnumber",
    };

    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (strlen(others[i]) == name.n && strncasecmp(others[i], name.p, name.n) == 0)
            return true;
    }
    for (size_t i = 0; i < sizeof simple_fields / sizeof simple_fields[0]; i++) {
        if (is_named(simple_fields[i].bibtex, name) || is_named(simple_fields[i].biblatex, name))
            return true;
    }
    return false;
}

bool pc_entry_put_own(struct entry *e, const pc_value *value)
{
    pc_str name = value->key;

    if (e->annotated_count != 0 && pc_starts(name, "bibtex:") &&
        pc_entry_has_annotation(e, pc_drop(name, strlen("bibtex:"))))
        return true;
    if (!pc_starts(name, "bibtex:") || !is_field_name(name = pc_drop(name, strlen("bibtex:"))) ||
        is_taken(name))
        return false;
    pc_text_puts(&e->out, ",\n  ");
    pc_text_add(&e->out, name);
    pc_text_puts(&e->out, " = {");
    pc_entry_put_text(e, pc_trim(value->text));
    pc_text_puts(&e->out, "}");
    return true;
}

void pc_entry_put_publication(struct entry *e)
{
    put_container(e);
    for (size_t i = 0; i < sizeof simple_fields / sizeof simple_fields[0]; i++) {
        const struct simple_field *field = &simple_fields[i];
        const char *start = entry_has(e, field->list) ? name_in(e, field) : NULL;

        if (start != NULL && field->list == PC_LIST_LANGUAGE && is_in_langid(e))
            entry_mark(e, field->list);
        else if (start != NULL)
            put_simple(e, field, start);
    }
    put_number(e);
    put_report_number(e);
    put_institution(e);
    put_dates(e);
    put_eprint(e);
    put_standard_number(e, PC_LIST_ISBN, F("isbn"), BOOKS | IN_INPROCEEDINGS, is_isbn);
    put_standard_number(e, PC_LIST_ISSN, F("issn"), IN_ARTICLE | IN_PERIODICAL, is_issn);
    if (!e->style->biblatex)
        entry_put_field(e, F("pmid"), PC_LIST_PMID, pc_entry_put_address);
}
