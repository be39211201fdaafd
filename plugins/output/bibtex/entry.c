/* entry.c - one entry: its type, its fields, and the fields that are lost. */
#include "bibtex.h"

/* The text before the value of a field. */
#define FIELD(name) ",\n  " name " = "

static const char *const months[] = {
    FIELD("month") "jan", FIELD("month") "feb", FIELD("month") "mar", FIELD("month") "apr",
    FIELD("month") "may", FIELD("month") "jun", FIELD("month") "jul", FIELD("month") "aug",
    FIELD("month") "sep", FIELD("month") "oct", FIELD("month") "nov", FIELD("month") "dec",
};

static pc_str trimmed_value(const struct entry *e, enum pc_list list)
{
    return pc_trim(pc_fields_first(e->fields, list));
}

/* START and {NUMBER}; nothing when NUMBER is 0. */
static void put_number(struct entry *e, pc_str start, int number)
{
    char digits[16], *p = digits + sizeof digits;

    if (number == 0)
        return;
    *--p = '}';
    for (; number != 0; number /= 10)
        *--p = (char)('0' + number % 10);
    *--p = '{';
    pc_text_add(&e->out, start);
    pc_text_add(&e->out, pc_sub(p, (size_t)(digits + sizeof digits - p)));
}

/* START, the address VALUE, and a brace. */
static void put_address(struct entry *e, pc_str start, pc_str value)
{
    if (value.n == 0)
        return;
    pc_text_add(&e->out, start);
    bibtex_put_address(e, value);
    pc_text_puts(&e->out, "}");
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

/* START, the escaped text VALUE, and a brace; nothing when the text prints nothing. */
static void put_text(struct entry *e, pc_str start, pc_str value)
{
    size_t before = e->out.n;

    if (value.n == 0)
        return;
    pc_text_add(&e->out, start);
    bibtex_put_text(e, value);
    if (is_blank(e, before + start.n))
        e->out.n = before;
    else
        pc_text_puts(&e->out, "}");
}

typedef void put_value(struct entry *e, pc_str value);

/* START, all values of LIST, and a brace; false when no value prints anything. */
static bool put_values(struct entry *e, pc_str start, put_value *put, enum pc_list list,
                       pc_str separator)
{
    bool any = false;

    for (const pc_value *v = e->fields->first[list]; v != NULL; v = v->next) {
        size_t before = e->out.n, shown;

        pc_text_add(&e->out, any ? separator : start);
        shown = e->out.n;
        put(e, pc_trim(v->text));
        if (is_blank(e, shown))
            e->out.n = before;
        else
            any = true;
    }
    if (any)
        pc_text_puts(&e->out, "}");
    return any;
}

/* ---- fields ---------------------------------------------------------------------- */

static void put_authors(struct entry *e)
{
    if (put_values(e, pc_s(FIELD("author") "{"), bibtex_put_name, PC_LIST_AUTHOR, pc_s(" and ")) &&
        trimmed_value(e, PC_LIST_AUTHORS_TRUNCATED).n != 0) {
        e->out.n--;
        pc_text_puts(&e->out, " and others}");
    }
}

static void put_title(struct entry *e)
{
    static const enum pc_protect how[] = {
        [ACRONYMS] = PC_PROTECT_ACRONYMS,
        [ALL] = PC_PROTECT_CAPITALS,
        [WHOLE] = PC_PROTECT_NONE,
        [NONE] = PC_PROTECT_MATH,
    };
    pc_str title = trimmed_value(e, PC_LIST_TITLE);
    bool whole = e->options->protect == WHOLE;
    size_t before = e->out.n, start;

    if (title.n == 0)
        return;
    pc_text_puts(&e->out, FIELD("title") "{");
    if (whole)
        pc_text_putc(&e->out, '{');
    if (whole && strchr("\\&#_$%{", title.p[0]) != NULL)
        pc_text_puts(&e->out, "{}"); /* a brace before a command protects nothing */
    start = e->out.n;
    bibtex_put(e, title, how[e->options->protect]);
    if (is_blank(e, start)) {
        e->out.n = before;
        return;
    }
    pc_text_puts(&e->out, "}");
    if (whole)
        pc_text_putc(&e->out, '}');
}

static void put_date(struct entry *e)
{
    if (e->options->biblatex) {
        put_text(e, pc_s(FIELD("date") "{"), trimmed_value(e, PC_LIST_DATE));
    } else if (e->date.year == 0) {
        put_text(e, pc_s(FIELD("x-date") "{"), trimmed_value(e, PC_LIST_DATE));
    } else {
        put_number(e, pc_s(FIELD("year")), e->date.year);
        if (e->date.month != 0)
            pc_text_puts(&e->out, months[e->date.month - 1]);
        put_number(e, pc_s(FIELD("day")), e->date.day);
    }
}

static void put_arxiv(struct entry *e)
{
    pc_str id = trimmed_value(e, PC_LIST_ARXIV_ID),
           category = trimmed_value(e, PC_LIST_ARXIV_CATEGORY);

    if (id.n == 0)
        return;
    put_address(e, pc_s(FIELD("eprint") "{"), id);
    if (e->options->biblatex) {
        pc_text_puts(&e->out, FIELD("eprinttype") "{arxiv}");
        put_address(e, pc_s(FIELD("eprintclass") "{"), category);
    } else {
        pc_text_puts(&e->out, FIELD("archiveprefix") "{arXiv}");
        put_address(e, pc_s(FIELD("primaryclass") "{"), category);
    }
}

/* With the category, unless put_arxiv() has written it. */
static void put_keywords(struct entry *e)
{
    pc_str start = pc_s(FIELD("keywords") "{"), category = trimmed_value(e, PC_LIST_ARXIV_CATEGORY);
    bool written = category.n != 0 && trimmed_value(e, PC_LIST_ARXIV_ID).n != 0;

    if (category.n == 0)
        category = trimmed_value(e, PC_LIST_CATEGORY);
    if (written)
        category = pc_none();
    if (!put_values(e, start, bibtex_put_text, PC_LIST_KEYWORD, pc_s(", "))) {
        put_text(e, start, category);
    } else if (category.n != 0) {
        e->out.n--;
        pc_text_puts(&e->out, ", ");
        bibtex_put_text(e, category);
        pc_text_puts(&e->out, "}");
    }
}

static void put_affiliations(struct entry *e)
{
    pc_str start = e->options->biblatex ? pc_s(FIELD("annotation") "{Affiliation: ")
                                        : pc_s(FIELD("affiliation") "{");

    put_values(e, start, bibtex_put_text, PC_LIST_AFFILIATION, pc_s("; "));
}

/* ---- lost fields ----------------------------------------------------------------- */

static bool is_lost(const struct entry *e, const pc_value *v)
{
    switch (v->list) {
    case PC_LIST_DATE:
        return e->date.year == 0;
    case PC_LIST_AUTHORS_TRUNCATED:
        return trimmed_value(e, PC_LIST_AUTHOR).n == 0;
    case PC_LIST_URL:
        return v != e->fields->first[PC_LIST_URL];
    case PC_LIST_LISTED:
    case PC_LIST_ARXIV_CATEGORY_CANDIDATE:
    case PC_LIST_SCORE:
    case PC_LIST_HAS_CODE:
    case PC_LIST_OTHERS:
        return true;
    default:
        return false;
    }
}

/* ---- the entry ------------------------------------------------------------------- */

static pc_str type_of(const struct entry *e)
{
    if (!e->options->biblatex)
        return pc_s("@misc{"); /* what arXiv exports; plain.bst does not know @online */
    if (trimmed_value(e, PC_LIST_ARXIV_ID).n || trimmed_value(e, PC_LIST_URL).n ||
        trimmed_value(e, PC_LIST_DOI).n)
        return pc_s("@online{");
    if (trimmed_value(e, PC_LIST_TITLE).n && trimmed_value(e, PC_LIST_AUTHOR).n && e->date.year)
        return pc_s("@unpublished{");
    return pc_s("@misc{");
}

static void put_fields(struct entry *e)
{
    put_authors(e);
    put_title(e);
    put_date(e);
    put_arxiv(e);
    put_address(e, pc_s(FIELD("doi") "{"), trimmed_value(e, PC_LIST_DOI));
    put_address(e, pc_s(FIELD("url") "{"), trimmed_value(e, PC_LIST_URL));
    put_keywords(e);
    put_affiliations(e);
    put_values(e, pc_s(FIELD("note") "{"), bibtex_put_text, PC_LIST_NOTE, pc_s("; "));
    put_text(e, pc_s(FIELD("abstract") "{"), trimmed_value(e, PC_LIST_ABSTRACT));
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
    size_t start;

    pc_date_parse(trimmed_value(e, PC_LIST_DATE), &e->date); /* else it stays 0 */
    pc_text_room(&e->out, size_of(e->fields->all));
    pc_text_add(&e->out, type_of(e));
    pc_text_add(&e->out, trimmed_value(e, PC_LIST_CITATION_KEY));
    start = e->out.n;
    put_fields(e);
    if (e->out.n != start)
        pc_text_puts(&e->out, "\n}\n");
    else
        pc_text_puts(&e->out, ",\n}\n");
    for (const pc_value *v = e->fields->all; v != NULL; v = v->after) {
        if (is_lost(e, v))
            pc_lost_key(e->record, v->key);
    }
}
