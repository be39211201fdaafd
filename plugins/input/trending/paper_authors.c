/* paper_authors.c - the authors on the page of a paper, which are listed in one line or several. */
#include "paper.h"
#include "paperconv/lines.h"
#include "part.h"

/* Takes the next name off LIST, "A, B ,"; a suffix belongs to the name before it. */
static bool take_listed_name(pc_str *list, pc_str *name)
{
    static const char *const suffixes[] = { "jr.", "jr", "sr.", "sr", "ii", "iii", "iv", NULL };
    pc_str rest = *list, part, next, after;

    do {
        pc_cut(rest, ',', &part, &rest);
    } while (part.n == 0 && rest.n != 0);
    *name = part;
    pc_cut(rest, ',', &next, &after);
    next = pc_lines_trim(next);
    if (next.n != 0 && pc_lines_match(next, suffixes)) {
        *name = pc_sub(part.p, (size_t)(next.p + next.n - part.p));
        rest = after;
    }
    *list = rest;
    *name = pc_lines_trim(*name);
    return name->n != 0;
}

/* Cuts "+ 9 authors" off the end of LINE; true when it was there. */
static bool cut_more(pc_str *line)
{
    static const char *const more[] = { "+ # authors", "+ # author", "+# authors",
                                        "+# author",   "et al.",     NULL };
    size_t plus = line->n;

    while (plus > 0 && line->p[plus - 1] != '+')
        plus--;
    if (plus == 0 || !pc_lines_match(pc_drop(*line, plus - 1), more))
        return false;
    line->n = plus - 1;
    return true;
}

/* What two lines are that no comma separates. */
enum joint { JOINT_NONE, JOINT_BROKEN_NAME, JOINT_FIRST_STRANGE, JOINT_SECOND_STRANGE };

/* What LINE, the end of which is its last LAST bytes, is beside NEXT.  A broken line is wide; of two
 * others, the name is the one with a comma behind it. */
static enum joint joint_of(pc_source *src, pc_str line, size_t last, pc_str next)
{
    enum { SHORTEST_BROKEN = 50, LONGEST = 8192 };
    pc_str ahead;

    if (line.n == 0 || line.n > LONGEST || pc_ends(line, ",") || next.p[0] == ',' ||
        next.p[0] == '+')
        return JOINT_NONE;
    if (last >= SHORTEST_BROKEN)
        return JOINT_BROKEN_NAME;
    ahead = page_ahead(src, 64);
    ahead = pc_lines_take_text(&ahead);
    return pc_ends(next, ",") || pc_starts(ahead, ",") ? JOINT_FIRST_STRANGE : JOINT_SECOND_STRANGE;
}

/* True for ":", which stands between a team and its members, and for other marks. */
static bool is_mark(pc_str name)
{
    static const char marks[] = ":;.&-*";

    return name.n == 1 && memchr(marks, name.p[0], sizeof marks - 1) != NULL;
}

/* Adds the names in LINE, "A, B ,"; true when more are hidden. */
static bool add_names(pc_record *rec, pc_str line)
{
    bool more = cut_more(&line);
    pc_str name;

    while (take_listed_name(&line, &name)) {
        if (!is_mark(name))
            pc_add(rec, PC_AUTHOR, name);
    }
    return more;
}

bool paper_take_authors(struct trending *page, pc_source *src, pc_record *rec, pc_str line)
{
    static const char label[] = "Authors:";
    bool more = false;
    size_t last;
    pc_str next;

    if (!pc_starts(line, label))
        return false;
    line = pc_lines_trim(pc_drop(line, sizeof label - 1));
    for (last = line.n; paper_read_line(src, &next); last = next.n) {
        enum joint joint;

        if (pc_eq(next, "Abstract") || paper_is_tail(next)) {
            pc_unline(src);
            break;
        }
        joint = joint_of(src, line, last, next);
        if (joint == JOINT_BROKEN_NAME) {
            line = part_join(src, line, next);
        } else if (joint == JOINT_SECOND_STRANGE) {
            page_pass_unfamiliar(page, src, rec, next);
        } else {
            if (joint == JOINT_FIRST_STRANGE)
                page_pass_unfamiliar(page, src, rec, line);
            else
                more = add_names(rec, line) || more;
            line = next;
        }
    }
    if (add_names(rec, line) || more)
        pc_add(rec, PC_AUTHORS_TRUNCATED, pc_s("true"));
    return true;
}
