/* sort_key.c - the sort key of a record, as bytes: from a date, a text, a name or a number. */
#include "sort_key.h"

#include "paperconv/dates.h"
#include "paperconv/names.h"

#include <utf8proc.h>

/* ---- dates ----------------------------------------------------------------------- */

/* The bytes of NUMBER, so that they are in the order of the numbers. */
static void add_number_bytes(pc_text *key, int64_t number)
{
    const uint64_t shifted = (uint64_t)number + ((uint64_t)1 << 63);

    for (int shift = 56; shift >= 0; shift -= 8)
        pc_text_putc(key, (char)(shifted >> shift & 0xff));
}

/* By its start.  An unknown month or day counts as 0: 2022 comes before 2022-01.  A season comes
 * after the month in which it begins, spring after March. */
static enum rank add_date(pc_text *key, pc_str text)
{
    pc_edtf date;
    bool season, year;

    if (!pc_edtf_parse(text, &date) || date.start.kind != PC_EDTF_DATE)
        return UNKNOWN;
    season = date.start.month > 20;
    year = (date.start.unspecified & PC_EDTF_X_YEAR) == 0;
    add_number_bytes(key, date.start.year);
    pc_text_putc(key, (char)(season ? (date.start.month - 20) * 6 + 1 : date.start.month * 2));
    pc_text_putc(key, (char)date.start.day);
    return year ? KNOWN : PARTLY_KNOWN;
}

/* ---- titles and names ------------------------------------------------------------ */

static bool is_letter_or_digit(utf8proc_int32_t c)
{
    const utf8proc_category_t category = utf8proc_category(c);

    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/* S without case and accents, from its first letter or digit on. */
static enum rank add_text(pc_text *key, pc_str s)
{
    enum { LONGEST = 32 }; /* a code point becomes at most 18 */
    const utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    const size_t before = key->n;
    utf8proc_int32_t folded[LONGEST];
    size_t length;

    for (; s.n != 0; s = pc_drop(s, length)) {
        const uint32_t c = pc_rune(s, &length);
        const utf8proc_ssize_t n =
            utf8proc_decompose_char((utf8proc_int32_t)c, folded, LONGEST, options, NULL);

        for (utf8proc_ssize_t i = 0; i < n; i++)
            if (key->n != before || is_letter_or_digit(folded[i]))
                pc_text_rune(key, (uint32_t)folded[i]);
    }
    return key->n != before ? KNOWN : UNKNOWN;
}

/* The family name, then the other parts. */
static enum rank add_name(pc_text *key, pc_str printed)
{
    pc_name name;

    if (printed.n == 0)
        return UNKNOWN;
    pc_name_split(printed, &name);
    add_text(key, name.family);
    pc_text_putc(key, '\0');
    add_text(key, name.given);
    pc_text_putc(key, '\0');
    add_text(key, name.suffix);
    pc_text_putc(key, '\0');
    add_text(key, name.particle);
    return KNOWN;
}

/* ---- numbers --------------------------------------------------------------------- */

struct decimal { /* 0.DIGITS times ten to the EXPONENT */
    bool negative;
    int64_t exponent;
};

/* The exponent in S; limited, because larger ones make no difference. */
static int64_t read_exponent(pc_str s)
{
    enum { LARGEST = 1000000000 };
    const bool negative = pc_starts(s, "-");
    int64_t exponent = 0;

    for (; s.n != 0; s = pc_drop(s, 1))
        if (*s.p >= '0' && *s.p <= '9' && exponent < LARGEST)
            exponent = 10 * exponent + (*s.p - '0');
    return negative ? -exponent : exponent;
}

/* Appends the significant digits of the JSON number S to DIGITS. */
static struct decimal read_decimal(pc_text *digits, pc_str s)
{
    struct decimal d = { .negative = pc_starts(s, "-") };
    const size_t before = digits->n;
    bool point = false;

    for (; s.n != 0 && *s.p != 'e' && *s.p != 'E'; s = pc_drop(s, 1)) {
        if (*s.p == '.')
            point = true;
        if (*s.p < '0' || *s.p > '9')
            continue;
        if (*s.p != '0' || digits->n != before) {
            pc_text_putc(digits, *s.p);
            d.exponent += !point;
        } else {
            d.exponent -= point;
        }
    }
    if (s.n != 0)
        d.exponent += read_exponent(pc_drop(s, 1));
    while (digits->n != before && digits->p[digits->n - 1] == '0')
        digits->n--;
    return d;
}

/* Exact for any number of digits, and independent of the locale.  The key is the sign, the
 * exponent, the digits, and an end that is lower than any digit; for a negative number all but the
 * sign is inverted. */
static enum rank add_number(pc_text *key, pc_str s)
{
    enum { SIGN, EXPONENT, DIGITS = EXPONENT + 8 };
    const size_t start = key->n;
    struct decimal d;
    uint64_t exponent;
    char *p;

    if (s.n == 0)
        return UNKNOWN;
    pc_text_room(key, DIGITS);
    key->n += DIGITS;
    d = read_decimal(key, s);
    if (key->n == start + DIGITS) { /* zero */
        key->n = start;
        pc_text_putc(key, 1);
        return KNOWN;
    }
    pc_text_putc(key, '\0');
    p = key->p + start;
    p[SIGN] = d.negative ? 0 : 2;
    exponent = (uint64_t)(d.exponent + INT64_MAX / 2);
    for (size_t i = DIGITS; i-- > EXPONENT; exponent >>= 8)
        p[i] = (char)(exponent & 0xff);
    for (size_t i = EXPONENT; d.negative && start + i < key->n; i++)
        p[i] = (char)~p[i];
    return KNOWN;
}

enum rank sort_key(const pc_record *rec, enum by by, pc_text *key)
{
    switch (by) {
    case BY_DATE:
        return add_date(key, pc_get(rec, PC_DATE, 0));
    case BY_TITLE:
        return add_text(key, pc_get(rec, PC_TITLE, 0));
    case BY_AUTHOR:
        return add_name(key, pc_get(rec, PC_AUTHOR, 0));
    case BY_SCORE:
        return add_number(key, pc_get(rec, PC_SCORE, 0));
    }
    return UNKNOWN;
}
