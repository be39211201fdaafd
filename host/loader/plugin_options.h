/* plugin_options.h - stores the user's KEY=VALUE in the state of a plugin. */
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
/* Stores the defaults of P and then SETTINGS in STATE, which is zeroed.  Of several settings of one
 * option the last counts, but a list takes all.  Strings live as long as POOL, and files are open
 * as long.  False with *WHY: "unknown-option", which
 * suggests the nearest name, "bad-option" or "missing-option". */
bool plugin_options_apply(const struct plugin *p, struct settings settings, void *state,
                          apr_pool_t *pool, struct problem *why);

/* The state that every instance of a plugin begins with: the options are parsed once, and each
 * instance gets a copy. */
struct compiled_options {
    const void *state;      /* as plugin_options_apply() makes it; NULL after a problem */
    struct problem problem; /* why the plugin cannot be opened with these settings */
};
struct compiled_options plugin_options_compile(const struct plugin *p, struct settings settings,
                                               apr_pool_t *pool);
/* Stores VALUE, as the user writes it, as option O of STATE; a string refers to the bytes of VALUE.
 * False when O does not take it:
 *   PC_BOOL    true false yes no 1 0
 *   PC_INT     -12, of 64 bits
 *   PC_NUMBER  -12.5e3, finite, the same in every locale
 *   PC_STRING  UTF-8
 *   PC_CHOICE  one of O's choices
 *   PC_OPTION_FILE  nothing: no file
 *   PC_OPTION_LIST  nothing: no value */
bool plugin_option_store(const pc_option *o, const char *value, void *state);
/* What the option O takes, for a message: "a whole number", "one of short|long". */
const char *plugin_option_takes(const pc_option *o, apr_pool_t *pool);
/* The file that option O of STATE names; NULL when it names none. */
const pc_file *plugin_option_file(const pc_option *o, const void *state);
/* "bool" for PC_BOOL; NULL when TYPE is not a type of options. */
const char *plugin_option_type_name(uint32_t type);
/* How many bytes an option of TYPE takes in the state. */
size_t plugin_option_type_size(uint32_t type);

#endif
