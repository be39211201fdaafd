/* entry.c - one entry: its type, its fields, and what they cannot carry. */
#include "bibtex.h"
#include "paperconv/dates.h"

static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                      "jul", "aug", "sep", "oct", "nov", "dec" };

static void begin_field(struct entry *e, const char *name)
{
    pc_text_puts(&e->out, ",\n  ");
    pc_text_puts(&e->out, name);
    pc_text_puts(&e->out, " = ");
    e->any = true;
}

static void put_number(struct entry *e, const char *name, const char *format, int number)
{
    char text[16];

    begin_field(e, name);
    snprintf(text, sizeof text, format, number);
    pc_text_puts(&e->out, text);
}

static pc_str value_of(const struct entry *e, const char *key, size_t i)
{
    return pc_trim(pc_get(e->record, key, i));
}

static void put_address(struct entry *e, const char *name, pc_str value)
{
    if (value.n == 0)
        return;
    begin_field(e, name);
    pc_text_putc(&e->out, '{');
    bibtex_put_address(e, value);
    pc_text_putc(&e->out, '}');
}

static void put_text(struct entry *e, const char *name, pc_str value)
{
    if (value.n == 0)
        return;
    begin_field(e, name);
    pc_text_putc(&e->out, '{');
    bibtex_put(e, value, PC_PROTECT_NONE);
    pc_text_putc(&e->out, '}');
}

/* All values of KEY in one field, after START. */
static void put_list(struct entry *e, const char *name, const char *key, const char *start,
                     const char *separator)
{
    pc_str value;

    for (size_t i = 0; (value = value_of(e, key, i)).n != 0; i++) {
        if (i == 0) {
            begin_field(e, name);
            pc_text_puts(&e->out, start);
        } else {
            pc_text_puts(&e->out, separator);
        }
        bibtex_put(e, value, PC_PROTECT_NONE);
    }
    if (value_of(e, key, 0).n != 0)
        pc_text_putc(&e->out, '}');
}

/* ---- fields ---------------------------------------------------------------------------- */

static void put_authors(struct entry *e)
{
    pc_str name;

    for (size_t i = 0; (name = value_of(e, PC_AUTHOR, i)).n != 0; i++) {
        if (i == 0) {
            begin_field(e, "author");
            pc_text_putc(&e->out, '{');
        } else {
            pc_text_puts(&e->out, " and ");
        }
        bibtex_put_name(e, name);
    }
    if (value_of(e, PC_AUTHOR, 0).n == 0)
        return;
    pc_text_puts(&e->out, value_of(e, PC_AUTHORS_TRUNCATED, 0).n != 0 ? " and others}" : "}");
}

static void put_title(struct entry *e)
{
    static const enum pc_protect how[] = {
        [ACRONYMS] = PC_PROTECT_ACRONYMS,
        [ALL] = PC_PROTECT_CAPITALS,
        [WHOLE] = PC_PROTECT_NONE,
        [NONE] = PC_PROTECT_MATH,
    };
    pc_str title = value_of(e, PC_TITLE, 0);
    bool whole = e->options->protect == WHOLE;

    if (title.n == 0)
        return;
    begin_field(e, "title");
    pc_text_puts(&e->out, whole ? "{{" : "{");
    if (whole && strchr("\\&#_$%{", title.p[0]) != NULL)
        pc_text_puts(&e->out, "{}"); /* a brace before a command protects nothing */
    bibtex_put(e, title, how[e->options->protect]);
    pc_text_puts(&e->out, whole ? "}}" : "}");
}

/* The date, when the format has a place for it: it wants a year. */
static pc_date date_of(const struct entry *e)
{
    pc_date date = { 0, 0, 0 };

    if (!pc_date_parse(value_of(e, PC_DATE, 0), &date))
        date.year = 0;
    return date;
}

static void put_date(struct entry *e)
{
    pc_date date = date_of(e);

    if (e->options->biblatex) {
        put_text(e, "date", value_of(e, PC_DATE, 0));
    } else if (date.year == 0) {
        put_text(e, "x-date", value_of(e, PC_DATE, 0));
    } else {
        put_number(e, "year", "{%d}", date.year);
        if (date.month != 0) {
            begin_field(e, "month");
            pc_text_puts(&e->out, months[date.month - 1]);
        }
        if (date.day != 0)
            put_number(e, "day", "{%d}", date.day);
    }
}

