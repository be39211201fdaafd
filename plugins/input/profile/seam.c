/* seam.c - chooses the place where a glued line is cut. */
#include "seam.h"

static const double weights[SEAM_FEATURE_COUNT] = {
#include "seam_weights.h"
};

static double score(const struct seam_place *place)
{
    double sum = 0;

    for (size_t i = 0; i < SEAM_FEATURE_COUNT; i++)
        sum += weights[i] * place->features[i];
    return sum;
}

/* How far ahead of a rival the best place must be: a cut of another cut, odds of 20 to 1;
 * of no cut at all, which is rare and scored low already, 5 to 1. */
static double margin(const struct seam_place *best, const struct seam_place *rival)
{
    bool whole = best->features[SEAM_none] != 0 || rival->features[SEAM_none] != 0;

    return whole ? 1.6 : 3.0;
}

struct seam_choice seam_choose(struct authors authors, const struct seam_evidence *evidence)
{
    struct seam_place places[SEAM_PLACES];
    size_t count = seam_places(authors, evidence, places), best = 0;
    struct seam_choice choice = { .thin = false };
    double scores[SEAM_PLACES], nearest = 0;

    for (size_t i = 0; i < count; i++) {
        scores[i] = score(&places[i]);
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
