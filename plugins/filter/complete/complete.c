/* complete - fills in what a record lacks from a catalogue, when it is certain which work it is. */
#define PC_NEEDS 1 /* PC_OPT_FILE */
#include "candidates.h"
#include "fill.h"
#include "page_text.h"

struct complete {
    pc_file with;
    pc_str fill;
    int64_t accept, unmatched;
    struct field_set set;
    pc_catalogue *catalogue;
};

enum { ACCEPT_USUAL, ACCEPT_STRICT };
enum { UNMATCHED_KEEP, UNMATCHED_DROP };

static const pc_option options[] = {
    PC_OPT_FILE(struct complete, with, NULL, "The catalogue, which the output catalogue wrote"),
    PC_OPT_STRING(
        struct complete, fill, "",
        "Fields that may be filled in, such as arxiv_id,doi,authors; empty: all that can"),
    PC_OPT_CHOICE(struct complete, accept, "usual|strict", "usual",
                  "strict: only when authors agree, and more than title and authors"),
    PC_OPT_CHOICE(struct complete, unmatched, "keep|drop", "keep",
                  "What happens to a record that is not in the catalogue"),
    PC_OPT_END,
};
static const char *const texts[] = { "page", page_text, NULL };

static int open_complete(void *state, pc_stage *stage)
{
    struct complete *c = state;
    const char *why = NULL;
    pc_str bad;

    if (!field_set_read(&c->set, c->fill, &bad))
        return pc_fatal(stage, bad, "bad-option", "fill: '%.*s' is no field that can be filled in",
                        PC_FMT(bad));
    c->catalogue = pc_catalogue_open(c->with.fd, &why);
    if (c->catalogue == NULL)
        return pc_fatal(stage, pc_none(), "bad-catalogue", "'%.*s' %s", PC_FMT(c->with.path), why);
    if (pc_catalogue_describe(c->catalogue)->rules != PC_MATCH_VERSION) {
        pc_catalogue_close(c->catalogue);
        return pc_fatal(stage, pc_none(), "bad-catalogue",
                        "'%.*s' was written by another version of paperconv: write it again",
                        PC_FMT(c->with.path));
    }
    return PC_OK;
}

static void close_complete(void *state)
{
    struct complete *c = state;

    pc_catalogue_close(c->catalogue);
}

/* ---- what the record says about how it was completed ------------------------------------- */

static pc_str base_name(pc_str path)
{
    size_t n = path.n;

    while (n > 0 && path.p[n - 1] != '/')
        n--;
    return pc_drop(path, n);
}

static void add_catalogue(const struct complete *c, pc_record *record)
{
    const pc_catalogue_about *about = pc_catalogue_describe(c->catalogue);
    pc_text text = { NULL, 0, 0 };

    pc_text_add(&text, base_name(c->with.path));
    if (about->source.n != 0) {
        pc_text_puts(&text, ", ");
        pc_text_add(&text, about->source);
    }
    if (about->date.n != 0) {
        pc_text_puts(&text, ", ");
        pc_text_add(&text, about->date);
    }
    pc_add(record, PC_COMPLETED_BY, pc_text_str(&text));
    pc_text_free(&text);
}

/* By what a person finds the record again. */
static pc_str id_of(const pc_record *record)
{
    static const char *const keys[] = { PC_ARXIV_ID, PC_DOI,   PC_PMID, PC_CITATION_KEY,
                                        "id",        PC_TITLE, NULL };
    pc_str id = pc_none();

    for (size_t i = 0; id.n == 0 && keys[i] != NULL; i++)
        id = pc_get(record, keys[i], 0);
    return id;
}

static void add_number(pc_record *record, const char *key, const char *format, double number)
{
    char text[32];

    snprintf(text, sizeof text, format, number);
    pc_add(record, key, pc_s(text));
}

static void add_evidence(const struct complete *c, pc_record *record, const struct decision *d,
                         pc_str filled)
{
    const pc_match *match = &d->best->match;
    const double similarity = match->abstract >= 0 ? match->abstract : match->title;

    add_catalogue(c, record);
    pc_add(record, PC_COMPLETED_ID, id_of(d->best->record));
    pc_add(record, PC_COMPLETED_RULE, pc_s(pc_match_rule_name(match->rule)));
    while (filled.n != 0) {
        pc_str key;

        pc_cut(filled, ',', &key, &filled);
        pc_add(record, PC_COMPLETED_FIELDS, key);
    }
    if (similarity >= 0)
        add_number(record, PC_COMPLETED_SIMILARITY, "%.2f", similarity);
    if (match->days != PC_MATCH_NO_DAYS)
        add_number(record, PC_COMPLETED_DAYS, "%.0f", match->days);
    if (d->rival != NULL)
        pc_add(record, PC_COMPLETED_RIVAL, id_of(d->rival->record));
}

/* ---- what becomes of the record ----------------------------------------------------------- */

