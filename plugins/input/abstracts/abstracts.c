/* abstracts.c - input plugin: a list of abstracts, each after the word "Abstract:". */
#include "page_text.h"
#include "paperconv/identifiers.h"
#include "paperconv/layout.h"
#include "paperconv/lines.h"
#include "paperconv/plugin.h"

/* What arXiv's pages print below an abstract, as of October 2026. */
static const char *const boilerplate[] = {
    "comments:*",
    "subjects:*",
    "cite as:*",
    "journal reference:*",
    "journal ref:*",
    "related doi:*",
    "doi:*",
    "report number:*",
    "msc classes:*",
    "msc class:*",
    "acm classes:*",
    "acm class:*",
    "submitted # *",
    "\u25b3 less",
    "\u25bd more",
    "---*",
    "[view pdf]*",
    "view pdf*",
    NULL,
};
/* With these another paper begins, or another part of the document. */
static const char *const next_paper[] = { "title:*", "authors:*", "author:*", "categories:*",
                                          NULL };

struct abstracts {
    pc_layout layout;
};

/* True for "arXiv:2401.01234 [pdf]", with or without a number in front, and "[1] 2401.01234". */
static bool is_id_line(pc_str line)
{
    pc_arxiv_id id;
    size_t n = 0;
    bool numbered;

    while (n < line.n && strchr("[]0123456789", line.p[n]) != NULL)
        n++;
    numbered = n != 0 && n < line.n && (line.p[n - 1] == ']' || line.p[n] == '.');
    if (numbered)
        line = pc_lines_trim(pc_drop(line, n + (line.p[n] == '.')));
    for (n = 0; n < line.n && pc_lines_blank_front(pc_drop(line, n)) == 0; n++)
        ;
    return (pc_starts(line, "arXiv:") || numbered) && pc_arxiv_id_read(pc_sub(line.p, n), &id) == 0;
}

/* True for "### Title", a heading in Markdown. */
static bool is_heading(pc_str line)
{
    size_t n = 0;

    while (n < line.n && line.p[n] == '#')
        n++;
    return n > 0 && n <= 6 && n < line.n && line.p[n] == ' ';
}

/* True for what a page prints around the title and the authors of a paper. */
static bool begins_paper(pc_str line)
{
    return pc_lines_match(line, next_paper) || is_id_line(line);
}

/* True when LINE, behind an abstract, does not belong to it. */
static bool ends_abstract(pc_str line)
{
    return pc_lines_match(line, boilerplate) || begins_paper(line) || is_heading(line);
}

/* Cuts "Abstract:" off the front of LINE; IEEE prints a dash in place of the colon. */
static bool cut_prefix(pc_str line, pc_str *text)
{
    static const char *const word[] = { "abstract*", NULL };
    static const char *const marks[] = { ":", "\u2014", "\u2013" };

    if (!pc_lines_match(line, word))
        return false;
    line = pc_lines_trim(pc_drop(line, strlen("abstract")));
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (pc_starts(line, marks[i])) {
            *text = pc_lines_trim(pc_drop(line, strlen(marks[i])));
            return true;
        }
    }
    return false;
}

/* Ids, titles and authors make a page that other plugins read in full. */
static int abstracts_sniff(pc_str head, pc_str name, const char **why)
{
    pc_str line, text;
    bool first = true, leads = false;
    int found = 0, papers = 0;

    (void)name;
    while (pc_lines_take(&head, &line)) {
        line = pc_lines_trim(line);
        if (line.n == 0)
            continue;
        if (cut_prefix(line, &text)) {
            found++;
            leads = leads || first;
        }
        papers += begins_paper(line);
        first = false;
    }
    if (!leads && found < 2) {
        *why = "the first line does not begin with 'Abstract:'";
        return 0;
    }
    if (papers != 0) {
        *why = "lines begin with 'Abstract:', but there are ids, titles or authors, too";
        return 20;
    }
    *why =
        leads ? "the first line begins with 'Abstract:'" : "several lines begin with 'Abstract:'";
    return leads ? 90 : 60;
}

static void report_outside(struct abstracts *state, pc_source *src, pc_record *rec, pc_str line)
{
    if (pc_lines_match(line, boilerplate)) {
        pc_layout_known(&state->layout, 1);
        pc_detail(src, line, "page-furniture", "boilerplate around the abstract");
    } else {
        pc_layout_strange(&state->layout, rec, line);
        pc_detail(src, line, "outside-record", "text outside any abstract");
    }
}

/* Buttons of arXiv's search results, which end an abstract. */
static const char more[] = "\u25bd More", less[] = "\u25b3 Less";

static bool ends_with_button(pc_str line)
{
    return pc_ends(line, more) || pc_ends(line, less);
}

struct abstract {
    pc_str text; /* with the lines between FIRST and LAST */
    pc_str last;
    bool truncated; /* the page shows only its beginning */
    bool ended;
};

static void add_line(struct abstracts *state, struct abstract *abstract, pc_str line)
{
    pc_layout_known(&state->layout, 1);
    abstract->truncated = pc_ends(line, more);
    abstract->ended = ends_with_button(line);
    if (abstract->ended)
        line = pc_lines_trim(pc_sub(line.p, line.n - strlen(more))); /* both have that length */
    if (line.n == 0)
        return;
    if (abstract->text.n == 0)
        abstract->text = line;
    abstract->last = line;
}

/* Reads up to the line that begins the next abstract.  PREFIX is the text of the first line. */
static struct abstract read_abstract(struct abstracts *state, pc_source *src, pc_record *rec,
                                     pc_str prefix)
{
    struct abstract abstract = { .ended = false };
    pc_str line, ignored;

    add_line(state, &abstract, prefix);
    while (pc_line(src, &line)) {
        line = pc_lines_trim(line);
        if (line.n == 0)
            continue;
        if (cut_prefix(line, &ignored)) {
            pc_unline(src);
            break;
        }
        abstract.ended = abstract.ended || (ends_abstract(line) && !ends_with_button(line));
        if (abstract.ended)
            report_outside(state, src, rec, line);
        else
            add_line(state, &abstract, line);
    }
    if (abstract.text.n != 0)
        abstract.text = pc_lines_paragraphs(src, pc_span(src, abstract.text, abstract.last));
    return abstract;
}

static int abstracts_next(void *state, pc_source *src, pc_record *rec)
{
    struct abstracts *abstracts = (struct abstracts *)state;
    struct abstract abstract;
    pc_str line, prefix;

    if (!pc_lines_read(src, &line)) {
        pc_layout_end(&abstracts->layout, src);
        return PC_END;
    }
    if (!cut_prefix(line, &prefix)) {
        if (line.n != 0)
            report_outside(abstracts, src, rec, line);
        return PC_SKIP;
    }
    abstract = read_abstract(abstracts, src, rec, prefix);
    if (abstract.text.n == 0) {
        pc_detail(src, line, "empty-abstract", "no text follows 'Abstract:'; no record is made");
        return PC_SKIP;
    }
    pc_start(rec, line);
    pc_add(rec, PC_MARKUP, pc_s(pc_lines_has_tex(abstract.text) ? "tex" : "plain"));
    pc_add(rec, PC_ABSTRACT, abstract.text);
    if (abstract.truncated)
        pc_add(rec, PC_ABSTRACT_TRUNCATED, pc_s("true"));
    return PC_OK;
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(abstracts, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "Abstracts copied from arXiv pages, one after the other", .extensions = "txt",
         .texts = texts, .state_size = sizeof(struct abstracts), .sniff = abstracts_sniff,
         .next = abstracts_next);
PC_MODULE(&abstracts);
