/* boundary.h - finds the title/author boundary of a glued line:
 * "Explainable AIHunter Sturm, Jonas Teufel, Kaitlin A. Isfeld et al."
 *
 * Every place that may be the boundary gets a score: the sum of the weights of the features
 * (BOUNDARY_FEATURES) that hold there.  The place with the highest score wins.  The weights are
 * those of a log-linear model, trained by tools/train-boundary: a difference of scores is the
 * logarithm of the odds. */
#ifndef PROFILE_BOUNDARY_H
#define PROFILE_BOUNDARY_H

#include "boundary_place.h"

/* Stores the places where AUTHORS.names may be cut, with all their features, and returns their
 * number.  The last of them is "no boundary" (AT is the length of the line). */
size_t boundary_places(struct authors authors, const struct boundary_evidence *evidence,
                       struct boundary_place places[BOUNDARY_PLACES]);

struct boundary_choice {
    struct boundary_place best;
    bool thin;                   /* the evidence is thin: */
    struct boundary_place rival; /* this place is nearly as good as the best */
};
struct boundary_choice boundary_choose(struct authors authors,
                                       const struct boundary_evidence *evidence);

#endif
