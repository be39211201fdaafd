/* paperconv/dates.h - support library: the dates of a record.
 *
 * The fields of a record hold dates in EDTF, level 1 (ISO 8601-2:2019, also
 * https://www.loc.gov/standards/datetime/): pc_edtf reads and writes all of it.
 * pc_date is the common part, one day, month or year: 2022-05-17, 2022-05, 2022,
 * and XXXX-05-30 for a day whose year is unknown. */
#ifndef PAPERCONV_DATES_H
#define PAPERCONV_DATES_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pc_date {
    int year;  /* 1 .. 9999; 0: unknown */
    int month; /* 1 .. 12; 0: unknown */
    int day;   /* 1 .. 31; 0: unknown */
} pc_date;

#define PC_DATE_SIZE 11 /* "2022-05-17" and its NUL */

/* Reads all of S as EDTF; false when it is anything else, or not a valid date of
 * the Gregorian calendar (29 February is valid when the year is unknown). */
bool pc_date_parse(pc_str s, pc_date *date);
/* Reads a printed date: "May 17, 2022", "May 30", "May 2022"; month names in
 * English, in full or as three letters, in any case.  Returns true and stores
 * what is printed even when it is not a valid date: check with pc_date_valid(). */
bool pc_date_read(pc_str s, pc_date *date);
bool pc_date_valid(pc_date date);
/* Writes DATE in EDTF, NUL-terminated, and returns its slice of OUT. */
pc_str pc_date_format(pc_date date, char out[PC_DATE_SIZE]);
/* The latest date up to AS_OF that has the month and day of DATE; DATE itself when
 * its year is known. */
pc_date pc_date_complete(pc_date date, pc_date as_of);

/* ---- EDTF, level 1 ---------------------------------------------------------
 *
 *   2022-05-17  2022-05  2022      a day, a month, a year of the Gregorian calendar
 *   -0043  0000                    44 BC, 1 BC: years are counted as astronomers do
 *   Y170000002  Y-170000002        a year of 5 to 18 digits, without month
 *   2022-21 .. 2022-24             spring, summer, autumn, winter
 *   2022?  2022~  2022-05%         uncertain, approximate, both
 *   199X  19XX  2022-XX  2022-XX-XX  2022-05-XX    some year, month or day of that time
 *   1988/1992  2022-05-30/2022-06                  an interval
 *   1988/..  ../1992  1988/  /1992                 with an open or an unknown end
 *   XXXX-05-30                     our own: a day without its year
 *
 * There are no times of day.  An interval must not end before it begins, has at
 * least one date, and none without a year; a year before 0000 has no X. */

enum { PC_EDTF_UNCERTAIN = 1, PC_EDTF_APPROXIMATE = 2 }; /* ? and ~, both: % */
enum {                                                   /* what is written as X */
       PC_EDTF_X_DAY = 1,                                /* 2022-05-XX */
       PC_EDTF_X_MONTH = 2,                              /* 2022-XX; 2022-XX-XX has both */
       PC_EDTF_X_DECADE = 4,                             /* 199X */
       PC_EDTF_X_CENTURY = 8,                            /* 19XX */
       PC_EDTF_X_YEAR = 16                               /* XXXX-05-30 */
};
enum { PC_EDTF_DATE, PC_EDTF_OPEN, PC_EDTF_UNKNOWN }; /* an end: a date, "..", nothing */

typedef struct pc_edtf_date {
    int64_t year;        /* 0 is 1 BC; of 199X and 19XX the first; 0 with X_YEAR */
    uint8_t kind;        /* PC_EDTF_DATE; other kinds only in an interval, all else 0 */
    uint8_t month;       /* 1 .. 12, or a season, 21 .. 24; 0: none or X */
    uint8_t day;         /* 1 .. 31; 0: none or X */
    uint8_t unspecified; /* PC_EDTF_X_... */
    uint8_t qualifiers;  /* PC_EDTF_UNCERTAIN, PC_EDTF_APPROXIMATE */
} pc_edtf_date;

typedef struct pc_edtf {
    pc_edtf_date start, end; /* equal when it is no interval */
    bool interval;
} pc_edtf;

#define PC_EDTF_SIZE 48 /* the longest text and its NUL */

/* Reads all of S; false, and DATE unchanged, when it is anything but the above. */
bool pc_edtf_parse(pc_str s, pc_edtf *date);
/* True when pc_edtf_parse() would read S.  Days, months and years, and XXXX-05-30,
 * take no longer than with pc_date_parse(). */
