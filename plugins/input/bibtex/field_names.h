/* field_names.h - the names of fields in BibTeX and biblatex, and the field of a record that each
 * one is.
 *
 * The inverse of the columns bibtex and biblatex of sdk/fields.tsv, with the names that other
 * programs write. */
#ifndef BIBTEX_FIELD_NAMES_H
#define BIBTEX_FIELD_NAMES_H

#include "paperconv/fields.h"

enum how {
    HOW_OWN,      /* a field that only BibTeX knows */
    HOW_TEX,      /* text that is kept as TeX */
    HOW_TEXT,     /* text */
    HOW_VERBATIM, /* an address: no TeX */
    HOW_NAMES,    /* people, joined by "and" */
    HOW_LIST,     /* in biblatex the same for other names: publishers, places */
    HOW_COMMAS,   /* keywords: at commas or semicolons */
    HOW_PAGES,
    HOW_DATE,
    HOW_SPECIAL /* record.c says how */
};

/* X(ID, NAME, LIST, HOW) */
#define FIELD_NAMES(X)                                          \
    X(ABSTRACT, "abstract", ABSTRACT, TEX)                      \
    X(ADDRESS, "address", PLACE, LIST)                          \
    X(AFFILIATION, "affiliation", AFFILIATION, TEXT)            \
    X(AFTERWORD, "afterword", CONTRIBUTOR, NAMES)               \
    X(ANNOTATION, "annotation", ANNOTE, TEX)                    \
    X(ANNOTATOR, "annotator", CONTRIBUTOR, NAMES)               \
    X(ANNOTE, "annote", ANNOTE, TEX)                            \
    X(ARCHIVEPREFIX, "archiveprefix", OTHERS, SPECIAL)          \
    X(ARTICLENO, "articleno", ARTICLE_NUMBER, TEXT)             \
    X(ARTICLE_NUMBER, "article-number", ARTICLE_NUMBER, TEXT)   \
    X(ARTNUMBER, "art_number", ARTICLE_NUMBER, TEXT)            \
    X(AUTHOR, "author", AUTHOR, NAMES)                          \
    X(BOOKAUTHOR, "bookauthor", CONTAINER_AUTHOR, NAMES)        \
    X(BOOKSUBTITLE, "booksubtitle", OTHERS, SPECIAL)            \
    X(BOOKTITLE, "booktitle", OTHERS, SPECIAL)                  \
    X(CHAPTER, "chapter", CHAPTER, TEXT)                        \
    X(COMMENTATOR, "commentator", CONTRIBUTOR, NAMES)           \
    X(COPYRIGHT, "copyright", RIGHTS, TEXT)                     \
    X(CROSSREF, "crossref", CROSSREF, VERBATIM)                 \
    X(DATE, "date", OTHERS, SPECIAL)                            \
    X(DATEADDED, "date-added", CREATED, TEXT)                   \
    X(DATEMODIFIED, "date-modified", MODIFIED, TEXT)            \
    X(DAY, "day", OTHERS, SPECIAL)                              \
    X(DOI, "doi", OTHERS, SPECIAL)                              \
    X(EDITION, "edition", EDITION, TEXT)                        \
    X(EDITOR, "editor", EDITOR, NAMES)                          \
    X(EDITORA, "editora", CONTRIBUTOR, NAMES)                   \
    X(EDITORB, "editorb", CONTRIBUTOR, NAMES)                   \
    X(EDITORC, "editorc", CONTRIBUTOR, NAMES)                   \
    X(EID, "eid", ARTICLE_NUMBER, TEXT)                         \
    X(EISSN, "eissn", OTHERS, SPECIAL)                          \
    X(ENTRYSET, "entryset", SET, COMMAS)                        \
    X(EPRINT, "eprint", OTHERS, SPECIAL)                        \
    X(EPRINTCLASS, "eprintclass", OTHERS, SPECIAL)              \
    X(EPRINTTYPE, "eprinttype", OTHERS, SPECIAL)                \
    X(EVENTDATE, "eventdate", EVENT_DATE, DATE)                 \
    X(EVENTTITLE, "eventtitle", EVENT_TITLE, TEXT)              \
    X(FILE, "file", FILE, SPECIAL)                              \
    X(FOREWORD, "foreword", CONTRIBUTOR, NAMES)                 \
    X(GROUPS, "groups", GROUP, COMMAS)                          \
    X(HOLDER, "holder", CONTRIBUTOR, NAMES)                     \
    X(HOWPUBLISHED, "howpublished", HOWPUBLISHED, SPECIAL)      \
    X(IDS, "ids", KEY_ALIAS, COMMAS)                            \
    X(INSTITUTION, "institution", INSTITUTION, LIST)            \
    X(INTRODUCTION, "introduction", CONTRIBUTOR, NAMES)         \
    X(ISBN, "isbn", ISBN, COMMAS)                               \
    X(ISSN, "issn", ISSN, COMMAS)                               \
    X(ISSUE, "issue", OTHERS, SPECIAL)                          \
    X(ISSUESUBTITLE, "issuesubtitle", OTHERS, SPECIAL)          \
    X(ISSUETITLE, "issuetitle", ISSUE_TITLE, SPECIAL)           \
    X(JOURNAL, "journal", OTHERS, SPECIAL)                      \
    X(JOURNALSUBTITLE, "journalsubtitle", OTHERS, SPECIAL)      \
    X(JOURNALTITLE, "journaltitle", OTHERS, SPECIAL)            \
    X(KEY, "key", SORT_KEY, TEXT)                               \
    X(KEYWORD, "keyword", KEYWORD, COMMAS)                      \
    X(KEYWORDS, "keywords", KEYWORD, COMMAS)                    \
    X(LANGUAGE, "language", LANGUAGE, LIST)                     \
    X(LCCN, "lccn", CALL_NUMBER, TEXT)                          \
    X(LIBRARY, "library", CALL_NUMBER, TEXT)                    \
    X(LOCATION, "location", PLACE, LIST)                        \
    X(MAINSUBTITLE, "mainsubtitle", OTHERS, SPECIAL)            \
    X(MAINTITLE, "maintitle", MAIN_TITLE, SPECIAL)              \
    X(MONTH, "month", OTHERS, SPECIAL)                          \
    X(NOTE, "note", NOTE, TEX)                                  \
    X(NUMBER, "number", OTHERS, SPECIAL)                        \
    X(NUMPAGES, "numpages", PAGE_COUNT, TEXT)                   \
    X(OPTIONS, "options", OPTIONS, VERBATIM)                    \
    X(ORGANIZATION, "organization", INSTITUTION, LIST)          \
    X(ORIGDATE, "origdate", ORIGINAL_DATE, DATE)                \
    X(ORIGPUBLISHER, "origpublisher", ORIGINAL_PUBLISHER, TEXT) \
    X(ORIGTITLE, "origtitle", ORIGINAL_TITLE, TEXT)             \
    X(ORIGYEAR, "origyear", ORIGINAL_DATE, DATE)                \
    X(PAGES, "pages", PAGES, PAGES)                             \
    X(PAGETOTAL, "pagetotal", PAGE_COUNT, TEXT)                 \
    X(PART, "part", PART, TEXT)                                 \
    X(PDF, "pdf", OTHERS, OWN)                                  \
    X(PMCID, "pmcid", PMCID, VERBATIM)                          \
    X(PMID, "pmid", PMID, VERBATIM)                             \
    X(PRIMARYCLASS, "primaryclass", OTHERS, SPECIAL)            \
    X(PUBLISHER, "publisher", PUBLISHER, LIST)                  \
    X(PUBSTATE, "pubstate", STATUS, TEXT)                       \
    X(RELATED, "related", RELATED, SPECIAL)                     \
    X(RELATEDTYPE, "relatedtype", OTHERS, SPECIAL)              \
    X(SCHOOL, "school", INSTITUTION, LIST)                      \
    X(SERIES, "series", SERIES, TEXT)                           \
    X(SHORTJOURNAL, "shortjournal", CONTAINER_SHORT, TEXT)      \
    X(SHORTTITLE, "shorttitle", SHORT_TITLE, TEX)               \
    X(SORTKEY, "sortkey", SORT_KEY, TEXT)                       \
    X(SUBTITLE, "subtitle", SUBTITLE, TEX)                      \
    X(TIMESTAMP, "timestamp", CREATED, TEXT)                    \
    X(TITLE, "title", TITLE, TEX)                               \
    X(TITLEADDON, "titleaddon", TITLE_ADDON, TEX)               \
    X(TRANSLATOR, "translator", TRANSLATOR, NAMES)              \
    X(TYPE, "type", GENRE, SPECIAL)                             \
    X(URL, "url", URL, VERBATIM)                                \
    X(URLDATE, "urldate", ACCESSED, DATE)                       \
    X(VENUE, "venue", EVENT_PLACE, TEXT)                        \
    X(VERSION, "version", VERSION, TEXT)                        \
    X(VOLUME, "volume", VOLUME, TEXT)                           \
    X(VOLUMES, "volumes", VOLUMES, TEXT)                        \
    X(XDATA, "xdata", XDATA, COMMAS)                            \
    X(XDATE, "x-date", OTHERS, SPECIAL)                         \
    X(YEAR, "year", OTHERS, SPECIAL)

enum field_id {
    ID_NONE, /* a name that is not in the table */
#define X(id, name, list, how) ID_##id,
    FIELD_NAMES(X)
#undef X
        ID_COUNT
};

struct field_kind {
    const char *name;
    enum pc_list list;
    enum how how;
};

enum { FIELD_SLOTS = 512 };
/* Finds the names; made once, because the table is small and names are many. */
struct field_index {
    unsigned char slots[FIELD_SLOTS];
};

void field_index_make(struct field_index *index);
/* Ignores the case of ASCII letters. */
enum field_id field_id_of(const struct field_index *index, pc_str name);
const struct field_kind *field_kind_of(enum field_id id);

#endif
