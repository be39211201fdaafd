/* boundary.c - chooses the place where a glued line is cut.
 *
 * Most places of a line score so low that neither the abstract nor the names of the document
 * could bring them near the best place.  So cheap features find the likely best place first; of the
 * others only those are examined that may still come near it.  The outcome is the same as if every
 * place were examined in full. */
#include <math.h>

#include "boundary.h"
#include "boundary_features.h"
#include "boundary_score.h"

/* How far ahead of a rival the best place must be: odds of 20 to 1 between two places; 5 to 1
 * against "no boundary", which is rare and has a low score already. */
static const double far_ahead = 3.0, ahead_of_none = 1.6;

static double required_lead(const struct boundary_place *best, const struct boundary_place *rival)
{
    bool whole = ((best->features | rival->features) & boundary_bit(BOUNDARY_none)) != 0;

    return whole ? ahead_of_none : far_ahead;
}

/* ---- all places ------------------------------------------------------------------ */

static void look_at_all(struct glued_line *line, const struct boundary_evidence *evidence)
{
    for (size_t i = 0; i < line->run_count; i++)
        glued_line_split(line, &line->runs[i], evidence->abstract);
    for (size_t i = 0; i < line->count; i++) {
        find_shape_features(line, &line->places[i]);
        find_letter_features(line, &line->places[i]);
        find_title_features(line, evidence->abstract, &line->places[i]);
        find_known_name_features(line, evidence->known, &line->places[i]);
        find_name_features(line, evidence->abstract, &line->places[i]);
    }
}

size_t boundary_places(struct authors authors, const struct boundary_evidence *evidence,
                       struct boundary_place places[BOUNDARY_PLACES])
{
    struct glued_line line;

    glued_line_read(&line, authors);
    look_at_all(&line, evidence);
    memcpy(places, line.places, line.count * sizeof *places);
    make_no_boundary(&line, &places[line.count]);
    return line.count + 1;
}

/* ---- the places that matter ------------------------------------------------------ */

#define BIT(feature) ((uint64_t)1 << BOUNDARY_##feature)

/* The features that each step of the search finds; a score may grow by them. */
static const uint64_t of_letters =
    BIT(inside_surname) | BIT(inside_prefix) | BIT(title_unbalanced) | BIT(title_ends_small_word) |
    BIT(title_ends_particle) | BIT(name_glued) | BIT(name_no_letters) | BIT(name_capitals);
static const uint64_t of_title =
    BIT(title_word_glued) | BIT(title_word_camel) | BIT(abstract_has_joined) | BIT(abstract_splits);
static const uint64_t of_known_name = BIT(known_name) | BIT(known_first) | BIT(known_last);
static const uint64_t of_name =
    BIT(abstract_has_name_small) | BIT(abstract_has_name_capital) | BIT(abstract_has_last_small);

/* The search for the best place and its rivals. */
struct search {
    struct glued_line *line;
    const struct boundary_evidence *evidence;
    double floor; /* a lower score is too far from the best so far */
    double
        most_of_piece[GLUED_LINE_NAMES]; /* before a small letter; without the counted features */
    pc_str asked[BOUNDARY_PLACES + GLUED_LINE_RUNS];
    size_t asked_count; /* words to look up in the abstract, several at a time */
};

/* The score of PLACE, which was SCORE when only FEATURES were known; exact but for rounding. */
static double score_since(const struct boundary_place *place, uint64_t features, double score)
{
    for (uint64_t left = place->features & ~features; left != 0; left &= left - 1)
        score += boundary_weights[__builtin_ctzll(left)];
    return score;
}

static void raise_floor(struct search *search, const struct boundary_place *place)
{
    const double rounding = 1e-6; /* sums in another order differ by less */
    double floor = boundary_score(place) - far_ahead - rounding;

    if (floor > search->floor)
        search->floor = floor;
}

