/* abs.c - layout: abstract pages of arXiv, one or more after the other. */
#include <stddef.h>

#include "arxiv.h"
#include "paperconv/lines.h"

/* "Computer Science > Machine Learning", or the name of an archive without categories. */
static bool is_subject(pc_str line)
{
    enum { LONGEST = 120 };
    const char *mark;
    size_t n;

    if (line.n >= LONGEST)
        return false;
    mark = memchr(line.p, '>', line.n);
    if (mark == NULL)
        return arxiv_is_archive(line);
    n = (size_t)(mark - line.p);
    return n + 2 < line.n && pc_lines_blank_end(pc_sub(line.p, n)) != 0 &&
           pc_lines_blank_front(pc_drop(line, n + 1)) != 0 &&
           arxiv_is_archive(pc_lines_trim(pc_sub(line.p, n)));
}

/* Banners between the subject and the date: withdrawn papers, COVID-19. */
static bool is_banner(pc_str line)
{
    static const char *const banners[] = {
        "covid-19 e-print",
        "important: e-prints posted on arxiv *",
        "this paper has been withdrawn by *",
        "this version has been withdrawn by *",
        "full-text links:",
        "download:",
        "a newer version of this paper *",
        NULL,
    };

    return pc_lines_match(line, banners);
}

/* True when what stands below a subject is the head of a page.  The subject may be any line of a
 * wrapped text: "Astrophysics". */
static bool head_follows(pc_source *src)
{
    enum { AHEAD = 512 };
    pc_str ahead, line;

    pc_ahead(src, AHEAD, &ahead);
    line = pc_lines_take_text(&ahead);
    return arxiv_front(line, "[Submitted on ") != 0 || pc_starts(line, "arXiv:") || is_banner(line);
}

static bool abs_begins(const struct arxiv_page *page, pc_source *src, pc_str line)
{
    if (*line.p == '[')
        return arxiv_front(line, "[Submitted on ") != 0;
    return *line.p >= 'A' && *line.p <= 'Z' && arxiv_may_be_known(page, line) && is_subject(line) &&
           head_follows(src);
}

/* ---- one page ---------------------------------------------------------------------- */

enum part { TITLE, AUTHORS, LINKS, ABSTRACT, TABLE };

struct abs {
    struct arxiv_paper paper;
    struct arxiv_text *field; /* of the table: lines below its label belong to it */
    struct arxiv_text links;
    enum part part;
    size_t indent; /* of the abstract */
    pc_str last;   /* the line before */
    struct arxiv_text
        *text;      /* the line before belongs to it, and goes on below if it was wrapped */
    bool own_lines; /* labels stand on lines of their own */
    bool blank, blank_before_abstract;
};

/* "[Submitted on 3 Jan 2024 (v1), last revised 9 Feb 2024 (this version, v2)]" */
static void take_dates(struct arxiv_paper *paper, pc_str line)
{
    static const char *const marks[] = { ", last revised ", ", revised " };
    pc_date date;

    if (!arxiv_cut(&line, "[Submitted on ") || !arxiv_cut_date(&line, &date))
        return;
    paper->date = date;
    for (size_t i = 0; i < line.n; i++) {
        pc_str rest = pc_drop(line, i);

        if (*rest.p != ',' && *rest.p != '(')
            continue;
        if (*rest.p == ',' && (arxiv_cut(&rest, marks[0]) || arxiv_cut(&rest, marks[1])) &&
            arxiv_cut_date(&rest, &date))
            paper->updated = date;
        else if (arxiv_cut(&rest, "(this version, v"))
            paper->version = arxiv_cut_number(&rest);
        else if (arxiv_front(rest, "(this version)") != 0)
            paper->version = pc_s("1");
    }
}

/* The dates from LINE on; wrapped, they end on the next line. */
static pc_str whole_dates(pc_source *src, pc_str line)
{
    struct arxiv_text dates = { line, line };
    pc_str next;

    if (pc_ends(line, "]") || !arxiv_line(src, &next, NULL))
        return line;
    if (!pc_ends(next, "]")) {
        pc_unline(src);
        return line;
    }
    arxiv_text_add(&dates, next);
    return arxiv_text_join(src, &dates);
}

/* Reads "arXiv:2401.01234 (cs)", as an extraction has it above the date. */
static bool read_head_id(struct arxiv_paper *paper, pc_str line)
{
    if (!pc_starts(line, "arXiv:") || !arxiv_cut_id(&line, &paper->id, &paper->version))
        return false;
    line = pc_lines_trim(line);
    return line.n == 0 || *line.p == '(';
}

