/* card.c - a record as an element of the page: what a reader looks for first, then what is folded.
 *
 * The attributes data-... are for the script, which makes the facets and the order from them. */
#include "html.h"

#include "paperconv/dates.h"
#include "paperconv/names.h"

/* The lists that a card shows outside of its table of fields, a bit each. */
struct shown {
    uint64_t lists[(PC_LISTS + 63) / 64];
};

struct card {
    pc_text *out;
    const pc_record *record;
    const pc_fields *fields;
    enum pc_markup markup;
    struct shown shown;
};

static void mark_shown(struct card *c, enum pc_list list)
{
    c->shown.lists[list / 64] |= (uint64_t)1 << list % 64;
}

static bool is_shown(const struct card *c, enum pc_list list)
{
    return list < PC_LISTS && (c->shown.lists[list / 64] >> list % 64 & 1) != 0;
}

static void put_value(struct card *c, pc_str value)
{
    pc_html_value(c->out, value, c->markup);
}

/* START, the first value of LIST and END; nothing when the record has none. */
static bool put_field(struct card *c, const char *start, enum pc_list list, const char *end)
{
    const pc_str value = html_first(c->fields, list);

    if (value.n == 0)
        return false;
    pc_text_puts(c->out, start);
    put_value(c, value);
    pc_text_puts(c->out, end);
    mark_shown(c, list);
    return true;
}

/* ---- attributes ------------------------------------------------------------------ */

static void put_attribute(struct card *c, const char *name, pc_str value)
{
    if (value.n == 0)
        return;
    pc_text_puts(c->out, " data-");
    pc_text_puts(c->out, name);
    pc_text_puts(c->out, "=\"");
    pc_html_escape(c->out, value);
    pc_text_puts(c->out, "\"");
}

static void put_year(struct card *c)
{
    char digits[24];
    pc_edtf date;
    int64_t year;

    if (!pc_edtf_parse(html_first(c->fields, PC_LIST_DATE), &date) ||
        !pc_edtf_first_year(&date, &year))
        return;
    snprintf(digits, sizeof digits, "%lld", (long long)year);
    put_attribute(c, "year", pc_s(digits));
}

/* All categories, each on a line. */
static void put_categories(struct card *c)
{
    const enum pc_list first = c->fields->first[PC_LIST_ARXIV_CATEGORY] != NULL
                                   ? PC_LIST_ARXIV_CATEGORY
                                   : PC_LIST_CATEGORY;
    pc_text lines = { 0 };

    pc_text_add(&lines, html_first(c->fields, first));
    for (const pc_value *v = c->fields->first[PC_LIST_CROSS_CATEGORY]; v != NULL; v = v->next) {
        pc_text_puts(&lines, lines.n != 0 ? "\n" : "");
        pc_text_add(&lines, v->text);
    }
    put_attribute(c, "category", pc_text_str(&lines));
    pc_text_free(&lines);
}

static void put_document(struct card *c)
{
    const struct pc_place place = pc_where(c->record);
    pc_text name = { 0 };

    pc_text_add(&name, place.document);
    if (place.member.n != 0) {
        pc_text_puts(&name, "!/");
        pc_text_add(&name, place.member);
    }
    put_attribute(c, "document", pc_text_str(&name));
    pc_text_free(&name);
}

static void put_attributes(struct card *c)
{
    const pc_value *author = c->fields->first[PC_LIST_AUTHOR];

    put_attribute(c, "date", html_first(c->fields, PC_LIST_DATE));
    put_year(c);
    put_attribute(c, "type", html_first(c->fields, PC_LIST_TYPE));
    put_categories(c);
    put_document(c);
    if (author != NULL) {
        const pc_person person = pc_person_from_value(author);
        const pc_str family = person.family.n != 0 ? person.family : author->text;
        pc_text scratch = { 0 };

        put_attribute(c, "family", html_without_markup(&scratch, family, c->markup));
        pc_text_free(&scratch);
    }
}

/* ---- what is always shown -------------------------------------------------------- */

static void put_title(struct card *c)
{
    const pc_str title = html_first(c->fields, PC_LIST_TITLE);
    const pc_str subtitle = html_first(c->fields, PC_LIST_SUBTITLE);

    mark_shown(c, PC_LIST_TITLE);
    mark_shown(c, PC_LIST_SUBTITLE);
    if (title.n == 0 && subtitle.n == 0) {
        pc_text_puts(c->out, "<h3 class=\"none\">Without a title</h3>\n");
        return;
    }
    pc_text_puts(c->out, "<h3>");
    put_value(c, title);
    if (subtitle.n != 0) {
        pc_text_puts(c->out, title.n != 0 ? ": " : "");
        put_value(c, subtitle);
    }
    pc_text_puts(c->out, "</h3>\n");
}

