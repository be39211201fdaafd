/* profile.c - input plugin: a person's papers, copied from a profile page. */
#include <stdlib.h>

#include "author_line.h"
#include "body.h"
#include "boundary.h"
#include "header.h"
#include "page.h"
#include "page_text.h"
#include "paperconv/arxiv.h"
#include "paperconv/dates.h"
#include "paperconv/layout.h"
#include "paperconv/lines.h"
#include "paperconv/plugin.h"

/* Evidence for the title/author boundary of glued lines. */
struct evidence {
    struct abstract_words abstract;
    struct known_names known;
};

struct profile {
    /* options */
    pc_str as_of, prefer;
    /* AS_OF as a date; day 0: not set */
    pc_date as_of_date;
    /* the page that is being read */
    uint64_t claimed, held;    /* papers; CLAIMED is 0 when the page has no number */
    struct evidence *evidence; /* allocated on first use */
    /* the document */
    pc_layout layout;
};

static const pc_option options[] = {
    PC_OPT_STRING(struct profile, as_of, "",
                  "Date of the copy, such as 2026-06-10: completes dates without a year"),
    PC_OPT_STRING(struct profile, prefer, "",
                  "arXiv archive, such as cs, preferred for ambiguous category codes"),
    PC_OPT_END
};
static const char *const texts[] = { "page", page_text, NULL };

/* ---- options --------------------------------------------------------------------- */

static bool is_archive(pc_str archive)
{
    static const char *const archives[] = { "astro-ph", "cond-mat", "cs",   "econ",
                                            "eess",     "math",     "nlin", "physics",
                                            "q-bio",    "q-fin",    "stat", NULL };

    for (size_t i = 0; archives[i] != NULL; i++) {
        if (pc_eq(archive, archives[i]))
            return true;
    }
    return false;
}

static int profile_open(void *state, pc_stage *stage)
{
    struct profile *profile = (struct profile *)state;

    if (profile->as_of.n != 0 && (!pc_date_parse(profile->as_of, &profile->as_of_date) ||
                                  profile->as_of_date.year == 0 || profile->as_of_date.day == 0))
        return pc_fatal(stage, pc_none(), "bad-option",
                        "as-of: '%.*s' is not a date such as 2026-06-10", PC_FMT(profile->as_of));
    if (profile->prefer.n != 0 && !is_archive(profile->prefer))
        return pc_fatal(
            stage, pc_none(), "bad-option",
            "prefer: '%.*s' is not an arXiv archive with ambiguous codes, such as cs or math",
            PC_FMT(profile->prefer));
    return PC_OK;
}

static void profile_close(void *state)
{
    free(((struct profile *)state)->evidence);
}

/* ---- the header ------------------------------------------------------------------ */

static void add_category(const struct profile *profile, pc_source *src, pc_record *rec, pc_str code)
{
    pc_str ids[PC_ARXIV_IDS];
    size_t count = pc_arxiv_lookup(code, ids);

    pc_add(rec, PC_CATEGORY, code);
    if (count == 1) {
        pc_add(rec, PC_ARXIV_CATEGORY, ids[0]);
        return;
    }
    for (size_t i = 0; profile->prefer.n != 0 && i < count; i++) {
        size_t n = profile->prefer.n;

        if (ids[i].n > n && ids[i].p[n] == '.' && pc_same(pc_sub(ids[i].p, n), profile->prefer)) {
            pc_add(rec, PC_ARXIV_CATEGORY, ids[i]);
            pc_detail(src, code, "category-preferred", "'%.*s' is read as %.*s", PC_FMT(code),
                      PC_FMT(ids[i]));
            return;
        }
    }
    for (size_t i = 0; i < count; i++)
        pc_add(rec, PC_ARXIV_CATEGORY_CANDIDATE, ids[i]);
}

static void add_date(const struct profile *profile, pc_source *src, pc_record *rec,
                     const struct header *header)
{
    char text[PC_DATE_SIZE];
    pc_date date = header->date;

    if (!pc_date_valid(date)) {
        pc_warn(src, header->printed_date, "bad-date", "'%.*s' is not a valid date",
                PC_FMT(header->printed_date));
        pc_add(rec, "date_as_printed", header->printed_date);
        return;
    }
    if (profile->as_of_date.day != 0)
        date = pc_date_complete(date, profile->as_of_date);
    pc_add(rec, PC_DATE, pc_date_format(date, text));
}

static void add_header(const struct profile *profile, pc_source *src, pc_record *rec,
                       const struct header *header)
{
    pc_add(rec, PC_SCORE, header->score);
    add_category(profile, src, rec, header->category);
    add_date(profile, src, rec, header);
    if (header->has_code)
        pc_add(rec, PC_HAS_CODE, pc_s("true"));
}

/* ---- title and authors ----------------------------------------------------------- */

static struct evidence *evidence_of(struct profile *profile)
{
    if (profile->evidence == NULL)
        profile->evidence = (struct evidence *)calloc(1, sizeof *profile->evidence);
    if (profile->evidence == NULL)
        abort(); /* the host reports that memory ran out */
    return profile->evidence;
}