/* Codes of their own, so that the report counts the records by rule. */
static const char *const codes[PC_MATCH_RULES] = {
    [PC_MATCH_NONE] = "no-match",
    [PC_MATCH_BY_ID] = "completed-id",
    [PC_MATCH_TITLE_AUTHORS_ABSTRACT] = "completed-title-authors-abstract",
    [PC_MATCH_TITLE_AUTHORS_DATE] = "completed-title-authors-date",
    [PC_MATCH_TITLE_AUTHORS_DATE_CATEGORY] = "completed-title-authors-date-category",
    [PC_MATCH_TITLE_AUTHORS] = "completed-title-authors",
    [PC_MATCH_TITLE_ABSTRACT] = "completed-title-abstract",
    [PC_MATCH_NEAR_TITLE_AUTHORS_ABSTRACT] = "completed-near-title-authors-abstract",
    [PC_MATCH_NEAR_TITLE_ABSTRACT] = "completed-near-title-abstract",
    [PC_MATCH_AUTHORS_DATE_ABSTRACT] = "completed-authors-date-abstract",
    [PC_MATCH_ABSTRACT] = "completed-abstract",
};

static void complete_record(const struct complete *c, pc_record *record, const struct decision *d)
{
    pc_text filled = { NULL, 0, 0 };
    const pc_str id = id_of(d->best->record);

    fill_record(record, d->best->record, &d->best->match, &c->set, &filled);
    if (filled.n != 0)
        filled.n--; /* the comma */
    pc_detail(record, pc_none(), codes[d->best->match.rule], "completed from %.*s: %.*s",
              PC_FMT(id), PC_FMT(pc_text_str(&filled)));
    add_evidence(c, record, d, pc_text_str(&filled));
    pc_text_free(&filled);
}

enum { DESCRIPTION = 100 };

/* "title 92 %, abstract 40 %, other authors, 268 days apart": what a person looks at. */
static const char *describe(const pc_match *match, char out[DESCRIPTION])
{
    size_t n = 0;

    if (match->title >= 0)
        n += (size_t)snprintf(out, DESCRIPTION, ", title %.0f %%", 100 * match->title);
    if (match->abstract >= 0)
        n +=
            (size_t)snprintf(out + n, DESCRIPTION - n, ", abstract %.0f %%", 100 * match->abstract);
    if (match->authors || match->other_authors)
        n += (size_t)snprintf(out + n, DESCRIPTION - n, ", %s authors",
                              match->authors ? "same" : "other");
    if (match->days != PC_MATCH_NO_DAYS)
        n += (size_t)snprintf(out + n, DESCRIPTION - n, ", %ld days apart", (long)match->days);
    return n == 0 ? "same identifier" : out + 2;
}

static void tell_unmatched(const pc_record *record, const struct decision *d)
{
    char text[DESCRIPTION];

    if (d->ambiguous)
        pc_warn(record, pc_none(), "ambiguous-match", "may be %.*s or %.*s",
                PC_FMT(id_of(d->best->record)), PC_FMT(id_of(d->rival->record)));
    else if (d->near != NULL)
        pc_note(record, pc_none(), "near-match", "near %.*s, but not certainly the same: %s",
                PC_FMT(id_of(d->near->record)), describe(&d->near->match, text));
    else
        pc_detail(record, pc_none(), codes[PC_MATCH_NONE], "not in the catalogue");
}

static int apply_complete(void *state, pc_pipe *pipe, pc_record *record)
{
    const struct complete *c = state;
    struct candidates *candidates;
    struct decision d;
    const char *why = NULL;
    pc_work *work;
    bool good, matched = true;

    if (pc_get(record, PC_COMPLETED_BY, 0).n != 0)
        return PC_OK; /* from another catalogue, which the user named first */
    work = pc_scratch(record, sizeof *work);
    candidates = pc_scratch(record, sizeof *candidates);
    pc_match_read(work, record);
    good = candidates_find(candidates, c->catalogue, pipe, record, work, &why);
    if (good) {
        d = candidates_decide(candidates, c->accept == ACCEPT_STRICT);
        matched = d.best != NULL && !d.ambiguous;
        if (matched)
            complete_record(c, record, &d);
        else
            tell_unmatched(record, &d);
    }
    candidates_discard(candidates, pipe);
    if (!good)
        return pc_fatal(record, pc_none(), "bad-catalogue", "'%.*s' %s", PC_FMT(c->with.path), why);
    return matched || c->unmatched == UNMATCHED_KEEP ? PC_OK : PC_SKIP;
}

static const char *const adds[] = {
#define FIELD(name) PC_##name,
    FILLED_FIELDS(FIELD)
#undef FIELD
        PC_AUTHOR ".*",
    PC_AUTHORS_TRUNCATED,
    PC_ISSN ".*",
    PC_MARKUP,
    "completed_*",
    NULL,
};

PC_FILTER(complete, .threads = PC_REENTRANT, .version = "1.0.0",
          .summary = "Fills in what records lack, from a catalogue", .texts = texts,
          .options = options, .state_size = sizeof(struct complete), .open = open_complete,
          .close = close_complete, .apply = apply_complete, .adds = adds);
PC_MODULE(&complete);
