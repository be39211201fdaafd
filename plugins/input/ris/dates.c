/* dates.c - the dates that references and citations have. */
#include "tagged.h"

#include "paperconv/lines.h"

enum { SPRING = 21, SUMMER, AUTUMN, WINTER }; /* as EDTF counts them, behind the months */

/* A day, month, season or year; what is 0 is not printed. */
struct point {
    int year, month, day, century_or_decade;
    unsigned qualifiers;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static int number_of(pc_str digits)
{
    int number = 0;

    for (size_t i = 0; i < digits.n; i++)
        number = 10 * number + (digits.p[i] - '0');
    return number;
}

static bool is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* The number of the month or season that WORD is, or begins in three letters or more; else 0. */
static int month_of(pc_str word)
{
    static const struct {
        const char *name;
        int month;
    } months[] = {
        { "january", 1 },     { "february", 2 },    { "march", 3 },       { "april", 4 },
        { "may", 5 },         { "june", 6 },        { "july", 7 },        { "august", 8 },
        { "september", 9 },   { "october", 10 },    { "november", 11 },   { "december", 12 },
        { "spring", SPRING }, { "summer", SUMMER }, { "autumn", AUTUMN }, { "fall", AUTUMN },
        { "winter", WINTER },
    };

    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
        const size_t whole = strlen(months[i].name);
        size_t n = 0;

        while (n < word.n && n < whole && (word.p[n] | 0x20) == months[i].name[n])
            n++;
        if (n == word.n && (n == whole || (n >= 3 && months[i].month < SPRING)))
            return months[i].month;
    }
    return 0;
}

/* The longest run of letters, or of digits, at the front of S. */
static pc_str take_run(pc_str *s)
{
    bool (*const same)(char) = is_digit(s->p[0]) ? is_digit : is_letter;
    pc_str run = pc_sub(s->p, 0);

    while (run.n < s->n && same(s->p[run.n]))
        run.n++;
    *s = pc_drop(*s, run.n);
    return run;
}

/* ---- one date in words ----------------------------------------------------------- */

static bool set_once(int *part, int value)
{
    if (*part != 0 || value == 0)
        return false;
    *part = value;
    return true;
}

/* Two digits are a day, or the month of a date that has only numbers: 2013 06 10. */
static bool read_number(struct point *p, pc_str digits)
{
    const int value = digits.n <= 8 ? number_of(digits) : 0;

    if (digits.n == 4)
        return set_once(&p->year, value);
    if (digits.n == 8 && p->year == 0) {
        p->year = value / 10000;
        p->month = value / 100 % 100;
        p->day = value % 100;
        return p->month >= 1 && p->month <= 12 && p->day >= 1 && p->day <= 31;
    }
    if (digits.n > 2)
        return false;
    if (p->year != 0 && p->month == 0)
        return value <= 12 && set_once(&p->month, value);
    return value <= 31 && set_once(&p->day, value);
}

static bool read_word(struct point *p, pc_str word)
{
    if (tagged_same_word(word, "c") || tagged_same_word(word, "ca") ||
        tagged_same_word(word, "circa")) {
        p->qualifiers |= PC_EDTF_APPROXIMATE;
        return true;
    }
    if (p->day != 0 && word.n == 2 &&
        (tagged_same_word(word, "st") || tagged_same_word(word, "nd") ||
         tagged_same_word(word, "rd") || tagged_same_word(word, "th")))
        return true;
    return set_once(&p->month, month_of(word));
}

/* "1990s"; the year is the first of it. */
static bool read_decade(struct point *p)
{
    if (p->year == 0 || p->year % 10 != 0 || p->century_or_decade != 0)
        return false;
    p->century_or_decade =
        p->year % 100 == 0 ? PC_EDTF_X_DECADE | PC_EDTF_X_CENTURY : PC_EDTF_X_DECADE;
    return true;
}

/* Reads all of S; false when it is anything but a date. */
static bool read_point(pc_str s, struct point *p)
{
    bool any = false;

    memset(p, 0, sizeof *p);
    while (s.n != 0) {
        const char c = s.p[0];

        if (is_digit(c)) {
            if (!read_number(p, take_run(&s)))
                return false;
            if (s.n != 0 && s.p[0] == 's' && (s.n == 1 || !is_letter(s.p[1]))) {
                if (!read_decade(p))
                    return false;
                s = pc_drop(s, 1);
            }
            any = true;
        } else if (is_letter(c)) {
            if (!read_word(p, take_run(&s)))
                return false;
            any = true;
        } else if (c == '?' || c == '~') {
            p->qualifiers |= c == '?' ? PC_EDTF_UNCERTAIN : PC_EDTF_APPROXIMATE;
            s = pc_drop(s, 1);
        } else if (c == ' ' || c == '\t' || c == ',' || c == '.' || c == '\n') {
            s = pc_drop(s, 1);
        } else {
            return false;
        }
    }
    return any;
}

/* ---- intervals ------------------------------------------------------------------- */

/* Cuts S at its only hyphen, dash or slash; false when there is none, and *MANY when there are
 * more. */
