/* rss_entry.c - reads a paper of a feed: labels, the announcement, the abstract. */
#include "paperconv/lines.h"
#include "rss_lines.h"

/* How the paper is printed. */
enum rss_kind { RSS_DIGEST, RSS_READER, RSS_OLD };

struct rss_entry {
    enum rss_kind kind;
    struct arxiv_paper paper;
    pc_str score, categories;
    pc_str date_text; /* a day that is not in the calendar */
    size_t margin;    /* the indent of lines that have none of their own */
};

static void set_text(struct arxiv_text *text, pc_str line)
{
    text->first = text->last = line;
}

static void take_announcement(struct rss_entry *entry, const struct rss_announcement *read)
{
    entry->paper.id = read->id;
    entry->paper.version = read->version;
    entry->paper.announcement = read->type;
    set_text(&entry->paper.abstract, read->abstract);
}

static void take_published(struct rss_entry *entry, pc_source *src, pc_str value)
{
    pc_date *day = &entry->paper.date;

    if ((pc_date_parse(value, day) || rss_read_day(value, day) || pc_date_read(value, day)) &&
        pc_date_valid(*day))
        return;
    pc_warn(src, value, "bad-date", "'%.*s' is not a valid date", PC_FMT(value));
    memset(day, 0, sizeof *day);
    entry->date_text = value;
}

/* Sets *TEXT to VALUE unless it is set. */
static bool set_once(pc_str *text, pc_str value)
{
    if (text->n != 0)
        return false;
    *text = value;
    return true;
}

/* Takes a line with a label; false when it has none, or one that was there before. */
static bool take_labelled(struct rss_entry *entry, pc_source *src, pc_str line)
{
    pc_str value;

    switch (rss_read_label(line, &value)) {
    case RSS_AUTHORS:
        if (entry->paper.authors.first.n != 0)
            return false;
        set_text(&entry->paper.authors, value);
        return true;
    case RSS_CATEGORY:
        return set_once(&entry->categories, value);
    case RSS_PUBLISHED:
        take_published(entry, src, value);
        return true;
    case RSS_SCORE:
        return set_once(&entry->score, value);
    case RSS_LINK:
        return true; /* to the paper, whose id the announcement has */
    case RSS_ABSTRACT:
        set_text(&entry->paper.abstract, value);
        return true;
    case RSS_LABELS:
        break;
    }
    return false;
}

/* Reads the line that opens the paper. */
static void take_rss_title(struct rss_entry *entry, pc_source *src, pc_str line)
{
    struct arxiv_paper *paper = &entry->paper;
    struct rss_announcement announcement;
    struct rss_old_title old;
    pc_str title = line;

    if (rss_read_announcement(line, &announcement)) {
        entry->kind = RSS_READER;
        take_announcement(entry, &announcement);
        return;
    }
    if (rss_read_old_title(line, &old)) {
        entry->kind = RSS_OLD;
        title = old.title;
        paper->id = old.id;
        paper->version = old.version;
        paper->announcement = old.type;
        entry->categories = old.category;
    } else if (!rss_read_heading(line, &title, &paper->id, &paper->version) &&
               !rss_read_numbered(line, &title)) {
        if (!rss_day_follows(src) && take_labelled(entry, src, line))
            return; /* the copy begins below the title */
        entry->kind = RSS_READER;
        while (arxiv_cut(&title, "#")) /* a heading of Markdown */
            entry->kind = RSS_DIGEST;
    }
    set_text(&paper->title, pc_lines_trim(title));
}

/* True when LINE is short pieces between commas, as names are. */
static bool looks_like_names(pc_str line)
{
    enum { LONGEST = 80 };
    pc_str name, rest = line;

    for (bool more = true; more;) {
        more = pc_cut(rest, ',', &name, &rest);
        if (name.n > LONGEST)
            return false;
    }
    return !pc_ends(line, ".") || pc_ends(line, " al.") || pc_ends(line, " Jr.");
}

/* Takes a line that has no label: readers have none. */
static bool take_unlabelled(struct rss_entry *entry, pc_source *src, pc_str line)
{
    struct arxiv_paper *paper = &entry->paper;
    pc_date day;

    if (entry->kind == RSS_DIGEST)
        return false;
    if (paper->date.day == 0 && entry->date_text.n == 0 && rss_read_day(line, &day)) {
        take_published(entry, src, line);
        return true;
    }
    if (paper->authors.first.n == 0 &&
        (entry->kind == RSS_OLD ? looks_like_names(line) : !rss_is_markdown(line))) {
        set_text(&paper->authors, line);
        return true;
    }
    if (entry->kind != RSS_OLD)
        return false;
    set_text(&paper->abstract, line);
    return true;
}

