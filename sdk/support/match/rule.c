/* rule.c - when two records are taken for the same work. */
#include "evidence.h"

static bool near_in_time(const struct evidence *e)
{
    return e->days <= 3;
}

/* A day of the year alone is a coincidence in one of 52 cases, a date in one of thousands. */
static bool same_date(const struct evidence *e)
{
    return near_in_time(e) && !e->days_of_year;
}

/* Of an abstract that is cut short, few runs are among those of a sketch. */
static bool shares_text(const struct evidence *e)
{
    return e->most >= 0.10 || e->same_start;
}

/* "Editorial" by one author of a frequent name is the title of many works. */
static bool names_one_work(const struct evidence *e)
{
    return e->title_long || e->fewer_authors >= 2;
}

static pc_match_rule rule_for_equal_authors(const struct evidence *e)
{
    if (e->abstracts && shares_text(e))
        return PC_MATCH_TITLE_AUTHORS_ABSTRACT;
    if (!e->abstracts && (same_date(e) || (near_in_time(e) && names_one_work(e))))
        return PC_MATCH_TITLE_AUTHORS_DATE;
    if (e->abstracts && same_date(e) && e->category == AGREES)
        return PC_MATCH_TITLE_AUTHORS_DATE_CATEGORY;
    if (!e->abstracts && e->days == PC_MATCH_NO_DAYS && e->years != DIFFERS && e->title_long &&
        !e->withdrawn)
        return PC_MATCH_TITLE_AUTHORS;
    return PC_MATCH_NONE;
}

static bool title_needs_no_author(const struct evidence *e)
{
    if (!e->abstracts)
        return false;
    if (e->authors == UNKNOWN)
        return e->mean >= 0.5 || (e->title_long && e->mean >= 0.10);
    return e->mean >= 0.5 || (shares_text(e) && same_date(e) && e->category == AGREES);
}

static pc_match_rule rule_for_equal_titles(const struct evidence *e)
{
    pc_match_rule rule = PC_MATCH_NONE;

    if (e->authors == AGREES)
        rule = rule_for_equal_authors(e);
    if (rule == PC_MATCH_NONE && title_needs_no_author(e))
        rule = PC_MATCH_TITLE_ABSTRACT;
    return rule;
}

static pc_match_rule rule_for_near_titles(const struct evidence *e)
{
    if (e->told_apart || !e->abstracts)
        return PC_MATCH_NONE;
    if (e->title >= 0.6 && e->authors == AGREES && e->least >= 0.7)
        return PC_MATCH_NEAR_TITLE_AUTHORS_ABSTRACT;
    if ((e->title >= 0.6 && e->least >= 0.75) ||
        (e->title >= 0.3 && e->least >= 0.9 && e->fewer_runs >= 40 && e->numbers >= 0.7))
        return PC_MATCH_NEAR_TITLE_ABSTRACT;
    return PC_MATCH_NONE;
}

static pc_match_rule rule_for_other_titles(const struct evidence *e)
{
    const bool same = e->authors == AGREES && near_in_time(e) && e->category == AGREES;
    const bool next_part = e->told_apart && e->title >= 0.6;

    if (!same || !e->abstracts || next_part)
        return PC_MATCH_NONE;
    return e->least >= 0.9 || (e->title >= 0.3 && !e->told_apart && e->least >= 0.6)
               ? PC_MATCH_AUTHORS_DATE_ABSTRACT
               : PC_MATCH_NONE;
}

static pc_match_rule rule_for_abstracts(const struct evidence *e)
{
    const bool equal = e->fewer_runs >= 30 && e->least >= 1 && e->numbers >= 0.7;
    const bool alike = e->fewer_runs >= 40 && e->least >= 0.7 && e->numbers >= 0.7;

    return equal || alike ? PC_MATCH_ABSTRACT : PC_MATCH_NONE;
}

