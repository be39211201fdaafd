/* plugin_options.h - a plugin's options, from the user's KEY=VALUE to its state. */
#ifndef PAPERCONV_HOST_LOADER_PLUGIN_OPTIONS_H
#define PAPERCONV_HOST_LOADER_PLUGIN_OPTIONS_H

#include "base/problem.h"
#include "loader/plugin.h"

#include <apr_pools.h>

struct setting { /* -s KEY=VALUE */
    const char *key, *value;
};

struct settings {
    const struct setting *items;
    size_t count;
};

/* The name of a plugin or an option as the user spells it: "max-authors" for "max_authors". */
const char *user_spelling(const char *identifier, apr_pool_t *pool);
/* The option of P that the user calls KEY ("max-authors"), or NULL. */
const pc_option *plugin_option_find(const struct plugin *p, const char *key);
/* Stores the defaults and then SETTINGS into the zeroed STATE; of several for
 * one option the last counts.  Strings live as long as POOL.  False with *WHY:
 * "unknown-option" (the nearest name suggested), "bad-option",
 * "missing-option". */
bool plugin_options_apply(const struct plugin *p, struct settings settings, void *state,
                          apr_pool_t *pool, struct problem *why);

/* What every instance of a plugin begins with: its options are read once, and copied for each. */
struct compiled_options {
    const void *state;      /* as plugin_options_apply() makes it; NULL: all zero */
    struct problem problem; /* why there is none, and so the plugin cannot be opened */
};
struct compiled_options plugin_options_compile(const struct plugin *p, struct settings settings,
                                               apr_pool_t *pool);
/* Stores VALUE, in the user's notation, as option O of STATE; a string's bytes
 * are VALUE's own.  False when O does not take it:
 *   PC_BOOL    true false yes no 1 0
 *   PC_INT     -12, of 64 bits
 *   PC_NUMBER  -12.5e3, finite, the same in every locale
 *   PC_STRING  UTF-8
 *   PC_CHOICE  one of O's choices */
bool plugin_option_store(const pc_option *o, const char *value, void *state);
/* What O takes, for a message: "a whole number", "one of short|long". */
const char *plugin_option_takes(const pc_option *o, apr_pool_t *pool);
/* "bool" for PC_BOOL; NULL when there is no such type. */
const char *plugin_option_type_name(uint32_t type);
/* The bytes that an option of TYPE fills in the state. */
size_t plugin_option_type_size(uint32_t type);

#endif
