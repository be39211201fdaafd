/* edtf_words.c - dates in English, for the parts of formats that hold text. */
#include "edtf_words.h"

#include "edtf_dates.h"
#include "pen.h"

const char *pc_edtf_month_word(unsigned month)
{
    static const char words[][7] = { "Jan",    "Feb",    "Mar",    "Apr",   "May", "Jun",
                                     "Jul",    "Aug",    "Sep",    "Oct",   "Nov", "Dec",
                                     "Spring", "Summer", "Autumn", "Winter" };

    if (month >= PC_EDTF_SPRING)
        return words[12 + month - PC_EDTF_SPRING];
    return words[month - 1];
}

char *pc_edtf_put_year(char *at, const pc_edtf_date *d)
{
    if (d->year <= 0) { /* 0 is 1 BC */
        at = pc_pen_number(at, pc_edtf_magnitude(d->year) + 1, 1);
        return pc_pen_text(at, " BC");
    }
    at = pc_pen_number(at, (uint64_t)d->year, 4);
    if ((d->unspecified & (PC_EDTF_X_DECADE | PC_EDTF_X_CENTURY)) != 0)
        at[-1] = 'X';
    if ((d->unspecified & PC_EDTF_X_CENTURY) != 0)
        at[-2] = 'X';
    return at;
}

/* "17 May 2022"; a century and a decade as "1900s" and "1990s". */
static char *put_words(char *at, const pc_edtf_date *d)
{
    const uint8_t some_year = PC_EDTF_X_DECADE | PC_EDTF_X_CENTURY;

    if ((d->qualifiers & PC_EDTF_APPROXIMATE) != 0)
        at = pc_pen_text(at, "ca. ");
    if (d->day != 0) {
        at = pc_pen_number(at, d->day, 1);
        *at++ = ' ';
    }
    if (d->month != 0) {
        at = pc_pen_text(at, pc_edtf_month_word(d->month));
        *at++ = ' ';
    }
    if ((d->unspecified & PC_EDTF_X_YEAR) != 0) {
        at--; /* the blank: there is always a month */
    } else if ((d->unspecified & some_year) != 0 && d->year > 0) {
        at = pc_pen_number(at, (uint64_t)d->year, 4);
        *at++ = 's';
    } else {
        at = pc_edtf_put_year(at, d);
    }
    if ((d->qualifiers & PC_EDTF_UNCERTAIN) != 0)
        *at++ = '?';
    return at;
}

void pc_edtf_words(const pc_edtf *date, char out[80])
{
    char *at = out;

    if (date->start.kind == PC_EDTF_DATE && date->end.kind != PC_EDTF_DATE)
        at = pc_pen_text(at, "since ");
    else if (date->start.kind != PC_EDTF_DATE)
        at = pc_pen_text(at, "until ");
    if (date->start.kind == PC_EDTF_DATE)
        at = put_words(at, &date->start);
    if (date->interval && date->start.kind == PC_EDTF_DATE && date->end.kind == PC_EDTF_DATE)
        at = pc_pen_text(at, " - ");
    if (date->interval && date->end.kind == PC_EDTF_DATE)
        at = put_words(at, &date->end);
    *at = '\0';
}