/* Reads the lines before the date; false when they are not those of a page. */
static bool read_head(pc_source *src, struct arxiv_paper *paper, pc_str line)
{
    while (arxiv_front(line, "[Submitted on ") == 0) {
        do {
            if (!arxiv_line(src, &line, NULL))
                return false;
        } while (line.n == 0);
        if (arxiv_front(line, "[Submitted on ") != 0 || is_banner(line))
            continue;
        if (read_head_id(paper, line))
            continue;
        if (paper->id.n == 0 || !pc_starts(line, "(") || !pc_ends(line, ")")) {
            pc_unline(src);
            return false;
        }
    }
    take_dates(paper, whole_dates(src, line));
    return true;
}

static const struct {
    const char *label; /* without the colon */
    size_t field;
} labels[] = {
    { "Comments", offsetof(struct arxiv_paper, comments) },
    { "Subjects", offsetof(struct arxiv_paper, subjects) },
    { "MSC classes", offsetof(struct arxiv_paper, msc) },
    { "MSC-class", offsetof(struct arxiv_paper, msc) },
    { "ACM classes", offsetof(struct arxiv_paper, acm) },
    { "ACM-class", offsetof(struct arxiv_paper, acm) },
    { "Report number", offsetof(struct arxiv_paper, report_number) },
    { "Journal reference", offsetof(struct arxiv_paper, journal_ref) },
    { "Journal-ref", offsetof(struct arxiv_paper, journal_ref) },
    { "Related DOI", offsetof(struct arxiv_paper, doi) },
    { "DOI", offsetof(struct arxiv_paper, doi) },
    { "Cite as", 0 },
};

/* True when VALUE, behind a label and a colon, shows that the line is a row of the table: a
 * browser puts a tabulator there, which may have become blanks. */
static bool is_cell(pc_str value)
{
    return pc_starts(value, "\t") || pc_starts(value, " \t") || pc_starts(value, "  ") ||
           pc_starts(value, "\u00a0");
}

/* True when "Subjects:" follows LINE, behind what goes on with it when it was wrapped. */
static bool subjects_follow(const struct arxiv_page *page, pc_source *src, pc_str line)
{
    enum { AHEAD = 1024 };
    pc_str ahead, next;

    pc_ahead(src, AHEAD, &ahead);
    next = pc_lines_take_text(&ahead);
    while (next.n != 0 && !pc_starts(next, "Subjects:") && !arxiv_ends(page, line, next, 0)) {
        line = next;
        next = pc_lines_take_text(&ahead);
    }
    return pc_starts(next, "Subjects:");
}

/* True when LINE, in which one blank stands between LABEL and VALUE, is a row nevertheless. */
static bool is_plain_row(const struct abs *abs, const struct arxiv_page *page, pc_source *src,
                         const char *label, pc_str line, pc_str value)
{
    if (abs->part == TABLE || strcmp(label, "Cite as") == 0)
        return true;
    if (strcmp(label, "Subjects") == 0)
        return pc_ends(value, ")") || (page->width <= ARXIV_WRAPPED && pc_ends(value, ");"));
    return strcmp(label, "Comments") == 0 && subjects_follow(page, src, line);
}

/* Cuts a label of the table off the front of LINE.  A text extraction may have it on a line of its
 * own, where the colon may be missing.  Anything else is text that begins like a label. */
static bool cut_table_label(const struct abs *abs, const struct arxiv_page *page, pc_source *src,
                            pc_str *line, const char *label, bool *alone)
{
    pc_str rest = *line;

    if (!arxiv_cut(&rest, label))
        return false;
    *alone = rest.n == 0 || pc_eq(rest, ":");
    if (rest.n != 0 && !arxiv_cut(&rest, ":"))
        return false;
    if (!*alone && !is_cell(rest) && !is_plain_row(abs, page, src, label, *line, rest))
        return false;
    *line = pc_lines_trim(rest);
    return true;
}

static void take_cite_as(struct arxiv_paper *paper, pc_str line)
{
    pc_str id, version;

    if (!arxiv_cut_id(&line, &id, &version))
        return;
    paper->id = id;
    if (version.n != 0)
        paper->version = version;
}