static void add_author(struct profile *profile, pc_record *rec, pc_str name)
{
    pc_add(rec, PC_AUTHOR, name);
    known_names_add(&evidence_of(profile)->known, name);
}

/* KIND says how the names are read. */
static void add_authors(struct profile *profile, pc_record *rec, struct authors authors,
                        enum author_line kind)
{
    pc_str name, affiliation;

    if (kind == AUTHOR_LINE_RICH) {
        while (author_line_take(&authors.names, &name, &affiliation)) {
            add_author(profile, rec, name);
            pc_add(rec, PC_AFFILIATION, affiliation);
        }
    }
    while (authors_take(&authors.names, &name))
        add_author(profile, rec, name);
    if (authors.truncated)
        pc_add(rec, PC_AUTHORS_TRUNCATED, pc_s("true"));
    while (authors_take(&authors.affiliations, &affiliation))
        pc_add(rec, PC_AFFILIATION, affiliation);
}

/* Reports the second best reading of a glued line. */
static void report_split(pc_source *src, pc_str line, const struct boundary_choice *choice)
{
    const struct boundary_place *best = &choice->best, *rival = &choice->rival;
    pc_str author = pc_lines_trim(pc_sub(line.p + best->at, best->end - best->at));
    pc_str other = pc_lines_trim(pc_sub(line.p + rival->at, rival->end - rival->at));

    if (author.n == 0)
        pc_warn(src, line, "title-author-split",
                "the whole line is read as the title, but '%.*s' may be an author", PC_FMT(other));
    else if (other.n == 0)
        pc_warn(src, author, "title-author-split",
                "the first author is read as '%.*s', but the whole line may be the title",
                PC_FMT(author));
    else
        pc_warn(src, author, "title-author-split",
                "the first author is read as '%.*s', but may be '%.*s'", PC_FMT(author),
                PC_FMT(other));
}

/* Cuts a line of title and authors glued together; false when it has no authors. */
static bool add_glued(struct profile *profile, pc_source *src, pc_record *rec, pc_str line,
                      pc_str abstract)
{
    struct evidence *evidence = evidence_of(profile);
    struct boundary_evidence seen = { &evidence->abstract, &evidence->known };
    struct authors authors = authors_cut(line);
    struct boundary_choice choice;
    bool colon;
    size_t at;

    abstract_words_read(&evidence->abstract, abstract);
    choice = boundary_choose(authors, &seen);
    at = choice.best.at;
    if (choice.thin)
        report_split(src, authors.names, &choice);
    if (at == authors.names.n && !authors.truncated) {
        pc_add(rec, PC_TITLE, line);
        return false;
    }
    pc_add(rec, PC_TITLE, pc_lines_trim(pc_sub(authors.names.p, at)));
    authors.names = pc_lines_trim(pc_drop(authors.names, at));
    colon = memchr(authors.names.p, ':', authors.names.n) != NULL;
    add_authors(profile, rec, authors, colon ? AUTHOR_LINE_RICH : AUTHOR_LINE_PLAIN);
    return true;
}

/* Warns of a line that looks like authors and was not read as such; it may be one of the first
 * lines of BODY. */
static void report_likely_authors(pc_source *src, const struct body *body)
{
    static const char *const parts[] = { "title", "abstract" };
    size_t most = sizeof body->lines / sizeof body->lines[0];

    for (size_t i = body_is_compact(body); i < body->count && i < most; i++) {
        if (i == 0 ? !authors_cut(body->lines[0]).truncated
                   : !author_line_is_likely(body->lines[i]))
            continue;
        pc_warn(src, body->lines[i], "looks-like-authors",
                "the line looks like authors, but is read as part of the %s", parts[i != 0]);
        return;
    }
}

/* False when the record has no authors. */
static bool add_title_and_authors(struct profile *profile, pc_source *src, pc_record *rec,
                                  const struct body *body, pc_str abstract)
{
    pc_str title = body->lines[0], line = body->lines[1];

    if (body_is_compact(body))
        return add_glued(profile, src, rec, title, abstract);
    pc_add(rec, PC_TITLE, title);
    if (body->kind == AUTHOR_LINE_NO)
        return false;
    add_authors(profile, rec,
                body->kind == AUTHOR_LINE_RICH ? author_line_cut(line) : authors_cut(line),
                body->kind);
    return true;
}

/* Adds what BODY has, one line at least. */
static void add_body(struct profile *profile, pc_source *src, pc_record *rec,
                     const struct body *body)
{
    size_t first = body->kind != AUTHOR_LINE_NO ? 2 : 1;
    pc_str title = body->lines[0], abstract = pc_none();
    bool is_short = false, tex;

    if (body->count > first)
        abstract = pc_lines_paragraphs(src, pc_span(src, body->lines[first], body->last));
    if (!add_title_and_authors(profile, src, rec, body, abstract)) {
        report_likely_authors(src, body);
        is_short = page_is_boilerplate(title) || pc_layout_is_short(title, abstract);
    }
    tex = pc_lines_has_tex(title) || pc_lines_has_tex(abstract) ||
          (body->kind == AUTHOR_LINE_RICH && pc_lines_has_tex(body->lines[1]));
    pc_add(rec, PC_MARKUP, pc_s(tex ? "tex" : "plain"));
    pc_add(rec, PC_ABSTRACT, abstract);
    pc_layout_known(&profile->layout, body->count - is_short);
    if (is_short)
        pc_layout_short_record(&profile->layout, rec, title);
}

