/* entry.c - one entry: its type, its fields, and the fields that are lost. */
#include "bibtex.h"

/* The text before the value of a field. */
#define FIELD(name) ",\n  " name " = "

static pc_str trimmed_value(const struct entry *e, enum pc_list list)
{
    return pc_trim(pc_fields_first(e->fields, list));
}

/* True when the text from START on prints nothing. */
static bool is_blank(const struct entry *e, size_t start)
{
    for (size_t i = start; i < e->out.n; i++) {
        char c = e->out.p[i];

        if (c != ' ' && c != '~' && c != '{' && c != '}')
            return false;
    }
    return true;
}

/* START, VALUE as PUT writes it, and a brace; nothing when it prints nothing. */
static void put_one(struct entry *e, pc_str start, pc_str value, put_value *put)
{
    size_t before = e->out.n;

    if (value.n == 0)
        return;
    pc_text_add(&e->out, start);
    put(e, value);
    if (is_blank(e, before + start.n))
        e->out.n = before;
    else
        pc_text_puts(&e->out, "}");
}

void entry_put_value(struct entry *e, pc_str start, enum pc_list list, put_value *put)
{
    entry_mark(e, list);
    put_one(e, start, trimmed_value(e, list), put);
}

/* Puts VALUE behind START or SEPARATOR, whichever comes; false when it prints nothing. */
static bool put_item(struct entry *e, pc_str before_it, const pc_value *value, put_value *put)
{
    size_t before = e->out.n, shown;

    pc_text_add(&e->out, before_it);
    shown = e->out.n;
    if (put != NULL)
        put(e, pc_trim(value->text));
    else
        bibtex_put_person(e, value);
    if (!is_blank(e, shown))
        return true;
    e->out.n = before;
    return false;
}

bool entry_put_values(struct entry *e, pc_str start, enum pc_list list, put_value *put,
                      const char *separator)
{
    bool any = false;

    entry_mark(e, list);
    for (const pc_value *v = e->fields->first[list]; v != NULL; v = v->next)
        any |= put_item(e, any ? pc_s(separator) : start, v, put);
    if (any)
        pc_text_puts(&e->out, "}");
    return any;
}

/* ---- fields ---------------------------------------------------------------------- */

static void put_authors(struct entry *e)
{
    if (!entry_put_people(e, FIELD("author") "{", PC_LIST_AUTHOR) ||
        trimmed_value(e, PC_LIST_AUTHORS_TRUNCATED).n == 0)
        return;
    entry_mark(e, PC_LIST_AUTHORS_TRUNCATED);
    e->out.n--;
    pc_text_puts(&e->out, " and others}");
}

/* BibTeX has no field for a subtitle: "Title: subtitle", unless the title ends in a mark. */
static void put_subtitle(struct entry *e)
{
    pc_str title = trimmed_value(e, PC_LIST_TITLE), subtitle = trimmed_value(e, PC_LIST_SUBTITLE);

    if (e->options->biblatex || subtitle.n == 0)
        return;
    entry_mark(e, PC_LIST_SUBTITLE);
    pc_text_puts(&e->out, strchr("?!.:", title.p[title.n - 1]) != NULL ? " " : ": ");
    bibtex_put_heading(e, subtitle);
}

