/* variables.h - the variables of CSL-JSON and the words for its types; made by tools/make-fields from sdk/fields.tsv; do not edit. */
/* clang-format off */
static const pc_csl_variable variables[] = {
    { { "type", 4 }, PC_LIST_TYPE, PC_CSL_TEXT, true },
    { { "id", 2 }, PC_LIST_CITATION_KEY, PC_CSL_TEXT, true },
    { { "title", 5 }, PC_LIST_TITLE, PC_CSL_TEXT, true },
    { { "subtitle", 8 }, PC_LIST_SUBTITLE, PC_CSL_TEXT, false },
    { { "title-short", 11 }, PC_LIST_SHORT_TITLE, PC_CSL_TEXT, true },
    { { "shortTitle", 10 }, PC_LIST_SHORT_TITLE, PC_CSL_TEXT, false },
    { { "short-title", 11 }, PC_LIST_SHORT_TITLE, PC_CSL_TEXT, false },
    { { "original-title", 14 }, PC_LIST_ORIGINAL_TITLE, PC_CSL_TEXT, true },
    { { "author", 6 }, PC_LIST_AUTHOR, PC_CSL_NAMES, true },
    { { "editor", 6 }, PC_LIST_EDITOR, PC_CSL_NAMES, true },
    { { "translator", 10 }, PC_LIST_TRANSLATOR, PC_CSL_NAMES, true },
    { { "container-author", 16 }, PC_LIST_CONTAINER_AUTHOR, PC_CSL_NAMES, true },
    { { "collection-editor", 17 }, PC_LIST_SERIES_EDITOR, PC_CSL_NAMES, true },
    { { "contributor", 11 }, PC_LIST_CONTRIBUTOR, PC_CSL_NAMES, true },
    { { "issued", 6 }, PC_LIST_DATE, PC_CSL_DATE, true },
    { { "original-date", 13 }, PC_LIST_ORIGINAL_DATE, PC_CSL_DATE, true },
    { { "event-date", 10 }, PC_LIST_EVENT_DATE, PC_CSL_DATE, true },
    { { "accessed", 8 }, PC_LIST_ACCESSED, PC_CSL_DATE, true },
    { { "status", 6 }, PC_LIST_STATUS, PC_CSL_TEXT, true },
    { { "container-title", 15 }, PC_LIST_CONTAINER_TITLE, PC_CSL_TEXT, true },
    { { "container-title-short", 21 }, PC_LIST_CONTAINER_SHORT, PC_CSL_TEXT, true },
    { { "journalAbbreviation", 19 }, PC_LIST_CONTAINER_SHORT, PC_CSL_TEXT, false },
    { { "short-container-title", 21 }, PC_LIST_CONTAINER_SHORT, PC_CSL_TEXT, false },
    { { "collection-title", 16 }, PC_LIST_SERIES, PC_CSL_TEXT, true },
    { { "collection-number", 17 }, PC_LIST_SERIES_NUMBER, PC_CSL_TEXT, true },
    { { "volume", 6 }, PC_LIST_VOLUME, PC_CSL_TEXT, true },
    { { "number-of-volumes", 17 }, PC_LIST_VOLUMES, PC_CSL_TEXT, true },
    { { "issue", 5 }, PC_LIST_ISSUE, PC_CSL_TEXT, true },
    { { "number", 6 }, PC_LIST_NUMBER, PC_CSL_TEXT, true },
    { { "page", 4 }, PC_LIST_PAGES, PC_CSL_TEXT, true },
    { { "article-number", 14 }, PC_LIST_ARTICLE_NUMBER, PC_CSL_TEXT, false },
    { { "number-of-pages", 15 }, PC_LIST_PAGE_COUNT, PC_CSL_TEXT, true },
    { { "chapter-number", 14 }, PC_LIST_CHAPTER, PC_CSL_TEXT, true },
    { { "section", 7 }, PC_LIST_SECTION, PC_CSL_TEXT, true },
    { { "part", 4 }, PC_LIST_PART, PC_CSL_TEXT, true },
    { { "part-number", 11 }, PC_LIST_PART, PC_CSL_TEXT, false },
    { { "edition", 7 }, PC_LIST_EDITION, PC_CSL_TEXT, true },
    { { "edition-number", 14 }, PC_LIST_EDITION, PC_CSL_TEXT, false },
    { { "version", 7 }, PC_LIST_VERSION, PC_CSL_TEXT, true },
    { { "publisher", 9 }, PC_LIST_PUBLISHER, PC_CSL_TEXT, true },
    { { "publisher-place", 15 }, PC_LIST_PLACE, PC_CSL_TEXT, true },
    { { "publisher-location", 18 }, PC_LIST_PLACE, PC_CSL_TEXT, false },
    { { "genre", 5 }, PC_LIST_GENRE, PC_CSL_TEXT, true },
    { { "degree", 6 }, PC_LIST_GENRE, PC_CSL_TEXT, false },
    { { "medium", 6 }, PC_LIST_HOWPUBLISHED, PC_CSL_TEXT, true },
    { { "event-title", 11 }, PC_LIST_EVENT_TITLE, PC_CSL_TEXT, true },
    { { "event", 5 }, PC_LIST_EVENT_TITLE, PC_CSL_TEXT, false },
    { { "event-place", 11 }, PC_LIST_EVENT_PLACE, PC_CSL_TEXT, true },
    { { "original-publisher", 18 }, PC_LIST_ORIGINAL_PUBLISHER, PC_CSL_TEXT, true },
    { { "DOI", 3 }, PC_LIST_DOI, PC_CSL_TEXT, true },
    { { "ISBN", 4 }, PC_LIST_ISBN, PC_CSL_TEXT, true },
    { { "ISSN", 4 }, PC_LIST_ISSN, PC_CSL_TEXT, true },
    { { "PMID", 4 }, PC_LIST_PMID, PC_CSL_TEXT, true },
    { { "PMCID", 5 }, PC_LIST_PMCID, PC_CSL_TEXT, true },
    { { "URL", 3 }, PC_LIST_URL, PC_CSL_TEXT, true },
    { { "call-number", 11 }, PC_LIST_CALL_NUMBER, PC_CSL_TEXT, true },
    { { "source", 6 }, PC_LIST_DATABASE, PC_CSL_TEXT, true },
    { { "archive", 7 }, PC_LIST_ARCHIVE, PC_CSL_TEXT, true },
    { { "archive_location", 16 }, PC_LIST_ARCHIVE_LOCATION, PC_CSL_TEXT, true },
    { { "keyword", 7 }, PC_LIST_KEYWORD, PC_CSL_TEXT, true },
    { { "subject", 7 }, PC_LIST_KEYWORD, PC_CSL_TEXT, false },
    { { "note", 4 }, PC_LIST_NOTE, PC_CSL_TEXT, true },
    { { "annote", 6 }, PC_LIST_ANNOTE, PC_CSL_TEXT, true },
    { { "language", 8 }, PC_LIST_LANGUAGE, PC_CSL_TEXT, true },
    { { "categories", 10 }, PC_LIST_GROUP, PC_CSL_CATEGORIES, true },
    { { "abstract", 8 }, PC_LIST_ABSTRACT, PC_CSL_TEXT, true },
    { { "archive-place", 13 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "archive_collection", 18 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "authority", 9 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "available-date", 14 }, PC_LIST_OTHERS, PC_CSL_DATE, true },
    { { "chair", 5 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "citation-key", 12 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "citation-label", 14 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "citation-number", 15 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "compiler", 8 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "composer", 8 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "curator", 7 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "dimensions", 10 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "director", 8 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "division", 8 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "editorial-director", 18 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "executive-producer", 18 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "first-reference-note-number", 27 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "guest", 5 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "host", 4 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "illustrator", 11 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "interviewer", 11 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "jurisdiction", 12 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "locator", 7 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "narrator", 8 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "organizer", 9 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "original-author", 15 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "original-publisher-place", 24 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "page-first", 10 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "part-title", 10 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "performer", 9 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "printing", 8 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "producer", 8 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "recipient", 9 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "references", 10 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "reviewed-author", 15 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "reviewed-genre", 14 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "reviewed-title", 14 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "scale", 5 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "script-writer", 13 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "series-creator", 14 }, PC_LIST_OTHERS, PC_CSL_NAMES, true },
    { { "submitted", 9 }, PC_LIST_OTHERS, PC_CSL_DATE, true },
    { { "supplement", 10 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "volume-title", 12 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "volume-title-short", 18 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
    { { "year-suffix", 11 }, PC_LIST_OTHERS, PC_CSL_TEXT, true },
};

static const struct other_type {
    const char *word, *type;
} other_types[] = {
    { "posted-content", "article" },
    { "journal-article", "article-journal" },
    { "monograph", "book" },
    { "edited-book", "book" },
    { "reference-book", "book" },
    { "book-set", "book" },
    { "book-series", "book" },
    { "book-track", "book" },
    { "proceedings", "book" },
    { "proceedings-series", "book" },
    { "report-series", "book" },
    { "book-chapter", "chapter" },
    { "book-section", "chapter" },
    { "book-part", "chapter" },
    { "report-component", "chapter" },
    { "database", "dataset" },
    { "component", "document" },
    { "other", "document" },
    { "reference-entry", "entry" },
    { "video", "motion_picture" },
    { "proceedings-article", "paper-conference" },
    { "journal", "periodical" },
    { "journal-issue", "periodical" },
    { "journal-volume", "periodical" },
    { "blog-post", "post-weblog" },
    { "peer-review", "review" },
    { "standard-series", "standard" },
    { "dissertation", "thesis" },
};

/* The number of the variable that each field is written as, plus 1. */
static const unsigned char numbers[PC_LIST_OTHERS] = {
    [PC_LIST_TYPE] = 1,
    [PC_LIST_CITATION_KEY] = 2,
    [PC_LIST_TITLE] = 3,
    [PC_LIST_SHORT_TITLE] = 5,
    [PC_LIST_ORIGINAL_TITLE] = 8,
    [PC_LIST_AUTHOR] = 9,
    [PC_LIST_EDITOR] = 10,
    [PC_LIST_TRANSLATOR] = 11,
    [PC_LIST_CONTAINER_AUTHOR] = 12,
    [PC_LIST_SERIES_EDITOR] = 13,
    [PC_LIST_CONTRIBUTOR] = 14,
    [PC_LIST_DATE] = 15,
    [PC_LIST_ORIGINAL_DATE] = 16,
    [PC_LIST_EVENT_DATE] = 17,
    [PC_LIST_ACCESSED] = 18,
    [PC_LIST_STATUS] = 19,
    [PC_LIST_CONTAINER_TITLE] = 20,
    [PC_LIST_CONTAINER_SHORT] = 21,
    [PC_LIST_SERIES] = 24,
    [PC_LIST_SERIES_NUMBER] = 25,
    [PC_LIST_VOLUME] = 26,
    [PC_LIST_VOLUMES] = 27,
    [PC_LIST_ISSUE] = 28,
    [PC_LIST_NUMBER] = 29,
    [PC_LIST_PAGES] = 30,
    [PC_LIST_PAGE_COUNT] = 32,
    [PC_LIST_CHAPTER] = 33,
    [PC_LIST_SECTION] = 34,
    [PC_LIST_PART] = 35,
    [PC_LIST_EDITION] = 37,
    [PC_LIST_VERSION] = 39,
    [PC_LIST_PUBLISHER] = 40,
    [PC_LIST_PLACE] = 41,
    [PC_LIST_GENRE] = 43,
    [PC_LIST_HOWPUBLISHED] = 45,
    [PC_LIST_EVENT_TITLE] = 46,
    [PC_LIST_EVENT_PLACE] = 48,
    [PC_LIST_ORIGINAL_PUBLISHER] = 49,
    [PC_LIST_DOI] = 50,
    [PC_LIST_ISBN] = 51,
    [PC_LIST_ISSN] = 52,
    [PC_LIST_PMID] = 53,
    [PC_LIST_PMCID] = 54,
    [PC_LIST_URL] = 55,
    [PC_LIST_CALL_NUMBER] = 56,
    [PC_LIST_DATABASE] = 57,
    [PC_LIST_ARCHIVE] = 58,
    [PC_LIST_ARCHIVE_LOCATION] = 59,
    [PC_LIST_KEYWORD] = 60,
    [PC_LIST_NOTE] = 62,
    [PC_LIST_ANNOTE] = 63,
    [PC_LIST_LANGUAGE] = 64,
    [PC_LIST_GROUP] = 65,
    [PC_LIST_ABSTRACT] = 66,
};

/* The number of the variable KEY; -1 when there is none. */
static int find_variable(pc_str key)
{
switch (key.n) {
case 2:
    if (is_key(key, "id"))
        return 1;
    break;
case 3:
    if (is_key(key, "DOI"))
        return 49;
    if (is_key(key, "URL"))
        return 54;
    break;
case 4:
    if (is_key(key, "type"))
        return 0;
    if (is_key(key, "page"))
        return 29;
    switch (key.p[2]) {
    case 'B':
        if (is_key(key, "ISBN"))
            return 50;
        break;
    case 'I':
        if (is_key(key, "PMID"))
            return 52;
        break;
    case 'S':
        if (is_key(key, "ISSN"))
            return 51;
        break;
    case 'r':
        if (is_key(key, "part"))
            return 34;
        break;
    case 's':
        if (is_key(key, "host"))
            return 84;
        break;
    case 't':
        if (is_key(key, "note"))
            return 61;
        break;
    default:
        break;
    }
    break;
case 5:
    if (is_key(key, "title"))
        return 2;
    switch (key.p[1]) {
    case 'M':
        if (is_key(key, "PMCID"))
            return 53;
        break;
    case 'c':
        if (is_key(key, "scale"))
            return 103;
        break;
    case 'e':
        if (is_key(key, "genre"))
            return 42;
        break;
    case 'h':
        if (is_key(key, "chair"))
            return 70;
        break;
    case 's':
        if (is_key(key, "issue"))
            return 27;
        break;
    case 'u':
        if (is_key(key, "guest"))
            return 83;
        break;
    case 'v':
        if (is_key(key, "event"))
            return 46;
        break;
    default:
        break;
    }
    break;
case 6:
    if (is_key(key, "author"))
        return 8;
    if (is_key(key, "issued"))
        return 14;
    if (is_key(key, "volume"))
        return 25;
    switch (key.p[2]) {
    case 'a':
        if (is_key(key, "status"))
            return 18;
        break;
    case 'd':
        if (is_key(key, "medium"))
            return 44;
        break;
    case 'g':
        if (is_key(key, "degree"))
            return 43;
        break;
    case 'i':
        if (is_key(key, "editor"))
            return 9;
        break;
    case 'm':
        if (is_key(key, "number"))
            return 28;
        break;
    case 'n':
        if (is_key(key, "annote"))
            return 62;
        break;
    case 'u':
        if (is_key(key, "source"))
            return 56;
        break;
    default:
        break;
    }
    break;
case 7:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "archive"))
            return 57;
        break;
    case 'c':
        if (is_key(key, "curator"))
            return 76;
        break;
    case 'e':
        if (is_key(key, "edition"))
            return 36;
        break;
    case 'k':
        if (is_key(key, "keyword"))
            return 59;
        break;
    case 'l':
        if (is_key(key, "locator"))
            return 88;
        break;
    case 's':
        if (is_key(key, "section"))
            return 33;
        if (is_key(key, "subject"))
            return 60;
        break;
    case 'v':
        if (is_key(key, "version"))
            return 38;
        break;
    default:
        break;
    }
    break;
case 8:
    switch (key.p[2]) {
    case 'b':
        if (is_key(key, "subtitle"))
            return 3;
        break;
    case 'c':
        if (is_key(key, "accessed"))
            return 17;
        break;
    case 'i':
        if (is_key(key, "printing"))
            return 96;
        break;
    case 'm':
        if (is_key(key, "compiler"))
            return 74;
        if (is_key(key, "composer"))
            return 75;
        break;
    case 'n':
        if (is_key(key, "language"))
            return 63;
        break;
    case 'o':
        if (is_key(key, "producer"))
            return 97;
        break;
    case 'r':
        if (is_key(key, "director"))
            return 78;
        if (is_key(key, "narrator"))
            return 89;
        break;
    case 's':
        if (is_key(key, "abstract"))
            return 65;
        break;
    case 'v':
        if (is_key(key, "division"))
            return 79;
        break;
    default:
        break;
    }
    break;
case 9:
    switch (key.p[3]) {
    case 'a':
        if (is_key(key, "organizer"))
            return 90;
        break;
    case 'f':
        if (is_key(key, "performer"))
            return 95;
        break;
    case 'h':
        if (is_key(key, "authority"))
            return 68;
        break;
    case 'i':
        if (is_key(key, "recipient"))
            return 98;
        break;
    case 'l':
        if (is_key(key, "publisher"))
            return 39;
        break;
    case 'm':
        if (is_key(key, "submitted"))
            return 106;
        break;
    default:
        break;
    }
    break;
case 10:
    switch (key.p[2]) {
    case 'a':
        if (is_key(key, "translator"))
            return 10;
        break;
    case 'e':
        if (is_key(key, "event-date"))
            return 16;
        break;
    case 'f':
        if (is_key(key, "references"))
            return 99;
        break;
    case 'g':
        if (is_key(key, "page-first"))
            return 93;
        break;
    case 'm':
        if (is_key(key, "dimensions"))
            return 77;
        break;
    case 'o':
        if (is_key(key, "shortTitle"))
            return 5;
        break;
    case 'p':
        if (is_key(key, "supplement"))
            return 107;
        break;
    case 'r':
        if (is_key(key, "part-title"))
            return 94;
        break;
    case 't':
        if (is_key(key, "categories"))
            return 64;
        break;
    default:
        break;
    }
    break;
case 11:
    switch (key.p[1]) {
    case 'a':
        if (is_key(key, "part-number"))
            return 35;
        if (is_key(key, "call-number"))
            return 55;
        break;
    case 'e':
        if (is_key(key, "year-suffix"))
            return 110;
        break;
    case 'h':
        if (is_key(key, "short-title"))
            return 6;
        break;
    case 'i':
        if (is_key(key, "title-short"))
            return 4;
        break;
    case 'l':
        if (is_key(key, "illustrator"))
            return 85;
        break;
    case 'n':
        if (is_key(key, "interviewer"))
            return 86;
        break;
    case 'o':
        if (is_key(key, "contributor"))
            return 13;
        break;
    case 'v':
        if (is_key(key, "event-title"))
            return 45;
        if (is_key(key, "event-place"))
            return 47;
        break;
    default:
        break;
    }
    break;
case 12:
    switch (key.p[0]) {
    case 'c':
        if (is_key(key, "citation-key"))
            return 71;
        break;
    case 'j':
        if (is_key(key, "jurisdiction"))
            return 87;
        break;
    case 'v':
        if (is_key(key, "volume-title"))
            return 108;
        break;
    default:
        break;
    }
    break;
case 13:
    switch (key.p[0]) {
    case 'a':
        if (is_key(key, "archive-place"))
            return 66;
        break;
    case 'o':
        if (is_key(key, "original-date"))
            return 15;
        break;
    case 's':
        if (is_key(key, "script-writer"))
            return 104;
        break;
    default:
        break;
    }
    break;
case 14:
    switch (key.p[5]) {
    case 'a':
        if (is_key(key, "available-date"))
            return 69;
        break;
    case 'e':
        if (is_key(key, "chapter-number"))
            return 32;
        break;
    case 'i':
        if (is_key(key, "citation-label"))
            return 72;
        break;
    case 'l':
        if (is_key(key, "article-number"))
            return 30;
        break;
    case 'n':
        if (is_key(key, "original-title"))
            return 7;
        break;
    case 'o':
        if (is_key(key, "edition-number"))
            return 37;
        break;
    case 's':
        if (is_key(key, "series-creator"))
            return 105;
        break;
    case 'w':
        if (is_key(key, "reviewed-genre"))
            return 101;
        if (is_key(key, "reviewed-title"))
            return 102;
        break;
    default:
        break;
    }
    break;
case 15:
    if (is_key(key, "container-title"))
        return 19;
    switch (key.p[0]) {
    case 'c':
        if (is_key(key, "citation-number"))
            return 73;
        break;
    case 'n':
        if (is_key(key, "number-of-pages"))
            return 31;
        break;
    case 'o':
        if (is_key(key, "original-author"))
            return 91;
        break;
    case 'p':
        if (is_key(key, "publisher-place"))
            return 40;
        break;
    case 'r':
        if (is_key(key, "reviewed-author"))
            return 100;
        break;
    default:
        break;
    }
    break;
case 16:
    switch (key.p[2]) {
    case 'c':
        if (is_key(key, "archive_location"))
            return 58;
        break;
    case 'l':
        if (is_key(key, "collection-title"))
            return 23;
        break;
    case 'n':
        if (is_key(key, "container-author"))
            return 11;
        break;
    default:
        break;
    }
    break;
case 17:
    switch (key.p[11]) {
    case 'e':
        if (is_key(key, "collection-editor"))
            return 12;
        break;
    case 'n':
        if (is_key(key, "collection-number"))
            return 24;
        break;
    case 'o':
        if (is_key(key, "number-of-volumes"))
            return 26;
        break;
    default:
        break;
    }
    break;
case 18:
    switch (key.p[3]) {
    case 'c':
        if (is_key(key, "executive-producer"))
            return 81;
        break;
    case 'g':
        if (is_key(key, "original-publisher"))
            return 48;
        break;
    case 'h':
        if (is_key(key, "archive_collection"))
            return 67;
        break;
    case 'l':
        if (is_key(key, "publisher-location"))
            return 41;
        break;
    case 't':
        if (is_key(key, "editorial-director"))
            return 80;
        break;
    case 'u':
        if (is_key(key, "volume-title-short"))
            return 109;
        break;
    default:
        break;
    }
    break;
case 19:
    if (is_key(key, "journalAbbreviation"))
        return 21;
    break;
case 21:
    if (is_key(key, "container-title-short"))
        return 20;
    if (is_key(key, "short-container-title"))
        return 22;
    break;
case 24:
    if (is_key(key, "original-publisher-place"))
        return 92;
    break;
case 27:
    if (is_key(key, "first-reference-note-number"))
        return 82;
    break;
default:
    break;
}
return -1;
}
