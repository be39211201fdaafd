/* page.c - the head of a page, its furniture, and the lines between the papers. */
#include "page.h"
#include "links.h"
#include "paperconv/lines.h"
#include "part.h"

/* ---- boilerplate ------------------------------------------------------------------
 *
 * The masthead is at the top of a page; the other lines may be anywhere.  Of the feed as it was
 * in March 2024. */
static const char *const masthead[] = {
    "new", "get trending papers*", "subscribe", "daily papers", "trending papers", NULL,
};
/* By the first letter, for speed: every line is checked. */
static const char *const boilerplate[26][9] = {
    ['b' - 'a'] = { "back to top" },
    ['f' - 'a'] = { "filter by*" },
    ['l' - 'a'] = { "load more", "log in" },
    ['n' - 'a'] = { "next" },
    ['p' - 'a'] = { "previous", "prev", "page #", "page # of #" },
    ['r' - 'a'] = { "read more" },
    ['s' - 'a'] = { "show more", "show all", "see more", "submitted by*", "sign in", "sign up",
                    "share", "sort by*" },
    ['u' - 'a'] = { "upvote*" },
    ['v' - 'a'] = { "view all", "view pdf" },
};
static const char *const other_boilerplate[] = {
    "# of #", "#", "# upvotes", "# comments", "# comment", "# authors", "\u00a9 *", NULL,
};

/* Below the masthead of huggingface.co/papers, /papers/trending and the search, October 2026. */
static const char *const tabs[] = {
    "daily", "weekly", "monthly", "week #", NULL,
};
/* The head and the foot of every page of huggingface.co, and what stands between the papers,
 * October 2026. */
static const char *const head_and_foot[] = {
    "hugging face's logo",
    "hugging face",
    "models",
    "datasets",
    "spaces",
    "buckets",
    "docs",
    "enterprise",
    "pricing",
    "log in",
    "sign up",
    "search models, datasets, users...",
    "system theme",
    "company",
    "tos",
    "privacy",
    "about",
    "careers",
    "website",
    "tos privacy about careers website",
    "models datasets spaces pricing docs",
    "previous",
    "next",
    "arxiv page",
    "project page",
    "# comments",
    "# comment",
    "copy markdown",
    "load more",
    "community",
    "papers",
    /* the menu of the head, which text extractions show */
    "tasks",
    "huggingchat",
    "collections",
    "languages",
    "organizations",
    "blog",
    "posts",
    "learn",
    "discord",
    "forum",
    "solutions",
    "team & enterprise",
    "team &amp; enterprise",
    "hugging face pro",
    NULL,
};

bool page_is_masthead(pc_str line)
{
    return pc_lines_match(line, masthead);
}

bool page_is_feed_furniture(pc_str line)
{
    size_t letter = (size_t)(line.p[0] | 0x20) - 'a';

    return pc_lines_match(line, letter < sizeof boilerplate / sizeof boilerplate[0]
                                    ? boilerplate[letter]
                                    : other_boilerplate);
}

bool page_is_furniture(pc_str line)
{
    return line.n <= 40 && (page_is_masthead(line) || pc_lines_match(line, tabs) ||
                            pc_lines_match(line, head_and_foot) || part_is_count_line(line));
}

void page_pass_furniture(struct trending *page, pc_source *src, pc_str line)
{
    pc_layout_known(&page->layout_seen, 1);
    pc_detail(src, line, "page-furniture", "boilerplate between the papers");
}

bool page_read(struct trending *page, pc_source *src, pc_str *line)
{
    enum { MOST = 1000 };
    pc_str printed;

    *line = page->link = pc_none();
    for (int i = 0; i < MOST; i++) {
        if (!pc_lines_read(src, &printed))
            return false;
        if (printed.n == 0)
            return true;
        *line = links_strip(printed, &page->link);
        if (line->n != 0)
            return true;
        page_pass_furniture(page, src, printed);
    }
    return true;
}

void page_pass_unfamiliar(struct trending *page, pc_source *src, pc_record *rec, pc_str line)
{
    page->has_passed = true;
    pc_layout_strange(&page->layout_seen, rec, line);
    pc_detail(src, line, "outside-record", "text outside any paper");
}

void page_pass_lost(struct trending *page, pc_source *src, pc_record *rec, pc_str line)
{
    page->has_passed = true;
    pc_layout_short_record(&page->layout_seen, rec, line);
    pc_detail(src, line, "outside-record", "a text without a title");
}

/* ---- dates ----------------------------------------------------------------------- */

static pc_date with_year(const struct trending *page, pc_date date)
{
    return page->as_of_date.day != 0 ? pc_date_complete(date, page->as_of_date) : date;
}

void page_add_date(const struct trending *page, pc_source *src, pc_record *rec, const char *key,
                   pc_str printed)
{
    char text[PC_DATE_SIZE];
    pc_date date;

    if (printed.n == 0)
        return;
    if (pc_date_read(printed, &date) && pc_date_valid(date)) {
        pc_add(rec, key, pc_date_format(with_year(page, date), text));
        return;
    }
    pc_warn(src, printed, "bad-date", "'%.*s' is not a valid date", PC_FMT(printed));
    pc_add(rec, "date_as_printed", printed);
}

