/* bibtex_entry.c - one entry: its type, its fields, and the fields that are lost. */
#include "entry.h"

/* The text before the value of a field. */
#define FIELD(name) ",\n  " name " = "

static pc_str trimmed_value(const struct entry *e, enum pc_list list)
{
    return pc_trim(pc_fields_first(e->fields, list));
}

/* ---- fields ---------------------------------------------------------------------- */

static void put_authors(struct entry *e)
{
    const char *start = FIELD("author") "{";

    if (!entry_put_people(e, start, PC_LIST_AUTHOR))
        return;
    if (trimmed_value(e, PC_LIST_AUTHORS_TRUNCATED).n != 0) {
        entry_mark(e, PC_LIST_AUTHORS_TRUNCATED);
        e->out.n--;
        pc_text_puts(&e->out, " and others}");
    }
    pc_entry_put_annotations(e, start);
}

/* BibTeX has no field for a subtitle: "Title: subtitle", unless the title ends in a mark. */
static void put_subtitle(struct entry *e)
{
    pc_str title = trimmed_value(e, PC_LIST_TITLE), subtitle = trimmed_value(e, PC_LIST_SUBTITLE);

    if (e->style->biblatex || subtitle.n == 0)
        return;
    entry_mark(e, PC_LIST_SUBTITLE);
    pc_text_puts(&e->out, strchr("?!.:", title.p[title.n - 1]) != NULL ? " " : ": ");
    pc_entry_put_heading(e, subtitle);
}

static void put_title(struct entry *e)
{
    pc_str title = trimmed_value(e, PC_LIST_TITLE);
    bool whole = e->style->protect == PC_BIBTEX_WHOLE;
    size_t before = e->out.n, start;

    entry_mark(e, PC_LIST_TITLE);
    if (title.n == 0)
        return;
    pc_text_puts(&e->out, FIELD("title") "{");
    if (whole)
        pc_text_putc(&e->out, '{');
    if (whole && strchr("\\&#_$%{", title.p[0]) != NULL)
        pc_text_puts(&e->out, "{}"); /* a brace before a command protects nothing */
    start = e->out.n;
    pc_entry_put_heading(e, title);
    if (pc_entry_is_blank(e, start)) {
        e->out.n = before;
        return;
    }
    put_subtitle(e);
    pc_text_puts(&e->out, "}");
    if (whole)
        pc_text_putc(&e->out, '}');
}

/* START, VALUE and END; nothing when VALUE is empty. */
static void put_plain(struct entry *e, const char *start, const char *value, const char *end)
{
    if (value[0] == '\0')
        return;
    pc_text_puts(&e->out, start);
    pc_text_puts(&e->out, value);
    pc_text_puts(&e->out, end);
}

/* Without a year, BibTeX's styles do not see the date, but other readers do. */
static void put_date(struct entry *e, const pc_edtf *date)
{
    char text[PC_EDTF_SIZE];
    pc_edtf_bibtex fields;

    if (e->fields->first[PC_LIST_DATE] == NULL)
        return;
    if (e->has_year)
        entry_mark(e, PC_LIST_DATE);
    if (e->style->biblatex) {
        pc_edtf_to_biblatex(date, text);
        put_plain(e, FIELD("date") "{", text, "}");
    } else if (e->has_year && pc_edtf_to_bibtex(date, &fields)) {
        put_plain(e, FIELD("year") "{", fields.year, "}");
        put_plain(e, FIELD("month"), fields.month, "");
        put_plain(e, FIELD("day") "{", fields.day, "}");
    } else {
        pc_entry_put_one(e, pc_s(FIELD("x-date") "{"), trimmed_value(e, PC_LIST_DATE),
                         pc_entry_put_text);
    }
}

static void put_arxiv(struct entry *e)
{
    /* An archive alone, such as cs, is no category. */
    const enum pc_list class = trimmed_value(e, PC_LIST_ARXIV_CATEGORY).n != 0
                                   ? PC_LIST_ARXIV_CATEGORY
                                   : PC_LIST_EPRINT_CLASS;

    if (trimmed_value(e, PC_LIST_ARXIV_ID).n == 0)
        return;
    entry_put_field(e, FIELD("eprint") "{", PC_LIST_ARXIV_ID, pc_entry_put_address);
    pc_text_puts(&e->out, e->style->biblatex ? FIELD("eprinttype") "{arxiv}"
                                             : FIELD("archiveprefix") "{arXiv}");
    entry_put_field(e, e->style->biblatex ? FIELD("eprintclass") "{" : FIELD("primaryclass") "{",
                    class, pc_entry_put_address);
}