static void put_arxiv(struct entry *e)
{
    bool biblatex = e->options->biblatex;
    pc_str id = value_of(e, PC_ARXIV_ID, 0);

    if (id.n == 0)
        return;
    put_address(e, "eprint", id);
    begin_field(e, biblatex ? "eprinttype" : "archiveprefix");
    pc_text_puts(&e->out, biblatex ? "{arxiv}" : "{arXiv}");
    put_address(e, biblatex ? "eprintclass" : "primaryclass", value_of(e, PC_ARXIV_CATEGORY, 0));
}

/* With its category, unless put_arxiv() has written it. */
static void put_keywords(struct entry *e)
{
    pc_str category = value_of(e, PC_ARXIV_CATEGORY, 0);
    bool written = category.n != 0 && value_of(e, PC_ARXIV_ID, 0).n != 0;

    if (category.n == 0)
        category = value_of(e, PC_CATEGORY, 0);
    if (category.n == 0 || written) {
        put_list(e, "keywords", PC_KEYWORD, "{", ", ");
    } else if (value_of(e, PC_KEYWORD, 0).n == 0) {
        put_text(e, "keywords", category);
    } else {
        put_list(e, "keywords", PC_KEYWORD, "{", ", ");
        e->out.n--;
        pc_text_puts(&e->out, ", ");
        bibtex_put(e, category, PC_PROTECT_NONE);
        pc_text_putc(&e->out, '}');
    }
}

/* ---- what an entry cannot carry ---------------------------------------------------------- */

static const char *const carried[] = {
    PC_TITLE,    PC_AUTHOR, PC_AFFILIATION, PC_CATEGORY,  PC_ARXIV_CATEGORY, PC_ABSTRACT,
    PC_ARXIV_ID, PC_DOI,    PC_KEYWORD,     PC_NOTE_TEXT, PC_MARKUP,         PC_CITATION_KEY,
};

static bool carries(const struct entry *e, pc_str key, size_t *urls)
{
    if (pc_eq(key, PC_DATE))
        return date_of(e).year != 0;
    if (pc_eq(key, PC_AUTHORS_TRUNCATED))
        return value_of(e, PC_AUTHOR, 0).n != 0;
    if (pc_eq(key, PC_URL))
        return (*urls)++ == 0;
    for (size_t i = 0; i < sizeof carried / sizeof carried[0]; i++) {
        if (pc_eq(key, carried[i]))
            return true;
    }
    return false;
}

static void count_lost(const struct entry *e)
{
    pc_str key, value;
    size_t urls = 0;

    for (size_t i = 0; pc_field(e->record, i, &key, &value); i++) {
        if (!carries(e, key, &urls))
            pc_lost_key(e->record, key);
    }
}

/* ---- the entry --------------------------------------------------------------------------- */

static const char *type_of(const struct entry *e)
{
    if (!e->options->biblatex)
        return "@misc{"; /* what arXiv exports; plain.bst does not know @online */
    if (value_of(e, PC_ARXIV_ID, 0).n || value_of(e, PC_URL, 0).n || value_of(e, PC_DOI, 0).n)
        return "@online{";
    if (value_of(e, PC_TITLE, 0).n && value_of(e, PC_AUTHOR, 0).n && date_of(e).year)
        return "@unpublished{";
    return "@misc{";
}

void bibtex_put_entry(struct entry *e)
{
    bool biblatex = e->options->biblatex;

    pc_text_puts(&e->out, type_of(e));
    pc_text_add(&e->out, pc_get(e->record, PC_CITATION_KEY, 0));
    put_authors(e);
    put_title(e);
    put_date(e);
    put_arxiv(e);
    put_address(e, "doi", value_of(e, PC_DOI, 0));
    put_address(e, "url", value_of(e, PC_URL, 0));
    put_keywords(e);
    put_list(e, biblatex ? "annotation" : "affiliation", PC_AFFILIATION,
             biblatex ? "{Affiliation: " : "{", "; ");
    put_list(e, "note", PC_NOTE_TEXT, "{", "; ");
    put_text(e, "abstract", value_of(e, PC_ABSTRACT, 0));
    pc_text_puts(&e->out, e->any ? "\n}\n" : ",\n}\n");
    count_lost(e);
}
