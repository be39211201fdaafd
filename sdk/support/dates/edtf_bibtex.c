/* edtf_bibtex.c - dates for BibTeX and biblatex. */
#include "edtf_dates.h"
#include "edtf_words.h"
#include "pen.h"

/* ---- BibTeX ---------------------------------------------------------------------------- */

static char *put_bibtex_year(char *at, const pc_edtf_date *d)
{
    if (d->kind != PC_EDTF_DATE)
        return at;
    if ((d->qualifiers & PC_EDTF_APPROXIMATE) != 0)
        at = pc_pen_text(at, "ca. ");
    at = pc_edtf_put_year(at, d);
    if ((d->qualifiers & PC_EDTF_UNCERTAIN) != 0)
        *at++ = '?';
    return at;
}

static void set_year(const pc_edtf *date, char *at)
{
    bool one =
        !date->interval ||
        (date->start.kind == PC_EDTF_DATE && date->end.kind == PC_EDTF_DATE &&
         date->start.year == date->end.year && date->start.unspecified == date->end.unspecified &&
         date->start.qualifiers == date->end.qualifiers);

    at = put_bibtex_year(at, &date->start);
    if (!one) {
        at = pc_pen_text(at, "--");
        at = put_bibtex_year(at, &date->end);
    }
    *at = '\0';
}

/* A macro of every style, or a text: may, {Spring}. */
static char *put_month(char *at, const pc_edtf_date *d)
{
    const char *word = pc_edtf_month_word(d->month);
    bool season = pc_edtf_is_season(d);

    if (season)
        *at++ = '{';
    at = pc_pen_text(at, word);
    if (season)
        *at++ = '}';
    else
        at[-3] |= 0x20; /* the macros are in lower case */
    return at;
}

/* Months from two dates that both have one. */
static void set_months(const pc_edtf *date, bool same_month, bool days, char *at)
{
    at = put_month(at, &date->start);
    if (!same_month) {
        at = pc_pen_text(at, days ? " # \"~" : " # \"--\" # ");
        if (days) {
            at = pc_pen_number(at, date->start.day, 1);
            at = pc_pen_text(at, "--\" # ");
        }
        at = put_month(at, &date->end);
        if (days) {
            at = pc_pen_text(at, " # \"~");
            at = pc_pen_number(at, date->end.day, 1);
            *at++ = '"';
        }
    }
    *at = '\0';
}

static void set_days(const pc_edtf *date, char *at)
{
    at = pc_pen_number(at, date->start.day, 1);
    if (date->end.day != date->start.day) {
        at = pc_pen_text(at, "--");
        at = pc_pen_number(at, date->end.day, 1);
    }
    *at = '\0';
}

bool pc_edtf_to_bibtex(const pc_edtf *date, pc_edtf_bibtex *out)
{
    bool same_month = date->start.year == date->end.year && date->start.month == date->end.month;
    bool days = date->start.day != 0 && date->end.day != 0;

    out->year[0] = out->month[0] = out->day[0] = '\0';
    if ((date->start.unspecified & PC_EDTF_X_YEAR) != 0)
        return false;
    set_year(date, out->year);
    if (date->start.month != 0 && date->end.month != 0)
        set_months(date, same_month, days, out->month);
    if (days && same_month)
        set_days(date, out->day);
    return true;
}

/* ---- biblatex -------------------------------------------------------------------------- */

/* biber takes no X in an interval, nor before a qualifier. */
static bool has_bad_x(const pc_edtf *date)
{
    if (date->interval)
        return (date->start.unspecified | date->end.unspecified) != 0;
    return date->start.unspecified != 0 && date->start.qualifiers != 0;
}

/* 199X as the start or the end of an interval; XX is left out. */
static pc_edtf_date without_x(const pc_edtf_date *d, bool end)
{
    pc_edtf_date plain = *d;

    if (end)
        plain.year = pc_edtf_last_year(d);
    plain.unspecified = 0;
    return plain;
}

pc_str pc_edtf_to_biblatex(const pc_edtf *date, char out[PC_EDTF_SIZE])
{
    pc_edtf plain = *date;

    if ((date->start.unspecified & PC_EDTF_X_YEAR) == 0 && has_bad_x(date)) {
        plain.start = without_x(&date->start, false);
        plain.end = without_x(&date->end, true);
        plain.interval = date->interval || plain.start.year != plain.end.year;
    }
    return pc_edtf_format(&plain, out);
}
