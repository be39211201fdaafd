/* dates.c - the dates of an item. */
#include "paperconv/dates.h"
#include "item.h"

#include <strings.h>

enum { PARTS = 3, ENDS = 2 };

struct date {
    int64_t parts[ENDS][PARTS];
    unsigned sizes[ENDS], count; /* of parts, of ends */
    unsigned season;             /* 1 .. 4 */
    bool circa;
    pc_str text; /* what is written as text */
};

/* ---- EDTF ------------------------------------------------------------------------ */

static unsigned month_or_season(int64_t month)
{
    if (month >= 13 && month <= 16)
        return (unsigned)(month + 8); /* seasons of citeproc-js */
    return month >= 1 && month <= 24 ? (unsigned)month : 99;
}

/* Appends one end of a date; a year 0 is an open end.  CSL counts 44 BC as -44, EDTF as -0043. */
static void put_end(pc_text *out, const struct date *d, unsigned end)
{
    const int64_t *parts = d->parts[end];
    const int64_t year = parts[0] < 0 ? parts[0] + 1 : parts[0];
    unsigned month = d->sizes[end] > 1 ? month_or_season(parts[1]) : 0;
    char text[48];

    if (parts[0] == 0) {
        pc_text_puts(out, "..");
        return;
    }
    if (d->season != 0 && month == 0)
        month = d->season + 20;
    snprintf(text, sizeof text, "%s%s%04lld", year > 9999 || year < -9999 ? "Y" : "",
             year < 0 ? "-" : "", (long long)(year < 0 ? -year : year));
    pc_text_puts(out, text);
    if (month == 0)
        return;
    snprintf(text, sizeof text, "-%02u", month);
    pc_text_puts(out, text);
    if (d->sizes[end] == 3 && month <= 12) {
        snprintf(text, sizeof text, "-%02u",
                 (unsigned)(parts[2] > 0 && parts[2] < 99 ? parts[2] : 99));
        pc_text_puts(out, text);
    }
}

/* D in EDTF, or as near as can be. */
static pc_str edtf_of(struct item *item, const struct date *d)
{
    pc_text *out = &item->buffers->text;

    out->n = 0;
    for (unsigned i = 0; i < d->count; i++) {
        if (i != 0)
            pc_text_puts(out, "/");
        put_end(out, d, i);
        if (d->circa && d->parts[i][0] != 0)
            pc_text_puts(out, "~");
    }
    return pc_text_str(out);
}

/* ---- text ------------------------------------------------------------------------ */

static bool are_digits(pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
    }
    return s.n != 0;
}

/* "1908-1912" and the same with a dash: an interval. */
static bool read_years(struct item *item, pc_str text)
{
    static const char *const dashes[] = { "-", "\u2013", "--" };
    pc_text *out = &item->buffers->text;

    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        const size_t n = strlen(dashes[i]);

        if (text.n != 8 + n || !pc_starts(pc_drop(text, 4), dashes[i]) ||
            !are_digits(pc_sub(text.p, 4)) || !are_digits(pc_drop(text, 4 + n)))
            continue;
        out->n = 0;
        pc_text_add(out, pc_sub(text.p, 4));
        pc_text_puts(out, "/");
        pc_text_add(out, pc_drop(text, 4 + n));
        return pc_edtf_valid(pc_text_str(out));
    }
    return false;
}

static int64_t number_of(pc_str text)
{
    const bool minus = text.n != 0 && text.p[0] == '-';
    int64_t number = 0;

    text = pc_drop(text, minus);
    if (!are_digits(text) || text.n > 15)
        return 0;
    for (size_t i = 0; i < text.n; i++)
        number = number * 10 + (text.p[i] - '0');
    return minus ? -number : number;
}

static unsigned season_of(pc_str text)
{
    static const char *const names[] = { "spring", "summer", "autumn", "winter", "fall" };
    const int64_t number = number_of(text);

    for (unsigned i = 0; i < 5; i++) {
        if (text.n == strlen(names[i]) && strncasecmp(text.p, names[i], text.n) == 0)
            return i == 4 ? 3 : i + 1;
    }
    if (number >= 21 && number <= 24)
        return (unsigned)number - 20;
    if (number >= 13 && number <= 16)
        return (unsigned)number - 12;
    return number >= 1 && number <= 4 ? (unsigned)number : 0;
}

/* "Spring 2004", "2004 Spring", "Spring, 2004". */
static bool read_season(struct item *item, pc_str text)
{
    pc_text *out = &item->buffers->text;
    pc_str first, second;
    unsigned season;
    char month[8];

    if (!pc_cut(text, ' ', &first, &second))
        return false;
    if (are_digits(first)) {
        const pc_str year = first;

        first = second;
        second = year;
    }
    if (pc_ends(first, ","))
        first.n--;
    season = are_digits(first) ? 0 : season_of(first);
    if (season == 0 || second.n != 4 || !are_digits(second))
        return false;
    snprintf(month, sizeof month, "-%u", 20 + season);
    out->n = 0;
    pc_text_add(out, second);
    pc_text_puts(out, month);
    return true;
}

/* Adds VALUE, a date in EDTF; or, when it is none, TEXT as text. */
static void add_date(struct item *item, const pc_csl_variable *variable, pc_str value, pc_str text)
{
    if (variable->list == PC_LIST_OTHERS) {
        item_add_own(item, variable->name, value.n != 0 ? value : text);
    } else if (value.n != 0) {
        item_add(item, variable->list, value);
    } else if (variable->list == PC_LIST_DATE) {
        item_add(item, PC_LIST_DATE_TEXT, text);
    } else {
        item_add_own(item, variable->name, text);
    }
}

