/* record.c - the fields of an entry as the fields of a record. */
#include "record.h"

#include "paperconv/identifiers.h"
#include "text.h"

/* ---- values ---------------------------------------------------------------------- */

static pc_str value_of(const struct maker *m, enum field_id id)
{
    return entry_value(m->entry, id);
}

static bool has_value(const struct maker *m, enum field_id id)
{
    return pc_trim(value_of(m, id)).n != 0;
}

static pc_str plain(struct maker *m, pc_str value)
{
    return text_plain(&m->plain, &m->decoded, value);
}

static void add(struct maker *m, enum pc_list list, pc_str value)
{
    if (value.n != 0)
        pc_add_key(m->record, pc_key_of(list), value);
}

/* A field that only BibTeX knows, under its own name in small letters. */
static void add_own(struct maker *m, pc_str name, pc_str value)
{
    m->joined.n = 0;
    pc_text_puts(&m->joined, "bibtex:");
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];

        pc_text_putc(&m->joined, c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c);
    }
    value = text_spaced(&m->spaced, value, false);
    if (value.n != 0)
        pc_add_key(m->record, pc_text_str(&m->joined), value);
}

static void add_own_id(struct maker *m, enum field_id id)
{
    add_own(m, pc_s(field_kind_of(id)->name), value_of(m, id));
}

static void add_items(struct maker *m, enum pc_list list, pc_str value, const char *separators)
{
    pc_str item;

    while (text_next_item(&value, separators, &item))
        add(m, list, plain(m, item));
}

/* Takes the next item of a list that "and" joins. */
static void add_list(struct maker *m, enum pc_list list, pc_str value, const char *role)
{
    pc_str rest = pc_trim(value), item;

    if (!m->is_biblatex) {
        add(m, list, plain(m, value));
        if (role != NULL && rest.n != 0)
            add(m, PC_LIST_INSTITUTION_ROLE, pc_s(role));
        return;
    }
    while (pc_person_next(&rest, &item)) {
        item = plain(m, item);
        add(m, list, item);
        if (role != NULL && item.n != 0)
            add(m, PC_LIST_INSTITUTION_ROLE, pc_s(role));
    }
}

/* ---- titles ---------------------------------------------------------------------- */

/* "Title: subtitle", unless the title ends in a mark. */
static void add_with_subtitle(struct maker *m, enum pc_list list, enum field_id title,
                              enum field_id subtitle)
{
    pc_str main = plain(m, value_of(m, title));

    if (!has_value(m, subtitle)) {
        add(m, list, main);
        return;
    }
    m->joined.n = 0;
    pc_text_add(&m->joined, main);
    if (main.n != 0)
        pc_text_puts(&m->joined, strchr("?!.:", main.p[main.n - 1]) != NULL ? " " : ": ");
    pc_text_add(&m->joined, plain(m, value_of(m, subtitle)));
    add(m, list, pc_text_str(&m->joined));
}

/* True for an entry whose container is a journal. */
static bool is_in_journal(const struct maker *m)
{
    return is_word(m->entry->type, "article") || is_word(m->entry->type, "suppperiodical") ||
           pc_eq(m->type, "review");
}

static void add_container(struct maker *m)
{
    enum field_id journal = has_value(m, ID_JOURNALTITLE) ? ID_JOURNALTITLE : ID_JOURNAL;
    bool has_journal = has_value(m, journal), has_book = has_value(m, ID_BOOKTITLE);

    if (has_journal && (!has_book || is_in_journal(m))) {
        add_with_subtitle(m, PC_LIST_CONTAINER_TITLE, journal, ID_JOURNALSUBTITLE);
        if (has_book)
            add_own_id(m, ID_BOOKTITLE);
    } else if (has_book) {
        add_with_subtitle(m, PC_LIST_CONTAINER_TITLE, ID_BOOKTITLE, ID_BOOKSUBTITLE);
        if (has_journal)
            add_own_id(m, journal);
    }
    if (journal == ID_JOURNALTITLE && has_value(m, ID_JOURNAL))
        add_own_id(m, ID_JOURNAL);
}

