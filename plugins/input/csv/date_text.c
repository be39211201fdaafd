/* date_text.c - dates as the tables of exporters have them. */
#include "date_text.h"

/* Four digits at most. */
static bool read_digits(pc_str text, int *number)
{
    *number = 0;
    if (text.n == 0 || text.n > 4)
        return false;
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] < '0' || text.p[i] > '9')
            return false;
        *number = 10 * *number + (text.p[i] - '0');
    }
    return true;
}

/* The month that WORD names, in full or by its first three letters; 0 for none. */
static int month_of(pc_str word)
{
    static const char *const months[] = { "january",   "february", "march",    "april",
                                          "may",       "june",     "july",     "august",
                                          "september", "october",  "november", "december" };

    if (word.n != 0 && word.p[word.n - 1] == '.')
        word.n--;
    for (size_t m = 0; m < sizeof months / sizeof months[0] && word.n >= 3; m++) {
        size_t n = 0;

        while (n < word.n && (word.p[n] | 0x20) == months[m][n])
            n++;
        if (n == word.n && (n == 3 || months[m][n] == '\0'))
            return (int)m + 1;
    }
    return 0;
}

/* Removes the next word of *TEXT. */
static bool next_word(pc_str *text, pc_str *word)
{
    size_t n = 0;

    while (text->n != 0 && strchr(" ,", text->p[0]) != NULL)
        *text = pc_drop(*text, 1);
    while (n < text->n && strchr(" ,", text->p[n]) == NULL)
        n++;
    *word = pc_sub(text->p, n);
    *text = pc_drop(*text, n);
    return n != 0;
}

/* A year of four digits, the name of a month and a day in any order. */
static bool read_words(pc_str text, pc_date *date)
{
    pc_str word;

    while (next_word(&text, &word)) {
        int number = 0, month = month_of(word);

        if (month != 0 && date->month == 0)
            date->month = month;
        else if (!read_digits(word, &number))
            return false;
        else if (word.n == 4 && date->year == 0)
            date->year = number;
        else if (word.n <= 2 && date->day == 0)
            date->day = number;
        else
            return false;
    }
    return date->year != 0 && (date->day == 0 || date->month != 0);
}

/* 2022/5/17, 2022/5 and RIS's 2022/05/17/text. */
static bool read_slashes(pc_str text, pc_date *date)
{
    pc_str part;
    bool more = pc_cut(text, '/', &part, &text);

    if (!more || part.n != 4 || !read_digits(part, &date->year))
        return false;
    pc_cut(text, '/', &part, &text);
    if (part.n == 0)
        return text.n == 0 || text.p[0] == '/';
    if (!read_digits(part, &date->month))
        return false;
    pc_cut(text, '/', &part, &text);
    return part.n == 0 || read_digits(part, &date->day);
}

static pc_str write_date(pc_date date, char out[PC_EDTF_SIZE])
{
    return date.year != 0 && pc_date_valid(date) ? pc_date_format(date, out) : pc_none();
}

pc_str date_text_read(pc_str text, char out[PC_EDTF_SIZE])
{
    enum { DAY = 10 }; /* bytes of 2022-05-17 */
    pc_date date = { 0, 0, 0 }, slashes = { 0, 0, 0 };

    text = pc_trim(text);
    if (text.n > DAY && text.p[4] == '-' && (text.p[DAY] == ' ' || text.p[DAY] == 'T'))
        text.n = DAY;
    if (pc_edtf_valid(text))
        return text;
    if (read_slashes(text, &slashes))
        return write_date(slashes, out);
    return read_words(text, &date) ? write_date(date, out) : pc_none();
}

pc_str date_text_read_in_year(pc_str text, pc_str year, char out[PC_EDTF_SIZE])
{
    char both[64];
    pc_str date;

    if (text.n + year.n + 2 > sizeof both)
        return pc_none();
    snprintf(both, sizeof both, "%.*s %.*s", PC_FMT(text), PC_FMT(year));
    date = date_text_read(pc_s(both), out);
    return date.p == out ? date : pc_none(); /* not a part of BOTH, which ends here */
}