/* True when LINE, right below the abstract, goes on with it: feeds indent paragraphs, or the
 * sentence before has no end. */
static bool goes_on(const struct rss_entry *entry, const struct arxiv_page *page, pc_source *src,
                    pc_str line, size_t indent)
{
    pc_str last = entry->paper.abstract.last;

    return indent > entry->margin ||
           (strchr(".!?)\"", last.p[last.n - 1]) == NULL && !rss_opens(page, src, line));
}

/* Takes LINE; false when the paper ends before it. */
static bool take_rss_line(struct rss_entry *entry, const struct arxiv_page *page, pc_source *src,
                          pc_str line, size_t indent)
{
    struct rss_announcement announcement;
    bool announced = entry->paper.announcement != ARXIV_UNSAID;

    if (entry->paper.abstract.first.n != 0) {
        if (!goes_on(entry, page, src, line, indent))
            return false;
        arxiv_text_add(&entry->paper.abstract, line);
        return true;
    }
    entry->margin = indent;
    if (!announced && rss_read_announcement(line, &announcement)) {
        take_announcement(entry, &announcement);
        return true;
    }
    if (take_labelled(entry, src, line))
        return true;
    /* Every line before the announcement looks like a title, because it follows. */
    if (announced ? rss_opens(page, src, line) : rss_opens_surely(src, line))
        return false;
    if (!take_unlabelled(entry, src, line))
        arxiv_unplaced(src, line);
    return true;
}

/* Joins the lines of the abstract; an indent begins a paragraph. */
static pc_str join_rss_abstract(pc_source *src, const struct arxiv_text *text, size_t margin)
{
    pc_str all, raw, line;
    char *copy;
    size_t n = 0;

    if (text->first.p == text->last.p)
        return text->first;
    all = pc_span(src, text->first, text->last);
    copy = (char *)pc_scratch(src, 2 * all.n);
    while (pc_lines_take(&all, &raw)) {
        line = pc_lines_trim(raw);
        if (n != 0 && (size_t)(line.p - raw.p) > margin) {
            memcpy(copy + n, "\n\n", 2);
            n += 2;
        } else if (n != 0) {
            copy[n++] = ' ';
        }
        memcpy(copy + n, line.p, line.n);
        n += line.n;
    }
    return pc_sub(copy, n);
}

/* True when the page has cut TEXT: digests put dots behind 300 characters. */
static bool is_cut(pc_str text)
{
    enum { LENGTH = 300 };

    return pc_ends(text, "\u2026") || (pc_ends(text, "...") && pc_lines_width(text) >= LENGTH + 3);
}

/* "cs.AI" or "cs.AI, cs.LG": the first is the primary one. */
static void add_rss_categories(pc_record *rec, pc_str list)
{
    const char *key = PC_ARXIV_CATEGORY;
    pc_str category;

    for (bool more = true; more; key = PC_CROSS_CATEGORY) {
        more = pc_cut(list, ',', &category, &list);
        pc_add(rec, key, category);
    }
}

/* True when the paper ends before LINE, because it is of another page. */
static bool is_other_page(const struct arxiv_page *page, pc_source *src, pc_str line)
{
    enum { LONGEST = 200 };
    pc_str value;

    if (line.n > LONGEST || rss_read_label(line, &value) != RSS_LABELS)
        return false;
    return rss_begins_page(line) || arxiv_interrupts(page, src, line, &arxiv_rss);
}

int rss_read(struct arxiv_page *page, pc_source *src, pc_record *rec, pc_str line)
{
    struct rss_entry entry;
    pc_str next, abstract;
    size_t indent;

    memset(&entry, 0, sizeof entry);
    if (page->layout != &arxiv_rss)
        page->listed[0] = '\0'; /* of another page: feeds have a day for each paper */
    page->rss_tail = false;
    entry.paper.start = line;
    take_rss_title(&entry, src, line);
    while (arxiv_line(src, &next, &indent)) {
        if (next.n == 0 && entry.paper.abstract.first.n == 0)
            continue;
        if (next.n == 0 || pc_eq(next, "---"))
            break;
        if (is_other_page(page, src, next) || !take_rss_line(&entry, page, src, next, indent)) {
            pc_unline(src);
            break;
        }
    }
    abstract = join_rss_abstract(src, &entry.paper.abstract, entry.margin);
    set_text(&entry.paper.abstract, abstract);
    entry.paper.abstract_cut = is_cut(abstract);
    arxiv_add_paper(page, src, rec, &entry.paper);
    add_rss_categories(rec, entry.categories);
    pc_add(rec, PC_SCORE, entry.score);
    if (entry.paper.date.year == 0)
        pc_add(rec, PC_DATE_TEXT, entry.date_text);
    return PC_OK;
}