void item_add_date(struct item *item, const pc_csl_variable *variable, pc_str text)
{
    char format[PC_DATE_SIZE];
    pc_date date;
    pc_str value = pc_none();

    text = pc_trim(text);
    if (text.n > 11 && text.p[10] == 'T') /* a time of day follows */
        text.n = pc_edtf_valid(pc_sub(text.p, 10)) ? 10 : text.n;
    if (text.n == 0)
        return;
    if (pc_edtf_valid(text))
        value = text;
    else if (read_years(item, text) || read_season(item, text))
        value = pc_text_str(&item->buffers->text);
    else if (pc_date_read(text, &date) && pc_date_valid(date) && date.year != 0)
        value = pc_date_format(date, format);
    add_date(item, variable, value, text);
}

/* ---- JSON ------------------------------------------------------------------------ */

static void add_number(struct date *d, unsigned end, unsigned part, pc_str text)
{
    if (end >= ENDS || part >= PARTS || pc_trim(text).n == 0)
        return;
    d->parts[end][part] = number_of(pc_trim(text));
    if (part == 0 || d->parts[end][part] != 0) /* [2020, 0] is a year */
        d->sizes[end] = part + 1;
    if (d->count <= end)
        d->count = end + 1;
}

/* [[2013,1,1],[2014]], or [2013,1,1] without the outer array. */
static void read_parts(struct item *item, struct date *d)
{
    unsigned end = 0, part = 0, depth = 0;
    pc_str text;

    do {
        switch (pc_json_next(&item->json, &text)) {
        case PC_JSON_ARRAY:
            depth++;
            part = 0;
            break;
        case PC_JSON_ARRAY_END:
            if (depth-- == 2)
                end++;
            break;
        case PC_JSON_OBJECT:
            pc_json_skip(&item->json);
            break;
        case PC_JSON_STRING:
        case PC_JSON_NUMBER:
            add_number(d, end, part++, text);
            break;
        case PC_JSON_ERROR:
            return;
        default:
            break;
        }
    } while (depth != 0);
}

static bool is_true(enum pc_json_token token, pc_str text)
{
    return token == PC_JSON_TRUE || ((token == PC_JSON_STRING || token == PC_JSON_NUMBER) &&
                                     text.n != 0 && !pc_eq(text, "0") && !pc_eq(text, "false"));
}

static void read_member(struct item *item, struct date *d, pc_str name)
{
    pc_str text;
    enum pc_json_token token;

    if (pc_eq(name, "date-parts")) {
        read_parts(item, d);
        return;
    }
    token = pc_json_next(&item->json, &text);
    if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT)
        pc_json_skip(&item->json);
    else if (pc_eq(name, "season"))
        d->season = season_of(text);
    else if (pc_eq(name, "circa"))
        d->circa = is_true(token, text);
    else if (pc_eq(name, "year"))
        add_number(d, 0, 0, text);
    else if (pc_eq(name, "month"))
        add_number(d, 0, 1, text);
    else if (pc_eq(name, "day"))
        add_number(d, 0, 2, text);
    else if (pc_eq(name, "literal") || pc_eq(name, "raw") || pc_eq(name, "edtf"))
        d->text = text;
}

static void add_read(struct item *item, const pc_csl_variable *variable, const struct date *d)
{
    const pc_str value = d->count != 0 ? edtf_of(item, d) : pc_none();

    if (value.n != 0 && pc_edtf_valid(value))
        add_date(item, variable, value, value);
    else if (d->text.n != 0)
        item_add_date(item, variable, d->text);
    else if (value.n != 0 && !pc_eq(value, ".."))
        add_date(item, variable, pc_none(), value);
}

/* Reads the rest of an object with the parts of a date. */
static void read_object(struct item *item, struct date *d)
{
    pc_str name;

    while (pc_json_next(&item->json, &name) == PC_JSON_KEY)
        read_member(item, d, name);
}

/* [{"date-parts": ..}, {"year": ..}]: the ends of an interval. */
static void read_list(struct item *item, struct date *d)
{
    pc_str text;
    enum pc_json_token token;
    unsigned end = 0;

    while ((token = pc_json_next(&item->json, &text)) == PC_JSON_OBJECT) {
        struct date one = { .season = 0 };

        read_object(item, &one);
        if (end < ENDS && one.count != 0) {
            memcpy(d->parts[end], one.parts[0], sizeof one.parts[0]);
            d->sizes[end++] = one.sizes[0];
            d->count = end;
        }
        d->season = one.season != 0 ? one.season : d->season;
        d->circa |= one.circa;
        d->text = one.text.n != 0 ? one.text : d->text;
    }
    while (token != PC_JSON_ARRAY_END && token != PC_JSON_ERROR) {
        if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT)
            pc_json_skip(&item->json);
        token = pc_json_next(&item->json, &text);
    }
}

void item_read_date(struct item *item, const pc_csl_variable *variable)
{
    struct date d = { .season = 0 };
    pc_str text;

    switch (pc_json_next(&item->json, &text)) {
    case PC_JSON_OBJECT:
        read_object(item, &d);
        break;
    case PC_JSON_ARRAY:
        read_list(item, &d);
        break;
    case PC_JSON_STRING:
    case PC_JSON_NUMBER:
        item_add_date(item, variable, text);
        return;
    default:
        return;
    }
    add_read(item, variable, &d);
}