/* ---- numbers --------------------------------------------------------------------- */

static void add_number(struct maker *m)
{
    static const char *const books[] = { "book", "chapter", "paper-conference",
                                         "entry-encyclopedia", "pamphlet" };
    static const char *const papers[] = { "report", "patent",      "standard",   "dataset",
                                          "thesis", "legislation", "legal_case", "software" };
    enum pc_list list = PC_LIST_ISSUE;

    for (size_t i = 0; i < sizeof books / sizeof books[0]; i++)
        list = pc_eq(m->type, books[i]) ? PC_LIST_SERIES_NUMBER : list;
    for (size_t i = 0; i < sizeof papers / sizeof papers[0]; i++)
        list = pc_eq(m->type, papers[i]) ? PC_LIST_NUMBER : list;
    if (has_value(m, ID_NUMBER))
        add(m, list, plain(m, value_of(m, ID_NUMBER)));
    if (!has_value(m, ID_ISSUE))
        return;
    if (has_value(m, ID_NUMBER) && list == PC_LIST_ISSUE)
        add_own_id(m, ID_ISSUE);
    else
        add(m, PC_LIST_ISSUE, plain(m, value_of(m, ID_ISSUE)));
}

/* ---- dates ----------------------------------------------------------------------- */

static void warn_about_date(struct maker *m, pc_str value)
{
    pc_warn(m->source, value, "bad-date", "'%.*s' of '%.*s' is not a valid date", PC_FMT(value),
            PC_FMT(m->entry->key));
}

static void add_date_field(struct maker *m, enum pc_list list, enum field_id id)
{
    pc_str value = pc_trim(value_of(m, id));
    char date[DATE_ROOM];

    if (value.n == 0)
        return;
    if (date_read(plain(m, value), date, sizeof date)) {
        add(m, list, pc_s(date));
        return;
    }
    warn_about_date(m, value);
    add_own_id(m, id);
}

/* True when the year, month or day of the entry says another thing than DATE. */
static bool contradicts(const struct maker *m, const char *date)
{
    pc_str year = pc_trim(value_of(m, ID_YEAR));

    return year.n != 0 && strncmp(date, year.p, year.n < 4 ? year.n : 4) != 0;
}

static void add_year(struct maker *m)
{
    pc_str year = pc_trim(value_of(m, ID_YEAR)), month = pc_trim(value_of(m, ID_MONTH));
    char date[DATE_ROOM];
    pc_str day = pc_trim(value_of(m, ID_DAY)), text;

    m->joined.n = 0;
    pc_text_add(&m->joined, plain(m, month));
    month = pc_text_str(&m->joined);
    text = plain(m, year);
    if (date_from_parts(text, month, day, date, sizeof date)) {
        add(m, PC_LIST_DATE, pc_s(date));
        return;
    }
    if (date_from_parts(text, month, pc_none(), date, sizeof date) ||
        date_from_parts(text, pc_none(), pc_none(), date, sizeof date)) {
        add(m, PC_LIST_DATE, pc_s(date));
        add_own_id(m, ID_MONTH);
        warn_about_date(m, month.n != 0 ? value_of(m, ID_MONTH) : value_of(m, ID_DAY));
        return;
    }
    if (text.n != 0 && date_read(text, date, sizeof date))
        add(m, PC_LIST_DATE, pc_s(date));
    else
        add(m, PC_LIST_DATE_TEXT, text);
    add_own_id(m, ID_MONTH);
}

