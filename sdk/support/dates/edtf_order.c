/* edtf_order.c - sorts and compares dates. */
#include "edtf_dates.h"

#define COMPARE(a, b) (((a) > (b)) - ((a) < (b)))

bool pc_edtf_first_year(const pc_edtf *date, int64_t *year)
{
    const pc_edtf_date *d = &date->start;

    if (d->kind != PC_EDTF_DATE ||
        (d->unspecified & (PC_EDTF_X_DECADE | PC_EDTF_X_CENTURY | PC_EDTF_X_YEAR)) != 0)
        return false;
    *year = d->year;
    return true;
}

pc_date pc_edtf_first(const pc_edtf *date)
{
    const pc_edtf_date *d = &date->start;
    bool yearless = (d->unspecified & PC_EDTF_X_YEAR) != 0;
    pc_date first = { 0, 0, 0 };
    int64_t year = 0;

    if (!yearless && (!pc_edtf_first_year(date, &year) || year < 1 || year > 9999))
        return first;
    first.year = (int)year;
    if (!pc_edtf_is_season(d)) {
        first.month = d->month;
        first.day = d->day;
    }
    return first;
}

/* ---- a total order --------------------------------------------------------------------- */

/* Seasons stand behind the month in which they begin in the north. */
static int month_in_order(const pc_edtf_date *d)
{
    return pc_edtf_is_season(d) ? (d->month - PC_EDTF_SPRING + 1) * 3 : d->month;
}

static int order_in_year(const pc_edtf_date *a, const pc_edtf_date *b)
{
    int order = COMPARE(month_in_order(a), month_in_order(b));

    if (order == 0)
        order = COMPARE(pc_edtf_is_season(a), pc_edtf_is_season(b));
    if (order == 0)
        order = COMPARE(a->day, b->day);
    if (order == 0)
        order = COMPARE(a->unspecified, b->unspecified);
    return order != 0 ? order : COMPARE(a->qualifiers, b->qualifiers);
}

/* Both are dates. */
static int order_dates(const pc_edtf_date *a, const pc_edtf_date *b)
{
    int order = COMPARE(a->unspecified & PC_EDTF_X_YEAR, b->unspecified & PC_EDTF_X_YEAR);

    if (order == 0)
        order = COMPARE(a->year, b->year);
    if (order == 0) /* the longer time first */
        order = COMPARE(pc_edtf_last_year(b), pc_edtf_last_year(a));
    return order != 0 ? order : order_in_year(a, b);
}

/* An end that is no date comes first as a start, last as an end. */
static int order_ends(const pc_edtf_date *a, const pc_edtf_date *b, int no_date)
{
    if (a->kind == PC_EDTF_DATE && b->kind == PC_EDTF_DATE)
        return order_dates(a, b);
    if (a->kind == PC_EDTF_DATE || b->kind == PC_EDTF_DATE)
        return a->kind == PC_EDTF_DATE ? -no_date : no_date;
    return COMPARE(a->kind, b->kind);
}

int pc_edtf_order(const pc_edtf *a, const pc_edtf *b)
{
    int order = order_ends(&a->start, &b->start, -1);

    if (order == 0)
        order = COMPARE(a->interval, b->interval);
    return order != 0 ? order : order_ends(&a->end, &b->end, 1);
}

/* ---- spans of time --------------------------------------------------------------------- */

struct moment {
    int64_t year;
    int month, day;
};

static bool is_before(struct moment a, struct moment b)
{
    if (a.year != b.year)
        return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

static struct moment earliest(const pc_edtf_date *d)
{
    struct moment m = { d->year, 1, 1 };

    if (d->kind != PC_EDTF_DATE) {
        m.year = INT64_MIN;
    } else if (d->month != 0 && !pc_edtf_is_season(d)) {
        m.month = d->month;
        m.day = d->day != 0 ? d->day : 1;
    }
    return m;
}

/* Each month counts 31 days here. */
static struct moment latest(const pc_edtf_date *d)
{
    struct moment m = { pc_edtf_last_year(d), 12, 31 };

    if (d->kind != PC_EDTF_DATE) {
        m.year = INT64_MAX;
    } else if (d->month != 0 && !pc_edtf_is_season(d)) {
        m.month = d->month;
        m.day = d->day != 0 ? d->day : 31;
    }
    return m;
}

static bool is_all_before(const pc_edtf_date *a, const pc_edtf_date *b)
{
    return is_before(latest(a), earliest(b));
}

bool pc_edtf_in_order(const pc_edtf *date)
{
    return date->start.kind != PC_EDTF_DATE || date->end.kind != PC_EDTF_DATE ||
           !is_all_before(&date->end, &date->start);
}

pc_edtf_relation pc_edtf_compare(const pc_edtf *a, const pc_edtf *b)
{
    if (((a->start.unspecified | b->start.unspecified) & PC_EDTF_X_YEAR) != 0)
        return PC_EDTF_NEVER;
    if (!a->interval && !b->interval && a->start.year == b->start.year &&
        pc_edtf_is_season(&a->start) && pc_edtf_is_season(&b->start)) {
        int order = COMPARE(a->start.month, b->start.month);

        return order < 0 ? PC_EDTF_BEFORE : order > 0 ? PC_EDTF_AFTER : PC_EDTF_OVERLAPS;
    }
    if (is_all_before(&a->end, &b->start))
        return PC_EDTF_BEFORE;
    return is_all_before(&b->end, &a->start) ? PC_EDTF_AFTER : PC_EDTF_OVERLAPS;
}
