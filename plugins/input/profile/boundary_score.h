/* boundary_score.h - the score of a place, and how much it can still grow. */
#ifndef PROFILE_BOUNDARY_SCORE_H
#define PROFILE_BOUNDARY_SCORE_H

#include "boundary_place.h"

_Static_assert(BOUNDARY_FEATURE_COUNT <= 64, "a place has a bit for each feature");

static inline uint64_t boundary_bit(enum boundary_feature feature)
{
    return (uint64_t)1 << feature;
}

/* Adds FEATURE to PLACE if it HOLDS. */
static inline void boundary_set(struct boundary_place *place, enum boundary_feature feature,
                                bool holds)
{
    place->features |= (uint64_t)holds << feature;
}

static const double boundary_weights[BOUNDARY_FEATURE_COUNT] = {
#include "boundary_weights.h"
};

double boundary_score(const struct boundary_place *place);

/* The most by which a score can grow while FEATURES are unknown.  Inline, so that the compiler
 * computes it for constants. */
static inline double boundary_score_gain(uint64_t features)
{
    double sum = 0;

    for (; features != 0; features &= features - 1) {
        double weight = boundary_weights[__builtin_ctzll(features)];

        sum += weight > 0 ? weight : 0;
    }
    return sum;
}

/* How often FEATURE counts at PLACE; 0 when it does not hold. */
unsigned boundary_count(const struct boundary_place *place, enum boundary_feature feature);

#endif
