/* seam.c - chooses the place where a glued line is cut.
 *
 * Most places of a line are far from the best one, and what the abstract and the document say
 * could not bring them near it.  So the best is looked for first, by what costs little; of
 * the others only those are looked at that may come so near that they must be told. */
#include <math.h>

#include "seam.h"
#include "seam_look.h"
#include "seam_score.h"

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
        seam_look_for_name(line, evidence, &line->places[i]);
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

/* The search for the best place and those near it. */
struct search {
    struct seam_line *line;
    const struct seam_evidence *evidence;
    double floor; /* places below are too far from the best one so far */
    double gain_of_title, gain_of_name,
        gain_of_particle; /* by what the abstract and the document say */
    pc_str asked[SEAM_PLACES + SEAM_RUNS];
    size_t asked_count; /* words to ask the abstract about, several at a time */
};

static bool may_be_near(const struct search *search, const struct seam_place *place, double gain)
{
    return seam_score(place) + gain >= search->floor;
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
    search->gain_of_title =
        seam_score_gain(seam_bit(SEAM_title_word_camel) | seam_bit(SEAM_abstract_splits));
    search->gain_of_name =
        seam_score_gain(seam_bit(SEAM_known_name) | seam_bit(SEAM_known_first) |
                        seam_bit(SEAM_known_last) | seam_bit(SEAM_abstract_has_name_capital));
    search->gain_of_particle =
        seam_score_gain(seam_bit(SEAM_starts_particle) | seam_bit(SEAM_title_word_camel));
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
    pc_str words[SEAM_AHEAD];

    seam_look_closer(search->line, leader);
    seam_look_ahead(search->line, leader, words);
    words_list(search->evidence->abstract, words, SEAM_AHEAD);
    seam_look_for_title(search->line, search->evidence->abstract, leader);
    seam_look_for_name(search->line, search->evidence, leader);
    raise_floor(search, leader);
}

/* Looks closer at PLACE, whose shape is known, unless it is too far. */
static void look_closer(struct search *search, struct seam_place *place)
{
    double gain = search->gain_of_title + search->gain_of_name;
    pc_str words[SEAM_AHEAD];

    if (!may_be_near(search, place, gain))
        return;
    seam_look_closer(search->line, place);
    if (!may_be_near(search, place, gain)) {
        place->stage = SEAM_SHAPE;
        return;
    }
    seam_look_ahead(search->line, place, words);
    search->asked[search->asked_count++] = words[0];
}

/* Completes PLACE unless it turns out to be too far. */
static void complete(struct search *search, struct seam_place *place)
{
    seam_look_for_title(search->line, search->evidence->abstract, place);
    if (!may_be_near(search, place, search->gain_of_name))
        return;
    seam_look_for_name(search->line, search->evidence, place);
    raise_floor(search, place);
}

/* Whether a place of RUN, if there is one, may be near the best place. */
static bool may_matter(const struct search *search, const struct seam_run *run)
{
    const struct seam_piece *piece = &search->line->tail[run->piece];
    double gain = search->gain_of_name + search->gain_of_particle;
    struct seam_place place = {
        .at = run->at,
        .features = piece->features | seam_bit(SEAM_starts_lower) | seam_bit(SEAM_abstract_splits),
        .words = run->words,
        .smalls = run->smalls,
        .piece = run->piece,
    };

    if (run->caseless)
        return true;
    seam_look_count(&place);
    seam_look_around(search->line, &place);
    if (may_be_near(search, &place, gain))
        return true;
    place.features |= seam_bit(SEAM_starts_camel) | seam_bit(SEAM_then_upper);
    return run->camel && may_be_near(search, &place, gain);
}

static void find_runs(struct search *search)
{
    struct seam_line *line = search->line;

    for (size_t i = 0; i < line->run_count; i++) {
        struct seam_run *run = &line->runs[i];

        run->matters = may_matter(search, run);
        if (run->matters)
            search->asked[search->asked_count++] = words_end(pc_sub(line->text.p, run->at));
    }
}

/* Adds what the abstract shows, and looks at it. */
static void look_into_runs(struct search *search)
{
    struct seam_line *line = search->line;
    size_t known = line->count;

    for (size_t i = 0; i < line->run_count; i++) {
        if (line->runs[i].matters)
            seam_line_split(line, &line->runs[i], search->evidence->abstract);
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
    size_t best = count - 1;

    for (size_t i = count; i > 0; i--) { /* of equal ones the first */
        scores[i - 1] =
            places[i - 1].stage == SEAM_COMPLETE ? seam_score(&places[i - 1]) : -HUGE_VAL;
        if (scores[i - 1] >= scores[best])
            best = i - 1;
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