static bool take_table_label(struct abs *abs, const struct arxiv_page *page, pc_source *src,
                             pc_str line)
{
    bool alone;

    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        if (*line.p != *labels[i].label ||
            !cut_table_label(abs, page, src, &line, labels[i].label, &alone))
            continue;
        abs->part = TABLE;
        abs->field = abs->text = NULL;
        if (labels[i].field == 0) {
            take_cite_as(&abs->paper, line);
            return true;
        }
        abs->field = (struct arxiv_text *)(void *)((char *)&abs->paper + labels[i].field);
        arxiv_text_add(abs->field, line);
        abs->text = abs->field;
        if (!alone)
            abs->field = NULL;
        return true;
    }
    return false;
}

/* Takes a line of the table that has no label but is known. */
static bool take_known_cell(struct abs *abs, pc_str line)
{
    static const char *const known[] = {
        "focus to learn more",
        "arxiv-issued doi via datacite*",
        "doi(s) linking to related resources",
        "for this version)",
        "(or",
        ":",
        "https://doi.org/10.48550/*",
        "10.48550/*",
        NULL,
    };
    pc_str rest = line;

    if (arxiv_front(line, "(or arXiv:") != 0 || pc_starts(line, "arXiv:")) {
        arxiv_cut(&rest, "(or ");
        take_cite_as(&abs->paper, rest);
        return true;
    }
    if ((*line.p != '[' && pc_lines_match(line, known)) ||
        (*line.p == '[' && pc_ends(line, "]") && line.n < 30)) {
        if (!pc_eq(line, ":"))
            abs->field = NULL;
        return true;
    }
    return false;
}

/* Takes any other line of the table, below a label that stands alone; false when it is not of the table. */
static bool take_cell(struct abs *abs, const struct arxiv_page *page, pc_source *src, pc_str line)
{
    if (abs->field == NULL || arxiv_leaves(page, src, line, &arxiv_abs))
        return false;
    arxiv_text_add(abs->field, line);
    return true;
}

static bool is_link(pc_str line)
{
    static const char *const links[] = {
        "view pdf*",
        "view a pdf of the paper titled *",
        "html (experimental)*",
        "tex source*",
        "other formats*",
        NULL,
    };

    return strchr("vVhHtToO", *line.p) != NULL && pc_lines_match(line, links);
}

static void begin_abstract(struct abs *abs, size_t indent)
{
    abs->part = ABSTRACT;
    abs->indent = indent;
    abs->blank_before_abstract = abs->blank;
}

/* Takes a line of title, authors and abstract. */
static void take_page_text(struct abs *abs, pc_str line, size_t indent)
{
    if (abs->part <= AUTHORS && arxiv_cut_label(&line, "Authors:")) {
        abs->part = AUTHORS;
        abs->own_lines = line.n == 0;
        arxiv_text_add(&abs->paper.authors, line);
        abs->text = &abs->paper.authors;
        if (!abs->own_lines)
            abs->part = LINKS;
    } else if (abs->part <= LINKS && arxiv_cut_label(&line, "Abstract:")) {
        begin_abstract(abs, indent);
        abs->paper.abstract_front = strlen("Abstract:");
        arxiv_text_add(&abs->paper.abstract, line);
    } else if (abs->part <= LINKS && is_link(line)) {
        abs->part = LINKS;
        abs->text = &abs->links;
        arxiv_text_add(abs->text, line);
    } else if (abs->part == TITLE) {
        if (abs->paper.title.first.n != 0 && !abs->own_lines) {
            arxiv_text_add(&abs->paper.authors, line);
            abs->text = &abs->paper.authors;
            abs->part = LINKS;
        } else {
            arxiv_text_add(&abs->paper.title, line);
        }
    } else if (abs->part == AUTHORS) {
        arxiv_text_add(&abs->paper.authors, line);
    } else {
        if (abs->part == LINKS)
            begin_abstract(abs, indent);
        arxiv_text_add(&abs->paper.abstract, line);
    }
}

/* The first line behind the date: the title, with its label in text extractions. */
static void take_title(struct abs *abs, pc_str line)
{
    if (arxiv_cut_label(&line, "Title:") && line.n == 0)
        abs->own_lines = true;
    arxiv_text_add(&abs->paper.title, line);
    abs->text = &abs->paper.title;
}

/* True when LINE goes on with the title, the authors or a row of the table, which were wrapped.  Behind
 * a title that fills its lines, names tell the authors, or that the abstract is next. */