static void add_date(struct maker *m)
{
    enum field_id id = has_value(m, ID_DATE) ? ID_DATE : ID_XDATE;
    pc_str value = pc_trim(value_of(m, id));
    char date[DATE_ROOM];

    if (value.n == 0) {
        if (has_value(m, ID_YEAR) || has_value(m, ID_MONTH))
            add_year(m);
        return;
    }
    if (date_read(plain(m, value), date, sizeof date)) {
        add(m, PC_LIST_DATE, pc_s(date));
        if (contradicts(m, date))
            pc_warn(m->source, value_of(m, ID_YEAR), "date-twice",
                    "the year of '%.*s' differs from its date, which counts",
                    PC_FMT(m->entry->key));
        return;
    }
    warn_about_date(m, value);
    if (has_value(m, ID_YEAR))
        add_year(m);
    else
        add(m, PC_LIST_DATE_TEXT, plain(m, value));
}

/* ---- identifiers ----------------------------------------------------------------- */

static void add_doi(struct maker *m)
{
    pc_str value = text_verbatim(&m->spaced, value_of(m, ID_DOI)), doi;

    if (value.n == 0)
        return;
    if (pc_doi_read(value, &m->decoded, &doi) == PC_ID_VALID)
        add(m, PC_LIST_DOI, doi);
    else
        add(m, PC_LIST_DOI, value);
}

static void add_arxiv(struct maker *m, const pc_arxiv_id *id)
{
    char version[16];
    enum field_id class = has_value(m, ID_PRIMARYCLASS) ? ID_PRIMARYCLASS : ID_EPRINTCLASS;

    add(m, PC_LIST_ARXIV_CATEGORY, text_verbatim(&m->spaced, value_of(m, class)));
    add(m, PC_LIST_ARXIV_ID, pc_s(id->id));
    if (id->version == 0)
        return;
    snprintf(version, sizeof version, "%u", id->version);
    add(m, PC_LIST_ARXIV_VERSION, pc_s(version));
}

static void add_eprint(struct maker *m)
{
    enum field_id type = has_value(m, ID_EPRINTTYPE) ? ID_EPRINTTYPE : ID_ARCHIVEPREFIX;
    enum field_id class = has_value(m, ID_EPRINTCLASS) ? ID_EPRINTCLASS : ID_PRIMARYCLASS;
    pc_str name = pc_trim(value_of(m, type)), value, pmid;
    pc_arxiv_id id;

    value = text_verbatim(&m->spaced, value_of(m, ID_EPRINT));
    if (value.n != 0 && (name.n == 0 || is_word(name, "arxiv")) &&
        pc_arxiv_id_read(value, &id) == PC_ID_VALID) {
        add_arxiv(m, &id);
        return;
    }
    if (is_word(name, "pubmed") && pc_pmid_read(value, &pmid) == PC_ID_VALID &&
        !has_value(m, ID_PMID)) {
        add(m, PC_LIST_PMID, pmid);
        return;
    }
    add(m, PC_LIST_EPRINT, value);
    add(m, PC_LIST_EPRINT_TYPE, text_verbatim(&m->spaced, name));
    add(m, PC_LIST_EPRINT_CLASS, text_verbatim(&m->spaced, value_of(m, class)));
}

/* ---- files ----------------------------------------------------------------------- */

/* The path in "description:path:type", as JabRef, Zotero and Mendeley write it; a colon in it
 * has a backslash, except behind the letter of a drive. */
static pc_str path_of(pc_text *buffer, pc_str item)
{
    size_t parts[2] = { 0 }, count = 0;

    for (size_t i = 0; i < item.n && count < 2; i++) {
        if (item.p[i] == '\\' && i + 1 < item.n)
            i++;
        else if (item.p[i] == ':' && !(i + 1 < item.n && item.p[i + 1] == '\\' && i != 0 &&
                                       (i == 1 || item.p[i - 2] == ':')))
            parts[count++] = i;
    }
    if (count == 2)
        item = pc_sub(item.p + parts[0] + 1, parts[1] - parts[0] - 1);
    buffer->n = 0;
    for (size_t i = 0; i < item.n; i++) {
        if (item.p[i] == '\\' && i + 1 < item.n && strchr(":;\\", item.p[i + 1]) != NULL)
            i++;
        pc_text_putc(buffer, item.p[i]);
    }
    return pc_text_str(buffer);
}

