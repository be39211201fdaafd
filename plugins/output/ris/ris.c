/* ris - RIS for reference managers: one reference per record. */
#include "paperconv/dates.h"
#include "paperconv/keys.h"
#include "paperconv/names.h"
#include "paperconv/scan.h"

struct ris {
    pc_str keys, type;
    pc_keys maker;
    uint64_t untitled; /* counted by prepare(), in order; write() reads neither */
};

static const pc_option options[] = {
    PC_OPT_STRING(struct ris, type, "RPRT",
                  "Reference type; no type means preprint, and readers agree on RPRT"),
    PC_OPT_STRING(struct ris, keys, "authoryear", "Values of ID: " PC_KEY_STYLES_HELP),
    PC_OPT_END,
};

static bool is_type(pc_str type)
{
    for (size_t i = 0; i < type.n; i++) {
        if (!(type.p[i] >= 'A' && type.p[i] <= 'Z') && !(type.p[i] >= '0' && type.p[i] <= '9'))
            return false;
    }
    return type.n != 0;
}

static int open_output(void *state, pc_stage *stage)
{
    struct ris *ris = state;

    if (!is_type(ris->type))
        return pc_fatal(stage, pc_none(), "bad-type",
                        "type=%.*s: an RIS type is a word in capitals, such as RPRT or UNPB",
                        PC_FMT(ris->type));
    return pc_keys_open(&ris->maker, ris->keys, stage);
}

static void close_output(void *state)
{
    struct ris *ris = state;

    pc_keys_close(&ris->maker);
}

static int prepare(void *state, pc_record *record)
{
    struct ris *ris = state;

    pc_keys_add(&ris->maker, record);
    ris->untitled += pc_get(record, PC_TITLE, 0).n == 0;
    return PC_OK;
}

/* ---- lines ------------------------------------------------------------------------------- */

/* The bytes of the blank that S begins with, 0 when it begins with none: white
 * space, controls, the line separators of Unicode. */
static size_t blank_size(pc_str s)
{
    if ((unsigned char)s.p[0] <= ' ' || s.p[0] == 0x7F)
        return 1;
    if (pc_starts(s, "\xE2\x80\xA8") || pc_starts(s, "\xE2\x80\xA9"))
        return 3;
    return pc_starts(s, "\xC2\x85") ? 2 : 0;
}

/* Where a blank may begin that is not a single space between characters. */
PC_SCAN_TEST may_be_wide(const unsigned char *p)
{
    return pc_scan_if(p[0] < ' ') | (pc_scan_if(p[0] == ' ') & pc_scan_if(p[1] <= ' ')) |
           pc_scan_if(p[0] == 0x7F) | pc_scan_if(p[0] == 0xC2) | pc_scan_if(p[0] == 0xE2);
}
PC_SCAN(find_wide, may_be_wide, 1)

/* The bytes of S up to the first blank that is not a single space between characters. */
static size_t run_size(pc_str s)
{
    size_t i = 0;

    while ((i += find_wide(pc_drop(s, i))) < s.n) {
        size_t blank = blank_size(pc_drop(s, i));

        if (blank > 1 ||
            (blank == 1 && (s.p[i] != ' ' || i + 1 == s.n || blank_size(pc_drop(s, i + 1)) != 0)))
            break;
        i++;
    }
    while (i > 0 && s.p[i - 1] == ' ') /* the space before a separator */
        i--;
    return i;
}

/* White space is collapsed: a value that holds a line "ER  -" would end the record. */
static void put_value(pc_text *out, pc_str value)
{
    bool first = true;

    while (value.n != 0) {
        size_t blank = blank_size(value), run;

        if (blank != 0) {
            value = pc_drop(value, blank);
            continue;
        }
        if (!first)
            pc_text_putc(out, ' ');
        run = run_size(value);
        pc_text_add(out, pc_sub(value.p, run));
        value = pc_drop(value, run);
        first = false;
    }
}

static void put_line(pc_text *out, const char *start, pc_str value)
{
    size_t before = out->n, written;

    pc_text_puts(out, start);
    written = out->n;
    put_value(out, value);
    if (out->n != written)
        pc_text_puts(out, "\r\n");
    else
        out->n = before;
}

static void put_lines(pc_text *out, const char *start, const pc_record *record, const char *key)
{
    pc_str value;

    for (size_t i = 0; (value = pc_get(record, key, i)).n != 0; i++)
        put_line(out, start, value);
}

/* ---- a reference --------------------------------------------------------------------------- */

static void put_part(pc_text *out, pc_str part, const char *after)
{
    if (part.n == 0)
        return;
    pc_name_tidy(out, part);
    pc_text_puts(out, after);
}

/* "Last, First, Suffix"; readers take particles from before Last. */
static void put_authors(pc_text *out, const pc_record *record)
{
    pc_str printed;

    for (size_t i = 0; (printed = pc_get(record, PC_AUTHOR, i)).n != 0; i++) {
        pc_name name;

        pc_name_split(printed, &name);
        if (name.family.n == 0)
            continue;
        pc_text_puts(out, "AU  - ");
        put_part(out, name.particle, " ");
        put_part(out, name.family, name.given.n != 0 || name.suffix.n != 0 ? ", " : "");
        put_part(out, name.given, name.suffix.n != 0 ? ", " : "");
        put_part(out, name.suffix, "");
        pc_text_puts(out, "\r\n");
    }
}

