/* months.c - the names of months in other languages than English, and two months or years. */
#include "month_names.h"
#include "record.h"

#include <stdio.h>

enum { NAMES = sizeof names / sizeof names[0] };

/* ---- names ----------------------------------------------------------------------- */

/* As strcmp(), for WORD with the capitals of ASCII small. */
static int compare_word(pc_str word, const char *name)
{
    size_t i = 0;

    while (i < word.n && name[i] != '\0' && word_small(word.p[i]) == name[i])
        i++;
    if (i == word.n)
        return name[i] == '\0' ? 0 : -1;
    return (int)(unsigned char)word_small(word.p[i]) - (int)(unsigned char)name[i];
}

static bool is_start(pc_str word, const char *name)
{
    size_t i = 0;

    while (i < word.n && word_small(word.p[i]) == name[i])
        i++;
    return i == word.n;
}

int month_named(pc_str word)
{
    enum { SHORTEST = 4 };
    size_t from = 0, end = NAMES;
    int month = 0; /* that of a name that means several is 0 */

    while (from < end) {
        size_t middle = from + (end - from) / 2;

        if (compare_word(word, names[middle].name) > 0)
            from = middle + 1;
        else
            end = middle;
    }
    if (from < NAMES && compare_word(word, names[from].name) == 0)
        return names[from].month;
    for (; word.n >= SHORTEST && from < NAMES && is_start(word, names[from].name); from++) {
        if (names[from].month == 0 || (month != 0 && month != names[from].month))
            return 0;
        month = names[from].month;
    }
    return month;
}

/* ---- two months ------------------------------------------------------------------ */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* True when S has a word of three letters or more, which no number has behind it. */
static bool has_name(pc_str s)
{
    size_t letters = 0;

    for (size_t i = 0; i < s.n && letters < 3; i++) {
        bool is_letter = (unsigned char)s.p[i] >= 0x80 ||
                         (word_small(s.p[i]) >= 'a' && word_small(s.p[i]) <= 'z');

        letters = is_letter ? letters + 1 : 0;
    }
    return letters == 3;
}

static bool has_digit(pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (is_digit(s.p[i]))
            return true;
    }
    return false;
}

/* The size of the white space or dash at the start of S, or before END bytes of it when END is not 0. */
static size_t dash_size(pc_str s, size_t end)
{
    static const char *const dashes[] = { "-", " ", "\t", "\u00A0", "\u2013", "\u2014" };

    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        const size_t n = strlen(dashes[i]);

        if (end == 0 ? pc_starts(s, dashes[i]) : pc_ends(pc_sub(s.p, end), dashes[i]))
            return n;
    }
    return 0;
}

static pc_str trim_dashes(pc_str s)
{
    size_t n;

    while ((n = dash_size(s, 0)) != 0)
        s = pc_drop(s, n);
    while (s.n != 0 && (n = dash_size(s, s.n)) != 0)
        s.n -= n;
    return s;
}

/* DAY with the month of OTHER, "12" and "14 Aug" as "Aug 12". */
static pc_str with_month(pc_str day, pc_str other, char out[MONTHS_ROOM])
{
    size_t n = 0;

    for (size_t i = 0; i < other.n; i++) {
        if (!is_digit(other.p[i]))
            out[n++] = other.p[i];
    }
    out[n++] = ' ';
    memcpy(out + n, day.p, day.n);
    return pc_trim(pc_sub(out, n + day.n));
}

/* True when LEFT and RIGHT are a range; a half that is only a day has the month of the other. */
static bool are_range(pc_str *left, pc_str *right, char out[MONTHS_ROOM])
{
    const bool names_left = has_name(*left), names_right = has_name(*right);

    if (left->n == 0 || right->n == 0)
        return false;
    if (names_left == names_right)
        return true;
    if (names_left && has_digit(*left) && right->n <= 2) {
        *right = with_month(*right, *left, out);
        return true;
    }
    if (names_right && has_digit(*right) && left->n <= 2) {
        *left = with_month(*left, *right, out);
        return true;
    }
    return false;
}

bool months_cut(pc_str s, pc_str *start, pc_str *end, char out[MONTHS_ROOM])
{
    static const char *const between[] = { "--", "\u2013", "/", "-", " and ", " & ", "," };

    *start = s = trim_dashes(s);
    *end = pc_none();
    if (s.n >= DATE_ROOM)
        return false;
    for (size_t b = 0; b < sizeof between / sizeof between[0]; b++) {
        const size_t n = strlen(between[b]);

        for (size_t i = 0; i + n <= s.n; i++) {
            pc_str left = trim_dashes(pc_sub(s.p, i)), right;

            if (memcmp(s.p + i, between[b], n) != 0)
                continue;
            right = trim_dashes(pc_drop(s, i + n));
            if (!are_range(&left, &right, out))
                break;
            *start = left;
            *end = right;
            return true;
        }
    }
    return false;
}

/* ---- two years ------------------------------------------------------------------- */

static bool are_digits(pc_str s)
{
    size_t n = 0;

    while (n < s.n && is_digit(s.p[n]))
        n++;
    return n == s.n;
}

/* True when S is only what is between two years. */
static bool is_dash(pc_str s)
{
    size_t n = 0;

    while (n < s.n && (strchr("-/ ", s.p[n]) != NULL || (unsigned char)s.p[n] >= 0x80))
        n++;
    return n == s.n && n != 0;
}

void years_cut(pc_str year, pc_str ends[2], char out[YEARS_ROOM])
{
    const size_t from = 4, last = year.n < 2 ? 0 : year.n - 2;
    pc_str end = pc_drop(year, last);

    if (year.n < from + 3 || !are_digits(pc_sub(year.p, from)))
        return;
    if (year.n == 9 && year.p[from] == '-' && are_digits(pc_drop(year, from + 1))) {
        ends[1] = pc_drop(year, from + 1);
    } else if (is_dash(pc_sub(year.p + from, last - from)) && are_digits(end) &&
               memcmp(end.p, year.p + 2, 2) > 0 &&
               (year.n > from + 3 || memcmp(end.p, "12", 2) > 0)) {
        snprintf(out, YEARS_ROOM, "%.2s%.2s", year.p, end.p);
        ends[1] = pc_s(out);
    } else {
        return;
    }
    ends[0] = pc_sub(year.p, from);
}
