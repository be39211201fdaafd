/* paperconv/dates.h - support library: the dates of a record.
 *
 * Notation: the subset of EDTF (ISO 8601-2:2019) that the record fields use:
 * 2022-05-17, 2022-05, 2022, and XXXX-05-30 for a day whose year is unknown. */
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

#ifdef __cplusplus
}
#endif
#endif