static void put_date(pc_text *out, pc_date date)
{
    char text[64];

    if (date.year == 0)
        return;
    snprintf(text, sizeof text, "PY  - %04d\r\n", date.year);
    pc_text_puts(out, text);
    if (date.month == 0)
        return;
    snprintf(text, sizeof text, "DA  - %04d/%02d/", date.year, date.month);
    pc_text_puts(out, text);
    if (date.day != 0) {
        snprintf(text, sizeof text, "%02d", date.day);
        pc_text_puts(out, text);
    }
    pc_text_puts(out, date.day != 0 ? "\r\n" : "/\r\n");
}

/* What has no tag that every reader keeps. */
static void put_notes(pc_text *out, const pc_record *record, pc_date date)
{
    static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    char text[64];

    put_lines(out, "N1  - ", record, PC_NOTE_TEXT);
    put_lines(out, "N1  - Affiliation: ", record, PC_AFFILIATION);
    if (pc_get(record, PC_AUTHORS_TRUNCATED, 0).n != 0)
        pc_text_puts(out, "N1  - Author list truncated in source (et al.)\r\n");
    if (date.year == 0 && date.month != 0) {
        snprintf(text, sizeof text, "N1  - Date: %s %d\r\n", months[date.month - 1], date.day);
        pc_text_puts(out, text);
    }
}

static void put_category(pc_text *out, const pc_record *record)
{
    pc_str category = pc_get(record, PC_ARXIV_CATEGORY, 0);

    put_line(out, "KW  - ", category.n != 0 ? category : pc_get(record, PC_CATEGORY, 0));
}

static void put_arxiv(pc_text *out, pc_str id)
{
    put_line(out, "AN  - arXiv:", id);
    if (id.n != 0)
        pc_text_puts(out, "DB  - arXiv\r\n");
}

static void put_reference(pc_text *out, const struct ris *ris, const pc_record *record,
                          pc_date date)
{
    pc_str id = pc_get(record, PC_ARXIV_ID, 0);

    put_line(out, "TY  - ", ris->type);
    put_line(out, "TI  - ", pc_get(record, PC_TITLE, 0));
    put_authors(out, record);
    put_date(out, date);
    put_line(out, "DO  - ", pc_get(record, PC_DOI, 0));
    put_line(out, "AB  - ", pc_get(record, PC_ABSTRACT, 0));
    put_lines(out, "KW  - ", record, PC_KEYWORD);
    put_category(out, record);
    if (id.n != 0)
        pc_text_puts(out, "PB  - arXiv\r\n");
    pc_text_puts(out, "M3  - Preprint\r\n");
    put_arxiv(out, id);
    put_lines(out, "UR  - ", record, PC_URL);
    put_notes(out, record, date);
    put_line(out, "ID  - ", pc_get(record, PC_CITATION_KEY, 0));
    pc_text_puts(out, "ER  - \r\n");
}

/* ---- the plugin ---------------------------------------------------------------------------- */

#define KEY(k) k, sizeof k - 1
static void count_lost(const pc_record *record, pc_date date)
{
    static const pc_str carried[] = {
        { KEY(PC_TITLE) },       { KEY(PC_AUTHOR) },   { KEY(PC_AUTHORS_TRUNCATED) },
        { KEY(PC_AFFILIATION) }, { KEY(PC_CATEGORY) }, { KEY(PC_ARXIV_CATEGORY) },
        { KEY(PC_ABSTRACT) },    { KEY(PC_DOI) },      { KEY(PC_ARXIV_ID) },
        { KEY(PC_URL) },         { KEY(PC_KEYWORD) },  { KEY(PC_NOTE_TEXT) },
        { KEY(PC_MARKUP) },      { KEY(PC_DATE) },     { KEY(PC_CITATION_KEY) },
    };
    pc_str key, value;

    for (size_t i = 0; pc_field(record, i, &key, &value); i++) {
        bool found = false;

        for (size_t k = 0; k < sizeof carried / sizeof carried[0] && !found; k++)
            found = pc_same(key, carried[k]);
        if (!found || (pc_eq(key, PC_DATE) && date.year == 0 && date.month == 0))
            pc_lost_key(record, key);
    }
}

static int write_reference(void *state, pc_sink *sink, const pc_record *record)
{
    pc_text out = { 0 };
    pc_date date;

    if (!pc_date_parse(pc_get(record, PC_DATE, 0), &date))
        memset(&date, 0, sizeof date);
    put_reference(&out, state, record, date);
    pc_write(sink, pc_text_str(&out));
    pc_text_free(&out);
    count_lost(record, date);
    return PC_OK;
}

static int footer(void *state, pc_sink *sink)
{
    const struct ris *ris = state;

    if (ris->untitled != 0)
        pc_note(sink, pc_none(), "no-title", "%llu %s no title, because the source has none",
                (unsigned long long)ris->untitled,
                ris->untitled == 1 ? "reference has" : "references have");
    return PC_OK;
}

PC_OUTPUT(ris, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "RIS, for reference managers", .extensions = "ris", .options = options,
          .state_size = sizeof(struct ris), .open = open_output, .close = close_output,
          .prepare = prepare, .write = write_reference, .between = "\r\n", .footer = footer);

PC_MODULE(&ris);
