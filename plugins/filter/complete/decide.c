/* decide.c - which candidate is the work, if any can be told to be. */
#include "candidates.h"

/* A rival that scores so much less than the best one does not make it doubtful. */
static const double clear_lead = 0.15;

static bool is_ahead(const struct candidate *c, const struct candidate *of)
{
    return of == NULL || c->match.score > of->match.score ||
           (c->match.score >= of->match.score && c->number < of->number);
}

static bool is_match(const struct candidate *c, bool strict)
{
    return c->match.rule != PC_MATCH_NONE && (!strict || pc_match_is_strict(c->match.rule));
}

/* A rival matches by any rule, or is a paper of the same name whose date is not known. */
static bool is_rival(const struct candidate *c, const struct candidate *best)
{
    return c != best && (c->match.rule != PC_MATCH_NONE || c->match.open) &&
           !pc_match_same_work(&c->work, &best->work);
}

struct decision candidates_decide(const struct candidates *candidates, bool strict)
{
    struct decision d = { NULL, NULL, NULL, false };

    for (size_t i = 0; i < candidates->count; i++) {
        const struct candidate *c = &candidates->items[i];

        if (is_match(c, strict) && is_ahead(c, d.best))
            d.best = c;
        if ((c->match.near || c->match.rule != PC_MATCH_NONE) && is_ahead(c, d.near))
            d.near = c;
    }
    if (d.best == NULL)
        return d;
    d.near = NULL;
    for (size_t i = 0; i < candidates->count; i++)
        if (is_rival(&candidates->items[i], d.best) && is_ahead(&candidates->items[i], d.rival))
            d.rival = &candidates->items[i];
    d.ambiguous = d.rival != NULL &&
                  (d.rival->match.open || d.rival->match.score > d.best->match.score - clear_lead);
    return d;
}
