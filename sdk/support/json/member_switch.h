/* member_switch.h - finds the list of a member of a JSON object, and for the array beside a field the
 * list of its first qualifier; made by tools/make-fields from sdk/fields.tsv; do not edit. */
/* clang-format off */
switch (key.n) {
case 3:
    if (is_key(key, "doi"))
        return PC_LIST_DOI;
    if (is_key(key, "set"))
        return PC_LIST_SET;
    break;
case 4:
    switch (key.p[2]) {
    case 'i':
        if (is_key(key, "pmid"))
            return PC_LIST_PMID;
        break;
    case 'l':
        if (is_key(key, "urls"))
            return PC_LIST_URL;
        break;
    case 'p':
        if (is_key(key, "type"))
            return PC_LIST_TYPE;
        break;
    case 'r':
        if (is_key(key, "part"))
            return PC_LIST_PART;
        break;
    case 't':
        if (is_key(key, "date"))
            return PC_LIST_DATE;
        break;
    default:
        break;
    }
    break;
case 5:
    switch (key.p[0]) {
    case 'f':
        if (is_key(key, "files"))
            return PC_LIST_FILE;
        break;
    case 'g':
        if (is_key(key, "genre"))
            return PC_LIST_GENRE;
        break;
    case 'i':
        if (is_key(key, "issue"))
            return PC_LIST_ISSUE;
        if (is_key(key, "isbns"))
            return PC_LIST_ISBN;
        if (is_key(key, "issns"))
            return PC_LIST_ISSN;
        break;
    case 'n':
        if (is_key(key, "notes"))
            return PC_LIST_NOTE;
        break;
    case 'p':
        if (is_key(key, "pages"))
            return PC_LIST_PAGES;
        if (is_key(key, "pmcid"))
            return PC_LIST_PMCID;
        break;
    case 's':
        if (is_key(key, "score"))
            return PC_LIST_SCORE;
        if (is_key(key, "stars"))
            return PC_LIST_STARS;
        break;
    case 't':
        if (is_key(key, "title"))
            return PC_LIST_TITLE;
        break;
    case 'v':
        if (is_key(key, "votes"))
            return PC_LIST_VOTES;
        break;
    case 'x':
        if (is_key(key, "xdata"))
            return PC_LIST_XDATA;
        break;
    default:
        break;
    }
    break;
case 6:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "annote"))
            return PC_LIST_ANNOTE;
        break;
    case 'e':
        if (is_key(key, "eprint"))
            return PC_LIST_EPRINT;
        break;
    case 'g':
        if (is_key(key, "groups"))
            return PC_LIST_GROUP;
        break;
    case 'l':
        if (is_key(key, "listed"))
            return PC_LIST_LISTED;
        break;
    case 'm':
        if (is_key(key, "markup"))
            return PC_LIST_MARKUP;
        break;
    case 'n':
        if (is_key(key, "number"))
            return PC_LIST_NUMBER;
        break;
    case 'p':
        if (is_key(key, "places"))
            return PC_LIST_PLACE;
        break;
    case 'r':
        if (is_key(key, "rights"))
            return PC_LIST_RIGHTS;
        break;
    case 's':
        if (is_key(key, "status"))
            return PC_LIST_STATUS;
        if (is_key(key, "series"))
            return PC_LIST_SERIES;
        break;
    case 'v':
        if (is_key(key, "volume"))
            return PC_LIST_VOLUME;
        break;
    default:
        break;
    }
    break;
case 7:
    switch (key.p[2]) {
    case 'a':
        if (is_key(key, "chapter"))
            return PC_LIST_CHAPTER;
        break;
    case 'c':
        if (is_key(key, "section"))
            return PC_LIST_SECTION;
        if (is_key(key, "archive"))
            return PC_LIST_ARCHIVE;
        break;
    case 'd':
        if (is_key(key, "updated"))
            return PC_LIST_UPDATED;
        break;
    case 'e':
        if (is_key(key, "created"))
            return PC_LIST_CREATED;
        break;
    case 'i':
        if (is_key(key, "editors"))
            return PC_LIST_EDITOR;
        if (is_key(key, "edition"))
            return PC_LIST_EDITION;
        break;
    case 'l':
        if (is_key(key, "volumes"))
            return PC_LIST_VOLUMES;
        if (is_key(key, "related"))
            return PC_LIST_RELATED;
        break;
    case 'm':
        if (is_key(key, "summary"))
            return PC_LIST_SUMMARY;
        break;
    case 'r':
        if (is_key(key, "version"))
            return PC_LIST_VERSION;
        break;
    case 't':
        if (is_key(key, "authors"))
            return PC_LIST_AUTHOR;
        if (is_key(key, "options"))
            return PC_LIST_OPTIONS;
        break;
    default:
        break;
    }
    break;
