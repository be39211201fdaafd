/* boundary_score.c - sums of weights. */
#include "boundary_score.h"

unsigned boundary_count(const struct boundary_place *place, enum boundary_feature feature)
{
    if ((place->features & boundary_bit(feature)) == 0)
        return 0;
    return feature == BOUNDARY_name_small_words ? place->small_words : 1;
}

/* Sums in the order of the features, so that equal places have exactly equal scores. */
double boundary_score(const struct boundary_place *place)
{
    double sum = 0;

    for (uint64_t left = place->features; left != 0; left &= left - 1) {
        enum boundary_feature feature = (enum boundary_feature)__builtin_ctzll(left);

        sum += boundary_weights[feature] * boundary_count(place, feature);
    }
    return sum;
}
