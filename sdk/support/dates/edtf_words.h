/* edtf_words.h - the English words of dates; private to the support library. */
#ifndef PAPERCONV_EDTF_WORDS_H
#define PAPERCONV_EDTF_WORDS_H

#include "paperconv/dates.h"

/* "Jan", or "Spring" for a season; MONTH is not 0. */
const char *pc_edtf_month_word(unsigned month);
/* "2022", "44 BC", "199X", without a NUL; returns the place behind it. */
char *pc_edtf_put_year(char *at, const pc_edtf_date *d);
/* "17 May 2022", "Spring 2022", "ca. 1988", "1990s", "1988-1992", "since 1988", NUL-terminated. */
void pc_edtf_words(const pc_edtf *date, char out[80]);

#endif
