/* paperconv/field_table.h - support library: the table of the fields of a record,
 * made by tools/make-fields from sdk/fields.tsv; do not edit.
 *
 * docs/fields.md has the same table in words. */
#ifndef PAPERCONV_FIELD_TABLE_H
#define PAPERCONV_FIELD_TABLE_H
/* clang-format off */

#ifdef __cplusplus
extern "C" {
#endif

/* What the value of a field is. */
enum pc_holds {
    PC_HOLDS_TEXT,
    PC_HOLDS_PERSON, /* a name as printed */
    PC_HOLDS_DATE,   /* EDTF, level 1 */
    PC_HOLDS_FLAG,   /* "true" */
    PC_HOLDS_NUMBER, /* a JSON number, as printed */
    PC_HOLDS_TYPE,   /* a type of CSL 1.0.2 */
    PC_HOLDS_CHOICE  /* one of a few words */
};

/* A list for each key of the table: fields, in the order of the JSON members; then, from PC_LISTS
 * on, qualifiers, which say more about the nearest field before them that has the key left of
 * the dot. */
enum pc_list {
    PC_LIST_TYPE,
    PC_LIST_TYPE_RAW,
    PC_LIST_CITATION_KEY,
    PC_LIST_KEY_ALIAS,
    PC_LIST_TITLE,
    PC_LIST_SUBTITLE,
    PC_LIST_TITLE_ADDON,
    PC_LIST_SHORT_TITLE,
    PC_LIST_ORIGINAL_TITLE,
    PC_LIST_AUTHOR,
    PC_LIST_AUTHORS_TRUNCATED,
    PC_LIST_EDITOR,
    PC_LIST_TRANSLATOR,
    PC_LIST_CONTAINER_AUTHOR,
    PC_LIST_SERIES_EDITOR,
    PC_LIST_CONTRIBUTOR,
    PC_LIST_AFFILIATION,
    PC_LIST_DATE,
    PC_LIST_DATE_TEXT,
    PC_LIST_ORIGINAL_DATE,
    PC_LIST_EVENT_DATE,
    PC_LIST_ACCESSED,
    PC_LIST_STATUS,
    PC_LIST_CONTAINER_TITLE,
    PC_LIST_CONTAINER_SHORT,
    PC_LIST_MAIN_TITLE,
    PC_LIST_ISSUE_TITLE,
    PC_LIST_SERIES,
    PC_LIST_SERIES_NUMBER,
    PC_LIST_VOLUME,
    PC_LIST_VOLUMES,
    PC_LIST_ISSUE,
    PC_LIST_NUMBER,
    PC_LIST_PAGES,
    PC_LIST_ARTICLE_NUMBER,
    PC_LIST_PAGE_COUNT,
    PC_LIST_CHAPTER,
    PC_LIST_SECTION,
    PC_LIST_PART,
    PC_LIST_EDITION,
    PC_LIST_VERSION,
    PC_LIST_PUBLISHER,
    PC_LIST_PLACE,
    PC_LIST_INSTITUTION,
    PC_LIST_GENRE,
    PC_LIST_HOWPUBLISHED,
    PC_LIST_EVENT_TITLE,
    PC_LIST_EVENT_PLACE,
    PC_LIST_ORIGINAL_PUBLISHER,
    PC_LIST_LISTED,
    PC_LIST_ANNOUNCED,
    PC_LIST_ANNOUNCEMENT,
    PC_LIST_UPDATED,
    PC_LIST_CATEGORY,
    PC_LIST_ARXIV_CATEGORY,
    PC_LIST_ARXIV_CATEGORY_CANDIDATE,
    PC_LIST_CROSS_CATEGORY,
    PC_LIST_SCORE,
    PC_LIST_VOTES,
    PC_LIST_STARS,
    PC_LIST_COMMENT_COUNT,
    PC_LIST_HAS_CODE,
    PC_LIST_AUTHOR_COUNT,
    PC_LIST_SUBMITTED_BY,
    PC_LIST_ARXIV_ID,
    PC_LIST_ARXIV_VERSION,
    PC_LIST_EPRINT,
    PC_LIST_EPRINT_TYPE,
    PC_LIST_EPRINT_CLASS,
    PC_LIST_DOI,
    PC_LIST_ISBN,
    PC_LIST_ISSN,
    PC_LIST_PMID,
    PC_LIST_PMCID,
    PC_LIST_URL,
    PC_LIST_CALL_NUMBER,
    PC_LIST_DATABASE,
    PC_LIST_ARCHIVE,
    PC_LIST_ARCHIVE_LOCATION,
    PC_LIST_KEYWORD,
    PC_LIST_CLASSIFICATION,
    PC_LIST_NOTE,
    PC_LIST_JOURNAL_REF,
    PC_LIST_REPORT_NUMBER,
    PC_LIST_ANNOTE,
    PC_LIST_LANGUAGE,
    PC_LIST_RIGHTS,
    PC_LIST_FILE,
    PC_LIST_CROSSREF,
    PC_LIST_XDATA,
    PC_LIST_RELATED,
    PC_LIST_SET,
    PC_LIST_SORT_KEY,
    PC_LIST_OPTIONS,
    PC_LIST_CREATED,
    PC_LIST_MODIFIED,
    PC_LIST_GROUP,
    PC_LIST_MARKUP,
    PC_LIST_SUMMARY,
    PC_LIST_ABSTRACT,
    PC_LIST_ABSTRACT_TRUNCATED,
    PC_LIST_COMPLETED_BY,
    PC_LIST_COMPLETED_ID,
    PC_LIST_COMPLETED_RULE,
    PC_LIST_COMPLETED_FIELDS,
    PC_LIST_COMPLETED_SIMILARITY,
    PC_LIST_COMPLETED_DAYS,
    PC_LIST_COMPLETED_RIVAL,
    PC_LIST_OTHERS, /* fields with a key that is not in the table */
    PC_LISTS,
    PC_LIST_AUTHOR_FAMILY = PC_LISTS,
    PC_LIST_AUTHOR_GIVEN,
    PC_LIST_AUTHOR_PREFIX,
    PC_LIST_AUTHOR_DROPPING_PREFIX,
    PC_LIST_AUTHOR_SUFFIX,
    PC_LIST_AUTHOR_LITERAL,
    PC_LIST_AUTHOR_AFFILIATION,
    PC_LIST_AUTHOR_ORCID,
    PC_LIST_EDITOR_FAMILY,
    PC_LIST_EDITOR_GIVEN,
    PC_LIST_EDITOR_PREFIX,
    PC_LIST_EDITOR_DROPPING_PREFIX,
    PC_LIST_EDITOR_SUFFIX,
    PC_LIST_EDITOR_LITERAL,
    PC_LIST_EDITOR_AFFILIATION,
    PC_LIST_EDITOR_ORCID,
    PC_LIST_TRANSLATOR_FAMILY,
    PC_LIST_TRANSLATOR_GIVEN,
    PC_LIST_TRANSLATOR_PREFIX,
    PC_LIST_TRANSLATOR_DROPPING_PREFIX,
    PC_LIST_TRANSLATOR_SUFFIX,
    PC_LIST_TRANSLATOR_LITERAL,
    PC_LIST_TRANSLATOR_AFFILIATION,
    PC_LIST_TRANSLATOR_ORCID,
    PC_LIST_CONTAINER_AUTHOR_FAMILY,
    PC_LIST_CONTAINER_AUTHOR_GIVEN,
    PC_LIST_CONTAINER_AUTHOR_PREFIX,
    PC_LIST_CONTAINER_AUTHOR_DROPPING_PREFIX,
    PC_LIST_CONTAINER_AUTHOR_SUFFIX,
    PC_LIST_CONTAINER_AUTHOR_LITERAL,
    PC_LIST_CONTAINER_AUTHOR_AFFILIATION,
    PC_LIST_CONTAINER_AUTHOR_ORCID,
    PC_LIST_SERIES_EDITOR_FAMILY,
    PC_LIST_SERIES_EDITOR_GIVEN,
    PC_LIST_SERIES_EDITOR_PREFIX,
    PC_LIST_SERIES_EDITOR_DROPPING_PREFIX,
    PC_LIST_SERIES_EDITOR_SUFFIX,
    PC_LIST_SERIES_EDITOR_LITERAL,
    PC_LIST_SERIES_EDITOR_AFFILIATION,
    PC_LIST_SERIES_EDITOR_ORCID,
    PC_LIST_CONTRIBUTOR_FAMILY,
    PC_LIST_CONTRIBUTOR_GIVEN,
    PC_LIST_CONTRIBUTOR_PREFIX,
    PC_LIST_CONTRIBUTOR_DROPPING_PREFIX,
    PC_LIST_CONTRIBUTOR_SUFFIX,
    PC_LIST_CONTRIBUTOR_LITERAL,
    PC_LIST_CONTRIBUTOR_AFFILIATION,
    PC_LIST_CONTRIBUTOR_ORCID,
    PC_LIST_CONTRIBUTOR_ROLE,
    PC_LIST_INSTITUTION_ROLE,
    PC_LIST_ISSN_KIND,
    PC_LIST_URL_ROLE,
    PC_LIST_KEYWORD_SCHEME,
    PC_LIST_RELATED_TYPE,
    PC_KEYS
};

/* The table: X(LIST, KEY, MEMBER, REPEATS, HOLDS, CHOICES) for each field.  LIST is what follows
 * PC_LIST_, KEY and MEMBER (of a JSON object) are literals, REPEATS is true or false, HOLDS is one
 * of enum pc_holds, CHOICES is a literal such as "a|b" for PC_HOLDS_CHOICE and else NULL. */
#define PC_FIELDS(X) \
    X(TYPE, "type", "type", false, PC_HOLDS_TYPE, NULL) \
    X(TYPE_RAW, "type_raw", "type_raw", false, PC_HOLDS_TEXT, NULL) \
    X(CITATION_KEY, "citation_key", "citation_key", false, PC_HOLDS_TEXT, NULL) \
    X(KEY_ALIAS, "key_alias", "key_aliases", true, PC_HOLDS_TEXT, NULL) \
    X(TITLE, "title", "title", false, PC_HOLDS_TEXT, NULL) \
    X(SUBTITLE, "subtitle", "subtitle", false, PC_HOLDS_TEXT, NULL) \
    X(TITLE_ADDON, "title_addon", "title_addon", false, PC_HOLDS_TEXT, NULL) \
    X(SHORT_TITLE, "short_title", "short_title", false, PC_HOLDS_TEXT, NULL) \
    X(ORIGINAL_TITLE, "original_title", "original_title", false, PC_HOLDS_TEXT, NULL) \
    X(AUTHOR, "author", "authors", true, PC_HOLDS_PERSON, NULL) \
    X(AUTHORS_TRUNCATED, "authors_truncated", "authors_truncated", false, PC_HOLDS_FLAG, NULL) \
    X(EDITOR, "editor", "editors", true, PC_HOLDS_PERSON, NULL) \
    X(TRANSLATOR, "translator", "translators", true, PC_HOLDS_PERSON, NULL) \
    X(CONTAINER_AUTHOR, "container_author", "container_authors", true, PC_HOLDS_PERSON, NULL) \
    X(SERIES_EDITOR, "series_editor", "series_editors", true, PC_HOLDS_PERSON, NULL) \
    X(CONTRIBUTOR, "contributor", "contributors", true, PC_HOLDS_PERSON, NULL) \
    X(AFFILIATION, "affiliation", "affiliations", true, PC_HOLDS_TEXT, NULL) \
    X(DATE, "date", "date", false, PC_HOLDS_DATE, NULL) \
    X(DATE_TEXT, "date_text", "date_text", false, PC_HOLDS_TEXT, NULL) \
    X(ORIGINAL_DATE, "original_date", "original_date", false, PC_HOLDS_DATE, NULL) \
    X(EVENT_DATE, "event_date", "event_date", false, PC_HOLDS_DATE, NULL) \
    X(ACCESSED, "accessed", "accessed", false, PC_HOLDS_DATE, NULL) \
    X(STATUS, "status", "status", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_TITLE, "container_title", "container_title", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_SHORT, "container_short", "container_short", false, PC_HOLDS_TEXT, NULL) \
    X(MAIN_TITLE, "main_title", "main_title", false, PC_HOLDS_TEXT, NULL) \
    X(ISSUE_TITLE, "issue_title", "issue_title", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES, "series", "series", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES_NUMBER, "series_number", "series_number", false, PC_HOLDS_TEXT, NULL) \
    X(VOLUME, "volume", "volume", false, PC_HOLDS_TEXT, NULL) \
    X(VOLUMES, "volumes", "volumes", false, PC_HOLDS_TEXT, NULL) \
    X(ISSUE, "issue", "issue", false, PC_HOLDS_TEXT, NULL) \
    X(NUMBER, "number", "number", false, PC_HOLDS_TEXT, NULL) \
    X(PAGES, "pages", "pages", false, PC_HOLDS_TEXT, NULL) \
    X(ARTICLE_NUMBER, "article_number", "article_number", false, PC_HOLDS_TEXT, NULL) \
    X(PAGE_COUNT, "page_count", "page_count", false, PC_HOLDS_TEXT, NULL) \
    X(CHAPTER, "chapter", "chapter", false, PC_HOLDS_TEXT, NULL) \
    X(SECTION, "section", "section", false, PC_HOLDS_TEXT, NULL) \
    X(PART, "part", "part", false, PC_HOLDS_TEXT, NULL) \
    X(EDITION, "edition", "edition", false, PC_HOLDS_TEXT, NULL) \
    X(VERSION, "version", "version", false, PC_HOLDS_TEXT, NULL) \
    X(PUBLISHER, "publisher", "publishers", true, PC_HOLDS_TEXT, NULL) \
    X(PLACE, "place", "places", true, PC_HOLDS_TEXT, NULL) \
    X(INSTITUTION, "institution", "institutions", true, PC_HOLDS_TEXT, NULL) \
    X(GENRE, "genre", "genre", false, PC_HOLDS_TEXT, NULL) \
    X(HOWPUBLISHED, "howpublished", "howpublished", false, PC_HOLDS_TEXT, NULL) \
    X(EVENT_TITLE, "event_title", "event_title", false, PC_HOLDS_TEXT, NULL) \
    X(EVENT_PLACE, "event_place", "event_place", false, PC_HOLDS_TEXT, NULL) \
    X(ORIGINAL_PUBLISHER, "original_publisher", "original_publisher", false, PC_HOLDS_TEXT, NULL) \
    X(LISTED, "listed", "listed", false, PC_HOLDS_DATE, NULL) \
    X(ANNOUNCED, "announced", "announced", false, PC_HOLDS_DATE, NULL) \
    X(ANNOUNCEMENT, "announcement", "announcement", false, PC_HOLDS_CHOICE, "new|cross|replace|replace-cross") \
    X(UPDATED, "updated", "updated", false, PC_HOLDS_DATE, NULL) \
    X(CATEGORY, "category", "category", false, PC_HOLDS_TEXT, NULL) \
    X(ARXIV_CATEGORY, "arxiv_category", "arxiv_category", false, PC_HOLDS_TEXT, NULL) \
    X(ARXIV_CATEGORY_CANDIDATE, "arxiv_category_candidate", "arxiv_category_candidates", true, PC_HOLDS_TEXT, NULL) \
    X(CROSS_CATEGORY, "cross_category", "cross_categories", true, PC_HOLDS_TEXT, NULL) \
    X(SCORE, "score", "score", false, PC_HOLDS_NUMBER, NULL) \
    X(VOTES, "votes", "votes", false, PC_HOLDS_NUMBER, NULL) \
    X(STARS, "stars", "stars", false, PC_HOLDS_NUMBER, NULL) \
    X(COMMENT_COUNT, "comment_count", "comment_count", false, PC_HOLDS_NUMBER, NULL) \
    X(HAS_CODE, "has_code", "has_code", false, PC_HOLDS_FLAG, NULL) \
    X(AUTHOR_COUNT, "author_count", "author_count", false, PC_HOLDS_NUMBER, NULL) \
    X(SUBMITTED_BY, "submitted_by", "submitted_by", false, PC_HOLDS_TEXT, NULL) \
    X(ARXIV_ID, "arxiv_id", "arxiv_id", false, PC_HOLDS_TEXT, NULL) \
    X(ARXIV_VERSION, "arxiv_version", "arxiv_version", false, PC_HOLDS_NUMBER, NULL) \
    X(EPRINT, "eprint", "eprint", false, PC_HOLDS_TEXT, NULL) \
    X(EPRINT_TYPE, "eprint_type", "eprint_type", false, PC_HOLDS_TEXT, NULL) \
    X(EPRINT_CLASS, "eprint_class", "eprint_class", false, PC_HOLDS_TEXT, NULL) \
    X(DOI, "doi", "doi", false, PC_HOLDS_TEXT, NULL) \
    X(ISBN, "isbn", "isbns", true, PC_HOLDS_TEXT, NULL) \
    X(ISSN, "issn", "issns", true, PC_HOLDS_TEXT, NULL) \
    X(PMID, "pmid", "pmid", false, PC_HOLDS_TEXT, NULL) \
    X(PMCID, "pmcid", "pmcid", false, PC_HOLDS_TEXT, NULL) \
    X(URL, "url", "urls", true, PC_HOLDS_TEXT, NULL) \
    X(CALL_NUMBER, "call_number", "call_number", false, PC_HOLDS_TEXT, NULL) \
    X(DATABASE, "database", "database", false, PC_HOLDS_TEXT, NULL) \
    X(ARCHIVE, "archive", "archive", false, PC_HOLDS_TEXT, NULL) \
    X(ARCHIVE_LOCATION, "archive_location", "archive_location", false, PC_HOLDS_TEXT, NULL) \
    X(KEYWORD, "keyword", "keywords", true, PC_HOLDS_TEXT, NULL) \
    X(CLASSIFICATION, "classification", "classifications", true, PC_HOLDS_TEXT, NULL) \
    X(NOTE, "note", "notes", true, PC_HOLDS_TEXT, NULL) \
    X(JOURNAL_REF, "journal_ref", "journal_ref", false, PC_HOLDS_TEXT, NULL) \
    X(REPORT_NUMBER, "report_number", "report_number", false, PC_HOLDS_TEXT, NULL) \
    X(ANNOTE, "annote", "annote", false, PC_HOLDS_TEXT, NULL) \
    X(LANGUAGE, "language", "languages", true, PC_HOLDS_TEXT, NULL) \
    X(RIGHTS, "rights", "rights", false, PC_HOLDS_TEXT, NULL) \
    X(FILE, "file", "files", true, PC_HOLDS_TEXT, NULL) \
    X(CROSSREF, "crossref", "crossref", false, PC_HOLDS_TEXT, NULL) \
    X(XDATA, "xdata", "xdata", true, PC_HOLDS_TEXT, NULL) \
    X(RELATED, "related", "related", true, PC_HOLDS_TEXT, NULL) \
    X(SET, "set", "set", true, PC_HOLDS_TEXT, NULL) \
    X(SORT_KEY, "sort_key", "sort_key", false, PC_HOLDS_TEXT, NULL) \
    X(OPTIONS, "options", "options", false, PC_HOLDS_TEXT, NULL) \
    X(CREATED, "created", "created", false, PC_HOLDS_TEXT, NULL) \
    X(MODIFIED, "modified", "modified", false, PC_HOLDS_TEXT, NULL) \
    X(GROUP, "group", "groups", true, PC_HOLDS_TEXT, NULL) \
    X(MARKUP, "markup", "markup", false, PC_HOLDS_CHOICE, "tex|stripped|html|plain") \
    X(SUMMARY, "summary", "summary", false, PC_HOLDS_TEXT, NULL) \
    X(ABSTRACT, "abstract", "abstract", false, PC_HOLDS_TEXT, NULL) \
    X(ABSTRACT_TRUNCATED, "abstract_truncated", "abstract_truncated", false, PC_HOLDS_FLAG, NULL) \
    X(COMPLETED_BY, "completed_by", "completed_by", false, PC_HOLDS_TEXT, NULL) \
    X(COMPLETED_ID, "completed_id", "completed_id", false, PC_HOLDS_TEXT, NULL) \
    X(COMPLETED_RULE, "completed_rule", "completed_rule", false, PC_HOLDS_TEXT, NULL) \
    X(COMPLETED_FIELDS, "completed_fields", "completed_fields", true, PC_HOLDS_TEXT, NULL) \
    X(COMPLETED_SIMILARITY, "completed_similarity", "completed_similarity", false, PC_HOLDS_NUMBER, NULL) \
    X(COMPLETED_DAYS, "completed_days", "completed_days", false, PC_HOLDS_NUMBER, NULL) \
    X(COMPLETED_RIVAL, "completed_rival", "completed_rival", false, PC_HOLDS_TEXT, NULL)

/* The same for each qualifier: X(LIST, PARENT, KEY, ARRAY, MEMBER, REPEATS, HOLDS, CHOICES).  Its
 * field is that of PARENT.  The JSON member ARRAY has an item for each of these fields: the value
 * itself when MEMBER is "", and else an object with the value as MEMBER. */
#define PC_QUALIFIERS(X) \
    X(AUTHOR_FAMILY, AUTHOR, "author.family", "authors_parts", "family", false, PC_HOLDS_TEXT, NULL) \
    X(AUTHOR_GIVEN, AUTHOR, "author.given", "authors_parts", "given", false, PC_HOLDS_TEXT, NULL) \
    X(AUTHOR_PREFIX, AUTHOR, "author.prefix", "authors_parts", "prefix", false, PC_HOLDS_TEXT, NULL) \
    X(AUTHOR_DROPPING_PREFIX, AUTHOR, "author.dropping_prefix", "authors_parts", "dropping_prefix", false, PC_HOLDS_TEXT, NULL) \
    X(AUTHOR_SUFFIX, AUTHOR, "author.suffix", "authors_parts", "suffix", false, PC_HOLDS_TEXT, NULL) \
    X(AUTHOR_LITERAL, AUTHOR, "author.literal", "authors_parts", "literal", false, PC_HOLDS_FLAG, NULL) \
    X(AUTHOR_AFFILIATION, AUTHOR, "author.affiliation", "authors_parts", "affiliations", true, PC_HOLDS_TEXT, NULL) \
    X(AUTHOR_ORCID, AUTHOR, "author.orcid", "authors_parts", "orcid", false, PC_HOLDS_TEXT, NULL) \
    X(EDITOR_FAMILY, EDITOR, "editor.family", "editors_parts", "family", false, PC_HOLDS_TEXT, NULL) \
    X(EDITOR_GIVEN, EDITOR, "editor.given", "editors_parts", "given", false, PC_HOLDS_TEXT, NULL) \
    X(EDITOR_PREFIX, EDITOR, "editor.prefix", "editors_parts", "prefix", false, PC_HOLDS_TEXT, NULL) \
    X(EDITOR_DROPPING_PREFIX, EDITOR, "editor.dropping_prefix", "editors_parts", "dropping_prefix", false, PC_HOLDS_TEXT, NULL) \
    X(EDITOR_SUFFIX, EDITOR, "editor.suffix", "editors_parts", "suffix", false, PC_HOLDS_TEXT, NULL) \
    X(EDITOR_LITERAL, EDITOR, "editor.literal", "editors_parts", "literal", false, PC_HOLDS_FLAG, NULL) \
    X(EDITOR_AFFILIATION, EDITOR, "editor.affiliation", "editors_parts", "affiliations", true, PC_HOLDS_TEXT, NULL) \
    X(EDITOR_ORCID, EDITOR, "editor.orcid", "editors_parts", "orcid", false, PC_HOLDS_TEXT, NULL) \
    X(TRANSLATOR_FAMILY, TRANSLATOR, "translator.family", "translators_parts", "family", false, PC_HOLDS_TEXT, NULL) \
    X(TRANSLATOR_GIVEN, TRANSLATOR, "translator.given", "translators_parts", "given", false, PC_HOLDS_TEXT, NULL) \
    X(TRANSLATOR_PREFIX, TRANSLATOR, "translator.prefix", "translators_parts", "prefix", false, PC_HOLDS_TEXT, NULL) \
    X(TRANSLATOR_DROPPING_PREFIX, TRANSLATOR, "translator.dropping_prefix", "translators_parts", "dropping_prefix", false, PC_HOLDS_TEXT, NULL) \
    X(TRANSLATOR_SUFFIX, TRANSLATOR, "translator.suffix", "translators_parts", "suffix", false, PC_HOLDS_TEXT, NULL) \
    X(TRANSLATOR_LITERAL, TRANSLATOR, "translator.literal", "translators_parts", "literal", false, PC_HOLDS_FLAG, NULL) \
    X(TRANSLATOR_AFFILIATION, TRANSLATOR, "translator.affiliation", "translators_parts", "affiliations", true, PC_HOLDS_TEXT, NULL) \
    X(TRANSLATOR_ORCID, TRANSLATOR, "translator.orcid", "translators_parts", "orcid", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_AUTHOR_FAMILY, CONTAINER_AUTHOR, "container_author.family", "container_authors_parts", "family", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_AUTHOR_GIVEN, CONTAINER_AUTHOR, "container_author.given", "container_authors_parts", "given", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_AUTHOR_PREFIX, CONTAINER_AUTHOR, "container_author.prefix", "container_authors_parts", "prefix", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_AUTHOR_DROPPING_PREFIX, CONTAINER_AUTHOR, "container_author.dropping_prefix", "container_authors_parts", "dropping_prefix", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_AUTHOR_SUFFIX, CONTAINER_AUTHOR, "container_author.suffix", "container_authors_parts", "suffix", false, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_AUTHOR_LITERAL, CONTAINER_AUTHOR, "container_author.literal", "container_authors_parts", "literal", false, PC_HOLDS_FLAG, NULL) \
    X(CONTAINER_AUTHOR_AFFILIATION, CONTAINER_AUTHOR, "container_author.affiliation", "container_authors_parts", "affiliations", true, PC_HOLDS_TEXT, NULL) \
    X(CONTAINER_AUTHOR_ORCID, CONTAINER_AUTHOR, "container_author.orcid", "container_authors_parts", "orcid", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES_EDITOR_FAMILY, SERIES_EDITOR, "series_editor.family", "series_editors_parts", "family", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES_EDITOR_GIVEN, SERIES_EDITOR, "series_editor.given", "series_editors_parts", "given", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES_EDITOR_PREFIX, SERIES_EDITOR, "series_editor.prefix", "series_editors_parts", "prefix", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES_EDITOR_DROPPING_PREFIX, SERIES_EDITOR, "series_editor.dropping_prefix", "series_editors_parts", "dropping_prefix", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES_EDITOR_SUFFIX, SERIES_EDITOR, "series_editor.suffix", "series_editors_parts", "suffix", false, PC_HOLDS_TEXT, NULL) \
    X(SERIES_EDITOR_LITERAL, SERIES_EDITOR, "series_editor.literal", "series_editors_parts", "literal", false, PC_HOLDS_FLAG, NULL) \
    X(SERIES_EDITOR_AFFILIATION, SERIES_EDITOR, "series_editor.affiliation", "series_editors_parts", "affiliations", true, PC_HOLDS_TEXT, NULL) \
    X(SERIES_EDITOR_ORCID, SERIES_EDITOR, "series_editor.orcid", "series_editors_parts", "orcid", false, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_FAMILY, CONTRIBUTOR, "contributor.family", "contributors_parts", "family", false, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_GIVEN, CONTRIBUTOR, "contributor.given", "contributors_parts", "given", false, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_PREFIX, CONTRIBUTOR, "contributor.prefix", "contributors_parts", "prefix", false, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_DROPPING_PREFIX, CONTRIBUTOR, "contributor.dropping_prefix", "contributors_parts", "dropping_prefix", false, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_SUFFIX, CONTRIBUTOR, "contributor.suffix", "contributors_parts", "suffix", false, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_LITERAL, CONTRIBUTOR, "contributor.literal", "contributors_parts", "literal", false, PC_HOLDS_FLAG, NULL) \
    X(CONTRIBUTOR_AFFILIATION, CONTRIBUTOR, "contributor.affiliation", "contributors_parts", "affiliations", true, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_ORCID, CONTRIBUTOR, "contributor.orcid", "contributors_parts", "orcid", false, PC_HOLDS_TEXT, NULL) \
    X(CONTRIBUTOR_ROLE, CONTRIBUTOR, "contributor.role", "contributors_parts", "role", false, PC_HOLDS_TEXT, NULL) \
    X(INSTITUTION_ROLE, INSTITUTION, "institution.role", "institutions_roles", "", false, PC_HOLDS_CHOICE, "school|institution|organization") \
    X(ISSN_KIND, ISSN, "issn.kind", "issns_kinds", "", false, PC_HOLDS_CHOICE, "print|electronic|linking") \
    X(URL_ROLE, URL, "url.role", "urls_roles", "", false, PC_HOLDS_TEXT, NULL) \
    X(KEYWORD_SCHEME, KEYWORD, "keyword.scheme", "keywords_schemes", "", false, PC_HOLDS_TEXT, NULL) \
    X(RELATED_TYPE, RELATED, "related.type", "related_types", "", false, PC_HOLDS_TEXT, NULL)

/* The fields that have qualifiers: X(LIST, FIRST, COUNT) with the list of the first one, from which
 * they are COUNT lists in a row. */
#define PC_QUALIFIED(X) \
    X(AUTHOR, AUTHOR_FAMILY, 8) \
    X(EDITOR, EDITOR_FAMILY, 8) \
    X(TRANSLATOR, TRANSLATOR_FAMILY, 8) \
    X(CONTAINER_AUTHOR, CONTAINER_AUTHOR_FAMILY, 8) \
    X(SERIES_EDITOR, SERIES_EDITOR_FAMILY, 8) \
    X(CONTRIBUTOR, CONTRIBUTOR_FAMILY, 9) \
    X(INSTITUTION, INSTITUTION_ROLE, 1) \
    X(ISSN, ISSN_KIND, 1) \
    X(URL, URL_ROLE, 1) \
    X(KEYWORD, KEYWORD_SCHEME, 1) \
    X(RELATED, RELATED_TYPE, 1)

/* The values of `type`, which are those of CSL 1.0.2 in the order of the alphabet, with the
 * nearest type of BibTeX, biblatex and RIS: X(TYPE, BIBTEX, BIBLATEX, RIS), all literals. */
#define PC_TYPES(X) \
    X("article", "misc", "online", "RPRT") \
    X("article-journal", "article", "article", "JOUR") \
    X("article-magazine", "article", "article", "MGZN") \
    X("article-newspaper", "article", "article", "NEWS") \
    X("bill", "misc", "misc", "BILL") \
    X("book", "book", "book", "BOOK") \
    X("broadcast", "misc", "misc", "VIDEO") \
    X("chapter", "incollection", "incollection", "CHAP") \
    X("classic", "misc", "misc", "CLSWK") \
    X("collection", "misc", "misc", "GEN") \
    X("dataset", "misc", "dataset", "DATA") \
    X("document", "misc", "misc", "GEN") \
    X("entry", "incollection", "inreference", "CHAP") \
    X("entry-dictionary", "incollection", "inreference", "DICT") \
    X("entry-encyclopedia", "incollection", "inreference", "ENCYC") \
    X("event", "misc", "misc", "GEN") \
    X("figure", "misc", "misc", "FIGURE") \
    X("graphic", "misc", "misc", "ART") \
    X("hearing", "misc", "misc", "HEAR") \
    X("interview", "misc", "misc", "PCOMM") \
    X("legal_case", "misc", "misc", "CASE") \
    X("legislation", "misc", "misc", "STAT") \
    X("manuscript", "unpublished", "unpublished", "UNPB") \
    X("map", "misc", "misc", "MAP") \
    X("motion_picture", "misc", "misc", "MPCT") \
    X("musical_score", "misc", "misc", "MUSIC") \
    X("pamphlet", "booklet", "booklet", "PAMP") \
    X("paper-conference", "inproceedings", "inproceedings", "CONF") \
    X("patent", "misc", "patent", "PAT") \
    X("performance", "misc", "misc", "GEN") \
    X("periodical", "misc", "periodical", "JFULL") \
    X("personal_communication", "misc", "misc", "PCOMM") \
    X("post", "misc", "online", "ELEC") \
    X("post-weblog", "misc", "online", "BLOG") \
    X("regulation", "misc", "misc", "STAT") \
    X("report", "techreport", "report", "RPRT") \
    X("review", "article", "article", "JOUR") \
    X("review-book", "article", "article", "JOUR") \
    X("software", "misc", "software", "COMP") \
    X("song", "misc", "misc", "SOUND") \
    X("speech", "misc", "unpublished", "SLIDE") \
    X("standard", "misc", "misc", "STAND") \
    X("thesis", "phdthesis", "thesis", "THES") \
    X("treaty", "misc", "misc", "GEN") \
    X("webpage", "misc", "online", "ELEC")

#ifdef __cplusplus
}
#endif
#endif