/* Beyond some, the authors are folded: there are papers with thousands. */
static void put_authors(struct card *c)
{
    enum { OPEN = 12 };
    const pc_value *v = c->fields->first[PC_LIST_AUTHOR];
    size_t count = 0, folded = 0;

    mark_shown(c, PC_LIST_AUTHOR);
    if (v == NULL)
        return;
    for (const pc_value *w = v; w != NULL; w = w->next)
        folded++;
    pc_text_puts(c->out, "<div class=\"authors\">");
    for (; v != NULL; v = v->next, count++) {
        pc_text_puts(c->out, count != 0 ? ", " : "");
        if (count == OPEN && folded > OPEN + 3) {
            pc_text_puts(c->out, "<details><summary>and ");
            html_number(c->out, folded - OPEN);
            pc_text_puts(c->out, " more</summary>");
        }
        pc_text_puts(c->out, "<span>");
        put_value(c, pc_trim(v->text));
        pc_text_puts(c->out, "</span>");
    }
    if (folded > OPEN + 3)
        pc_text_puts(c->out, "</details>");
    if (html_first(c->fields, PC_LIST_AUTHORS_TRUNCATED).n != 0)
        pc_text_puts(c->out, " et al.");
    mark_shown(c, PC_LIST_AUTHORS_TRUNCATED);
    pc_text_puts(c->out, "</div>\n");
}

/* The journal with volume, issue and pages, in one piece. */
static void put_container(struct card *c)
{
    if (!put_field(c, "<span><cite>", PC_LIST_CONTAINER_TITLE, "</cite>"))
        return;
    put_field(c, " ", PC_LIST_VOLUME, "");
    put_field(c, "(", PC_LIST_ISSUE, ")");
    put_field(c, ", ", PC_LIST_PAGES, "");
    pc_text_puts(c->out, "</span> ");
}

/* EDTF as it is, but a day without its year in words. */
static void put_date(struct card *c)
{
    static const char *const months[] = { "January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December" };
    pc_date date;

    if (!pc_date_parse(html_first(c->fields, PC_LIST_DATE), &date) || date.year != 0) {
        put_field(c, "<span>", PC_LIST_DATE, "</span> ");
        return;
    }
    mark_shown(c, PC_LIST_DATE);
    pc_text_puts(c->out, "<span>");
    html_number(c->out, (uint64_t)date.day);
    pc_text_puts(c->out, " ");
    pc_text_puts(c->out, months[date.month - 1]);
    pc_text_puts(c->out, "</span> ");
}

static void put_place(struct card *c)
{
    const size_t start = c->out->n;
    size_t empty;

    pc_text_puts(c->out, "<p class=\"place\">");
    empty = c->out->n;
    put_date(c);
    put_container(c);
    put_field(c, "<span>", PC_LIST_PUBLISHER, "</span> ");
    put_field(c, "<span>", PC_LIST_TYPE, "</span> ");
    if (!put_field(c, "<span class=\"category\">", PC_LIST_ARXIV_CATEGORY, "</span> "))
        put_field(c, "<span class=\"category\">", PC_LIST_CATEGORY, "</span> ");
    if (c->out->n == empty)
        c->out->n = start;
    else
        pc_text_puts(c->out, "</p>\n");
}

/* ---- what is folded -------------------------------------------------------------- */

/* The end of the first paragraph of S: the place of a blank line, or the end of S. */
static size_t paragraph_end(pc_str s)
{
    for (const char *p = s.p; (p = memchr(p, '\n', (size_t)(s.p + s.n - p))) != NULL; p++) {
        if (p + 1 < s.p + s.n && p[1] == '\n')
            return (size_t)(p - s.p);
    }
    return s.n;
}

