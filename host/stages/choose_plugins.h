/* choice.h - the plugins of a run, found and their options tried before anything
 * is read. */
#ifndef PAPERCONV_HOST_CHOICE_H
#define PAPERCONV_HOST_CHOICE_H

#include "cli/command_line.h"

struct choice {
    const struct plugin **inputs;   /* one, or the candidates of -i auto; NULL-terminated */
    struct settings *input_options; /* one for each */
    bool automatic;
    const struct plugin **filters;
    struct settings *filter_options;
    const struct plugin *output;
};

/* Lives as long as POOL.  False with *WHY. */
bool choice_make(struct choice *c, const struct command *command, struct plugins *plugins,
                 apr_pool_t *pool, struct problem *why);

#endif