static void begin_search(struct search *search, struct glued_line *line,
                         const struct boundary_evidence *evidence)
{
    search->line = line;
    search->evidence = evidence;
    search->floor = -HUGE_VAL;
    for (size_t i = 0; i < line->tail_count; i++) {
        struct boundary_place small = { .features = line->tail[i].features |
                                                    boundary_bit(BOUNDARY_starts_lower) |
                                                    boundary_bit(BOUNDARY_abstract_splits) };

        search->most_of_piece[i] = boundary_score(&small);
    }
    search->asked_count = 0;
}

/* Finds the shape of every place; returns the one with the highest score so far, or NULL. */
static struct boundary_place *find_leader(struct glued_line *line)
{
    struct boundary_place *leader = NULL;
    double most = 0;

    for (size_t i = 0; i < line->count; i++) {
        double score;

        find_shape_features(line, &line->places[i]);
        score = boundary_score(&line->places[i]);
        if (leader == NULL || score > most) {
            leader = &line->places[i];
            most = score;
        }
    }
    return leader;
}

/* The leader comes first: a high floor leaves few other places to examine. */
static void look_at_leader(struct search *search, struct boundary_place *leader)
{
    find_letter_features(search->line, leader);
    prepare_features(search->line, leader, search->evidence->abstract);
    find_title_features(search->line, search->evidence->abstract, leader);
    find_known_name_features(search->line, search->evidence->known, leader);
    find_name_features(search->line, search->evidence->abstract, leader);
    raise_floor(search, leader);
}

/* Examines the letters of PLACE, whose shape is known, unless its score is too low. */
static void look_closer(struct search *search, struct boundary_place *place)
{
    const uint64_t unknown = of_title | of_known_name | of_name, known = place->features;
    double score = boundary_score(place);

    if (score + boundary_score_gain(of_letters | unknown) < search->floor)
        return;
    find_letter_features(search->line, place);
    if (score_since(place, known, score) + boundary_score_gain(unknown) < search->floor) {
        place->stage = BOUNDARY_SHAPE;
        return;
    }
    search->asked[search->asked_count++] = last_title_word(search->line, place);
}

/* Finds the remaining features of PLACE, and stops when its score is too low. */
static void complete_place(struct search *search, struct boundary_place *place)
{
    const uint64_t known = place->features;
    double score = boundary_score(place);

    find_title_features(search->line, search->evidence->abstract, place);
    if (score_since(place, known, score) + boundary_score_gain(of_known_name | of_name) <
        search->floor)
        return;
    find_known_name_features(search->line, search->evidence->known, place);
    if (score_since(place, known, score) + boundary_score_gain(of_name) < search->floor)
        return;
    find_name_features(search->line, search->evidence->abstract, place);
    raise_floor(search, place);
}

/* What the number of words adds to the score of a place in RUN. */
static double weight_of_words(const struct letter_run *run)
{
    static const enum boundary_feature features[] = { [1] = BOUNDARY_name_one_word,
                                                      [3] = BOUNDARY_name_three_words,
                                                      [4] = BOUNDARY_name_four_words,
                                                      [5] = BOUNDARY_name_more_words };
    enum { MOST = 5, MOST_SMALLS = 4 };
    size_t words = run->words < MOST ? run->words : MOST;
    size_t smalls = run->smalls > MOST_SMALLS ? MOST_SMALLS + 1 : run->smalls;
    double weight = words != 2 ? boundary_weights[features[words]] : 0;

    if (smalls > 1) /* one may be a surname */
        weight += boundary_weights[BOUNDARY_name_small_words] * (double)(smalls - 1);
    return weight;
}

/* The highest score that a place of RUN can reach: there the abstract splits a word before a small
 * letter. */
