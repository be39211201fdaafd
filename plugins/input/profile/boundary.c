/* seam.c - chooses the place where a glued line is cut.
 *
 * Most places of a line are far from the best one, and what the abstract and the document say
 * could not bring them near it.  So the best is looked for first, by what costs little; of
 * the others only those are looked at that may come so near that they must be told. */
#include <math.h>

#include "boundary.h"
#include "boundary_features.h"
#include "boundary_score.h"

/* How far ahead of a rival the best place must be: a cut of another cut, odds of 20 to 1;
 * of no cut at all, which is rare and scored low already, 5 to 1. */
static const double far_ahead = 3.0, ahead_of_none = 1.6;

static double margin(const struct seam_place *best, const struct seam_place *rival)
{
    bool whole = ((best->features | rival->features) & seam_bit(SEAM_none)) != 0;

    return whole ? ahead_of_none : far_ahead;
}

/* ---- all places -------------------------------------------------------------------- */

static void look_at_all(struct seam_line *line, const struct seam_evidence *evidence)
{
    for (size_t i = 0; i < line->run_count; i++)
        seam_line_split(line, &line->runs[i], evidence->abstract);
    for (size_t i = 0; i < line->count; i++) {
        seam_look_shape(line, &line->places[i]);
        seam_look_closer(line, &line->places[i]);
        seam_look_for_title(line, evidence->abstract, &line->places[i]);
        seam_look_for_person(line, evidence->people, &line->places[i]);
        seam_look_for_name(line, evidence->abstract, &line->places[i]);
    }
}

size_t seam_places(struct authors authors, const struct seam_evidence *evidence,
                   struct seam_place places[SEAM_PLACES])
{
    struct seam_line line;

    seam_line_read(&line, authors);
    look_at_all(&line, evidence);
    memcpy(places, line.places, line.count * sizeof *places);
    seam_look_none(&line, &places[line.count]);
    return line.count + 1;
}

/* ---- the places that matter ---------------------------------------------------------- */

#define BIT(feature) ((uint64_t)1 << SEAM_##feature)

/* What seam_look_closer() and its like find out; a score may gain by it. */
static const uint64_t of_letters =
    BIT(inside_surname) | BIT(inside_prefix) | BIT(title_unbalanced) | BIT(title_ends_small_word) |
    BIT(title_ends_particle) | BIT(name_glued) | BIT(name_no_letters) | BIT(name_capitals);
static const uint64_t of_title =
    BIT(title_word_glued) | BIT(title_word_camel) | BIT(abstract_has_joined) | BIT(abstract_splits);
static const uint64_t of_person = BIT(known_name) | BIT(known_first) | BIT(known_last);
static const uint64_t of_name =
    BIT(abstract_has_name_small) | BIT(abstract_has_name_capital) | BIT(abstract_has_last_small);

/* The search for the best place and those near it. */
struct search {
    struct seam_line *line;
    const struct seam_evidence *evidence;
    double floor;                     /* places below are too far from the best one so far */
    double most_of_piece[SEAM_NAMES]; /* in front of a small letter, of what is not counted */
    pc_str asked[SEAM_PLACES + SEAM_RUNS];
    size_t asked_count; /* words to ask the abstract about, several at a time */
};

/* The score of PLACE, which was SCORE when FEATURES were known; as near as that matters here. */
static double score_since(const struct seam_place *place, uint64_t features, double score)
{
    for (uint64_t left = place->features & ~features; left != 0; left &= left - 1)
        score += seam_weights[__builtin_ctzll(left)];
    return score;
}

static void raise_floor(struct search *search, const struct seam_place *place)
{
    const double rounding = 1e-6; /* more than sums in another order differ by */
    double floor = seam_score(place) - far_ahead - rounding;

    if (floor > search->floor)
        search->floor = floor;
}