/* Reads the day of the page, "Mar 11", with or without a weekday before it. */
static bool read_day(pc_str line, pc_date *date)
{
    static const char *const weekdays[] = {
        "monday, *",   "tuesday, *", "wednesday, *", "thursday, *", "friday, *",
        "saturday, *", "sunday, *",  "mon, *",       "tue, *",      "wed, *",
        "thu, *",      "fri, *",     "sat, *",       "sun, *",      NULL,
    };
    pc_str weekday, rest;

    if (pc_lines_match(line, weekdays) && pc_cut(line, ',', &weekday, &rest))
        line = rest;
    return pc_date_read(line, date) && date->day != 0;
}

/* ---- texts ----------------------------------------------------------------------- */

bool page_is_after_blank(pc_source *src, pc_str before, pc_str line)
{
    const char *end = before.p + before.n, *first;
    pc_str gap;

    if ((uintptr_t)line.p == (uintptr_t)end + 1) /* only a line end between them, as often */
        return false;
    gap = pc_span(src, before, line);
    if (gap.n < before.n + line.n)
        return false;
    gap = pc_sub(gap.p + before.n, gap.n - before.n - line.n);
    first = gap.n == 0 ? NULL : (const char *)memchr(gap.p, '\n', gap.n);
    return first != NULL && memchr(first + 1, '\n', (size_t)(gap.p + gap.n - first - 1)) != NULL;
}

static enum pc_lines_markup larger(enum pc_lines_markup a, enum pc_lines_markup b)
{
    return a > b ? a : b;
}

void page_add_texts(pc_record *rec, pc_str title, pc_str summary, pc_str abstract)
{
    static const char *const names[] = { "plain", "stripped", "tex" };
    enum pc_lines_markup markup = larger(pc_lines_markup(title), pc_lines_markup(abstract));

    if (summary.n != 0)
        markup = larger(markup, pc_lines_markup(summary));
    pc_add(rec, PC_MARKUP, pc_s(names[markup]));
    pc_add(rec, PC_SUMMARY, summary);
    pc_add(rec, PC_ABSTRACT, abstract);
}

/* ---- the head of a page ---------------------------------------------------------- */

/* "byAK and the research community": "by" glued to a capital; a colon would make it a title. */
static bool is_byline(pc_str line)
{
    return pc_starts(line, "by") && line.n > 2 && line.n < 100 &&
           ((line.p[2] >= 'A' && line.p[2] <= 'Z') || line.p[2] == ' ') &&
           memchr(line.p, ':', line.n) == NULL;
}

bool page_is_head_line(pc_str line)
{
    pc_date date;

    return page_is_masthead(line) || is_byline(line) || read_day(line, &date);
}

bool page_is_list_head_line(pc_str line)
{
    return page_is_head_line(line) || pc_lines_match(line, tabs);
}

static void take_day(struct trending *page, pc_source *src, pc_str line, pc_date date)
{
    page->dated = true;
    page->head_lines++;
    if (!pc_date_valid(date)) {
        pc_warn(src, line, "bad-date", "'%.*s' is not a valid date", PC_FMT(line));
        return;
    }
    pc_fact(src, PC_FACT_LISTED, pc_date_format(with_year(page, date), page->listed));
}

bool page_take_masthead(struct trending *page, pc_source *src, pc_str line)
{
    pc_date date;

    if (page_is_masthead(line)) {
        page->head_lines++;
        if (!page->in_masthead) {
            page->curated = false;
            page->dated = false;
            if (!page->fresh)
                page_begin(page, src);
            page->fresh = false;
        }
        page->in_masthead = true;
        return true;
    }
    if (!page->in_masthead)
        return false;
    if (!page->curated && is_byline(line)) {
        page->curated = true;
        page->head_lines++;
        pc_fact(src, PC_FACT_CURATED_BY, pc_lines_trim(pc_drop(line, 2)));
        return true;
    }
    if (pc_lines_match(line, tabs))
        return true;
    if (page->dated || !read_day(line, &date))
        return false;
    take_day(page, src, line, date);
    return true;
}

void page_begin(struct trending *page, pc_source *src)
{
    enum { AHEAD = 8192 };

    bool decided;
    pc_str read;

    /* What the host has read is enough, as a rule: looking further would let an error that lies there
     * spoil the papers before it. */
    pc_ahead(src, 0, &read);
    page->layout = layout_of(read, &decided);
    if (!decided)
        page->layout = layout_of(page_ahead(src, AHEAD), NULL);
    page->begun = true;
    page->has_last = false;
    page->in_tail = false;
    if (page->layout != LAYOUT_FEED)
        page->listed[0] = '\0';
}

void page_begin_list(struct trending *page, enum layout layout)
{
    page->layout = layout;
    page->has_last = false;
    page->in_tail = false;
    page->listed[0] = '\0';
}

pc_str page_ahead(pc_source *src, size_t min)
{
    pc_str ahead;

    pc_ahead(src, min, &ahead);
    ahead.n = ahead.n < min ? ahead.n : min;
    return ahead;
}

bool page_text_follows(pc_source *src)
{
    enum { AHEAD = 1024 };
    pc_str ahead = page_ahead(src, AHEAD), line = links_take_text(&ahead);

    return layout_is_text(line);
}