static double most_of_run(const struct search *search, const struct letter_run *run)
{
    double camel = boundary_weights[BOUNDARY_starts_camel] + boundary_weights[BOUNDARY_then_upper];
    double most = search->most_of_piece[run->piece] + weight_of_words(run) +
                  boundary_score_gain(of_letters | of_known_name | of_name);

    if (run->capitals > 0)
        most += boundary_weights[BOUNDARY_place_before];
    if (run->capitals < search->line->tail[run->piece].capitals)
        most += boundary_weights[BOUNDARY_place_behind];
    if (run->inside)
        most += boundary_score_gain(BIT(title_word_camel) | BIT(title_word_glued));
    if (run->camel)
        most += boundary_score_gain(BIT(then_other)) + (camel > 0 ? camel : 0);
    return most;
}

static bool may_matter(const struct search *search, const struct letter_run *run)
{
    double most = most_of_run(search, run);

    return run->caseless || most >= search->floor ||
           (most + boundary_score_gain(BIT(starts_particle)) >= search->floor &&
            glued_line_ends_in_particle(search->line, run));
}

static void find_runs(struct search *search)
{
    struct glued_line *line = search->line;

    for (size_t i = 0; i < line->run_count; i++) {
        struct letter_run *run = &line->runs[i];

        run->matters = may_matter(search, run);
        if (!run->matters)
            continue;
        run->asked = search->asked_count;
        search->asked[search->asked_count++] = glued_line_word(line, run);
    }
}

/* Adds the places that only the abstract shows, and examines them. */
static void look_into_runs(struct search *search)
{
    struct glued_line *line = search->line;
    struct abstract_words *abstract = search->evidence->abstract;
    size_t known = line->count;

    for (size_t i = 0; i < line->run_count; i++) {
        const struct letter_run *run = &line->runs[i];

        if (run->matters &&
            (run->beyond_ascii || abstract_words_may_split(abstract, search->asked[run->asked])))
            glued_line_split(line, run, abstract);
    }
    for (size_t i = 0; i < line->count && line->count > known; i++) {
        struct boundary_place *place = &line->places[i];

        if (place->stage != BOUNDARY_NEW)
            continue;
        find_shape_features(line, place);
        look_closer(search, place);
        if (place->stage == BOUNDARY_CLOSE)
            complete_place(search, place);
    }
}

static void search_line(struct glued_line *line, const struct boundary_evidence *evidence,
                        const struct boundary_place *none)
{
    struct search search;
    struct boundary_place *leader = find_leader(line);

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
    abstract_words_list(evidence->abstract, search.asked, search.asked_count);
    for (size_t i = 0; i < line->count; i++) {
        if (line->places[i].stage == BOUNDARY_CLOSE)
            complete_place(&search, &line->places[i]);
    }
    if (evidence->abstract->any)
        look_into_runs(&search);
}

/* ---- the choice ------------------------------------------------------------------ */

/* Among COUNT places, of which the last is "no boundary"; incomplete ones do not count. */
static struct boundary_choice choose_best(const struct boundary_place *places, size_t count)
{
    struct boundary_choice choice = { .thin = false };
    double scores[BOUNDARY_PLACES], nearest = 0;
    size_t best = 0;

    for (size_t i = 0; i < count; i++) {
        scores[i] = places[i].stage == BOUNDARY_COMPLETE ? boundary_score(&places[i]) : -HUGE_VAL;
        if (scores[i] > scores[best])
            best = i;
    }
    choice.best = places[best];
    for (size_t i = 0; i < count; i++) {
        double lead = scores[best] - scores[i] - required_lead(&places[best], &places[i]);

        if (i != best && lead < nearest) {
            nearest = lead;
            choice.rival = places[i];
            choice.thin = true;
        }
    }
    return choice;
}

struct boundary_choice boundary_choose(struct authors authors,
                                       const struct boundary_evidence *evidence)
{
    struct glued_line line;
    struct boundary_place none;

    glued_line_read(&line, authors);
    make_no_boundary(&line, &none);
    if (line.count + line.possible < BOUNDARY_PLACES)
        search_line(&line, evidence, &none);
    else /* there may be more places than room: all of them must be found to keep the right ones */
        look_at_all(&line, evidence);
    line.places[line.count] = none;
    return choose_best(line.places, line.count + 1);
}
