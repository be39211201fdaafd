/* key_fields.c - parts of a key from dates, pages, keywords and single fields. */
#include "key_fields.h"

#include "ascii.h"
#include "key_words.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

enum { LONGEST_NAME = 25, LONGEST = 400 };

/* The keys of the record model that make sense in a citation key. */
static const char field_names[][LONGEST_NAME] = {
    "abstract",
    "accessed",
    "affiliation",
    "annote",
    "announced",
    "archive",
    "archive_location",
    "arxiv_category",
    "arxiv_id",
    "arxiv_version",
    "article_number",
    "author_count",
    "call_number",
    "category",
    "chapter",
    "citation_key",
    "classification",
    "container_author",
    "container_short",
    "container_title",
    "contributor",
    "crossref",
    "database",
    "date_text",
    "doi",
    "edition",
    "eprint",
    "eprint_class",
    "eprint_type",
    "event_date",
    "event_place",
    "event_title",
    "genre",
    "group",
    "howpublished",
    "institution",
    "isbn",
    "issn",
    "issue",
    "issue_title",
    "journal_ref",
    "key_alias",
    "language",
    "listed",
    "main_title",
    "note",
    "number",
    "original_date",
    "original_publisher",
    "original_title",
    "page_count",
    "pages",
    "part",
    "place",
    "pmcid",
    "pmid",
    "publisher",
    "report_number",
    "rights",
    "score",
    "section",
    "series",
    "series_editor",
    "series_number",
    "short_title",
    "sort_key",
    "status",
    "stars",
    "submitted_by",
    "subtitle",
    "title_addon",
    "translator",
    "type",
    "type_raw",
    "updated",
    "url",
    "version",
    "volume",
    "volumes",
    "votes",
};

/* Names that other programs have for them. */
static const struct {
    char name[20], key[LONGEST_NAME];
} aliases[] = {
    { "address", "place" },
    { "annotation", "annote" },
    { "archiveprefix", "eprint_type" },
    { "booktitle", "container_title" },
    { "callnumber", "call_number" },
    { "conferencename", "event_title" },
    { "containertitle", "container_title" },
    { "eid", "article_number" },
    { "eprintclass", "eprint_class" },
    { "eprinttype", "eprint_type" },
    { "eventtitle", "event_title" },
    { "issuetitle", "issue_title" },
    { "itemtype", "type" },
    { "journalabbreviation", "container_short" },
    { "journaltitle", "container_title" },
    { "langid", "language" },
    { "location", "place" },
    { "maintitle", "main_title" },
    { "numpages", "page_count" },
    { "organization", "institution" },
    { "origdate", "original_date" },
    { "origtitle", "original_title" },
    { "pagetotal", "page_count" },
    { "primaryclass", "eprint_class" },
    { "proceedingstitle", "container_title" },
    { "publicationtitle", "container_title" },
    { "reportnumber", "number" },
    { "school", "institution" },
    { "shortjournal", "container_short" },
    { "shorttitle", "short_title" },
    { "titleaddon", "title_addon" },
    { "university", "institution" },
    { "urldate", "accessed" },
    { "venue", "event_place" },
};

static bool is_name(pc_str name, const char *entry)
{
    size_t n = strlen(entry);

    if (name.n != n)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (pc_ascii_lower(name.p[i]) != entry[i])
            return false;
    }
    return true;
}

pc_str pc_key_field(pc_str name)
{
    for (size_t i = 0; i < COUNT(field_names); i++) {
        if (is_name(name, field_names[i]))
            return pc_s(field_names[i]);
    }
    for (size_t i = 0; i < COUNT(aliases); i++) {
        if (is_name(name, aliases[i].name))
            return pc_s(aliases[i].key);
    }
    return pc_none();
}

const char *pc_key_field_name(size_t i)
{
    if (i < COUNT(field_names))
        return field_names[i];
    i -= COUNT(field_names);
    return i < COUNT(aliases) ? aliases[i].name : NULL;
}

/* ---- values -------------------------------------------------------------------------- */

/* The first value with KEY, else with OTHERWISE, unless that is absent. */
static pc_str get_field(const pc_record *record, pc_str key, pc_str otherwise)
{
    pc_str value = record->h.host->get(record, key, 0);

    return value.n != 0 || otherwise.n == 0 ? value : record->h.host->get(record, otherwise, 0);
}

static void add_value(pc_keys *keys, const pc_record *record, pc_str value)
{
    pc_key_fold(&keys->key, pc_key_plain_text(keys, record, value), true);
}

static void add_first(pc_keys *keys, const pc_record *record, const char *key,
                      const char *otherwise)
{
    pc_str value = pc_get(record, key, 0);

    add_value(keys, record, value.n != 0 ? value : pc_get(record, otherwise, 0));
}

static void add_date(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece)
{
    static const char months[][10] = { "January",   "February", "March",    "April",
                                       "May",       "June",     "July",     "August",
                                       "September", "October",  "November", "December" };
    bool original = piece->what == PC_KEY_ORIGINAL_YEAR;
    pc_str printed = pc_get(record, original ? "original_date" : PC_DATE, 0);
    char text[16] = "";
    pc_date date;

    if (!pc_key_date(printed, &date))
        return;
    if (piece->what == PC_KEY_DATE) {
        add_value(keys, record, printed);
    } else if (piece->what == PC_KEY_MONTH && date.month != 0) {
        pc_text_puts(&keys->key, months[date.month - 1]);
    } else if (piece->what == PC_KEY_MONTH_ABBR && date.month != 0) {
        pc_text_add(&keys->key, pc_sub(months[date.month - 1], 3));
        keys->key.p[keys->key.n - 3] |= 0x20;
    } else if (piece->what == PC_KEY_DAY && date.day != 0) {
        snprintf(text, sizeof text, "%d", date.day);
    } else if (piece->what == PC_KEY_SHORT_YEAR && date.year != 0) {
        snprintf(text, sizeof text, "%02d", date.year % 100);
    } else if ((piece->what == PC_KEY_YEAR || original) && date.year != 0) {
        snprintf(text, sizeof text, "%04d", date.year);
    }
    pc_text_puts(&keys->key, text);
}

