/* texts.c - texts that arXiv wrapped, and the dates of versions. */
#include "snapshot.h"

static bool is_space_or_tab(char c)
{
    return c == ' ' || c == '\t';
}

/* ---- wrapped texts ----------------------------------------------------------------- */

/* Writes what stands for the white space around a line end at P[*FROM], and moves *FROM behind it. */
static size_t put_break(char *p, size_t to, size_t *from, size_t n, bool paragraphs)
{
    size_t lines = 0, i = *from;

    while (to != 0 && (is_space_or_tab(p[to - 1]) || p[to - 1] == '\r'))
        to--;
    for (; i < n && (is_space_or_tab(p[i]) || p[i] == '\n' || p[i] == '\r'); i++)
        lines += p[i] == '\n';
    if (paragraphs && (lines > 1 || is_space_or_tab(p[i - 1]))) { /* at least two characters */
        p[to++] = '\n';
        p[to++] = '\n';
    } else {
        p[to++] = ' ';
    }
    *from = i;
    return to;
}

static pc_str unwrap(struct paper *paper, pc_str text, bool paragraphs)
{
    pc_text *const decoded = &paper->snapshot->decoded;
    const char *line;
    size_t from, to;
    char *p;

    text = pc_trim(text);
    line = text.n != 0 ? memchr(text.p, '\n', text.n) : NULL;
    if (line == NULL)
        return text;
    p = decoded->p + (text.p - decoded->p); /* a line end is an escape, so TEXT is there */
    from = to = (size_t)(line - text.p);
    while (from < text.n) {
        to = put_break(p, to, &from, text.n, paragraphs);
        line = memchr(p + from, '\n', text.n - from);
        const size_t end = line != NULL ? (size_t)(line - p) : text.n;

        memmove(p + to, p + from, end - from);
        to += end - from;
        from = end;
    }
    return pc_sub(text.p, to);
}

pc_str paper_unwrap(struct paper *paper, pc_str text)
{
    return unwrap(paper, text, false);
}

pc_str paper_unwrap_abstract(struct paper *paper, pc_str text)
{
    return unwrap(paper, text, true);
}

/* ---- dates ------------------------------------------------------------------------- */

/* Cuts a number of at most four digits off the front of TEXT; -1: there is none. */
static int cut_number(pc_str *text)
{
    int number = 0;
    size_t n = 0;

    for (; n < text->n && n < 4 && text->p[n] >= '0' && text->p[n] <= '9'; n++)
        number = number * 10 + (text->p[n] - '0');
    *text = pc_drop(*text, n);
    while (text->n != 0 && is_space_or_tab(*text->p))
        *text = pc_drop(*text, 1);
    return n != 0 ? number : -1;
}

/* Cuts the first three letters of a month off the front of TEXT; 0: they are none. */
static int cut_short_month(pc_str *text)
{
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

    for (int i = 0; i < 12 && text->n > 3; i++) {
        if (memcmp(text->p, months + 3 * i, 3) == 0 && is_space_or_tab(text->p[3])) {
            *text = pc_drop(*text, 4);
            return i + 1;
        }
    }
    return 0;
}

pc_str paper_day(pc_str text, char out[PC_DATE_SIZE])
{
    pc_date date;

    text = pc_trim(text);
    if (text.n > 5 && text.p[3] == ',')
        text = pc_trim(pc_drop(text, 4));
    date.day = cut_number(&text);
    date.month = cut_short_month(&text);
    date.year = cut_number(&text);
    if (date.day <= 0 || date.month == 0 || date.year < 1000 || !pc_date_valid(date))
        return pc_none();
    return pc_date_format(date, out);
}
