/* sort_key.c - the sort key of a record, as bytes: from a date, a text, a name or a number. */
#define _POSIX_C_SOURCE 200809L /* strxfrm_l() */
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
enum rank key_of_date(pc_text *key, pc_str text)
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

/* A number within a text: how many digits it has without zeros in front, then these. */
static pc_str add_digits(pc_text *key, pc_str s)
{
    size_t n = 0;

    while (s.n > 1 && s.p[0] == '0' && s.p[1] >= '0' && s.p[1] <= '9')
        s = pc_drop(s, 1);
    while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
        n++;
    pc_text_putc(key, '0');
    add_number_bytes(key, (int64_t)n);
    pc_text_add(key, pc_sub(s.p, n));
    return pc_drop(s, n);
}

/* S without case and accents, from its first letter or digit on. */
static void add_letters(pc_text *key, pc_str s, const struct comparison *c)
{
    enum { LONGEST = 32 }; /* a code point becomes at most 18 */
    const utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                      UTF8PROC_STRIPMARK | UTF8PROC_IGNORE;
    const size_t before = key->n;
    utf8proc_int32_t folded[LONGEST];
    size_t length;

    while (s.n != 0) {
        const uint32_t rune = pc_rune(s, &length);
        utf8proc_ssize_t n;

        if (c->order == NATURAL && rune >= '0' && rune <= '9') {
            s = add_digits(key, s);
            continue;
        }
        n = utf8proc_decompose_char((utf8proc_int32_t)rune, folded, LONGEST, options, NULL);
        for (utf8proc_ssize_t i = 0; i < n; i++)
            if (key->n != before || is_letter_or_digit(folded[i]))
                pc_text_rune(key, (uint32_t)folded[i]);
        s = pc_drop(s, length);
    }
}

/* S as the locale orders it.  Only so much of it: the C library may take long for long texts. */
static void add_collated(pc_text *key, pc_str s, locale_t locale)
{
    enum { MOST = 1000 };
    char copy[MOST + 1];
    size_t n = s.n < MOST ? s.n : MOST, length;

    while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
        n--; /* not within a character */
    memcpy(copy, s.p, n);
    copy[n] = '\0';
    length = strxfrm_l(NULL, copy, 0, locale);
    key->n += strxfrm_l(pc_text_room(key, length + 1), copy, length + 1, locale);
}

enum rank key_of_text(pc_text *key, pc_str text, const struct comparison *c)
{
    const size_t before = key->n;

    if (c->locale != (locale_t)0 && text.n != 0)
        add_collated(key, text, c->locale);
    else
        add_letters(key, text, c);
    return key->n != before ? KNOWN : UNKNOWN;
}

/* The family name, then the other parts. */
enum rank key_of_name(pc_text *key, pc_str printed, const struct comparison *c)
{
    pc_name name;

    pc_name_split(printed, &name);
    key_of_text(key, name.family, c);
    pc_text_putc(key, '\0');
    key_of_text(key, name.given, c);
    pc_text_putc(key, '\0');
    key_of_text(key, name.suffix, c);
    pc_text_putc(key, '\0');
    key_of_text(key, name.particle, c);
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
enum rank key_of_number(pc_text *key, pc_str s)
{
    enum { SIGN, EXPONENT, DIGITS = EXPONENT + 8 };
    const size_t start = key->n;
    struct decimal d;
    uint64_t exponent;
    char *p;

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
