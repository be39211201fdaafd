/* evidence.c - what of two works agrees. */
#include "evidence.h"

#include <stdlib.h>

static uint32_t least_of(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static double share(uint32_t part, uint32_t whole)
{
    return whole == 0 ? 0 : (double)part / (double)whole;
}

/* What the words that only one of two titles has say about them. */
struct unmatched {
    bool marked;       /* a Roman numeral, "erratum" and the like */
    bool letter_of[2]; /* each has a single letter */
};

static void note_unmatched(struct unmatched *u, const pc_match_title *t, uint32_t i, int side)
{
    u->marked |= (t->words[i] & 1) != 0;
    u->letter_of[side] |= t->lengths[i] == 1;
}

/* Compares the words of two titles, each of which counts as often as it is there. */
static void compare_words(struct evidence *e, const pc_match_title *a, const pc_match_title *b)
{
    const uint32_t n = least_of(a->word_count, PC_MATCH_WORDS);
    const uint32_t m = least_of(b->word_count, PC_MATCH_WORDS);
    bool matched[PC_MATCH_WORDS] = { false };
    struct unmatched u = { false, { false, false } };
    uint32_t common = 0;

    for (uint32_t i = 0; i < n; i++) {
        uint32_t j = 0;

        while (j < m && (matched[j] || a->words[i] != b->words[j]))
            j++;
        if (j == m)
            note_unmatched(&u, a, i, 0);
        else
            matched[j] = true;
        common += j < m;
    }
    for (uint32_t j = 0; j < m; j++)
        if (!matched[j])
            note_unmatched(&u, b, j, 1);
    if (share(2 * common, n + m) < e->title)
        return;
    e->title = share(2 * common, n + m);
    e->told_apart = u.marked || (u.letter_of[0] && u.letter_of[1]) || a->digits != b->digits;
}

/* Long enough to be the title of one work only. */
static bool is_long(const pc_match_title *title)
{
    return title->letter_count >= 25 && title->word_count >= 4;
}

static void compare_titles(struct evidence *e, const pc_work *a, const pc_work *b)
{
    const pc_match_title *const of_a[] = { &a->title, &a->decoded };
    const pc_match_title *const of_b[] = { &b->title, &b->decoded };

    e->titles = a->title.whole != 0 && b->title.whole != 0;
    e->title_long = is_long(&a->decoded) || is_long(&b->decoded);
    for (size_t i = 0; e->titles && i < 4; i++) {
        const pc_match_title *s = of_a[i / 2], *t = of_b[i % 2];

        if (s->whole == t->whole) {
            e->title_equal = true;
            e->told_apart = false;
            e->title = 1;
            return;
        }
        compare_words(e, s, t);
    }
}

static enum agreement compare_authors(const pc_work *a, const pc_work *b)
{
    const uint32_t shown = least_of(a->author_count, b->author_count);

    if (shown == 0)
        return UNKNOWN;
    for (uint32_t i = 0; i < shown && i < PC_MATCH_AUTHORS; i++)
        if (a->surnames[i] != b->surnames[i] && a->names[i] != b->names[i])
            return DIFFERS;
    if ((a->author_count > shown && !b->authors_truncated) ||
        (b->author_count > shown && !a->authors_truncated))
        return DIFFERS;
    return AGREES;
}

/* How many hashes of each of two samples can be compared, and how many of them both have. */
struct overlap {
    uint32_t in_a, in_b, common;
};

/* The hash up to which SAMPLE of COUNT hashes are all that there are. */
static uint16_t end_of_sample(const uint16_t *hashes, uint32_t sample, uint32_t count)
{
    return sample < count && sample != 0 ? hashes[sample - 1] : UINT16_MAX;
}

static struct overlap overlap_of(const uint16_t *a, uint32_t sample_a, uint32_t count_a,
                                 const uint16_t *b, uint32_t sample_b, uint32_t count_b)
{
    const uint16_t end_a = end_of_sample(a, sample_a, count_a);
    const uint16_t end_b = end_of_sample(b, sample_b, count_b);
    const uint16_t end = end_a < end_b ? end_a : end_b;
    struct overlap o = { 0, 0, 0 };

    for (;;) {
        const bool has_a = o.in_a < sample_a && a[o.in_a] <= end;
        const bool has_b = o.in_b < sample_b && b[o.in_b] <= end;
        const bool from_a = has_a && (!has_b || a[o.in_a] <= b[o.in_b]);
        const bool from_b = has_b && (!has_a || b[o.in_b] <= a[o.in_a]);

        if (!has_a && !has_b)
            return o;
        o.common += from_a && from_b;
        o.in_a += from_a;
        o.in_b += from_b;
    }
}

static void compare_runs(struct evidence *e, const pc_match_runs *a, const pc_match_runs *b)
{
    const struct overlap o =
        overlap_of(a->hashes, a->sample, a->count, b->hashes, b->sample, b->count);
    const double in_a = share(o.common, o.in_a), in_b = share(o.common, o.in_b);

    e->least = in_a < in_b ? in_a : in_b;
    e->most = in_a < in_b ? in_b : in_a;
    e->mean = (in_a + in_b) / 2;
}

/* One abstract may tell more than the other, so the one that has fewer numbers decides. */
static double compare_numbers(const pc_match_numbers *a, const pc_match_numbers *b)
{
    const struct overlap o =
        overlap_of(a->hashes, a->sample, a->count, b->hashes, b->sample, b->count);
    const uint32_t fewer = least_of(o.in_a, o.in_b);

    return fewer == 0 ? 1 : share(o.common, fewer);
}

static void compare_abstracts(struct evidence *e, const pc_work *a, const pc_work *b)
{
    e->numbers = 1;
    e->fewer_runs = least_of(a->runs.count, b->runs.count);
    e->abstracts = e->fewer_runs != 0;
    e->same_start = a->start != 0 && a->start == b->start;
    compare_runs(e, &a->runs, &b->runs);
    e->numbers = compare_numbers(&a->numbers, &b->numbers);
}

/* The day of a date of the Gregorian calendar, counted from some day on.  (Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", days_from_civil.) */
static int32_t day_number(pc_date date)
{
    const int32_t year = date.year - (date.month <= 2);
    const int32_t era = (year >= 0 ? year : year - 399) / 400;
    const int32_t of_era = year - era * 400;
    const int32_t of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
}

static void compare_dates(struct evidence *e, pc_date a, pc_date b)
{
    e->days = PC_MATCH_NO_DAYS;
    if (a.year != 0 && b.year != 0)
        e->years = abs(a.year - b.year) <= 1 ? AGREES : DIFFERS;
    if (a.day == 0 || b.day == 0)
        return;
    e->days_of_year = a.year == 0 || b.year == 0;
    if (e->days_of_year)
        a.year = b.year = 2000; /* a leap year */
    e->days = abs(day_number(a) - day_number(b));
    if (e->days_of_year && e->days > 366 / 2)
        e->days = 366 - e->days;
}

static bool has_category(const pc_work *work, uint64_t category)
{
    for (size_t i = 0; i < PC_ARXIV_IDS && work->primary[i] != 0; i++)
        if (work->primary[i] == category)
            return true;
    for (size_t i = 0; i < PC_MATCH_CATEGORIES && work->categories[i] != 0; i++)
        if (work->categories[i] == category)
            return true;
    return false;
}

/* One of the categories that A's first one may be is among those of B, or the reverse. */
static enum agreement compare_categories(const pc_work *a, const pc_work *b)
{
    if (a->primary[0] == 0 || b->primary[0] == 0)
        return UNKNOWN;
    for (size_t i = 0; i < PC_ARXIV_IDS; i++)
        if ((a->primary[i] != 0 && has_category(b, a->primary[i])) ||
            (b->primary[i] != 0 && has_category(a, b->primary[i])))
            return AGREES;
    return DIFFERS;
}

static bool same(uint64_t a, uint64_t b)
{
    return a != 0 && a == b;
}

struct evidence pc_match_evidence(const pc_work *a, const pc_work *b)
{
    struct evidence e = { .authors = compare_authors(a, b) };

    e.same_id = same(a->arxiv_id, b->arxiv_id) || same(a->doi, b->doi);
    e.other_arxiv_id = a->arxiv_id != 0 && b->arxiv_id != 0 && a->arxiv_id != b->arxiv_id;
    e.fewer_authors = least_of(a->author_count, b->author_count);
    compare_titles(&e, a, b);
    if (same(a->glued, b->glued)) {
        e.title_equal = true;
        e.title = 1;
        e.told_apart = false;
    }
    compare_abstracts(&e, a, b);
    e.withdrawn = a->withdrawn != b->withdrawn;
    compare_dates(&e, a->date, b->date);
    e.category = compare_categories(a, b);
    return e;
}
