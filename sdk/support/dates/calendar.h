/* calendar.h - the Gregorian calendar, before its time too; private to the support library. */
#ifndef PAPERCONV_CALENDAR_H
#define PAPERCONV_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

/* YEAR is counted as astronomers do: 0 is 1 BC, and a leap year. */
static inline bool pc_calendar_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Any year that is not known may be a leap year: pass 0. */
static inline int pc_calendar_days(int64_t year, int month)
{
    static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

    return days[month - 1] + (month == 2 && pc_calendar_leap(year));
}

#endif
