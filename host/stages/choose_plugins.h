/* choose_plugins.h - finds the plugins of a run and tries their options before anything is
 * read.  */
#ifndef PAPERCONV_HOST_STAGES_CHOOSE_PLUGINS_H
#define PAPERCONV_HOST_STAGES_CHOOSE_PLUGINS_H

#include "loader/registry.h"
#include "stages/conversion.h"

struct chosen_plugins {
    const struct plugin **inputs;           /* one, or the candidates of -i auto; NULL-terminated */
    struct compiled_options *input_options; /* one for each */
    bool automatic;
    bool skip_unknown; /* as the user asked */
    const struct plugin **filters;
    struct compiled_options *filter_options;
    const struct plugin *output;
    struct compiled_options output_options;
};

/* Fills *C, which lives as long as POOL.  False with *WHY.  */
bool choose_plugins(struct chosen_plugins *c, const struct conversion *conversion,
                    struct registry *plugins, apr_pool_t *pool, struct problem *why);

#endif
