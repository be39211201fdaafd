/* abstracts.c - input plugin: a list of abstracts, each after the word "Abstract:". */
#include "page_text.h"
#include "paperconv/lines.h"
#include "paperconv/plugin.h"

/* Lines below the abstract on an arXiv page. */
static const char *const boilerplate[] = {
    "comments:*", "subjects:*",      "cite as:*",     "journal reference:*", "related doi:*",
    "doi:*",      "report number:*", "msc classes:*", "acm classes:*",       NULL,
};

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

static int abstracts_sniff(pc_str head, pc_str name, const char **why)
{
    pc_str line, text;
    bool first = true;
    int found = 0;

    (void)name;
    while (pc_lines_take(&head, &line)) {
        line = pc_lines_trim(line);
        if (line.n == 0)
            continue;
        if (cut_prefix(line, &text)) {
            found++;
            if (first) {
                *why = "the first line begins with 'Abstract:'";
                return 90;
            }
        }
        first = false;
    }
    if (found < 2) {
        *why = "the first line does not begin with 'Abstract:'";
        return 0;
    }
    *why = "several lines begin with 'Abstract:'";
    return 60;
}

static void report_outside(pc_source *src, pc_str line)
{
    if (pc_lines_match(line, boilerplate))
        pc_detail(src, line, "page-furniture", "boilerplate around the abstract");
    else
        pc_detail(src, line, "outside-record", "text outside any abstract");
}

/* Reads up to the line that begins the next abstract.  TEXT is the text after the prefix, and is
 * extended to the last line of the abstract. */
static void read_abstract(pc_source *src, pc_str *text)
{
    pc_str line, ignored, last = *text;
    bool ended = false;

    while (pc_line(src, &line)) {
        line = pc_lines_trim(line);
        if (line.n == 0)
            continue;
        if (cut_prefix(line, &ignored)) {
            pc_unline(src);
            break;
        }
        ended = ended || pc_lines_match(line, boilerplate);
        if (ended) {
            report_outside(src, line);
            continue;
        }
        if (text->n == 0)
            *text = line;
        last = line;
    }
    if (text->n != 0)
        *text = pc_lines_paragraphs(src, pc_span(src, *text, last));
}

static int abstracts_next(void *state, pc_source *src, pc_record *rec)
{
    pc_str line, text;

    (void)state;
    if (!pc_lines_read(src, &line))
        return PC_END;
    if (!cut_prefix(line, &text)) {
        if (line.n != 0)
            report_outside(src, line);
        return PC_SKIP;
    }
    read_abstract(src, &text);
    if (text.n == 0) {
        pc_detail(src, line, "empty-abstract", "no text follows 'Abstract:'; no record is made");
        return PC_SKIP;
    }
    pc_start(rec, line);
    pc_add(rec, PC_MARKUP, pc_s(pc_lines_has_tex(text) ? "tex" : "plain"));
    pc_add(rec, PC_ABSTRACT, text);
    return PC_OK;
}

static const char *const texts[] = { "page", page_text, NULL };

PC_INPUT(abstracts, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "Abstracts copied from arXiv pages, one after the other", .extensions = "txt",
         .texts = texts, .sniff = abstracts_sniff, .next = abstracts_next);
PC_MODULE(&abstracts);