static void begin_search(struct search *search, struct seam_line *line,
                         const struct seam_evidence *evidence)
{
    search->line = line;
    search->evidence = evidence;
    search->floor = -HUGE_VAL;
    for (size_t i = 0; i < line->tail_count; i++) {
        struct seam_place small = { .features = line->tail[i].features |
                                                seam_bit(SEAM_starts_lower) |
                                                seam_bit(SEAM_abstract_splits) };

        search->most_of_piece[i] = seam_score(&small);
    }
    search->asked_count = 0;
}

/* Looks at the shapes; the place that promises most, or NULL. */
static struct seam_place *find_leader(struct seam_line *line)
{
    struct seam_place *leader = NULL;
    double most = 0;

    for (size_t i = 0; i < line->count; i++) {
        double score;

        seam_look_shape(line, &line->places[i]);
        score = seam_score(&line->places[i]);
        if (leader == NULL || score > most) {
            leader = &line->places[i];
            most = score;
        }
    }
    return leader;
}

/* The leader is looked at first, because then few others must be. */
static void look_at_leader(struct search *search, struct seam_place *leader)
{
    seam_look_closer(search->line, leader);
    seam_look_ahead(search->line, leader, search->evidence->abstract);
    seam_look_for_title(search->line, search->evidence->abstract, leader);
    seam_look_for_person(search->line, search->evidence->people, leader);
    seam_look_for_name(search->line, search->evidence->abstract, leader);
    raise_floor(search, leader);
}

/* Looks closer at PLACE, whose shape is known, unless it is too far. */
static void look_closer(struct search *search, struct seam_place *place)
{
    const uint64_t unknown = of_title | of_person | of_name, known = place->features;
    double score = seam_score(place);

    if (score + seam_score_gain(of_letters | unknown) < search->floor)
        return;
    seam_look_closer(search->line, place);
    if (score_since(place, known, score) + seam_score_gain(unknown) < search->floor) {
        place->stage = SEAM_SHAPE;
        return;
    }
    search->asked[search->asked_count++] = seam_title_word(search->line, place);
}

/* Completes PLACE unless it turns out to be too far. */
static void complete(struct search *search, struct seam_place *place)
{
    const uint64_t known = place->features;
    double score = seam_score(place);

    seam_look_for_title(search->line, search->evidence->abstract, place);
    if (score_since(place, known, score) + seam_score_gain(of_person | of_name) < search->floor)
        return;
    seam_look_for_person(search->line, search->evidence->people, place);
    if (score_since(place, known, score) + seam_score_gain(of_name) < search->floor)
        return;
    seam_look_for_name(search->line, search->evidence->abstract, place);
    raise_floor(search, place);
}

/* What the number of words adds to the score of a place. */
static double weight_of_words(const struct seam_run *run)
{
    static const enum seam_feature features[] = { [1] = SEAM_name_one_word,
                                                  [3] = SEAM_name_three_words,
                                                  [4] = SEAM_name_four_words,
                                                  [5] = SEAM_name_more_words };
    enum { MOST = 5, MOST_SMALLS = 4 };
    size_t words = run->words < MOST ? run->words : MOST;
    size_t smalls = run->smalls > MOST_SMALLS ? MOST_SMALLS + 1 : run->smalls;
    double weight = words != 2 ? seam_weights[features[words]] : 0;

    if (smalls > 1) /* one may be a surname */
        weight += seam_weights[SEAM_name_small_words] * (double)(smalls - 1);
    return weight;
}

/* The most that a place of RUN can score: the abstract splits a word there, in front of a
 * small letter. */
static double most_of_run(const struct search *search, const struct seam_run *run)
{
    double camel = seam_weights[SEAM_starts_camel] + seam_weights[SEAM_then_upper];
    double most = search->most_of_piece[run->piece] + weight_of_words(run) +
                  seam_score_gain(of_letters | of_person | of_name);

    if (run->capitals > 0)
        most += seam_weights[SEAM_place_before];
    if (run->capitals < search->line->tail[run->piece].capitals)
        most += seam_weights[SEAM_place_behind];
    if (run->inside)
        most += seam_score_gain(BIT(title_word_camel) | BIT(title_word_glued));
    if (run->camel)
        most += seam_score_gain(BIT(then_other)) + (camel > 0 ? camel : 0);
    return most;
}

