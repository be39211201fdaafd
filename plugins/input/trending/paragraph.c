/* paragraph.c - tells titles from abstracts by their shape. */
#include "paragraph.h"
#include "paperconv/lines.h"

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Points for the length in characters: the longest titles of a thousand have 190, the
 * shortest abstracts 200. */
static int length_points(size_t width)
{
    static const struct {
        size_t below;
        int points;
    } steps[] = { { 60, -4 }, { 100, -3 }, { 150, -2 }, { 200, 0 }, { 260, 2 }, { 400, 4 } };

    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (width < steps[i].below)
            return steps[i].points;
    }
    return 8;
}

/* Points for the share of longer words that begin with a capital: a title has most. */
static int capital_points(pc_str line)
{
    size_t words = 0, capitals = 0;

    for (size_t i = 0; i + 3 < line.n; i++) {
        bool starts = i == 0 || line.p[i - 1] == ' ';

        if (!starts || !is_lower(line.p[i + 1]) || !is_lower(line.p[i + 2]) ||
            !is_lower(line.p[i + 3]))
            continue;
        words += is_upper(line.p[i]) || is_lower(line.p[i]);
        capitals += is_upper(line.p[i]);
    }
    if (words < 3)
        return 0;
    return capitals * 10 >= words * 7 ? -3 : capitals * 10 <= words * 3 ? 1 : 0;
}

static int sentence_points(pc_str line)
{
    int points = 0;

    for (size_t i = 2; i + 2 < line.n && points == 0; i++) {
        if (line.p[i] == '.' && is_lower(line.p[i - 1]) && is_lower(line.p[i - 2]) &&
            line.p[i + 1] == ' ' && is_upper(line.p[i + 2]))
            points = 3;
    }
    if (pc_ends(line, ".") || pc_ends(line, ":"))
        points += 2;
    if (pc_ends(line, "\u3002"))
        points += 6;
    return points;
}

int paragraph_lean(pc_str line)
{
    /* Beyond this nothing is a title. */
    enum { LONGEST = 1024 };

    if (line.n > LONGEST)
        return length_points(LONGEST);
    return length_points(pc_lines_width(line)) + capital_points(line) + sentence_points(line);
}

/* The next line of AHEAD that is not blank; empty at the end. */
static pc_str take_paragraph(pc_str *ahead)
{
    pc_str line = pc_none();

    while (pc_lines_take(ahead, &line)) {
        line = pc_lines_trim(line);
        if (line.n != 0)
            break;
    }
    return line;
}

bool paragraph_abstract_follows(pc_str ahead)
{
    return paragraph_lean(take_paragraph(&ahead)) >= PARAGRAPH_STRONG;
}

bool paragraph_is_next_title(pc_str line, pc_str ahead)
{
    pc_str next = take_paragraph(&ahead);

    if (next.n == 0)
        return paragraph_lean(line) <= -PARAGRAPH_STRONG;
    if (paragraph_lean(next) >= PARAGRAPH_STRONG)
        return true;
    /* Of three short paragraphs before an abstract the middle one is an abstract too; of
     * more, all are titles. */
    return !paragraph_abstract_follows(ahead);
}
