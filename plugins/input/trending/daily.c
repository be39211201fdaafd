/* daily.c - the papers of a day or of a search: what stands behind a paper.
 *
 * Of a search, which has texts, the day and the number of comments, if there are any:
 *
 *     6 authors
 *     ·
 *     Aug 27, 2025
 *     8
 *
 * On a small card, which has none, the stars of the code and the number of comments:
 *
 *     · 6 authors
 *     GitHub 1.54k
 *     3
 *
 * The votes of the next paper follow.
 */
#include "item.h"
#include "links.h"
#include "paperconv/lines.h"

enum { MOST_COUNTS = 4, LONE_STARS = 10 };

/* The counts in the next lines. */
struct counts {
    uint64_t counts[MOST_COUNTS];
    bool labelled[MOST_COUNTS]; /* with GitHub before it: the stars */
    bool comments[MOST_COUNTS]; /* "3 comments" */
    bool votes[MOST_COUNTS];    /* "-", which only votes are, or behind a picture */
    size_t lines[MOST_COUNTS];  /* up to its end */
    size_t count;
    bool paper_follows, text_follows; /* behind them */
};

static bool read_comments(pc_str line, uint64_t *count)
{
    static const char *const patterns[] = { "# comments", "# comment", NULL };
    pc_str number, rest;

    return line.n < 30 && line.p[0] <= '9' && pc_lines_match(line, patterns) &&
           part_cut_word(line, &number, &rest) && part_count(number, count);
}

/* Reads LINE, which "GitHub" alone may stand before. */
static bool read_count(struct counts *counts, pc_str line, bool labelled)
{
    size_t n = counts->count;
    uint64_t *count = &counts->counts[n];

    counts->votes[n] = pc_eq(line, "-") || pc_starts(line, "[-] ");
    counts->labelled[n] = labelled || (line.n > 6 && part_labelled(line, "github", count));
    counts->comments[n] = !counts->labelled[n] && read_comments(line, count);
    return (counts->labelled[n] && !labelled) || counts->comments[n] || part_count(line, count);
}

/* Looks at the counts that follow, and at what is behind them. */
static void look_ahead(struct counts *counts, pc_source *src)
{
    enum { AHEAD = 1024, TEXT = 200 };
    pc_str ahead = page_ahead(src, AHEAD), line;

    counts->count = 0;
    for (size_t lines = 1; (line = links_take_text(&ahead)).n != 0; lines++) {
        pc_str rest = ahead, next = pc_none();
        bool split = pc_eq(line, "GitHub");

        if (split)
            next = links_take_text(&rest);
        if (counts->count == MOST_COUNTS || !read_count(counts, split ? next : line, split))
            break;
        if (split) {
            ahead = rest;
            lines++;
        }
        counts->lines[counts->count++] = lines;
    }
    counts->text_follows = line.n >= TEXT;
    counts->paper_follows = line.n != 0 && !item_begins_card(line) &&
                            (!page_is_furniture(line) || links_take_text(&ahead).n >= TEXT);
}

/* How many of the counts belong to the paper before them. */
static size_t counts_of_paper(const struct counts *counts)
{
    size_t n = counts->count;

    for (size_t i = 0; i < n; i++) {
        if (counts->votes[i])
            return i;
    }
    if (!counts->paper_follows || n == 0 || counts->labelled[n - 1] || counts->comments[n - 1])
        return n;
    return counts->text_follows && n >= 2 ? n - 2 : n - 1; /* a title may be a number */
}

static void add_counts(const struct counts *counts, size_t n, bool has_text, pc_record *rec)
{
    uint64_t stars = 0, comments = 0;
    bool stars_known = has_text; /* a search shows none */

    for (size_t i = 0; i < n; i++) {
        uint64_t count = counts->counts[i];

        if (counts->labelled[i] ||
            (!stars_known && !counts->comments[i] && (i + 1 < n || count >= LONE_STARS))) {
            stars = count;
            stars_known = true;
        } else {
            comments = count;
        }
    }
    part_add_count(rec, PC_STARS, stars);
    part_add_count(rec, PC_COMMENT_COUNT, comments);
}

void daily_read_tail(const struct item *item, struct trending *page, pc_source *src, pc_record *rec)
{
    struct counts counts;
    size_t n;
    pc_str line;

    look_ahead(&counts, src);
    n = counts_of_paper(&counts);
    for (size_t i = 0; n != 0 && i < counts.lines[n - 1]; i++)
        page_read(page, src, &line);
    add_counts(&counts, n, item->text != item->text_end, rec);
}
