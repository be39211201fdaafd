/* edtf_dates.h - what reading, comparing and writing EDTF share; private to the support library. */
#ifndef PAPERCONV_EDTF_DATES_H
#define PAPERCONV_EDTF_DATES_H

#include "paperconv/dates.h"

enum { PC_EDTF_SPRING = 21, PC_EDTF_WINTER = 24 };

static inline bool pc_edtf_is_season(const pc_edtf_date *d)
{
    return d->month >= PC_EDTF_SPRING;
}

static inline uint64_t pc_edtf_magnitude(int64_t year)
{
    return year < 0 ? (uint64_t)0 - (uint64_t)year : (uint64_t)year;
}

/* The last year that D may mean: 1999 for 199X. */
static inline int64_t pc_edtf_last_year(const pc_edtf_date *d)
{
    return d->year + ((d->unspecified & PC_EDTF_X_CENTURY) != 0  ? 99
                      : (d->unspecified & PC_EDTF_X_DECADE) != 0 ? 9
                                                                 : 0);
}

/* Writes one date, without a NUL; returns the place behind it. */
char *pc_edtf_put(char *at, const pc_edtf_date *d);

/* False when an interval ends before it begins. */
bool pc_edtf_in_order(const pc_edtf *date);

#endif