static void add_files(struct maker *m)
{
    pc_str rest = pc_trim(value_of(m, ID_FILE));
    size_t n;

    while (rest.n != 0) {
        for (n = 0; n < rest.n && rest.p[n] != ';'; n++)
            n += rest.p[n] == '\\' && n + 1 < rest.n;
        n = n < rest.n ? n : rest.n;
        add(m, PC_LIST_FILE, pc_trim(path_of(&m->spaced, pc_trim(pc_sub(rest.p, n)))));
        rest = pc_drop(rest, n < rest.n ? n + 1 : n);
    }
}

/* ---- others ---------------------------------------------------------------------- */

static void add_related(struct maker *m)
{
    pc_str rest = value_of(m, ID_RELATED), item;

    while (text_next_item(&rest, ",", &item)) {
        add(m, PC_LIST_RELATED, item);
        add(m, PC_LIST_RELATED_TYPE, pc_trim(value_of(m, ID_RELATEDTYPE)));
    }
}

static void add_howpublished(struct maker *m)
{
    pc_str value = pc_trim(value_of(m, ID_HOWPUBLISHED));

    if (pc_starts(value, "\\url{") && !has_value(m, ID_URL))
        add(m, PC_LIST_URL, text_verbatim(&m->spaced, value));
    else
        add(m, PC_LIST_HOWPUBLISHED, plain(m, value));
}

static void add_special(struct maker *m, enum field_id id)
{
    switch (id) {
    case ID_DOI:
        add_doi(m);
        break;
    case ID_FILE:
        add_files(m);
        break;
    case ID_HOWPUBLISHED:
        add_howpublished(m);
        break;
    case ID_RELATED:
        add_related(m);
        break;
    case ID_TYPE:
        add(m, PC_LIST_GENRE, genre_of(plain(m, value_of(m, id))));
        break;
    case ID_MAINTITLE:
        add_with_subtitle(m, PC_LIST_MAIN_TITLE, id, ID_MAINSUBTITLE);
        break;
    case ID_ISSUETITLE:
        add_with_subtitle(m, PC_LIST_ISSUE_TITLE, id, ID_ISSUESUBTITLE);
        break;
    case ID_EISSN:
        add(m, PC_LIST_ISSN, plain(m, value_of(m, id)));
        if (has_value(m, id))
            add(m, PC_LIST_ISSN_KIND, pc_s("electronic"));
        break;
    default: /* added together with another field */
        break;
    }
}

static const char *institution_role(const struct field_kind *kind)
{
    return kind->list == PC_LIST_INSTITUTION ? kind->name : NULL;
}

static void add_field(struct maker *m, const struct field *field)
{
    const struct field_kind *kind = field_kind_of(field->id);

    switch (kind->how) {
    case HOW_OWN:
        add_own(m, field->name, field->value);
        break;
    case HOW_TEX:
        add(m, kind->list, text_spaced(&m->spaced, field->value, field->id == ID_ABSTRACT));
        break;
    case HOW_TEXT:
        add(m, kind->list, plain(m, field->value));
        break;
    case HOW_VERBATIM:
        add(m, kind->list, text_verbatim(&m->spaced, field->value));
        break;
    case HOW_NAMES:
        add_people(m, kind->list, field->value, pc_s(kind->name));
        break;
    case HOW_LIST:
        add_list(m, kind->list, field->value, institution_role(kind));
        break;
    case HOW_COMMAS:
        add_items(m, kind->list, field->value, ",;");
        break;
    case HOW_PAGES:
        add(m, kind->list, text_pages(&m->joined, plain(m, field->value)));
        break;
    case HOW_DATE:
        add_date_field(m, kind->list, field->id);
        break;
    case HOW_SPECIAL:
        add_special(m, field->id);
        break;
    }
}

