/* trending.c - input plugin: a day's feed of trending papers, titles and abstracts. */
#include "page_text.h"
#include "paperconv/dates.h"
#include "paperconv/lines.h"
#include "paperconv/plugin.h"
#include "paragraph.h"

/* Boilerplate of the page.  The masthead is at its top; the other lines may be anywhere. */
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

struct trending {
    bool in_masthead;          /* no title since the first lines of the page */
    bool curated, dated;       /* the byline and the day were read */
    bool title_next;           /* the next line was read before and is a title */
    char listed[PC_DATE_SIZE]; /* the day of the last page that has one */
};

/* Reads the day of the feed, "Mar 11", with or without a weekday before it. */
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

/* "byAK and the research community": "by" glued to a capital; a colon would make it a title. */
static bool is_byline(pc_str line)
{
    return pc_starts(line, "by") && line.n > 2 && line.n < 100 &&
           ((line.p[2] >= 'A' && line.p[2] <= 'Z') || line.p[2] == ' ') &&
           memchr(line.p, ':', line.n) == NULL;
}

/* Reads LINE and returns true when it is one of the first lines of a page. */
static bool take_masthead(struct trending *feed, pc_source *src, pc_str line)
{
    pc_date date;

    if (pc_lines_match(line, masthead)) {
        if (!feed->in_masthead) {
            feed->curated = false;
            feed->dated = false;
        }
        feed->in_masthead = true;
        return true;
    }
    if (!feed->in_masthead)
        return false;
    if (!feed->curated && is_byline(line)) {
        feed->curated = true;
        pc_fact(src, PC_FACT_CURATED_BY, pc_lines_trim(pc_drop(line, 2)));
        return true;
    }
    if (feed->dated || !read_day(line, &date))
        return false;
    feed->dated = true;
    if (!pc_date_valid(date)) {
        pc_warn(src, line, "bad-date", "'%.*s' is not a valid date", PC_FMT(line));
        return true;
    }
    pc_fact(src, PC_FACT_LISTED, pc_date_format(date, feed->listed));
    return true;
}

static bool is_boilerplate(pc_str line)
{
    size_t letter = (size_t)(line.p[0] | 0x20) - 'a';

    return pc_lines_match(line, letter < sizeof boilerplate / sizeof boilerplate[0]
                                    ? boilerplate[letter]
                                    : other_boilerplate);
}

static bool take_boilerplate(struct trending *feed, pc_source *src, pc_str line)
{
    enum { LONGEST = 200 }; /* with the name of the submitter */

    if (line.n > LONGEST || (!take_masthead(feed, src, line) && !is_boilerplate(line)))
        return false;
    pc_detail(src, line, "page-furniture", "boilerplate between the papers");
    return true;
}

/* True when LINE, which follows a title or a paragraph of an abstract, is the next title.  The
 * lines after it decide doubtful cases. */
static bool is_next_title(pc_source *src, pc_str line, bool in_abstract)
{
    enum { AHEAD = 4096 };
    int lean = paragraph_lean(line);
    pc_str ahead;

    if (lean >= PARAGRAPH_STRONG || (!in_abstract && lean >= 0))
        return false;
    if (in_abstract && lean < 0)
        return true;
    pc_ahead(src, AHEAD, &ahead);
    ahead.n = ahead.n < AHEAD ? ahead.n : AHEAD;
    return in_abstract ? paragraph_abstract_follows(ahead) : paragraph_is_next_title(line, ahead);
}

/* Reads the abstract that follows a title, up to the next title. */
static pc_str read_abstract(struct trending *feed, pc_source *src)
{
    pc_str line, first = pc_none(), last = pc_none();

    while (pc_lines_read(src, &line) && line.n != 0) {
        if (take_boilerplate(feed, src, line)) {
            if (first.n != 0)
                break;
            continue;
        }
        if (is_next_title(src, line, first.n != 0)) {
            pc_unline(src);
            feed->title_next = true;
            break;
        }
        if (first.n == 0)
            first = line;
        last = line;
    }
    return first.p == last.p ? first : pc_lines_paragraphs(src, pc_span(src, first, last));
}

static const char *markup_of(pc_str title, pc_str abstract)
{
    static const char *const names[] = { "plain", "stripped", "tex" };
    enum pc_lines_markup a = pc_lines_markup(title), b = pc_lines_markup(abstract);

    return names[a > b ? a : b];
}

static int trending_next(void *state, pc_source *src, pc_record *rec)
{
    struct trending *feed = (struct trending *)state;
    pc_str title, abstract;

    if (!pc_lines_read(src, &title))
        return PC_END;
    if (!feed->title_next && (title.n == 0 || take_boilerplate(feed, src, title)))
        return PC_SKIP;
    if (!feed->title_next && paragraph_lean(title) >= PARAGRAPH_STRONG) {
        pc_detail(src, title, "outside-record", "a paragraph without a title");
        return PC_SKIP;
    }
    feed->title_next = false;
    pc_start(rec, title);
    pc_add(rec, PC_TITLE, title);
    pc_add(rec, PC_LISTED, pc_s(feed->listed));
    feed->in_masthead = false;
    abstract = read_abstract(feed, src);
    pc_add(rec, PC_MARKUP, pc_s(markup_of(title, abstract)));
    pc_add(rec, PC_ABSTRACT, abstract);
    return PC_OK;
}

/* The masthead is certain.  Without it, for a page copied from the middle: at least two titles,
 * each with its abstract, and no other lines. */
static int trending_sniff(pc_str head, pc_str name, const char **why)
{
    int signs = 0, pairs = 0;
    bool alternate = true, after_title = false;
    pc_date date;
    pc_str line;

    (void)name;
    while (pc_lines_take(&head, &line)) {
        line = pc_lines_trim(line);
        if (line.n == 0)
            continue;
        if (pairs == 0 && !after_title &&
            (pc_lines_match(line, masthead) || is_byline(line) || read_day(line, &date))) {
            signs++;
            continue;
        }
        alternate = alternate && after_title == (paragraph_lean(line) >= PARAGRAPH_STRONG);
        pairs += after_title;
        after_title = !after_title;
    }
    if (signs >= 3) {
        *why = "the first lines of a trending page";
        return 95;
    }
    if (alternate && pairs >= 2) {
        *why = "titles and abstracts take turns";
        return 30;
    }
    *why = "no first lines of a trending page, no titles and abstracts that take turns";
    return 0;
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(trending, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "A day's feed of trending papers: titles and abstracts", .extensions = "txt",
         .texts = texts, .state_size = sizeof(struct trending), .sniff = trending_sniff,
         .next = trending_next);
PC_MODULE(&trending);
