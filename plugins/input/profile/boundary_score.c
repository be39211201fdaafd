/* seam_score.c - sums of weights. */
#include "boundary_score.h"

unsigned seam_count(const struct seam_place *place, enum seam_feature feature)
{
    if ((place->features & seam_bit(feature)) == 0)
        return 0;
    return feature == SEAM_name_small_words ? place->small_words : 1;
}

/* Always in the order of the features, so that equal places have equal scores. */
double seam_score(const struct seam_place *place)
{
    double sum = 0;

    for (uint64_t left = place->features; left != 0; left &= left - 1) {
        enum seam_feature feature = (enum seam_feature)__builtin_ctzll(left);

        sum += seam_weights[feature] * seam_count(place, feature);
    }
    return sum;
}
