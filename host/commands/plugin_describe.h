/* plugin_describe.h - the descriptions that 'plugin list' and 'plugin show' print. */
#ifndef PAPERCONV_HOST_COMMANDS_PLUGIN_DESCRIBE_H
#define PAPERCONV_HOST_COMMANDS_PLUGIN_DESCRIBE_H

#include "loader/registry.h"

#include <jansson.h>
#include <stdint.h>

/* The kinds of plugins in the order in which a record passes them; ends with 0. */
extern const int plugin_kinds[];

/* A new object with everything that the table of P says, enough to make a user interface from. */
json_t *plugin_json(const struct plugin *p, apr_pool_t *pool);
/* TEXT as a JSON string; null when TEXT is NULL or not UTF-8. */
json_t *json_text(const char *text);

/* The value THREADS of a table as a word ("reentrant"), and what it means. */
const char *threads_word(uint32_t threads);
const char *threads_meaning(uint32_t threads);
/* The value USES of a table as words: "files network"; "" for none. */
const char *uses_words(uint32_t uses, apr_pool_t *pool);

/* The keys whose fields the filter with the table T declares to change: "doi url"; "" for none. */
const char *adds_words(const struct pc_plugin *t, apr_pool_t *pool);

/* Prints OBJECT and frees it. */
void print_json(json_t *object);

#endif