/* The paragraphs of the abstract, which a blank line separates. */
static void put_abstract(struct card *c)
{
    pc_str rest = html_first(c->fields, PC_LIST_ABSTRACT);

    mark_shown(c, PC_LIST_ABSTRACT);
    if (rest.n == 0)
        return;
    /* Without a title it is all that says what the paper is about. */
    pc_text_puts(c->out, html_first(c->fields, PC_LIST_TITLE).n != 0
                             ? "<details class=\"abstract\"><summary>Abstract</summary>"
                             : "<details class=\"abstract\" open><summary>Abstract</summary>");
    while (rest.n != 0) {
        const size_t end = paragraph_end(rest);

        pc_text_puts(c->out, "<p>");
        put_value(c, pc_trim(pc_sub(rest.p, end)));
        pc_text_puts(c->out, "</p>");
        rest = pc_trim(pc_drop(rest, end));
    }
    pc_text_puts(c->out, "</details>\n");
}

static void put_row(struct card *c, pc_str key, pc_str value)
{
    pc_text_puts(c->out, "<dt>");
    pc_html_escape(c->out, key);
    pc_text_puts(c->out, "</dt><dd>");
    put_value(c, value);
    pc_text_puts(c->out, "</dd>");
}

/* True when a part of a name stands in the name.  Long parts, which take long to look for, do not. */
static bool is_in_name(pc_str part, pc_str name)
{
    enum { LONGEST = 100 };

    if (part.n == 0 || part.n > LONGEST)
        return false;
    for (; name.n >= part.n; name = pc_drop(name, 1)) {
        if (memcmp(name.p, part.p, part.n) == 0)
            return true;
    }
    return false;
}

/* What is said about a field is a row of its own, but for the parts of a name as it is printed. */
static void put_qualifiers(struct card *c, const pc_value *field)
{
    for (const pc_value *q = field->qualifiers; q != NULL; q = q->next) {
        const enum pc_part part = pc_part_of(q->list);

        if (part != PC_PART_LITERAL &&
            (part > PC_PART_LITERAL || !is_in_name(pc_trim(q->text), field->text)))
            put_row(c, q->key, q->text);
    }
}

/* True when a value of the list that is otherwise shown is not the first, which alone is. */
static bool is_further(const struct card *c, const pc_value *v)
{
    return v->list != PC_LIST_AUTHOR && v->list != PC_LIST_URL && v->list < PC_LISTS &&
           v != c->fields->first[v->list];
}

/* In the order of the table of fields, whatever order the document has. */
static void put_fields(struct card *c)
{
    const size_t start = c->out->n;
    size_t empty;

    mark_shown(c, PC_LIST_MARKUP);
    mark_shown(c, PC_LIST_CITATION_KEY); /* the entry has it */
    pc_text_puts(c->out, "<details class=\"fields\"><summary>Other fields</summary><dl>");
    empty = c->out->n;
    for (enum pc_list list = pc_fields_from(c->fields, 0); list < PC_LISTS;
         list = pc_fields_from(c->fields, list + 1u))
        for (const pc_value *v = c->fields->first[list]; v != NULL; v = v->next) {
            if (!is_shown(c, list) || is_further(c, v))
                put_row(c, v->key, v->text);
            put_qualifiers(c, v);
        }
    if (c->out->n == empty)
        c->out->n = start;
    else
        pc_text_puts(c->out, "</dl></details>\n");
}

static void put_bibtex(struct card *c, pc_str entry)
{
    pc_text_puts(c->out, "<details class=\"bibtex\"><summary>BibTeX</summary><pre>");
    pc_html_escape(c->out, entry);
    pc_text_puts(c->out, "</pre></details>\n");
}

void html_card(pc_text *out, const pc_record *record, const pc_fields *fields, uint64_t number,
               pc_str entry)
{
    static const enum pc_list linked[] = { PC_LIST_DOI, PC_LIST_ARXIV_ID, PC_LIST_PMID,
                                           PC_LIST_PMCID, PC_LIST_URL };
    struct card c = { .out = out, .record = record, .fields = fields };

    c.markup = pc_markup_read(pc_fields_first(fields, PC_LIST_MARKUP));
    pc_text_puts(out, "<article id=\"p");
    html_number(out, number);
    pc_text_puts(out, "\"");
    put_attributes(&c);
    pc_text_puts(out, ">\n");
    put_title(&c);
    put_authors(&c);
    put_place(&c);
    html_links(out, fields);
    for (size_t i = 0; i < sizeof linked / sizeof linked[0]; i++)
        mark_shown(&c, linked[i]);
    put_abstract(&c);
    put_fields(&c);
    put_bibtex(&c, entry);
    pc_text_puts(out, "</article>\n");
}