/* Appends VALUE to the field that ends here; START begins the field when there is none. */
static bool put_further(struct entry *e, bool any, const char *start, pc_str separator,
                        pc_str value)
{
    size_t before = e->out.n;

    if (value.n == 0)
        return any;
    if (!any) {
        pc_entry_put_one(e, pc_s(start), value, pc_entry_put_text);
        return e->out.n != before;
    }
    e->out.n--;
    pc_entry_put_one(e, separator, value, pc_entry_put_text);
    if (e->out.n == before - 1)
        pc_text_puts(&e->out, "}");
    return true;
}

/* With the category, unless put_arxiv() has written it, and with the classifications. */
static void put_keywords(struct entry *e)
{
    const char *start = FIELD("keywords") "{";
    const pc_str comma = pc_s(", ");
    pc_str category = trimmed_value(e, PC_LIST_ARXIV_CATEGORY);
    bool any = entry_put_all(e, start, PC_LIST_KEYWORD, pc_entry_put_text, ", ");

    entry_mark(e, PC_LIST_CATEGORY);
    entry_mark(e, PC_LIST_ARXIV_CATEGORY);
    if (category.n == 0)
        category = trimmed_value(e, PC_LIST_CATEGORY);
    else if (trimmed_value(e, PC_LIST_ARXIV_ID).n != 0)
        category = pc_none();
    any = put_further(e, any, start, comma, category);
    entry_mark(e, PC_LIST_CLASSIFICATION);
    for (const pc_value *v = e->fields->first[PC_LIST_CLASSIFICATION]; v != NULL; v = v->next)
        any = put_further(e, any, start, comma, pc_trim(v->text));
}

/* biblatex has one field for both. */
static void put_annotations(struct entry *e)
{
    const bool biblatex = e->style->biblatex;
    bool any =
        entry_put_all(e, biblatex ? FIELD("annotation") "{Affiliation: " : FIELD("affiliation") "{",
                      PC_LIST_AFFILIATION, pc_entry_put_text, "; ");

    if (e->fields->first[PC_LIST_ANNOTE] == NULL)
        return;
    if (!biblatex) {
        entry_put_field(e, FIELD("annote") "{", PC_LIST_ANNOTE, pc_entry_put_text);
        return;
    }
    entry_mark(e, PC_LIST_ANNOTE);
    put_further(e, any, FIELD("annotation") "{", pc_s("; "), trimmed_value(e, PC_LIST_ANNOTE));
}

static void put_notes(struct entry *e)
{
    const char *start = FIELD("note") "{";
    const pc_str semicolon = pc_s("; ");
    bool any = entry_put_all(e, start, PC_LIST_NOTE, pc_entry_put_text, "; ");

    entry_mark(e, PC_LIST_JOURNAL_REF);
    any = put_further(e, any, start, semicolon, trimmed_value(e, PC_LIST_JOURNAL_REF));
    if (e->style->biblatex || !entry_has(e, PC_LIST_STATUS))
        return;
    entry_mark(e, PC_LIST_STATUS);
    put_further(e, any, start, semicolon, trimmed_value(e, PC_LIST_STATUS));
}

/* ---- lost fields ----------------------------------------------------------------- */

/* True when the entry shows only the first of several values. */
static bool shows_first_only(const struct entry *e, enum pc_list list)
{
    return list == PC_LIST_URL ||
           (e->style->biblatex && (list == PC_LIST_ISBN || list == PC_LIST_ISSN));
}

static bool is_written(const struct entry *e, enum pc_list list)
{
    return (e->written[list / 64] >> list % 64 & 1) != 0;
}

/* A name has its parts and annotations; the entry type, not the record, says what an institution is. */
static bool is_qualifier_lost(const struct entry *e, enum pc_list list)
{
    return pc_part_of(list) == PC_PARTS || !is_written(e, pc_parent_of(list));
}

static bool is_lost(const struct entry *e, const pc_value *v)
{
    if (v->list > PC_LIST_OTHERS)
        return is_qualifier_lost(e, v->list);
    if (!is_written(e, v->list))
        return true;
    return v != e->fields->first[v->list] && shows_first_only(e, v->list);
}

/* ---- the entry ------------------------------------------------------------------- */