static bool cut_interval(pc_str s, pc_str *left, pc_str *right, bool *many)
{
    size_t found = 0, at = 0, size = 0;

    for (size_t i = 0; i < s.n; i++) {
        const pc_str rest = pc_drop(s, i);
        const size_t n = pc_starts(rest, "\u2013") ? 3 : s.p[i] == '-' || s.p[i] == '/';

        if (n == 0)
            continue;
        found++;
        at = i;
        size = n;
        i += n - 1;
    }
    *many = found > 1;
    if (found != 1)
        return false;
    *left = pc_sub(s.p, at);
    *right = pc_drop(s, at + size);
    return true;
}

static pc_edtf_date edtf_of(const struct point *p)
{
    return (pc_edtf_date){ .year = p->year,
                           .month = (uint8_t)p->month,
                           .day = (uint8_t)p->day,
                           .unspecified = (uint8_t)p->century_or_decade,
                           .qualifiers = (uint8_t)p->qualifiers };
}

/* What one end of an interval does not print is that of the other: "12-18 May 2020". */
static bool complete(struct point *a, struct point *b, int year)
{
    if (b->year == 0)
        b->year = a->year;
    if (a->year == 0)
        a->year = b->year;
    if (a->year == 0)
        a->year = b->year = year;
    if (b->month == 0 && b->day != 0)
        b->month = a->month;
    if (a->month == 0 && a->day != 0)
        a->month = b->month;
    return a->year != 0 && (a->day == 0 || a->month != 0) && (b->day == 0 || b->month != 0);
}

/* "since 1988", "until 1992". */
static bool read_open(pc_str text, int year, pc_edtf *date)
{
    const bool since = pc_starts(text, "since ");
    struct point p;

    if (!since && !pc_starts(text, "until "))
        return false;
    if (!read_point(pc_drop(text, strlen("since ")), &p) || !complete(&p, &p, year))
        return false;
    date->interval = true;
    date->start = date->end = edtf_of(&p);
    *(since ? &date->end : &date->start) = (pc_edtf_date){ .kind = PC_EDTF_OPEN };
    return true;
}

static bool read_words(pc_str text, int year, pc_edtf *date)
{
    pc_str left, right;
    struct point a, b;
    bool many;

    memset(date, 0, sizeof *date);
    if (read_open(text, year, date))
        return true;
    date->interval = cut_interval(text, &left, &right, &many);
    if (many || !read_point(date->interval ? left : text, &a))
        return false;
    b = a;
    if ((date->interval && !read_point(right, &b)) || !complete(&a, &b, year))
        return false;
    date->start = edtf_of(&a);
    date->end = edtf_of(&b);
    return true;
}

static bool begins_with_year(pc_str s)
{
    return s.n >= 4 && s.p[0] != '0' && tagged_is_number(pc_sub(s.p, 4));
}

/* "10/2018": a month and a year. */
static bool read_month_of_year(pc_str text, pc_edtf *date)
{
    const size_t n = text.n > 5 ? text.n - 5 : 0;
    const pc_str month = pc_sub(text.p, n), year = pc_drop(text, n + 1);

    if (n == 0 || n > 2 || !is_one_of(text.p[n], "/-.") || !tagged_is_number(month) ||
        !tagged_is_number(year))
        return false;
    memset(date, 0, sizeof *date);
    date->start.year = number_of(year);
    date->start.month = (uint8_t)number_of(month);
    date->end = date->start;
    return date->start.year >= 1000 && date->start.month >= 1 && date->start.month <= 12;
}

/* "2020 1st Quarter", "2020a": the year counts, and REST says more. */
static bool read_year(pc_str text, pc_edtf *date, pc_str *rest)
{
    const bool letter = text.n == 5 && text.p[4] >= 'a' && text.p[4] <= 'z';

    memset(date, 0, sizeof *date);
    if (text.n < 5 || !tagged_is_number(pc_sub(text.p, 4)) ||
        !(letter || (text.n > 5 && text.p[4] == ' ')))
        return false;
    date->start.year = date->end.year = number_of(pc_sub(text.p, 4));
    *rest = pc_lines_trim(pc_drop(text, 4));
    return date->start.year != 0;
}

/* What catalogues have around a year: "[1999?]", "(2020)", and "c1999" of the copyright. */
static pc_str without_brackets(pc_str text)
{
    static const char *const marks[] = { "c", "cop. ", "\u00A9", "\u00A9 " };

    if (text.n > 2 && ((text.p[0] == '[' && text.p[text.n - 1] == ']') ||
                       (text.p[0] == '(' && text.p[text.n - 1] == ')')))
        text = pc_lines_trim(pc_sub(text.p + 1, text.n - 2));
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (pc_starts(text, marks[i]) && begins_with_year(pc_drop(text, strlen(marks[i]))))
            return pc_drop(text, strlen(marks[i]));
    }
    return text;
}

struct tagged_date tagged_date_words(pc_str text, int year)
{
    struct tagged_date out = { .rest = text };
    pc_edtf date;

    pc_str rest = pc_none();

