/* key_switch.h - finds the list of a key; made by tools/make-fields from sdk/fields.tsv; do not edit. */
/* clang-format off */
switch (key.n) {
case 3:
    switch (key.p[0]) {
    case 'd':
        if (is_key(key, "doi"))
            return PC_LIST_DOI;
        break;
    case 's':
        if (is_key(key, "set"))
            return PC_LIST_SET;
        break;
    case 'u':
        if (is_key(key, "url"))
            return PC_LIST_URL;
        break;
    default:
        break;
    }
    break;
case 4:
    if (is_key(key, "date"))
        return PC_LIST_DATE;
    switch (key.p[2]) {
    case 'b':
        if (is_key(key, "isbn"))
            return PC_LIST_ISBN;
        break;
    case 'i':
        if (is_key(key, "pmid"))
            return PC_LIST_PMID;
        break;
    case 'l':
        if (is_key(key, "file"))
            return PC_LIST_FILE;
        break;
    case 'p':
        if (is_key(key, "type"))
            return PC_LIST_TYPE;
        break;
    case 'r':
        if (is_key(key, "part"))
            return PC_LIST_PART;
        break;
    case 's':
        if (is_key(key, "issn"))
            return PC_LIST_ISSN;
        break;
    case 't':
        if (is_key(key, "note"))
            return PC_LIST_NOTE;
        break;
    default:
        break;
    }
    break;
case 5:
    if (is_key(key, "title"))
        return PC_LIST_TITLE;
    if (is_key(key, "score"))
        return PC_LIST_SCORE;
    switch (key.p[1]) {
    case 'a':
        if (is_key(key, "pages"))
            return PC_LIST_PAGES;
        break;
    case 'd':
        if (is_key(key, "xdata"))
            return PC_LIST_XDATA;
        break;
    case 'e':
        if (is_key(key, "genre"))
            return PC_LIST_GENRE;
        break;
    case 'l':
        if (is_key(key, "place"))
            return PC_LIST_PLACE;
        break;
    case 'm':
        if (is_key(key, "pmcid"))
            return PC_LIST_PMCID;
        break;
    case 'o':
        if (is_key(key, "votes"))
            return PC_LIST_VOTES;
        break;
    case 'r':
        if (is_key(key, "group"))
            return PC_LIST_GROUP;
        break;
    case 's':
        if (is_key(key, "issue"))
            return PC_LIST_ISSUE;
        break;
    case 't':
        if (is_key(key, "stars"))
            return PC_LIST_STARS;
        break;
    default:
        break;
    }
    break;
case 6:
    if (is_key(key, "author"))
        return PC_LIST_AUTHOR;
    if (is_key(key, "listed"))
        return PC_LIST_LISTED;
    if (is_key(key, "markup"))
        return PC_LIST_MARKUP;
    switch (key.p[1]) {
    case 'd':
        if (is_key(key, "editor"))
            return PC_LIST_EDITOR;
        break;
    case 'e':
        if (is_key(key, "series"))
            return PC_LIST_SERIES;
        break;
    case 'i':
        if (is_key(key, "rights"))
            return PC_LIST_RIGHTS;
        break;
    case 'n':
        if (is_key(key, "annote"))
            return PC_LIST_ANNOTE;
        break;
    case 'o':
        if (is_key(key, "volume"))
            return PC_LIST_VOLUME;
        break;
    case 'p':
        if (is_key(key, "eprint"))
            return PC_LIST_EPRINT;
        break;
    case 't':
        if (is_key(key, "status"))
            return PC_LIST_STATUS;
        break;
    case 'u':
        if (is_key(key, "number"))
            return PC_LIST_NUMBER;
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
        if (is_key(key, "options"))
            return PC_LIST_OPTIONS;
        break;
    case 'y':
        if (is_key(key, "keyword"))
            return PC_LIST_KEYWORD;
        break;
    default:
        break;
    }
    break;
case 8:
    if (is_key(key, "category"))
        return PC_LIST_CATEGORY;
    if (is_key(key, "arxiv_id"))
        return PC_LIST_ARXIV_ID;
    if (is_key(key, "abstract"))
        return PC_LIST_ABSTRACT;
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
    case 'l':
        if (is_key(key, "url.role"))
            return PC_LIST_URL_ROLE;
        break;
    case 'n':
        if (is_key(key, "language"))
            return PC_LIST_LANGUAGE;
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
        break;
    case 't':
        if (is_key(key, "database"))
            return PC_LIST_DATABASE;
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
    case 'i':
        if (is_key(key, "issn.kind"))
            return PC_LIST_ISSN_KIND;
        break;
    case 'k':
        if (is_key(key, "key_alias"))
            return PC_LIST_KEY_ALIAS;
        break;
    case 'p':
        if (is_key(key, "publisher"))
            return PC_LIST_PUBLISHER;
        break;
    default:
        break;
    }
    break;