case 8:
    switch (key.p[2]) {
    case 'b':
        if (is_key(key, "subtitle"))
            return PC_LIST_SUBTITLE;
        break;
    case 'c':
        if (is_key(key, "accessed"))
            return PC_LIST_ACCESSED;
        break;
    case 'd':
        if (is_key(key, "modified"))
            return PC_LIST_MODIFIED;
        break;
    case 'o':
        if (is_key(key, "crossref"))
            return PC_LIST_CROSSREF;
        break;
    case 'p':
        if (is_key(key, "type_raw"))
            return PC_LIST_TYPE_RAW;
        break;
    case 'r':
        if (is_key(key, "sort_key"))
            return PC_LIST_SORT_KEY;
        break;
    case 's':
        if (is_key(key, "has_code"))
            return PC_LIST_HAS_CODE;
        if (is_key(key, "abstract"))
            return PC_LIST_ABSTRACT;
        break;
    case 't':
        if (is_key(key, "category"))
            return PC_LIST_CATEGORY;
        if (is_key(key, "database"))
            return PC_LIST_DATABASE;
        break;
    case 'x':
        if (is_key(key, "arxiv_id"))
            return PC_LIST_ARXIV_ID;
        break;
    case 'y':
        if (is_key(key, "keywords"))
            return PC_LIST_KEYWORD;
        break;
    default:
        break;
    }
    break;
case 9:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "announced"))
            return PC_LIST_ANNOUNCED;
        break;
    case 'd':
        if (is_key(key, "date_text"))
            return PC_LIST_DATE_TEXT;
        break;
    case 'l':
        if (is_key(key, "languages"))
            return PC_LIST_LANGUAGE;
        break;
    default:
        break;
    }
    break;
case 10:
    switch (key.p[2]) {
    case 'b':
        if (is_key(key, "publishers"))
            return PC_LIST_PUBLISHER;
        break;
    case 'e':
        if (is_key(key, "event_date"))
            return PC_LIST_EVENT_DATE;
        break;
    case 'g':
        if (is_key(key, "page_count"))
            return PC_LIST_PAGE_COUNT;
        break;
    case 'i':
        if (is_key(key, "main_title"))
            return PC_LIST_MAIN_TITLE;
        break;
    case 'l':
        if (is_key(key, "urls_roles"))
            return PC_LIST_URL_ROLE;
        break;
    default:
        break;
    }
    break;
case 11:
    switch (key.p[1]) {
    case 'a':
        if (is_key(key, "call_number"))
            return PC_LIST_CALL_NUMBER;
        break;
    case 'e':
        if (is_key(key, "key_aliases"))
            return PC_LIST_KEY_ALIAS;
        break;
    case 'h':
        if (is_key(key, "short_title"))
            return PC_LIST_SHORT_TITLE;
        break;
    case 'i':
        if (is_key(key, "title_addon"))
            return PC_LIST_TITLE_ADDON;
        break;
    case 'o':
        if (is_key(key, "journal_ref"))
            return PC_LIST_JOURNAL_REF;
        break;
    case 'p':
        if (is_key(key, "eprint_type"))
            return PC_LIST_EPRINT_TYPE;
        break;
    case 'r':
        if (is_key(key, "translators"))
            return PC_LIST_TRANSLATOR;
        break;
    case 's':
        if (is_key(key, "issue_title"))
            return PC_LIST_ISSUE_TITLE;
        if (is_key(key, "issns_kinds"))
            return PC_LIST_ISSN_KIND;
        break;
    case 'v':
        if (is_key(key, "event_title"))
            return PC_LIST_EVENT_TITLE;
        if (is_key(key, "event_place"))
            return PC_LIST_EVENT_PLACE;
        break;
    default:
        break;
    }
    break;
