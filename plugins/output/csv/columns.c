/* columns.c - finds columns by their names. */
#include "columns.h"

#include "paperconv/spelling.h"

#include <stdlib.h>

/* ---- all columns ----------------------------------------------------------------- */

struct known {
    const char *name;
    enum content content;
    enum pc_list list;
};

/* Their order does not change: users rely on it. */
static const struct known usual[] = {
    { "title", TEXT, PC_LIST_TITLE },
    { "authors", LIST, PC_LIST_AUTHOR },
    { "authors_truncated", TEXT, PC_LIST_AUTHORS_TRUNCATED },
    { "affiliations", LIST, PC_LIST_AFFILIATION },
    { "date", TEXT, PC_LIST_DATE },
    { "listed", TEXT, PC_LIST_LISTED },
    { "year", YEAR, PC_LIST_DATE },
    { "month", MONTH, PC_LIST_DATE },
    { "day", DAY, PC_LIST_DATE },
    { "category", TEXT, PC_LIST_CATEGORY },
    { "arxiv_category", TEXT, PC_LIST_ARXIV_CATEGORY },
    { "score", TEXT, PC_LIST_SCORE },
    { "has_code", TEXT, PC_LIST_HAS_CODE },
    { "arxiv_id", TEXT, PC_LIST_ARXIV_ID },
    { "doi", TEXT, PC_LIST_DOI },
    { "urls", LIST, PC_LIST_URL },
    { "keywords", LIST, PC_LIST_KEYWORD },
    { "abstract", TEXT, PC_LIST_ABSTRACT },
    { "markup", TEXT, PC_LIST_MARKUP },
    { "document", DOCUMENT, PC_KEYS },
    { "member", MEMBER, PC_KEYS },
    { "line", LINE, PC_KEYS },
};
enum { USUAL = sizeof usual / sizeof usual[0] };

/* By member and by key; what usual[] has is found there. */
static const struct known others[] = {
#define FIELD(list, key, member, repeats, ...)         \
    { member, repeats ? LIST : TEXT, PC_LIST_##list }, \
        { key, repeats ? LIST : TEXT, PC_LIST_##list },
#define PART(list, parent, key, ...) { key, QUALIFIER, PC_LIST_##list },
    PC_FIELDS(FIELD) PC_QUALIFIERS(PART)
#undef PART
#undef FIELD
};
enum { KNOWN = USUAL + sizeof others / sizeof others[0] };

static const struct known *known_column(size_t i)
{
    return i < USUAL ? &usual[i] : &others[i - USUAL];
}

static struct column column_named(pc_str name)
{
    for (size_t i = 0; i < KNOWN; i++) {
        const struct known *known = known_column(i);

        if (pc_eq(name, known->name))
            return (struct column){ .name = name, .content = known->content, .list = known->list };
    }
    return (struct column){ .name = name, .content = CUSTOM, .list = PC_LIST_OTHERS };
}

static const char *known_name(size_t i, const void *none)
{
    (void)none;
    return i < KNOWN ? known_column(i)->name : NULL;
}

const char *columns_nearest(pc_str name)
{
    return pc_nearest_name(name, known_name, NULL);
}

/* ---- the columns of a table ------------------------------------------------------- */

static void carry(struct columns *columns, const struct column *column)
{
    switch (column->content) {
    case TEXT:
        columns->carried[column->list] = FIRST_VALUE;
        break;
    case LIST:
    case QUALIFIER:
        columns->carried[column->list] = ALL_VALUES;
        break;
    case CUSTOM:
        columns->carried[PC_LIST_OTHERS] = NAMED_VALUES;
        break;
    default:
        break;
    }
}

static void add_column(struct columns *columns, struct column column)
{
    const uint64_t bit = (uint64_t)1 << columns->count % 64;

    if (column.list == PC_KEYS)
        columns->always_filled |= bit;
    else
        columns->filled_by[column.list] |= bit;
    columns->chosen[columns->count++] = column;
    carry(columns, &column);
}

/* A column is also the same under another name: authors and author. */
static bool is_chosen(const struct columns *columns, const struct column *column)
{
    for (size_t i = 0; i < columns->count; i++) {
        const struct column *chosen = &columns->chosen[i];

        if (column->content == chosen->content && column->list == chosen->list &&
            (column->content != CUSTOM || pc_same(column->name, chosen->name)))
            return true;
    }
    return false;
}

static size_t count_names(pc_str names)
{
    size_t count = 1;

    for (size_t i = 0; i < names.n; i++)
        count += names.p[i] == ',';
    return count;
}

int columns_open(struct columns *columns, pc_str names, pc_stage *stage)
{
    pc_str name;
    bool more = names.n != 0;

    columns->chosen = calloc(more ? count_names(names) : USUAL, sizeof *columns->chosen);
    if (columns->chosen == NULL)
        abort(); /* the host says that memory ran out */
    for (size_t i = 0; i < USUAL; i++) {
        const struct column column = column_named(pc_s(usual[i].name));

        carry(columns, &column); /* what columns= leaves out is no loss */
        if (!more)
            add_column(columns, column);
    }
    while (more) {
        struct column column;

        more = pc_cut(names, ',', &name, &names);
        if (name.n == 0)
            return pc_fatal(stage, pc_none(), "bad-option", "columns: a name is empty");
        column = column_named(name);
        if (is_chosen(columns, &column))
            return pc_fatal(stage, pc_none(), "bad-option", "column '%.*s' is named twice",
                            PC_FMT(name));
        add_column(columns, column);
    }
    return PC_OK;
}

void columns_close(struct columns *columns)
{
    free(columns->chosen);
}

bool columns_have_custom(const struct columns *columns, pc_str key)
{
    for (size_t i = 0; i < columns->count; i++) {
        if (columns->chosen[i].content == CUSTOM && pc_same(columns->chosen[i].name, key))
            return true;
    }
    return false;
}