/* ---- the record ------------------------------------------------------------------ */

/* True when the entry has a field or a type that only biblatex knows. */
static bool is_biblatex(const struct entry *e)
{
    static const enum field_id ids[] = { ID_DATE,     ID_JOURNALTITLE, ID_LOCATION,  ID_EPRINTTYPE,
                                         ID_SUBTITLE, ID_MAINTITLE,    ID_XDATA,     ID_EVENTDATE,
                                         ID_ORIGDATE, ID_PUBSTATE,     ID_BOOKAUTHOR };
    static const char *const types[] = { "online",    "report",     "thesis",        "collection",
                                         "mvbook",    "bookinbook", "suppbook",      "inreference",
                                         "reference", "periodical", "suppperiodical" };

    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        if (e->first[ids[i]] != 0)
            return true;
    }
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        if (is_word(e->type, types[i]))
            return true;
    }
    return false;
}

/* True when the table of types gives the type of the entry back. */
static bool is_exact(pc_str csl, pc_str type)
{
#define TYPE(name, bibtex, biblatex, ris) \
    if (pc_eq(csl, name))                 \
        return pc_eq(type, bibtex) || pc_eq(type, biblatex);
    PC_TYPES(TYPE)
#undef TYPE
    return false;
}

static void add_type(struct maker *m)
{
    pc_str type = m->entry->type;
    const struct entry_kind *kind = entry_kind_of(type);

    m->type = pc_s(kind != NULL ? kind->csl : "document");
    add(m, PC_LIST_TYPE, m->type);
    if (kind == NULL || !is_exact(m->type, type))
        add(m, PC_LIST_TYPE_RAW, type);
    if (kind != NULL && kind->genre != NULL && !has_value(m, ID_TYPE))
        add(m, PC_LIST_GENRE, pc_s(kind->genre));
}

static bool is_repeated(const struct maker *m, size_t i)
{
    const struct field *f = &m->entry->fields[i];

    return f->id != ID_NONE && m->entry->first[f->id] != i + 1;
}

/* True when an earlier field has the same place, of which there is only one. */
static bool is_taken(const struct maker *m, const struct field *field)
{
    enum pc_list list = field_kind_of(field->id)->list;
    static const enum pc_list single[] = { PC_LIST_ANNOTE,       PC_LIST_ARTICLE_NUMBER,
                                           PC_LIST_CREATED,      PC_LIST_CALL_NUMBER,
                                           PC_LIST_PAGE_COUNT,   PC_LIST_SORT_KEY,
                                           PC_LIST_ORIGINAL_DATE };

    for (size_t i = 0; i < sizeof single / sizeof single[0]; i++) {
        if (list == single[i])
            return pc_get(m->record, pc_key_of(list).p, 0).n != 0;
    }
    return false;
}

void make_record(struct maker *m, pc_record *record, const struct entry *entry)
{
    m->record = record;
    m->entry = entry;
    m->is_biblatex = is_biblatex(entry);
    add_type(m);
    add(m, PC_LIST_CITATION_KEY, entry->key);
    add(m, PC_LIST_MARKUP, pc_s("tex"));
    for (size_t i = 0; i < entry->count; i++) {
        const struct field *f = &entry->fields[i];

        if (is_repeated(m, i))
            pc_warn(m->source, f->name, "field-twice",
                    "the field '%.*s' comes twice; the first one counts", PC_FMT(f->name));
        else if (is_taken(m, f))
            add_own(m, f->name, f->value);
        else
            add_field(m, f);
    }
    add_container(m);
    add_number(m);
    add_date(m);
    add_eprint(m);
}

void maker_free(struct maker *m)
{
    pc_text_free(&m->spaced);
    pc_text_free(&m->plain);
    pc_text_free(&m->decoded);
    pc_text_free(&m->joined);
    pc_text_free(&m->parts);
    pc_text_free(&m->printed);
}
