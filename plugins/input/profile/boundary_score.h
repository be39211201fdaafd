/* seam_score.h - the scores of places: what they are, and how high they may become. */
#ifndef PROFILE_SEAM_SCORE_H
#define PROFILE_SEAM_SCORE_H

#include "boundary.h"

_Static_assert(SEAM_FEATURE_COUNT <= 64, "a place has a bit for each feature");

static inline uint64_t seam_bit(enum seam_feature feature)
{
    return (uint64_t)1 << feature;
}

/* Says whether FEATURE holds at PLACE, of which that was not known. */
static inline void seam_set(struct seam_place *place, enum seam_feature feature, bool holds)
{
    place->features |= (uint64_t)holds << feature;
}

static const double seam_weights[SEAM_FEATURE_COUNT] = {
#include "boundary_weights.h"
};

double seam_score(const struct seam_place *place);

/* The most by which a score may grow as long as it is not known which of FEATURES hold.
 * Inline, because compilers then know what it is of constants. */
static inline double seam_score_gain(uint64_t features)
{
    double sum = 0;

    for (; features != 0; features &= features - 1) {
        double weight = seam_weights[__builtin_ctzll(features)];

        sum += weight > 0 ? weight : 0;
    }
    return sum;
}

#endif