case 10:
    switch (key.p[0]) {
    case 'e':
        if (is_key(key, "event_date"))
            return PC_LIST_EVENT_DATE;
        break;
    case 'm':
        if (is_key(key, "main_title"))
            return PC_LIST_MAIN_TITLE;
        break;
    case 'p':
        if (is_key(key, "page_count"))
            return PC_LIST_PAGE_COUNT;
        break;
    case 't':
        if (is_key(key, "translator"))
            return PC_LIST_TRANSLATOR;
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
    case 'f':
        if (is_key(key, "affiliation"))
            return PC_LIST_AFFILIATION;
        break;
    case 'h':
        if (is_key(key, "short_title"))
            return PC_LIST_SHORT_TITLE;
        break;
    case 'i':
        if (is_key(key, "title_addon"))
            return PC_LIST_TITLE_ADDON;
        break;
    case 'n':
        if (is_key(key, "institution"))
            return PC_LIST_INSTITUTION;
        break;
    case 'o':
        if (is_key(key, "contributor"))
            return PC_LIST_CONTRIBUTOR;
        if (is_key(key, "journal_ref"))
            return PC_LIST_JOURNAL_REF;
        break;
    case 'p':
        if (is_key(key, "eprint_type"))
            return PC_LIST_EPRINT_TYPE;
        break;
    case 's':
        if (is_key(key, "issue_title"))
            return PC_LIST_ISSUE_TITLE;
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
    if (is_key(key, "citation_key"))
        return PC_LIST_CITATION_KEY;
    switch (key.p[2]) {
    case 'b':
        if (is_key(key, "submitted_by"))
            return PC_LIST_SUBMITTED_BY;
        break;
    case 'i':
        if (is_key(key, "editor.given"))
            return PC_LIST_EDITOR_GIVEN;
        if (is_key(key, "editor.orcid"))
            return PC_LIST_EDITOR_ORCID;
        break;
    case 'l':
        if (is_key(key, "related.type"))
            return PC_LIST_RELATED_TYPE;
        break;
    case 'm':
        if (is_key(key, "completed_by"))
            return PC_LIST_COMPLETED_BY;
        if (is_key(key, "completed_id"))
            return PC_LIST_COMPLETED_ID;
        break;
    case 'n':
        if (is_key(key, "announcement"))
            return PC_LIST_ANNOUNCEMENT;
        break;
    case 'r':
        if (is_key(key, "eprint_class"))
            return PC_LIST_EPRINT_CLASS;
        break;
    case 't':
        if (is_key(key, "author_count"))
            return PC_LIST_AUTHOR_COUNT;
        if (is_key(key, "author.given"))
            return PC_LIST_AUTHOR_GIVEN;
        if (is_key(key, "author.orcid"))
            return PC_LIST_AUTHOR_ORCID;
        break;
    case 'w':
        if (is_key(key, "howpublished"))
            return PC_LIST_HOWPUBLISHED;
        break;
    default:
        break;
    }
    break;
case 13:
    switch (key.p[7]) {
    case '_':
        if (is_key(key, "comment_count"))
            return PC_LIST_COMMENT_COUNT;
        break;
    case 'e':
        if (is_key(key, "series_editor"))
            return PC_LIST_SERIES_EDITOR;
        if (is_key(key, "arxiv_version"))
            return PC_LIST_ARXIV_VERSION;
        break;
    case 'f':
        if (is_key(key, "author.family"))
            return PC_LIST_AUTHOR_FAMILY;
        if (is_key(key, "editor.family"))
            return PC_LIST_EDITOR_FAMILY;
        break;
    case 'l':
        if (is_key(key, "original_date"))
            return PC_LIST_ORIGINAL_DATE;
        break;
    case 'n':
        if (is_key(key, "series_number"))
            return PC_LIST_SERIES_NUMBER;
        if (is_key(key, "report_number"))
            return PC_LIST_REPORT_NUMBER;
        break;
    case 'p':
        if (is_key(key, "author.prefix"))
            return PC_LIST_AUTHOR_PREFIX;
        if (is_key(key, "editor.prefix"))
            return PC_LIST_EDITOR_PREFIX;
        break;
    case 's':
        if (is_key(key, "author.suffix"))
            return PC_LIST_AUTHOR_SUFFIX;
        if (is_key(key, "editor.suffix"))
            return PC_LIST_EDITOR_SUFFIX;
        break;
    default:
        break;
    }
    break;
case 14:
    if (is_key(key, "arxiv_category"))
        return PC_LIST_ARXIV_CATEGORY;
    switch (key.p[10]) {
    case 'd':
        if (is_key(key, "completed_days"))
            return PC_LIST_COMPLETED_DAYS;
        break;
    case 'e':
        if (is_key(key, "author.literal"))
            return PC_LIST_AUTHOR_LITERAL;
        if (is_key(key, "editor.literal"))
            return PC_LIST_EDITOR_LITERAL;
        break;
    case 'g':
        if (is_key(key, "cross_category"))
            return PC_LIST_CROSS_CATEGORY;
        break;
    case 'h':
        if (is_key(key, "keyword.scheme"))
            return PC_LIST_KEYWORD_SCHEME;
        break;
    case 'i':
        if (is_key(key, "original_title"))
            return PC_LIST_ORIGINAL_TITLE;
        break;
    case 'm':
        if (is_key(key, "article_number"))
            return PC_LIST_ARTICLE_NUMBER;
        break;
    case 'r':
        if (is_key(key, "completed_rule"))
            return PC_LIST_COMPLETED_RULE;
        break;
    case 't':
        if (is_key(key, "classification"))
            return PC_LIST_CLASSIFICATION;
        break;
    default:
        break;
    }
    break;
case 15:
    switch (key.p[10]) {
    case 'r':
        if (is_key(key, "completed_rival"))
            return PC_LIST_COMPLETED_RIVAL;
        break;
    case 's':
        if (is_key(key, "container_short"))
            return PC_LIST_CONTAINER_SHORT;
        break;
    case 't':
        if (is_key(key, "container_title"))
            return PC_LIST_CONTAINER_TITLE;
        break;
    default:
        break;
    }
    break;
case 16:
    switch (key.p[6]) {
    case 'a':
        if (is_key(key, "translator.given"))
            return PC_LIST_TRANSLATOR_GIVEN;
        if (is_key(key, "translator.orcid"))
            return PC_LIST_TRANSLATOR_ORCID;
        break;
    case 'b':
        if (is_key(key, "contributor.role"))
            return PC_LIST_CONTRIBUTOR_ROLE;
        break;
    case 'e':
        if (is_key(key, "archive_location"))
            return PC_LIST_ARCHIVE_LOCATION;
        break;
    case 'n':
        if (is_key(key, "container_author"))
            return PC_LIST_CONTAINER_AUTHOR;
        break;
    case 't':
        if (is_key(key, "completed_fields"))
            return PC_LIST_COMPLETED_FIELDS;
        break;
    case 'u':
        if (is_key(key, "institution.role"))
            return PC_LIST_INSTITUTION_ROLE;
        break;
    default:
        break;
    }
    break;
case 17:
    switch (key.p[12]) {
    case 'a':
        if (is_key(key, "translator.family"))
            return PC_LIST_TRANSLATOR_FAMILY;
        break;
    case 'c':
        if (is_key(key, "authors_truncated"))
            return PC_LIST_AUTHORS_TRUNCATED;
        break;
    case 'g':
        if (is_key(key, "contributor.given"))
            return PC_LIST_CONTRIBUTOR_GIVEN;
        break;
    case 'o':
        if (is_key(key, "contributor.orcid"))
            return PC_LIST_CONTRIBUTOR_ORCID;
        break;
    case 'r':
        if (is_key(key, "translator.prefix"))
            return PC_LIST_TRANSLATOR_PREFIX;
        break;
    case 'u':
        if (is_key(key, "translator.suffix"))
            return PC_LIST_TRANSLATOR_SUFFIX;
        break;
    default:
        break;
    }
    break;
case 18:
    switch (key.p[12]) {
    case 'f':
        if (is_key(key, "contributor.family"))
            return PC_LIST_CONTRIBUTOR_FAMILY;
        break;
    case 'i':
        if (is_key(key, "author.affiliation"))
            return PC_LIST_AUTHOR_AFFILIATION;
        if (is_key(key, "editor.affiliation"))
            return PC_LIST_EDITOR_AFFILIATION;
        if (is_key(key, "translator.literal"))
            return PC_LIST_TRANSLATOR_LITERAL;
        break;
    case 'l':
        if (is_key(key, "original_publisher"))
            return PC_LIST_ORIGINAL_PUBLISHER;
        break;
    case 'n':
        if (is_key(key, "abstract_truncated"))
            return PC_LIST_ABSTRACT_TRUNCATED;
        break;
    case 'p':
        if (is_key(key, "contributor.prefix"))
            return PC_LIST_CONTRIBUTOR_PREFIX;
        break;
    case 's':
        if (is_key(key, "contributor.suffix"))
            return PC_LIST_CONTRIBUTOR_SUFFIX;
        break;
    default:
        break;
    }
    break;
case 19:
    switch (key.p[14]) {
    case 'g':
        if (is_key(key, "series_editor.given"))
            return PC_LIST_SERIES_EDITOR_GIVEN;
        break;
    case 'o':
        if (is_key(key, "series_editor.orcid"))
            return PC_LIST_SERIES_EDITOR_ORCID;
        break;
    case 't':
        if (is_key(key, "contributor.literal"))
            return PC_LIST_CONTRIBUTOR_LITERAL;
        break;
    default:
        break;
    }
    break;
case 20:
    switch (key.p[14]) {
    case 'f':
        if (is_key(key, "series_editor.family"))
            return PC_LIST_SERIES_EDITOR_FAMILY;
        break;
    case 'l':
        if (is_key(key, "completed_similarity"))
            return PC_LIST_COMPLETED_SIMILARITY;
        break;
    case 'p':
        if (is_key(key, "series_editor.prefix"))
            return PC_LIST_SERIES_EDITOR_PREFIX;
        break;
    case 's':
        if (is_key(key, "series_editor.suffix"))
            return PC_LIST_SERIES_EDITOR_SUFFIX;
        break;
    default:
        break;
    }
    break;
case 21:
    if (is_key(key, "series_editor.literal"))
        return PC_LIST_SERIES_EDITOR_LITERAL;
    break;
case 22:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "author.dropping_prefix"))
            return PC_LIST_AUTHOR_DROPPING_PREFIX;
        break;
    case 'c':
        if (is_key(key, "container_author.given"))
            return PC_LIST_CONTAINER_AUTHOR_GIVEN;
        if (is_key(key, "container_author.orcid"))
            return PC_LIST_CONTAINER_AUTHOR_ORCID;
        break;
    case 'e':
        if (is_key(key, "editor.dropping_prefix"))
            return PC_LIST_EDITOR_DROPPING_PREFIX;
        break;
    case 't':
        if (is_key(key, "translator.affiliation"))
            return PC_LIST_TRANSLATOR_AFFILIATION;
        break;
    default:
        break;
    }
    break;