/* The lowest and the highest number of pages such as 7,41,73--97. */
static void add_page_number(pc_keys *keys, pc_str pages, bool highest)
{
    pc_str best = pc_none();

    for (size_t i = 0, end; i < pages.n; i = end) {
        pc_str number;

        for (end = i; end < pages.n && pc_ascii_digit(pages.p[end]); end++)
            ;
        number = pc_sub(pages.p + i, end - i);
        if (number.n == 0) {
            end++;
            continue;
        }
        while (number.n > 1 && number.p[0] == '0')
            number = pc_drop(number, 1);
        if (best.n == 0 || (number.n != best.n ? number.n > best.n
                                               : memcmp(number.p, best.p, best.n) > 0) == highest)
            best = number;
    }
    if (best.n <= LONGEST)
        pc_text_add(&keys->key, best);
}

/* What is not a digit before the first page, such as L. */
static void add_page_prefix(pc_keys *keys, pc_str pages)
{
    size_t n = 0;

    while (n < pages.n && !pc_ascii_digit(pages.p[n]))
        n++;
    pc_key_fold(&keys->key, pc_sub(pages.p, n), false);
}

static bool ends_page(char c)
{
    return c == '-' || c == ',' || c == ' ';
}

/* The first or the last page as printed, such as e1234. */
static void add_page(pc_keys *keys, pc_str pages, bool last)
{
    size_t start = keys->key.n, begin = start, end;
    pc_text *key = &keys->key;

    pc_key_fold(key, pages, false);
    end = key->n;
    if (last) {
        for (begin = end; begin > start && !ends_page(key->p[begin - 1]); begin--)
            ;
    } else {
        for (end = start; end < key->n && !ends_page(key->p[end]); end++)
            ;
    }
    memmove(key->p + start, key->p + begin, end - begin);
    key->n = start + (end - begin);
}

static void add_keywords(pc_keys *keys, const pc_record *record, size_t first, size_t end)
{
    size_t start = keys->key.n;
    pc_str value;

    for (size_t i = first; i < end && keys->key.n - start < LONGEST; i++) {
        value = pc_get(record, PC_KEYWORD, i);
        if (value.n == 0)
            break;
        add_value(keys, record, value);
    }
}

/* The entry types of BibTeX for the types of the record, which are those of CSL. */
static void add_entry_type(pc_keys *keys, const pc_record *record)
{
    static const char types[][2][20] = {
        { "article", "Article" },
        { "article-journal", "Article" },
        { "article-magazine", "Article" },
        { "article-newspaper", "Article" },
        { "book", "Book" },
        { "chapter", "InCollection" },
        { "paper-conference", "InProceedings" },
        { "pamphlet", "Booklet" },
        { "report", "TechReport" },
        { "thesis", "PhdThesis" },
        { "manuscript", "Unpublished" },
    };
    pc_str type = pc_get(record, "type", 0);

    for (size_t i = 0; i < COUNT(types); i++) {
        if (pc_eq(type, types[i][0])) {
            pc_text_puts(&keys->key, types[i][1]);
            return;
        }
    }
    if (type.n != 0)
        pc_text_puts(&keys->key, "Misc");
}

static bool is_type(const pc_record *record, pc_str wanted)
{
    pc_str type = pc_get(record, "type", 0);

    return pc_same(type, wanted);
}

bool pc_key_run_field(pc_keys *keys, const pc_record *record, const struct pc_key_piece *piece,
                      size_t start)
{
    pc_str pages = pc_get(record, "pages", 0);

    (void)start;
    switch (piece->what) {
    case PC_KEY_JOURNAL:
        add_first(keys, record, "container_title", "container_short");
        break;
    case PC_KEY_JOURNAL_ABBR:
        add_first(keys, record, "container_short", "container_title");
        break;
    case PC_KEY_LOWEST_PAGE:
    case PC_KEY_HIGHEST_PAGE:
        add_page_number(keys, pages, piece->what == PC_KEY_HIGHEST_PAGE);
        break;
    case PC_KEY_PAGE_PREFIX:
        add_page_prefix(keys, pages);
        break;
    case PC_KEY_FIRST_PAGE:
    case PC_KEY_LAST_PAGE:
        add_page(keys, pages, piece->what == PC_KEY_LAST_PAGE);
        break;
    case PC_KEY_KEYWORD:
        if (piece->n > 0)
            add_keywords(keys, record, (size_t)piece->n - 1, (size_t)piece->n);
        break;
    case PC_KEY_KEYWORDS:
        add_keywords(keys, record, 0, piece->n != 0 ? (size_t)piece->n : LONGEST);
        break;
    case PC_KEY_ENTRY_TYPE:
        add_entry_type(keys, record);
        break;
    case PC_KEY_TYPE_IS:
        return is_type(record, piece->text);
    case PC_KEY_FIELD:
        add_value(keys, record, get_field(record, piece->text, piece->text2));
        break;
    default:
        add_date(keys, record, piece);
        break;
    }
    return true;
}
