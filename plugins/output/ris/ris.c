/* ris - RIS for reference managers: one reference per record. */
#include "page_text.h"
#include "paperconv/dates.h"
#include "paperconv/fields.h"
#include "paperconv/gather.h"
#include "paperconv/keys.h"
#include "paperconv/names.h"
#include "paperconv/scan.h"

struct ris {
    pc_str keys, type;
    pc_keys maker;
    uint64_t untitled; /* counted by prepare_reference(), in order; write() reads neither */
};

static const pc_option options[] = {
    PC_OPT_STRING(struct ris, type, "RPRT",
                  "Reference type; no type means preprint, and readers agree on RPRT"),
    PC_OPT_STRING(struct ris, keys, "authoryear", "Values of ID: " PC_KEY_STYLES_HELP),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static bool is_type(pc_str type)
{
    for (size_t i = 0; i < type.n; i++) {
        if (!(type.p[i] >= 'A' && type.p[i] <= 'Z') && !(type.p[i] >= '0' && type.p[i] <= '9'))
            return false;
    }
    return type.n != 0;
}

static int open_ris(void *state, pc_stage *stage)
{
    struct ris *ris = state;

    if (!is_type(ris->type))
        return pc_fatal(stage, pc_none(), "bad-option",
                        "type=%.*s: an RIS type is a word in capitals, such as RPRT or UNPB",
                        PC_FMT(ris->type));
    return pc_keys_open(&ris->maker, ris->keys, stage);
}

static void close_ris(void *state)
{
    struct ris *ris = state;

    pc_keys_close(&ris->maker);
}

static int prepare_reference(void *state, pc_record *record)
{
    struct ris *ris = state;

    pc_keys_add(&ris->maker, record);
    ris->untitled += pc_get(record, PC_TITLE, 0).n == 0;
    return PC_OK;
}

/* ---- lines ----------------------------------------------------------------------- */

/* The length of the white space character at the front of S: ASCII white space, a control
 * character, a line separator of Unicode; 0 when there is none. */
static size_t blank_size(pc_str s)
{
    if ((unsigned char)s.p[0] <= ' ' || s.p[0] == 0x7F)
        return 1;
    if (pc_starts(s, "\xE2\x80\xA8") || pc_starts(s, "\xE2\x80\xA9"))
        return 3;
    return pc_starts(s, "\xC2\x85") ? 2 : 0;
}

/* True where white space may begin that is more than a single space: two spaces (or one beside a
 * NUL), or another white space character.  One comparison covers control characters, 0x7F and
 * bytes outside ASCII. */
PC_SCAN_TEST may_be_wide(const unsigned char *p)
{
    return pc_scan_if((signed char)(p[0] + 1) <= ' ') | pc_scan_if((p[0] | p[1]) == ' ');
}
PC_SCAN(find_wide, may_be_wide, 1)

/* The length of the first byte of S and the bytes outside ASCII after it that cannot begin white
 * space. */
static size_t letters_size(pc_str s)
{
    size_t i = 1;

    while (i < s.n && (unsigned char)s.p[i] >= 0x80 && (unsigned char)(s.p[i] | 0x20) != 0xE2)
        i++;
    return i;
}

/* The length of S up to the first white space that is not a single space between characters. */
static size_t run_size(pc_str s)
{
    size_t i = 0;

    while ((i += find_wide(pc_drop(s, i))) < s.n) {
        size_t blank = blank_size(pc_drop(s, i));

        if (blank > 1 ||
            (blank == 1 && (s.p[i] != ' ' || i + 1 == s.n || blank_size(pc_drop(s, i + 1)) != 0)))
            break;
        i += letters_size(pc_drop(s, i));
    }
    while (i > 0 && s.p[i - 1] == ' ') /* a space before other white space */
        i--;
    return i;
}

static pc_str drop_blanks(pc_str s)
{
    size_t blank;

    while (s.n != 0 && (blank = blank_size(s)) != 0)
        s = pc_drop(s, blank);
    return s;
}

/* Collapses white space: a line "ER  -" in a value would end the record. */
static void put_value(pc_gather *out, pc_str value)
{
    size_t run = run_size(value);

    pc_gather_put(out, pc_sub(value.p, run));
    for (value = drop_blanks(pc_drop(value, run)); value.n != 0;
         value = drop_blanks(pc_drop(value, run))) {
        run = run_size(value);
        pc_gather_putc(out, ' ');
        pc_gather_put(out, pc_sub(value.p, run));
    }
    pc_gather_puts(out, "\r\n");
}

/* Writes no line when the value is only white space.  Inline, because most calls have no value,
 * and so that the size of START is a constant. */
static inline void put_line(pc_gather *out, const char *start, pc_str value)
{
    value = drop_blanks(value);
    if (value.n == 0)
        return;
    pc_gather_puts(out, start);
    put_value(out, value);
}

/* ---- a reference ----------------------------------------------------------------- */

struct reference {
    pc_gather *out;
    const pc_fields *fields;
    pc_date date; /* all 0 when there is none */
};

static pc_str field_value(const struct reference *r, enum pc_list list)
{
    return pc_fields_first(r->fields, list);
}

static inline void put_lines(const struct reference *r, const char *start, enum pc_list list)
{
    for (const pc_value *v = r->fields->first[list]; v != NULL; v = v->next)
        put_line(r->out, start, v->text);
}

static void put_part(pc_text *line, pc_str part, const char *after)
{
    if (part.n == 0)
        return;
    pc_name_tidy(line, part);
    pc_text_puts(line, after);
}

/* "Last, First, Suffix"; readers recognise particles before Last. */
static void put_authors(const struct reference *r)
{
    pc_text line = { 0 };

    for (const pc_value *v = r->fields->first[PC_LIST_AUTHOR]; v != NULL; v = v->next) {
        pc_name name;

        pc_name_split(v->text, &name);
        if (name.family.n == 0)
            continue;
        line.n = 0;
        pc_text_puts(&line, "AU  - ");
        put_part(&line, name.particle, " ");
        put_part(&line, name.family, name.given.n != 0 || name.suffix.n != 0 ? ", " : "");
        put_part(&line, name.given, name.suffix.n != 0 ? ", " : "");
        put_part(&line, name.suffix, "");
        pc_text_puts(&line, "\r\n");
        pc_gather_put(r->out, pc_text_str(&line));
    }
    pc_text_free(&line);
}

/* Writes YYYY and YYYY/MM/DD. */
static void put_date(const struct reference *r)
{
    pc_str date = field_value(r, PC_LIST_DATE), year = pc_sub(date.p, 4);

    if (r->date.year == 0)
        return;
    pc_gather_puts(r->out, "PY  - ");
    pc_gather_put(r->out, year);
    pc_gather_puts(r->out, "\r\n");
    if (r->date.month == 0)
        return;
    pc_gather_puts(r->out, "DA  - ");
    pc_gather_put(r->out, year);
    pc_gather_puts(r->out, "/");
    pc_gather_put(r->out, pc_sub(date.p + 5, 2));
    pc_gather_puts(r->out, "/");
    pc_gather_put(r->out, r->date.day != 0 ? pc_sub(date.p + 8, 2) : pc_s("/"));
    pc_gather_puts(r->out, "\r\n");
}

/* Fields for which there is no tag that every reader keeps. */
static void put_notes(const struct reference *r)
{
    static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    char text[64];

    put_lines(r, "N1  - ", PC_LIST_NOTE);
    put_lines(r, "N1  - Affiliation: ", PC_LIST_AFFILIATION);
    if (field_value(r, PC_LIST_AUTHORS_TRUNCATED).n != 0)
        pc_gather_puts(r->out, "N1  - Author list truncated in source (et al.)\r\n");
    if (r->date.year == 0 && r->date.month != 0) {
        snprintf(text, sizeof text, "N1  - Date: %s %d\r\n", months[r->date.month - 1],
                 r->date.day);
        pc_gather_puts(r->out, text);
    }
}

static void put_category(const struct reference *r)
{
    pc_str category = field_value(r, PC_LIST_ARXIV_CATEGORY);

    put_line(r->out, "KW  - ", category.n != 0 ? category : field_value(r, PC_LIST_CATEGORY));
}

static void put_reference(const struct reference *r, pc_str type)
{
    bool arxiv = field_value(r, PC_LIST_ARXIV_ID).n != 0;

    pc_gather_puts(r->out, "TY  - ");
    pc_gather_put(r->out, type);
    pc_gather_puts(r->out, "\r\n");
    put_line(r->out, "TI  - ", field_value(r, PC_LIST_TITLE));
    put_authors(r);
    put_date(r);
    put_line(r->out, "DO  - ", field_value(r, PC_LIST_DOI));
    put_line(r->out, "AB  - ", field_value(r, PC_LIST_ABSTRACT));
    put_lines(r, "KW  - ", PC_LIST_KEYWORD);
    put_category(r);
    if (arxiv)
        pc_gather_puts(r->out, "PB  - arXiv\r\n");
    pc_gather_puts(r->out, "M3  - Preprint\r\n");
    put_line(r->out, "AN  - arXiv:", field_value(r, PC_LIST_ARXIV_ID));
    if (arxiv)
        pc_gather_puts(r->out, "DB  - arXiv\r\n");
    put_lines(r, "UR  - ", PC_LIST_URL);
    put_notes(r);
    pc_gather_puts(r->out, "ID  - ");
    pc_gather_put(
        r->out,
        field_value(r, PC_LIST_CITATION_KEY)); /* prepare_reference() made it: no white space */
    pc_gather_puts(r->out, "\r\nER  - \r\n");
}

/* ---- the plugin ------------------------------------------------------------------ */

static bool is_lost(const struct reference *r, const pc_value *v)
{
    switch (v->list) {
    case PC_LIST_DATE:
        return r->date.year == 0 && r->date.month == 0;
    case PC_LIST_LISTED:
    case PC_LIST_ARXIV_CATEGORY_CANDIDATE:
    case PC_LIST_SCORE:
    case PC_LIST_HAS_CODE:
    case PC_LIST_OTHERS:
        return true;
    default:
        return false;
    }
}

static int write_reference(void *state, pc_sink *sink, const pc_record *record)
{
    const struct ris *ris = state;
    pc_fields fields;
    pc_gather out;
    struct reference r = { .out = &out, .fields = &fields };

    pc_fields_read(&fields, record);
    pc_gather_start(&out, sink);
    pc_date_parse(field_value(&r, PC_LIST_DATE), &r.date);
    put_reference(&r, ris->type);
    pc_gather_flush(&out);
    for (const pc_value *v = fields.all; v != NULL; v = v->after) {
        if (is_lost(&r, v))
            pc_lost_key(record, v->key);
    }
    return PC_OK;
}

static int note_untitled(void *state, pc_sink *sink)
{
    const struct ris *ris = state;

    if (ris->untitled != 0)
        pc_note(sink, pc_none(), "no-title", "%llu %s no title, because the source has none",
                (unsigned long long)ris->untitled,
                ris->untitled == 1 ? "reference has" : "references have");
    return PC_OK;
}

PC_OUTPUT(ris, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "RIS, for reference managers", .extensions = "ris", .texts = texts,
          .options = options, .state_size = sizeof(struct ris), .open = open_ris,
          .close = close_ris, .prepare = prepare_reference, .write = write_reference,
          .between = "\r\n", .footer = note_untitled);

PC_MODULE(&ris);