static bool was_wrapped(const struct abs *abs, const struct arxiv_page *page, pc_source *src,
                        pc_str line, size_t indent)
{
    enum { AHEAD = 512 };
    pc_str rest = line, next;

    if (page->width > ARXIV_WRAPPED || abs->text == NULL || abs->text->first.n == 0 || abs->blank ||
        arxiv_ends(page, abs->last, line, indent))
        return false;
    if (abs->part == TABLE)
        return true;
    if (arxiv_cut_label(&rest, "Authors:") || arxiv_cut_label(&rest, "Abstract:") || is_link(line))
        return false;
    if (abs->text == &abs->links)
        return true;
    if (abs->text == &abs->paper.authors)
        return arxiv_goes_on_with_names(line);
    if (!arxiv_goes_on_with_names(line))
        return true;
    pc_ahead(src, AHEAD, &rest);
    next = pc_lines_take_text(&rest);
    return memchr(line.p, ',', line.n) == NULL &&
           (!arxiv_ends(page, line, next, indent) || arxiv_goes_on_with_names(next) ||
            arxiv_cut_label(&next, "Authors:"));
}

/* True when LINE cannot belong to the abstract above it: a browser that prints a blank line
 * before the abstract indents it, and one that prints none ends it with one. */
static bool is_behind_abstract(const struct abs *abs, size_t indent)
{
    return abs->part == ABSTRACT && abs->paper.abstract.first.n != 0 && abs->blank &&
           (!abs->blank_before_abstract || indent < abs->indent);
}

/* True when the page ends before LINE, FIRST behind its head. */
static bool ends_page(const struct arxiv_page *page, pc_source *src, pc_str line, bool first)
{
    return (!first && pc_eq(line, "Submission history")) || arxiv_begins(page, src, line);
}

static void read_page(const struct arxiv_page *page, pc_source *src, struct abs *abs)
{
    size_t indent;
    pc_str line;
    bool first = true;

    while (arxiv_line(src, &line, &indent)) {
        if (line.n == 0) {
            abs->blank = true;
            continue;
        }
        if (ends_page(page, src, line, first)) {
            pc_unline(src);
            return;
        }
        if (abs->part >= LINKS && take_table_label(abs, page, src, line)) {
            abs->last = line;
            abs->blank = false;
            continue;
        }
        if (!first && was_wrapped(abs, page, src, line, indent)) {
            arxiv_text_add(abs->text, line);
            abs->last = line;
            continue;
        }
        abs->text = NULL;
        abs->last = line;
        if (abs->part == TABLE) {
            if (take_known_cell(abs, line) || take_cell(abs, page, src, line))
                continue;
            pc_unline(src);
            return;
        }
        if (is_behind_abstract(abs, indent) || arxiv_leaves(page, src, line, &arxiv_abs)) {
            pc_unline(src);
            return;
        }
        if (!first) {
            take_page_text(abs, line, indent);
        } else if (arxiv_front(line, "This paper has been withdrawn by ") == 0) {
            take_title(abs, line);
            first = false;
        }
        abs->blank = false;
    }
}

static int abs_read(struct arxiv_page *page, pc_source *src, pc_record *rec, pc_str line)
{
    struct abs abs;

    memset(&abs, 0, sizeof abs);
    abs.paper.start = line;
    if (!read_head(src, &abs.paper, line))
        return PC_SKIP;
    page->listed[0] = '\0';
    if (page->width == 0 || page->layout != &arxiv_abs)
        page->width = arxiv_width(page, src, &arxiv_abs);
    read_page(page, src, &abs);
    if (page->width <= ARXIV_WRAPPED && abs.part == TABLE && abs.paper.abstract.first.n == 0)
        pc_warn(src, abs.paper.title.first, "title-author-split",
                "the lines are wrapped, and where the authors end is not clear");
    arxiv_add_paper(page, src, rec, &abs.paper);
    return PC_OK;
}

static int abs_sign(pc_str line, pc_str before)
{
    pc_date date;

    (void)before;
    return arxiv_cut(&line, "[Submitted on ") && arxiv_cut_date(&line, &date) ? 95 : 0;
}

/* Lines of the table of a page, which begins in it when it was cut. */
static const arxiv_known abs_cells = {
    ['c' - 'a'] = { "cite as: arxiv:*", "cite as:\tarxiv:*" },
    [ARXIV_NO_LETTER] = { "(or arxiv:*" },
};

const struct arxiv_layout arxiv_abs = {
    .name = "abstract page",
    .begins = abs_begins,
    .read = abs_read,
    .furniture = arxiv_abs_furniture,
    .sign = abs_sign,
    .sure = &abs_cells,
    .maybe = &arxiv_abs_lines,
};