static void put_title(struct entry *e)
{
    pc_str title = trimmed_value(e, PC_LIST_TITLE);
    bool whole = e->options->protect == WHOLE;
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
    bibtex_put_heading(e, title);
    if (is_blank(e, start)) {
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
    if (e->options->biblatex) {
        pc_edtf_to_biblatex(date, text);
        put_plain(e, FIELD("date") "{", text, "}");
    } else if (e->has_year && pc_edtf_to_bibtex(date, &fields)) {
        put_plain(e, FIELD("year") "{", fields.year, "}");
        put_plain(e, FIELD("month"), fields.month, "");
        put_plain(e, FIELD("day") "{", fields.day, "}");
    } else {
        put_one(e, pc_s(FIELD("x-date") "{"), trimmed_value(e, PC_LIST_DATE), bibtex_put_text);
    }
}

static void put_arxiv(struct entry *e)
{
    if (trimmed_value(e, PC_LIST_ARXIV_ID).n == 0)
        return;
    entry_put_field(e, FIELD("eprint") "{", PC_LIST_ARXIV_ID, bibtex_put_address);
    pc_text_puts(&e->out, e->options->biblatex ? FIELD("eprinttype") "{arxiv}"
                                               : FIELD("archiveprefix") "{arXiv}");
    entry_put_field(e, e->options->biblatex ? FIELD("eprintclass") "{" : FIELD("primaryclass") "{",
                    PC_LIST_ARXIV_CATEGORY, bibtex_put_address);
}

/* Appends VALUE to the field that ends here; START begins the field when there is none. */
static bool put_further(struct entry *e, bool any, const char *start, pc_str separator,
                        pc_str value)
{
    size_t before = e->out.n;

    if (value.n == 0)
        return any;
    if (!any) {
        put_one(e, pc_s(start), value, bibtex_put_text);
        return e->out.n != before;
    }
    e->out.n--;
    put_one(e, separator, value, bibtex_put_text);
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
    bool any = entry_put_all(e, start, PC_LIST_KEYWORD, bibtex_put_text, ", ");

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
    const bool biblatex = e->options->biblatex;
    bool any =
        entry_put_all(e, biblatex ? FIELD("annotation") "{Affiliation: " : FIELD("affiliation") "{",
                      PC_LIST_AFFILIATION, bibtex_put_text, "; ");

    if (e->fields->first[PC_LIST_ANNOTE] == NULL)
        return;
    if (!biblatex) {
        entry_put_field(e, FIELD("annote") "{", PC_LIST_ANNOTE, bibtex_put_text);
        return;
    }
    entry_mark(e, PC_LIST_ANNOTE);
    put_further(e, any, FIELD("annotation") "{", pc_s("; "), trimmed_value(e, PC_LIST_ANNOTE));
}

static void put_notes(struct entry *e)
{
    const char *start = FIELD("note") "{";
    const pc_str semicolon = pc_s("; ");
    bool any = entry_put_all(e, start, PC_LIST_NOTE, bibtex_put_text, "; ");

    entry_mark(e, PC_LIST_JOURNAL_REF);
    any = put_further(e, any, start, semicolon, trimmed_value(e, PC_LIST_JOURNAL_REF));
    if (e->options->biblatex || !entry_has(e, PC_LIST_STATUS))
        return;
    entry_mark(e, PC_LIST_STATUS);
    put_further(e, any, start, semicolon, trimmed_value(e, PC_LIST_STATUS));
}

/* ---- lost fields ----------------------------------------------------------------- */

/* True when the entry shows only the first of several values. */
static bool shows_first_only(const struct entry *e, enum pc_list list)
{
    return list == PC_LIST_URL ||
           (e->options->biblatex && (list == PC_LIST_ISBN || list == PC_LIST_ISSN));
}

static bool is_written(const struct entry *e, enum pc_list list)
{
    return (e->written[list / 64] >> list % 64 & 1) != 0;
}

/* A name has its parts; the entry type, not the record, says what an institution is. */
static bool is_qualifier_lost(const struct entry *e, enum pc_list list)
{
    return pc_part_of(list) > PC_PART_LITERAL || !is_written(e, pc_parent_of(list));
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
        entry_put_publication(e);
    put_date(e, date);
    put_arxiv(e);
    entry_put_field(e, FIELD("doi") "{", PC_LIST_DOI, bibtex_put_address);
    entry_put_field(e, FIELD("url") "{", PC_LIST_URL, bibtex_put_address);
    put_keywords(e);
    put_annotations(e);
    put_notes(e);
    for (const pc_value *v = e->fields->first[PC_LIST_OTHERS]; v != NULL; v = v->next) {
        if (!entry_put_own(e, v))
            pc_lost_key(e->record, v->key);
    }
    entry_put_field(e, FIELD("abstract") "{", PC_LIST_ABSTRACT, bibtex_put_text);
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

void bibtex_put_entry(struct entry *e)
{
    pc_edtf date;
    size_t start;

    e->has_year = pc_edtf_parse(trimmed_value(e, PC_LIST_DATE), &date) &&
                  (date.start.unspecified & PC_EDTF_X_YEAR) == 0;
    e->type = bibtex_type(e->fields, e->options->biblatex, e->has_year);
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
    for (const pc_value *v = e->fields->all; v != NULL; v = v->after) {
        if (is_lost(e, v))
            pc_lost_key(e->record, v->key);
    }
}
