/* edtf_formats.c - dates for RIS and CSL-JSON. */
#include "edtf_dates.h"
#include "edtf_words.h"
#include "pen.h"

/* ---- RIS ------------------------------------------------------------------------------- */

static char *put_slash_number(char *at, unsigned number)
{
    *at++ = '/';
    return number != 0 ? pc_pen_number(at, number, 2) : at;
}

/* "Jan-Feb": both in one year, and what the other parts do not say. */
static bool are_months(const pc_edtf *date)
{
    return date->start.year == date->end.year && date->start.month != 0 && date->end.month != 0 &&
           date->start.day == 0 && date->end.day == 0 && date->start.qualifiers == 0 &&
           date->end.qualifiers == 0;
}

/* The fourth part of a date. */
static char *put_other(char *at, const pc_edtf *date)
{
    char words[80];

    if (date->interval && are_months(date)) {
        at = pc_pen_text(at, pc_edtf_month_word(date->start.month));
        *at++ = '-';
        return pc_pen_text(at, pc_edtf_month_word(date->end.month));
    }
    if (date->interval || date->start.qualifiers != 0) {
        pc_edtf_words(date, words);
        return pc_pen_text(at, words);
    }
    return pc_edtf_is_season(&date->start) ? pc_pen_text(at, pc_edtf_month_word(date->start.month))
                                           : at;
}

bool pc_edtf_to_ris(const pc_edtf *date, pc_edtf_ris *out)
{
    const pc_edtf_date *d = &date->start;
    int64_t year;
    char *at;

    out->year[0] = out->date[0] = '\0';
    if (!pc_edtf_first_year(date, &year) || year < 1 || year > 9999)
        return false;
    *pc_pen_number(out->year, (uint64_t)year, 4) = '\0';
    at = pc_pen_text(out->date, out->year);
    at = put_slash_number(at, pc_edtf_is_season(d) ? 0 : d->month);
    at = put_slash_number(at, d->day);
    if (d->day == 0 || date->interval || d->qualifiers != 0) {
        *at++ = '/';
        at = put_other(at, date);
    }
    *at = '\0';
    return true;
}

/* ---- CSL-JSON -------------------------------------------------------------------------- */

static bool has_parts(const pc_edtf_date *d)
{
    const uint8_t year = PC_EDTF_X_DECADE | PC_EDTF_X_CENTURY | PC_EDTF_X_YEAR;

    return d->kind == PC_EDTF_DATE && (d->unspecified & year) == 0;
}

static void set_parts(const pc_edtf_date *d, int64_t parts[3], uint8_t *size)
{
    parts[0] = d->year > 0 ? d->year : d->year - 1;
    *size = 1;
    if (d->month == 0 || pc_edtf_is_season(d))
        return;
    parts[(*size)++] = d->month;
    if (d->day != 0)
        parts[(*size)++] = d->day;
}

bool pc_edtf_to_csl(const pc_edtf *date, pc_edtf_csl *out)
{
    uint8_t qualifiers = date->start.qualifiers | date->end.qualifiers;
    bool seasons = pc_edtf_is_season(&date->start) || pc_edtf_is_season(&date->end);

    memset(out, 0, sizeof *out);
    if ((date->start.unspecified & PC_EDTF_X_YEAR) != 0)
        return false;
    if (!has_parts(&date->start) || !has_parts(&date->end) || (date->interval && seasons)) {
        pc_edtf_words(date, out->literal); /* with "ca." and "?" */
        return true;
    }
    out->circa = (qualifiers & PC_EDTF_APPROXIMATE) != 0;
    out->uncertain = (qualifiers & PC_EDTF_UNCERTAIN) != 0;
    out->count = date->interval ? 2 : 1;
    set_parts(&date->start, out->parts[0], &out->sizes[0]);
    if (date->interval)
        set_parts(&date->end, out->parts[1], &out->sizes[1]);
    if (seasons)
        out->season = (uint8_t)(date->start.month - PC_EDTF_SPRING + 1);
    return true;
}