case 12:
    switch (key.p[6]) {
    case '_':
        if (is_key(key, "author_count"))
            return PC_LIST_AUTHOR_COUNT;
        if (is_key(key, "eprint_class"))
            return PC_LIST_EPRINT_CLASS;
        break;
    case 'a':
        if (is_key(key, "affiliations"))
            return PC_LIST_AFFILIATION;
        break;
    case 'b':
        if (is_key(key, "contributors"))
            return PC_LIST_CONTRIBUTOR;
        break;
    case 'c':
        if (is_key(key, "announcement"))
            return PC_LIST_ANNOUNCEMENT;
        break;
    case 'l':
        if (is_key(key, "howpublished"))
            return PC_LIST_HOWPUBLISHED;
        break;
    case 'o':
        if (is_key(key, "citation_key"))
            return PC_LIST_CITATION_KEY;
        break;
    case 't':
        if (is_key(key, "submitted_by"))
            return PC_LIST_SUBMITTED_BY;
        break;
    case 'u':
        if (is_key(key, "institutions"))
            return PC_LIST_INSTITUTION;
        break;
    default:
        break;
    }
    break;
case 13:
    switch (key.p[2]) {
    case 'i':
        if (is_key(key, "original_date"))
            return PC_LIST_ORIGINAL_DATE;
        if (is_key(key, "editors_parts"))
            return PC_LIST_EDITOR_FAMILY;
        break;
    case 'l':
        if (is_key(key, "related_types"))
            return PC_LIST_RELATED_TYPE;
        break;
    case 'm':
        if (is_key(key, "comment_count"))
            return PC_LIST_COMMENT_COUNT;
        break;
    case 'p':
        if (is_key(key, "report_number"))
            return PC_LIST_REPORT_NUMBER;
        break;
    case 'r':
        if (is_key(key, "series_number"))
            return PC_LIST_SERIES_NUMBER;
        break;
    case 't':
        if (is_key(key, "authors_parts"))
            return PC_LIST_AUTHOR_FAMILY;
        break;
    case 'x':
        if (is_key(key, "arxiv_version"))
            return PC_LIST_ARXIV_VERSION;
        break;
    default:
        break;
    }
    break;
case 14:
    switch (key.p[2]) {
    case 'i':
        if (is_key(key, "original_title"))
            return PC_LIST_ORIGINAL_TITLE;
        break;
    case 'r':
        if (is_key(key, "series_editors"))
            return PC_LIST_SERIES_EDITOR;
        break;
    case 't':
        if (is_key(key, "article_number"))
            return PC_LIST_ARTICLE_NUMBER;
        break;
    case 'x':
        if (is_key(key, "arxiv_category"))
            return PC_LIST_ARXIV_CATEGORY;
        break;
    default:
        break;
    }
    break;
case 15:
    switch (key.p[13]) {
    case 'l':
        if (is_key(key, "container_title"))
            return PC_LIST_CONTAINER_TITLE;
        break;
    case 'n':
        if (is_key(key, "classifications"))
            return PC_LIST_CLASSIFICATION;
        break;
    case 'r':
        if (is_key(key, "container_short"))
            return PC_LIST_CONTAINER_SHORT;
        break;
    default:
        break;
    }
    break;
case 16:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "archive_location"))
            return PC_LIST_ARCHIVE_LOCATION;
        break;
    case 'c':
        if (is_key(key, "cross_categories"))
            return PC_LIST_CROSS_CATEGORY;
        break;
    case 'k':
        if (is_key(key, "keywords_schemes"))
            return PC_LIST_KEYWORD_SCHEME;
        break;
    default:
        break;
    }
    break;
case 17:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "authors_truncated"))
            return PC_LIST_AUTHORS_TRUNCATED;
        break;
    case 'c':
        if (is_key(key, "container_authors"))
            return PC_LIST_CONTAINER_AUTHOR;
        break;
    case 't':
        if (is_key(key, "translators_parts"))
            return PC_LIST_TRANSLATOR_FAMILY;
        break;
    default:
        break;
    }
    break;
case 18:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "abstract_truncated"))
            return PC_LIST_ABSTRACT_TRUNCATED;
        break;
    case 'c':
        if (is_key(key, "contributors_parts"))
            return PC_LIST_CONTRIBUTOR_FAMILY;
        break;
    case 'i':
        if (is_key(key, "institutions_roles"))
            return PC_LIST_INSTITUTION_ROLE;
        break;
    case 'o':
        if (is_key(key, "original_publisher"))
            return PC_LIST_ORIGINAL_PUBLISHER;
        break;
    default:
        break;
    }
    break;
case 20:
    if (is_key(key, "series_editors_parts"))
        return PC_LIST_SERIES_EDITOR_FAMILY;
    break;
case 23:
    if (is_key(key, "container_authors_parts"))
        return PC_LIST_CONTAINER_AUTHOR_FAMILY;
    break;
case 25:
    if (is_key(key, "arxiv_category_candidates"))
        return PC_LIST_ARXIV_CATEGORY_CANDIDATE;
    break;
default:
    break;
}