static pc_match_rule rule_for_texts(const struct evidence *e)
{
    pc_match_rule rule;

    if (!e->titles)
        return rule_for_abstracts(e);
    if (e->title_equal)
        return rule_for_equal_titles(e);
    rule = rule_for_near_titles(e);
    return rule != PC_MATCH_NONE ? rule : rule_for_other_titles(e);
}

/* An identifier may be wrong: then neither the title nor the authors agree. */
static bool contradicts_id(const struct evidence *e)
{
    return e->titles && e->title < 0.3 && e->authors != AGREES;
}

static pc_match_rule rule_of(const struct evidence *e)
{
    if (e->same_id)
        return contradicts_id(e) ? PC_MATCH_NONE : PC_MATCH_BY_ID;
    return e->other_arxiv_id ? PC_MATCH_NONE : rule_for_texts(e);
}

static double score_of(const struct evidence *e)
{
    double sum = 0, weights = 0;

    if (e->titles) {
        sum += 3 * e->title;
        weights += 3;
    }
    if (e->authors != UNKNOWN) {
        sum += e->authors == AGREES ? 2 : 0;
        weights += 2;
    }
    if (e->abstracts) {
        sum += 3 * e->mean;
        weights += 3;
    }
    if (e->days != PC_MATCH_NO_DAYS) {
        sum += near_in_time(e) ? 1 : 0;
        weights += 1;
    }
    return weights == 0 ? 0 : sum / weights;
}

static bool is_near(const struct evidence *e)
{
    return e->same_id || (e->titles && e->title >= 0.8) || (e->abstracts && e->mean >= 0.3);
}

static bool is_open(const struct evidence *e)
{
    return e->title_equal && e->authors == AGREES && !e->abstracts && e->days == PC_MATCH_NO_DAYS;
}

pc_match pc_match_compare(const pc_work *a, const pc_work *b)
{
    const struct evidence e = pc_match_evidence(a, b);
    const pc_match_rule rule = rule_of(&e);

    return (pc_match){
        .rule = rule,
        .near = rule == PC_MATCH_NONE && is_near(&e),
        .open = rule == PC_MATCH_NONE && is_open(&e),
        .authors = e.authors == AGREES,
        .other_authors = e.authors == DIFFERS,
        .score = rule == PC_MATCH_BY_ID ? 1 : score_of(&e),
        .title = e.titles ? e.title : -1,
        .abstract = e.abstracts ? e.mean : -1,
        .days = e.days,
    };
}

bool pc_match_same_work(const pc_work *a, const pc_work *b)
{
    const struct evidence e = pc_match_evidence(a, b);

    return rule_for_texts(&e) != PC_MATCH_NONE;
}

static const struct {
    const char *name;
    bool strict;
} rules[PC_MATCH_RULES] = {
    [PC_MATCH_NONE] = { "none", false },
    [PC_MATCH_BY_ID] = { "id", true },
    [PC_MATCH_TITLE_AUTHORS_ABSTRACT] = { "title-authors-abstract", true },
    [PC_MATCH_TITLE_AUTHORS_DATE] = { "title-authors-date", true },
    [PC_MATCH_TITLE_AUTHORS_DATE_CATEGORY] = { "title-authors-date-category", true },
    [PC_MATCH_TITLE_AUTHORS] = { "title-authors", false },
    [PC_MATCH_TITLE_ABSTRACT] = { "title-abstract", false },
    [PC_MATCH_NEAR_TITLE_AUTHORS_ABSTRACT] = { "near-title-authors-abstract", true },
    [PC_MATCH_NEAR_TITLE_ABSTRACT] = { "near-title-abstract", false },
    [PC_MATCH_AUTHORS_DATE_ABSTRACT] = { "authors-date-abstract", false },
    [PC_MATCH_ABSTRACT] = { "abstract", false },
};

const char *pc_match_rule_name(pc_match_rule rule)
{
    return rules[rule].name;
}

bool pc_match_is_strict(pc_match_rule rule)
{
    return rules[rule].strict;
}