bool pc_edtf_valid(pc_str s);
/* Writes what pc_edtf_parse() reads, NUL-terminated, and returns its slice of OUT. */
pc_str pc_edtf_format(const pc_edtf *date, char out[PC_EDTF_SIZE]);
/* The year of the date, or of the start of the interval; false when it is not known
 * (XXXX-05-30, 199X, ../1992). */
bool pc_edtf_first_year(const pc_edtf *date, int64_t *year);
/* The start as far as a pc_date can tell it: the rest is 0, also a season. */
pc_date pc_edtf_first(const pc_edtf *date);

/* Where A stands in a list that is sorted by date: less than, equal to or greater than
 * 0 beside B.  A total order, 0 only for the same date.  Dates are sorted by their
 * start: by year, month, day, and what is less exact comes first: 19XX, 190X, 1900,
 * 1900-01, 1900-01-01.  Seasons stand behind March, June, September and December.  Intervals
 * stand behind the date that they begin with, then by their ends; those that have no
 * start come before everything, days without a year behind everything. */
int pc_edtf_order(const pc_edtf *a, const pc_edtf *b);

/* How two spans of time lie.  Less exact dates are spans (2022: all its days), so that
 * dates are compared with the less exact precision: 2022-05-17 OVERLAPS 2022.  An open or
 * unknown end has no limit.  A season is all its year, because level 1 does not say
 * on which hemisphere; two seasons of a year lie in the order of their numbers.
 * Qualifiers do not count.  XXXX-05-30 is NEVER in a relation to anything. */
typedef enum pc_edtf_relation {
    PC_EDTF_NEVER,
    PC_EDTF_BEFORE, /* all of A is before B */
    PC_EDTF_OVERLAPS,
    PC_EDTF_AFTER
} pc_edtf_relation;
pc_edtf_relation pc_edtf_compare(const pc_edtf *a, const pc_edtf *b);

/* ---- dates in other notations ------------------------------------------------
 *
 * Each is false, and OUT empty, when the format has no place for the date. */

/* BibTeX: values of fields, NUL-terminated; empty: no such field.  YEAR and DAY stand
 * without braces: 2022, 1988--1992, 1988--, ca. 1988, 1988?, 199X, 44 BC; 17, 17--20.
 * MONTH is an expression: may, may # "--" # jun, {Spring}, may # "~30--" # jun # "~2". */
typedef struct pc_edtf_bibtex {
    char year[64], month[PC_EDTF_SIZE], day[8];
} pc_edtf_bibtex;
bool pc_edtf_to_bibtex(const pc_edtf *date, pc_edtf_bibtex *out);

/* biblatex's date field: EDTF as biber 2.18 reads it (biblatex manual, "Date and Time
 * Specifications").  biber reads no X in an interval, nor with a qualifier: 199X/2005 becomes
 * 1990/2005, 199X~ 1990~/1999~.  biber drops XXXX-05-30 without a warning. */
pc_str pc_edtf_to_biblatex(const pc_edtf *date, char out[PC_EDTF_SIZE]);

/* RIS: YEAR for PY, four digits; DATE for DA: YYYY/MM/DD/text, where the text is a
 * season, an interval or a qualifier (2025/05/30, 2025/05//, 2025///, 2025///Spring,
 * 2020/01//Jan-Feb).  False without a year of four digits.  (RIS Format
 * Specifications, Research Information Systems.) */
typedef struct pc_edtf_ris {
    char year[5], date[80];
} pc_edtf_ris;
bool pc_edtf_to_ris(const pc_edtf *date, pc_edtf_ris *out);

/* CSL-JSON: a date variable of csl-data.json 1.0.2.  COUNT dates, of SIZES parts; with
 * none, LITERAL is the date in English.  A year before the first is negative, without
 * a year 0, as CSL counts: 44 BC is -44.  CSL cannot say "uncertain": UNCERTAIN is for the
 * caller's count of what is lost. */
typedef struct pc_edtf_csl {
    int64_t parts[2][3];
    uint8_t count, sizes[2];
    uint8_t season; /* 1 .. 4; 0: none */
    bool circa, uncertain;
    char literal[80];
} pc_edtf_csl;
bool pc_edtf_to_csl(const pc_edtf *date, pc_edtf_csl *out);

#ifdef __cplusplus
}
#endif
#endif