    text = without_brackets(pc_lines_trim(text));
    if (text.n == 0 || text.n > 60 ||
        (!pc_edtf_parse(text, &date) && !read_words(text, year, &date) &&
         !read_month_of_year(text, &date) && !read_year(text, &date, &rest)))
        return out;
    pc_edtf_format(&date, out.edtf);
    if (pc_edtf_valid(pc_s(out.edtf)))
        out.rest = rest;
    else
        out.edtf[0] = '\0';
    return out;
}

int tagged_year(const char *edtf)
{
    pc_edtf date;
    int64_t year;

    if (edtf[0] == '\0')
        return 0;
    if (begins_with_year(pc_s(edtf)))
        return number_of(pc_sub(edtf, 4));
    return pc_edtf_parse(pc_s(edtf), &date) && pc_edtf_first_year(&date, &year) && year > 0 &&
                   year <= 9999
               ? (int)year
               : 0;
}

/* ---- YYYY/MM/DD/text ------------------------------------------------------------- */

/* The number of one or two digits, from 1 to MOST, that PART is; 0 when it is empty; else -1. */
static int read_part(pc_str part, int most)
{
    int value;

    if (part.n == 0)
        return 0;
    if (part.n > 2 || !tagged_is_number(part))
        return -1;
    value = number_of(part);
    return value >= 1 && value <= most ? value : -1;
}

/* Reads the first three parts; false when they are not a date. */
static bool read_parts(const pc_str parts[3], struct point *p)
{
    memset(p, 0, sizeof *p);
    if (parts[0].n != 4 || !tagged_is_number(parts[0]))
        return false;
    p->year = number_of(parts[0]);
    p->month = read_part(parts[1], 12);
    if (p->month < 0)
        p->month = month_of(parts[1]);
    p->day = read_part(parts[2], 31);
    return p->year != 0 && (p->month != 0 || parts[1].n == 0) && p->day >= 0 &&
           (p->day == 0 || p->month != 0);
}

/* The fourth part may be the date with a season, an interval or a qualifier. */
static bool read_other(pc_str other, const struct point *p, struct tagged_date *out)
{
    const struct tagged_date words = tagged_date_words(other, p->year);
    pc_edtf date;

    if (words.edtf[0] == '\0' || words.rest.n != 0 || !pc_edtf_parse(pc_s(words.edtf), &date))
        return false;
    if (date.start.kind != PC_EDTF_DATE || date.start.year != p->year ||
        (p->month != 0 && date.start.month != p->month) ||
        (p->day != 0 && date.start.day != p->day))
        return false;
    *out = words;
    return true;
}

/* Cuts the time of day off the end of TEXT: "2022-08-11T14:34:43Z", "2022/10/08/19:08:20". */
static pc_str without_clock(pc_str text)
{
    const char *colon = text.n != 0 ? memchr(text.p, ':', text.n) : NULL;
    size_t n;

    if (colon == NULL)
        return text;
    for (n = (size_t)(colon - text.p); n < text.n; n++) {
        if (!is_digit(text.p[n]) && !is_one_of(text.p[n], ":.+- ZAPMUTCG"))
            return text;
    }
    n = (size_t)(colon - text.p);
    if (n + 1 == text.n || !is_digit(colon[1]))
        return text;
    while (n != 0 && is_digit(text.p[n - 1]))
        n--;
    if (n < 2 || !is_one_of(text.p[n - 1], " T/") ||
        !(is_digit(text.p[n - 2]) || text.p[n - 2] == '/'))
        return text; /* the text may say more: "2022/10/08/Vol. 3: 12" */
    return pc_lines_trim(pc_sub(text.p, n - 1));
}

static struct tagged_date read_slashes(pc_str all, int year)
{
    const pc_str text = without_clock(all);
    struct tagged_date out = { .rest = all };
    pc_str parts[4] = { { NULL, 0 } }, rest = pc_lines_trim(text);
    struct point p;
    pc_edtf date = { .interval = false };

    if (text.n == 0)
        return out;
    for (size_t i = 0; i < 3; i++) {
        if (!tagged_next_part(&rest, '/', &parts[i]))
            break;
    }
    parts[3] = pc_lines_trim(rest);
    if (!read_parts(parts, &p)) {
        out = tagged_date_words(text, year);
        if (out.edtf[0] == '\0')
            out.rest = all;
        return out;
    }
    if (parts[3].n != 0 && read_other(parts[3], &p, &out))
        return out;
    date.start = date.end = edtf_of(&p);
    pc_edtf_format(&date, out.edtf);
    out.rest = parts[3];
    if (!pc_edtf_valid(pc_s(out.edtf))) {
        out.edtf[0] = '\0';
        out.rest = all;
    }
    return out;
}

struct tagged_date tagged_date_slashes(pc_str text, int year)
{
    struct tagged_date out;

    if (text.n != 4 || !begins_with_year(text))
        return read_slashes(text, year);
    memcpy(out.edtf, text.p, text.n); /* as almost always */
    out.edtf[text.n] = '\0';
    out.rest = pc_none();
    return out;
}
