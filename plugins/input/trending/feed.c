/* feed.c - the feed: titles and abstracts, nothing else. */
#include "page.h"
#include "paperconv/lines.h"
#include "paragraph.h"

static bool take_boilerplate(struct trending *page, pc_source *src, pc_str line)
{
    enum { LONGEST = 200 }; /* with the name of the submitter */

    if (line.n > LONGEST || (!page_take_masthead(page, src, line) && !page_is_feed_furniture(line)))
        return false;
    page_pass_furniture(page, src, line);
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
    ahead = page_ahead(src, AHEAD);
    return in_abstract ? paragraph_abstract_follows(ahead) : paragraph_is_next_title(line, ahead);
}

/* Reads the abstract that follows a title, up to the next title. */
static pc_str read_abstract(struct trending *page, pc_source *src)
{
    pc_str line, first = pc_none(), last = pc_none();

    while (pc_lines_read(src, &line) && line.n != 0) {
        if (take_boilerplate(page, src, line)) {
            if (first.n != 0 || page->layout != LAYOUT_FEED)
                break;
            continue;
        }
        if (is_next_title(src, line, first.n != 0)) {
            pc_unline(src);
            page->title_next = true;
            break;
        }
        if (first.n == 0)
            first = line;
        last = line;
    }
    return first.p == last.p ? first : pc_lines_paragraphs(src, pc_span(src, first, last));
}

int feed_next(struct trending *page, pc_source *src, pc_record *rec)
{
    pc_str title, abstract;

    if (!pc_lines_read(src, &title))
        return PC_END;
    if (!page->title_next && (title.n == 0 || take_boilerplate(page, src, title)))
        return PC_SKIP;
    if (!page->title_next && paragraph_lean(title) >= PARAGRAPH_STRONG) {
        pc_layout_strange(&page->layout_seen, rec, title);
        pc_detail(src, title, "outside-record", "a paragraph without a title");
        return PC_SKIP;
    }
    page->title_next = false;
    pc_start(rec, title);
    pc_add(rec, PC_TITLE, title);
    pc_add(rec, PC_LISTED, pc_s(page->listed));
    page_leave_masthead(page);
    abstract = read_abstract(page, src);
    if (!page->is_feed && page->head_lines < FEED_HEAD_LINES) {
        page_pass_unfamiliar(page, src, rec, title);
        return PC_SKIP;
    }
    page_add_texts(rec, title, pc_none(), abstract);
    pc_layout_known(&page->layout_seen, 2);
    if (abstract.n == 0 && pc_layout_is_short(title, abstract)) {
        pc_layout_short_record(&page->layout_seen, rec, title);
        pc_start(rec, title);
    }
    return PC_OK;
}

/* What the lines of a text look like. */
struct lines_seen {
    int head_lines; /* before the first title */
    int titles_and_abstracts, lines;
    int turns; /* titles with an abstract; -1: there are other lines as well */
};

static struct lines_seen look_at(pc_str head)
{
    struct lines_seen seen = { 0, 0, 0, 0 };
    bool alternate = true, after_title = false, title_before = false;
    pc_str line;

    while (pc_lines_take(&head, &line)) {
        bool is_abstract;

        line = pc_lines_trim(line);
        if (line.n == 0)
            continue;
        if (seen.turns == 0 && !after_title && page_is_head_line(line)) {
            seen.head_lines++;
            continue;
        }
        is_abstract = paragraph_lean(line) >= PARAGRAPH_STRONG;
        seen.lines++;
        seen.titles_and_abstracts += !is_abstract ? 0 : title_before ? 2 : 1;
        title_before = !is_abstract;
        alternate = alternate && after_title == is_abstract;
        seen.turns += after_title;
        after_title = !after_title;
    }
    seen.turns = alternate ? seen.turns : -1;
    return seen;
}

bool feed_is_likely(pc_str head)
{
    struct lines_seen seen = look_at(head);

    return seen.head_lines >= FEED_HEAD_LINES || seen.lines < 2 ||
           seen.titles_and_abstracts * 3 >= seen.lines;
}

int feed_sniff(pc_str head, const char **why)
{
    struct lines_seen seen = look_at(head);

    if (seen.head_lines >= FEED_HEAD_LINES) {
        *why = "the first lines of a trending page";
        return 95;
    }
    if (seen.turns >= 2) {
        *why = "titles and abstracts take turns";
        return 30;
    }
    *why = "no first lines of a trending page, no titles and abstracts that take turns";
    return 0;
}
