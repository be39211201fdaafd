/* mail_lines.c - recognises the lines of e-mail alerts. */
#include "mail_lines.h"

#include "paperconv/lines.h"

size_t mail_cut_quotes(pc_str *line, size_t most)
{
    size_t count = 0;

    while (count < most && arxiv_cut(line, ">")) {
        count++;
        if (line->n > 1 && line->p[0] == ' ' && line->p[1] == '>')
            *line = pc_drop(*line, 1);
    }
    if (count != 0)
        arxiv_cut(line, " ");
    return count;
}

/* True when LINE is UNIT again and again; the last one may be cut. */
static bool repeats_unit(pc_str line, const char *unit)
{
    size_t length = strlen(unit);

    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] != unit[i % length])
            return false;
    }
    return true;
}

enum mail_rule mail_rule_of(pc_str line)
{
    enum { SHORTEST = 12 }; /* arXiv's own reader of these files asks for as many */

    if (line.n < SHORTEST || (line.p[0] != '-' && line.p[0] != '%'))
        return MAIL_NO_RULE;
    if (line.p[0] == '-')
        return repeats_unit(line, "-") ? MAIL_RULE : MAIL_NO_RULE;
    if (repeats_unit(line, "%-"))
        return MAIL_RULE_CROSS;
    if (repeats_unit(line, "%%--"))
        return MAIL_RULE_REPLACED;
    return repeats_unit(line, "%%%---") ? MAIL_RULE_END : MAIL_NO_RULE;
}

/* Cuts FRONT and the blanks behind it off LINE. */
static bool cut_with_blanks(pc_str *line, const char *front)
{
    if (!arxiv_cut(line, front))
        return false;
    *line = pc_lines_trim(*line);
    return true;
}

bool mail_is_footer(pc_str line)
{
    if (!cut_with_blanks(&line, "\\\\") || !cut_with_blanks(&line, "("))
        return false;
    if (!arxiv_cut(&line, "<"))
        arxiv_cut(&line, "["); /* a link of Markdown */
    return pc_starts(line, "http") || pc_starts(line, "arxiv.org");
}

bool mail_read_opening(pc_str line, struct mail_opening *opening)
{
    static const char cross[] = "(*cross-listing*)";
    bool older = cut_with_blanks(&line, "Paper");

    opening->cross = older && cut_with_blanks(&line, cross);
    if (older ? !cut_with_blanks(&line, ":") : !pc_starts(line, "arXiv:"))
        return false;
    if (!arxiv_cut_id(&line, &opening->id, &opening->version))
        return false;
    line = pc_lines_trim(line);
    opening->cross = cut_with_blanks(&line, cross) || opening->cross;
    return line.n == 0;
}

bool mail_is_replaced(pc_str line, pc_str *date)
{
    static const char *const texts[] = { "replaced with revised version", "figures added",
                                         "part added" };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        *date = line;
        if (cut_with_blanks(date, texts[i]))
            return true;
    }
    return false;
}

bool mail_is_dated(pc_str line)
{
    pc_str date;

    return pc_starts(line, "Date:") || arxiv_front(line, "Date (") != 0 ||
           pc_starts(line, "From:") || mail_is_replaced(line, &date);
}

bool mail_dated_follows(pc_source *src)
{
    enum { AHEAD = 256 };
    pc_str ahead, next;

    pc_ahead(src, AHEAD, &ahead);
    next = pc_lines_take_text(&ahead);
    mail_cut_quotes(&next, SIZE_MAX);
    return mail_is_dated(next);
}

/* Cuts "Mon, " or "Monday, " off the front of TEXT. */
static void cut_day_name(pc_str *text)
{
    pc_str name, rest;

    if (pc_cut(*text, ',', &name, &rest) && name.n >= 3 && name.n <= 9 &&
        memchr(name.p, ' ', name.n) == NULL)
        *text = rest;
}

bool mail_read_day(pc_str printed, pc_date *day)
{
    pc_str text, date;
    size_t end;

    printed = text = pc_lines_trim(printed);
    cut_day_name(&text);
    for (end = 0; end < text.n && text.p[end] != ','; end++)
        continue;
    if (end < text.n && text.n - end >= 6) { /* Nov 24, 2025 */
        date = pc_sub(text.p, end + 6);
        if (pc_date_read(date, day) && day->day != 0 && day->year != 0)
            return true;
    }
    text = printed;
    return arxiv_cut_date(&text, day) && day->day != 0;
}