case 23:
    switch (key.p[17]) {
    case 'f':
        if (is_key(key, "container_author.family"))
            return PC_LIST_CONTAINER_AUTHOR_FAMILY;
        break;
    case 'i':
        if (is_key(key, "contributor.affiliation"))
            return PC_LIST_CONTRIBUTOR_AFFILIATION;
        break;
    case 'p':
        if (is_key(key, "container_author.prefix"))
            return PC_LIST_CONTAINER_AUTHOR_PREFIX;
        break;
    case 's':
        if (is_key(key, "container_author.suffix"))
            return PC_LIST_CONTAINER_AUTHOR_SUFFIX;
        break;
    default:
        break;
    }
    break;
case 24:
    if (is_key(key, "arxiv_category_candidate"))
        return PC_LIST_ARXIV_CATEGORY_CANDIDATE;
    if (is_key(key, "container_author.literal"))
        return PC_LIST_CONTAINER_AUTHOR_LITERAL;
    break;
case 25:
    if (is_key(key, "series_editor.affiliation"))
        return PC_LIST_SERIES_EDITOR_AFFILIATION;
    break;
case 26:
    if (is_key(key, "translator.dropping_prefix"))
        return PC_LIST_TRANSLATOR_DROPPING_PREFIX;
    break;
case 27:
    if (is_key(key, "contributor.dropping_prefix"))
        return PC_LIST_CONTRIBUTOR_DROPPING_PREFIX;
    break;
case 28:
    if (is_key(key, "container_author.affiliation"))
        return PC_LIST_CONTAINER_AUTHOR_AFFILIATION;
    break;
case 29:
    if (is_key(key, "series_editor.dropping_prefix"))
        return PC_LIST_SERIES_EDITOR_DROPPING_PREFIX;
    break;
case 32:
    if (is_key(key, "container_author.dropping_prefix"))
        return PC_LIST_CONTAINER_AUTHOR_DROPPING_PREFIX;
    break;
default:
    break;
}
