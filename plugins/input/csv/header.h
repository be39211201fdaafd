/* header.h - the first line of a table: its delimiter, and what its columns hold. */
#ifndef PAPERCONV_CSV_HEADER_H
#define PAPERCONV_CSV_HEADER_H

#include "paperconv/fields.h"

/* What the cells of a column hold. */
enum content {
    CUSTOM,    /* a custom field */
    TEXT,      /* one value */
    OWN_LIST,  /* as the output csv writes lists: "A; B", with \; and \\ */
    QUALIFIER, /* the same, with a place for each value of the field */
    LIST,      /* values separated by ; or in a Python list */
    PEOPLE,
    GLUED_PEOPLE, /* names with nothing between them */
    DATE,
    YEAR,
    DAY_OF_YEAR, /* MAY 17, without the year */
    KIND,        /* the type of the work */
    FIRST_PAGE,
    LAST_PAGE,
    DOI,
    DOCUMENT,
    MEMBER,
    LINE_NUMBER,
    NOTHING /* what another column says as well */
};

struct known_name {
    const char *name; /* small letters and digits of the name in the header */
    enum content content;
    enum pc_list list;
};

/* The column that NAME, of the table of an exporter, is; NULL when it is not known.  WOS: names may be
 * the two-letter tags of Web of Science. */
const struct known_name *known_name_find(pc_str name, bool wos);

/* True for a name that the output csv writes: the key or the member of a field, a qualifier, or a part of
 * the place; *LIST and *CONTENT then are what the column holds. */
bool own_name_find(pc_str name, enum pc_list *list, enum content *content);

/* True for a name that the output csv writes for a custom field. */
bool own_custom_name(pc_str name);

/* What the first line is. */
struct header {
    char delimiter;
    size_t count;   /* of the names */
    size_t known;   /* of an exporter, or ours */
    size_t own;     /* names that the output csv writes, those of custom fields too */
    bool has_place; /* document and line */
    bool wos;       /* the tags of Web of Science */
    bool springer;  /* the names of SpringerLink */
};

/* Chooses the delimiter that gives LINE the most known names, or uses DELIMITER when it is not NUL. */
struct header header_read(pc_str line, char delimiter);
/* The delimiter of a line such as sep=; which Excel reads; NUL when LINE is none. */
char header_separator(pc_str line);

#endif