/* Counts the lines that do not make the record: its header and what stands behind it. */
static void count_lines(struct profile *profile, pc_record *rec, const struct body *body)
{
    pc_layout_known(&profile->layout, 1 + body->furniture);
    for (size_t i = 0; i < body->strange_count; i++)
        pc_layout_strange(&profile->layout, rec, body->strange);
}

/* ---- the page -------------------------------------------------------------------- */

/* The digits of NUMBER, "29,411", without its commas. */
static pc_str plain_number(pc_source *src, pc_str number)
{
    char *digits = (char *)pc_scratch(src, number.n);
    size_t n = 0;

    for (size_t i = 0; i < number.n; i++) {
        if (number.p[i] != ',')
            digits[n++] = number.p[i];
    }
    return pc_sub(digits, n);
}

static void end_page(struct profile *profile, pc_source *src)
{
    if (profile->held < profile->claimed)
        pc_note(src, pc_none(), "fewer-records",
                "the header says %llu papers, but the document holds %llu",
                (unsigned long long)profile->claimed, (unsigned long long)profile->held);
    profile->claimed = 0;
    profile->held = 0;
}

static void read_statistic(struct profile *profile, pc_source *src, const char *fact, pc_str number)
{
    pc_str digits = plain_number(src, number);

    if (profile->held != 0)
        end_page(profile, src);
    pc_fact(src, fact, digits);
    if (strcmp(fact, PC_FACT_PAPERS) != 0)
        return;
    profile->claimed = 0;
    for (size_t i = 0; i < digits.n && profile->claimed < UINT64_MAX / 100; i++)
        profile->claimed = profile->claimed * 10 + (uint64_t)(digits.p[i] - '0');
}

/* Reads a line that is not part of a record. */
static void read_outside(struct profile *profile, pc_source *src, pc_record *rec, pc_str line,
                         pc_str ahead)
{
    pc_str number;
    const char *fact = page_statistic(line, &number);
    bool known = true;

    if (fact != NULL)
        read_statistic(profile, src, fact, number);
    else if (page_is_field(line, ahead))
        pc_fact(src, PC_FACT_FIELD, line);
    else if (page_is_owner(line, ahead))
        pc_fact(src, PC_FACT_NAME, line);
    else if (page_is_boilerplate(line))
        pc_detail(src, line, "page-furniture", "boilerplate between the papers");
    else
        known = false;
    if (!known)
        pc_detail(src, line, "outside-record", "text outside any paper");
    if (known)
        pc_layout_known(&profile->layout, 1);
    else
        pc_layout_strange(&profile->layout, rec, line);
}

/* ---- the plugin ------------------------------------------------------------------ */

static int profile_next(void *state, pc_source *src, pc_record *rec)
{
    struct profile *profile = (struct profile *)state;
    struct header header;
    struct body body;
    pc_str line, ahead;

    if (!pc_lines_read(src, &line)) {
        end_page(profile, src);
        pc_layout_end(&profile->layout, src);
        return PC_END;
    }
    if (line.n == 0)
        return PC_SKIP;
    ahead = page_ahead(src);
    if (!header_parse(line, &header) || page_is_owner(line, ahead)) {
        read_outside(profile, src, rec, line, ahead);
        return PC_SKIP;
    }
    profile->held++;
    body_read(&body, src);
    if (body.count == 0)
        pc_note(src, line, "no-title", "the record ends after its first line");
    add_header(profile, src, rec, &header);
    if (body.count != 0)
        add_body(profile, src, rec, &body);
    count_lines(profile, rec, &body);
    pc_start(rec, line);
    return PC_OK;
}

/* Certain with the head of a page, or with two records; likely with one record. */
static int profile_sniff(pc_str head, pc_str name, const char **why)
{
    struct header header;
    int headers = 0, statistics = 0;
    pc_str line, number;

    (void)name;
    while (pc_lines_take(&head, &line)) {
        line = pc_lines_trim(line);
        headers += header_parse(line, &header);
        statistics += page_statistic(line, &number) != NULL;
    }
    if (statistics >= 3) {
        *why = "the head of a profile page";
        return 90;
    }
    *why = headers == 0 ? "no line of category and date" : "lines of category and date";
    return headers >= 2 ? 90 : headers == 1 ? 60 : 0;
}

PC_INPUT(profile, .threads = PC_INSTANCE, .version = "1.0.0",
         .summary = "A person's papers, copied from a profile page", .extensions = "txt",
         .texts = texts, .options = options, .state_size = sizeof(struct profile),
         .open = profile_open, .close = profile_close, .sniff = profile_sniff,
         .next = profile_next);
PC_MODULE(&profile);