/* True when the record has a field that records of pages do not have. */
static bool has_publication(const pc_fields *fields)
{
#define IN(word, list) ((list) / 64 == (word) ? (uint64_t)1 << (list) % 64 : 0)
#define PAGE(word)                                                                         \
    (IN(word, PC_LIST_CITATION_KEY) | IN(word, PC_LIST_TITLE) | IN(word, PC_LIST_AUTHOR) | \
     IN(word, PC_LIST_AUTHORS_TRUNCATED) | IN(word, PC_LIST_AFFILIATION) |                 \
     IN(word, PC_LIST_DATE) | IN(word, PC_LIST_LISTED) | IN(word, PC_LIST_CATEGORY) |      \
     IN(word, PC_LIST_ARXIV_CATEGORY) | IN(word, PC_LIST_ARXIV_CATEGORY_CANDIDATE) |       \
     IN(word, PC_LIST_SCORE) | IN(word, PC_LIST_HAS_CODE) | IN(word, PC_LIST_ARXIV_ID) |   \
     IN(word, PC_LIST_DOI) | IN(word, PC_LIST_URL) | IN(word, PC_LIST_KEYWORD) |           \
     IN(word, PC_LIST_NOTE) | IN(word, PC_LIST_MARKUP) | IN(word, PC_LIST_ABSTRACT) |      \
     IN(word, PC_LIST_OTHERS))
    static const uint64_t page[] = { PAGE(0), PAGE(1) };
#undef PAGE
#undef IN
    _Static_assert(sizeof page == sizeof fields->present, "a word each");

    return ((fields->present[0] & ~page[0]) | (fields->present[1] & ~page[1])) != 0;
}

static void put_fields(struct entry *e, const pc_edtf *date)
{
    put_authors(e);
    put_title(e);
    if (has_publication(e->fields))
        pc_entry_put_publication(e);
    put_date(e, date);
    put_arxiv(e);
    entry_put_field(e, FIELD("doi") "{", PC_LIST_DOI, pc_entry_put_address);
    entry_put_field(e, FIELD("url") "{", PC_LIST_URL, pc_entry_put_address);
    put_keywords(e);
    put_annotations(e);
    put_notes(e);
    for (const pc_value *v = e->fields->first[PC_LIST_OTHERS]; v != NULL; v = v->next) {
        if (!pc_entry_put_own(e, v) && !e->style->quiet)
            pc_lost_key(e->record, v->key);
    }
    entry_put_field(e, FIELD("abstract") "{", PC_LIST_ABSTRACT, pc_entry_put_text);
}

/* Estimates the size of the entry from its values and the names of its fields. */
static size_t size_of(const pc_value *fields)
{
    enum { NAME = 64 };
    size_t size = NAME;

    for (; fields != NULL; fields = fields->after)
        size += fields->text.n + fields->text.n / 16 + NAME;
    return size;
}

static void put_entry(struct entry *e)
{
    pc_edtf date;
    size_t start;

    e->has_year = pc_edtf_parse(trimmed_value(e, PC_LIST_DATE), &date) &&
                  (date.start.unspecified & PC_EDTF_X_YEAR) == 0;
    e->type = pc_entry_type_of(e->fields, e->style->biblatex, e->has_year);
    entry_mark(e, PC_LIST_MARKUP);
    entry_mark(e, PC_LIST_CITATION_KEY);
    entry_mark(e, PC_LIST_OTHERS);
    if (e->type.exact)
        entry_mark(e, PC_LIST_TYPE);
    pc_text_room(&e->out, size_of(e->fields->all));
    pc_text_add(&e->out, e->type.start);
    pc_text_add(&e->out, trimmed_value(e, PC_LIST_CITATION_KEY));
    start = e->out.n;
    put_fields(e, &date);
    if (e->out.n != start)
        pc_text_puts(&e->out, "\n}\n");
    else
        pc_text_puts(&e->out, ",\n}\n");
}

static void count_lost(const struct entry *e)
{
    for (const pc_value *v = e->fields->all; v != NULL; v = v->after) {
        if (is_lost(e, v))
            pc_lost_key(e->record, v->key);
    }
}

bool pc_bibtex_entry(pc_text *out, const pc_record *record, const pc_fields *fields,
                     const pc_bibtex_style *style)
{
    struct entry e = { .style = style, .record = record, .fields = fields, .out = *out };

    e.markup = pc_markup_read(pc_fields_first(fields, PC_LIST_MARKUP));
    put_entry(&e);
    if (!style->quiet)
        count_lost(&e);
    *out = e.out;
    pc_text_free(&e.part);
    pc_text_free(&e.person.text);
    pc_text_free(&e.person.part);
    pc_entry_free_annotations(&e);
    return !e.too_long;
}
