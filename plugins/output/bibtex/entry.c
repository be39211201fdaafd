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

/* True when what was written from START on shows nothing on paper. */
static bool is_blank(const struct entry *e, size_t start)
{
    for (size_t i = start; i < e->out.n; i++) {
        if (strchr(" ~{}", e->out.p[i]) == NULL)
            return false;
    }
    return true;
}

static void put_text(struct entry *e, const char *name, pc_str value)
{
    size_t before = e->out.n, start;

    if (value.n == 0)
        return;
    begin_field(e, name);
    pc_text_putc(&e->out, '{');
    start = e->out.n;
    bibtex_put_text(e, value);
    if (is_blank(e, start))
        e->out.n = before;
    else
        pc_text_putc(&e->out, '}');
}

typedef void put_value(struct entry *e, pc_str value);

/* All values of KEY in one field, after START; false when there is none to show. */
static bool put_list(struct entry *e, put_value *put, const char *name, const char *key,
                     const char *start, const char *separator)
{
    bool any = false;
    pc_str value;

    for (size_t i = 0; (value = pc_get(e->record, key, i)).n != 0; i++) {
        size_t before = e->out.n, shown;

        if (any) {
            pc_text_puts(&e->out, separator);
        } else {
            begin_field(e, name);
            pc_text_puts(&e->out, start);
        }
        shown = e->out.n;
        put(e, pc_trim(value));
        if (is_blank(e, shown))
            e->out.n = before;
        else
            any = true;
    }
    if (any)
        pc_text_putc(&e->out, '}');
    return any;
}

/* ---- fields ---------------------------------------------------------------------------- */

static void put_authors(struct entry *e)
{
    if (put_list(e, bibtex_put_name, "author", PC_AUTHOR, "{", " and ") &&
        value_of(e, PC_AUTHORS_TRUNCATED, 0).n != 0) {
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
    pc_str title = value_of(e, PC_TITLE, 0);
    bool whole = e->options->protect == WHOLE;
    size_t before = e->out.n, start;

    if (title.n == 0)
        return;
    begin_field(e, "title");
    pc_text_puts(&e->out, whole ? "{{" : "{");
    if (whole && strchr("\\&#_$%{", title.p[0]) != NULL)
        pc_text_puts(&e->out, "{}"); /* a brace before a command protects nothing */
    start = e->out.n;
    bibtex_put(e, title, how[e->options->protect]);
    if (is_blank(e, start))
        e->out.n = before;
    else
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
    if (written)
        category = pc_none();
    if (!put_list(e, bibtex_put_text, "keywords", PC_KEYWORD, "{", ", ")) {
        put_text(e, "keywords", category);
    } else if (category.n != 0) {
        e->out.n--;
        pc_text_puts(&e->out, ", ");
        bibtex_put_text(e, category);
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
    size_t fields;

    pc_text_puts(&e->out, type_of(e));
    pc_text_add(&e->out, pc_get(e->record, PC_CITATION_KEY, 0));
    fields = e->out.n;
    put_authors(e);
    put_title(e);
    put_date(e);
    put_arxiv(e);
    put_address(e, "doi", value_of(e, PC_DOI, 0));
    put_address(e, "url", value_of(e, PC_URL, 0));
    put_keywords(e);
    put_list(e, bibtex_put_text, biblatex ? "annotation" : "affiliation", PC_AFFILIATION,
             biblatex ? "{Affiliation: " : "{", "; ");
    put_list(e, bibtex_put_text, "note", PC_NOTE_TEXT, "{", "; ");
    put_text(e, "abstract", value_of(e, PC_ABSTRACT, 0));
    pc_text_puts(&e->out, e->out.n != fields ? "\n}\n" : ",\n}\n");
    count_lost(e);
}