static bool may_matter(const struct search *search, const struct seam_run *run)
{
    double most = most_of_run(search, run);

    return run->caseless || most >= search->floor ||
           (most + seam_score_gain(BIT(starts_particle)) >= search->floor &&
            seam_line_ends_in_particle(search->line, run));
}

static void find_runs(struct search *search)
{
    struct seam_line *line = search->line;

    for (size_t i = 0; i < line->run_count; i++) {
        struct seam_run *run = &line->runs[i];

        run->matters = may_matter(search, run);
        if (!run->matters)
            continue;
        run->asked = search->asked_count;
        search->asked[search->asked_count++] = seam_line_word(line, run);
    }
}

/* Adds what the abstract shows, and looks at it. */
static void look_into_runs(struct search *search)
{
    struct seam_line *line = search->line;
    struct words *abstract = search->evidence->abstract;
    size_t known = line->count;

    for (size_t i = 0; i < line->run_count; i++) {
        const struct seam_run *run = &line->runs[i];

        if (run->matters &&
            (run->beyond_ascii || words_may_split(abstract, search->asked[run->asked])))
            seam_line_split(line, run, abstract);
    }
    for (size_t i = 0; i < line->count && line->count > known; i++) {
        struct seam_place *place = &line->places[i];

        if (place->stage != SEAM_NEW)
            continue;
        seam_look_shape(line, place);
        look_closer(search, place);
        if (place->stage == SEAM_CLOSE)
            complete(search, place);
    }
}

static void search_line(struct seam_line *line, const struct seam_evidence *evidence,
                        const struct seam_place *none)
{
    struct search search;
    struct seam_place *leader = find_leader(line);

    begin_search(&search, line, evidence);
    raise_floor(&search, none);
    if (leader != NULL)
        look_at_leader(&search, leader);
    for (size_t i = 0; i < line->count; i++) {
        if (&line->places[i] != leader)
            look_closer(&search, &line->places[i]);
    }
    if (evidence->abstract->any)
        find_runs(&search);
    words_list(evidence->abstract, search.asked, search.asked_count);
    for (size_t i = 0; i < line->count; i++) {
        if (line->places[i].stage == SEAM_CLOSE)
            complete(&search, &line->places[i]);
    }
    if (evidence->abstract->any)
        look_into_runs(&search);
}

/* ---- the choice ------------------------------------------------------------------------ */

/* Among the COUNT places that were looked at, of which the last one is "no seam". */
static struct seam_choice choose(const struct seam_place *places, size_t count)
{
    struct seam_choice choice = { .thin = false };
    double scores[SEAM_PLACES], nearest = 0;
    size_t best = 0;

    for (size_t i = 0; i < count; i++) {
        scores[i] = places[i].stage == SEAM_COMPLETE ? seam_score(&places[i]) : -HUGE_VAL;
        if (scores[i] > scores[best])
            best = i;
    }
    choice.best = places[best];
    for (size_t i = 0; i < count; i++) {
        double lead = scores[best] - scores[i] - margin(&places[best], &places[i]);

        if (i != best && lead < nearest) {
            nearest = lead;
            choice.rival = places[i];
            choice.thin = true;
        }
    }
    return choice;
}

struct seam_choice seam_choose(struct authors authors, const struct seam_evidence *evidence)
{
    struct seam_line line;
    struct seam_place none;

    seam_line_read(&line, authors);
    seam_look_none(&line, &none);
    if (line.count + line.possible < SEAM_PLACES)
        search_line(&line, evidence, &none);
    else /* which places there are must be known, because not all may be kept */
        look_at_all(&line, evidence);
    line.places[line.count] = none;
    return choose(line.places, line.count + 1);
}
