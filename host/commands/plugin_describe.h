/* plugin_describe.h - what 'plugin list' and 'plugin show' share. */
#ifndef PAPERCONV_HOST_COMMANDS_PLUGIN_DESCRIBE_H
#define PAPERCONV_HOST_COMMANDS_PLUGIN_DESCRIBE_H

#include "loader/registry.h"

#include <jansson.h>
#include <stdint.h>

/* The kinds in the order in which records meet them; ends with 0. */
extern const int plugin_kinds[];

/* All that the table of P says, as a new object; enough to make a user
 * interface from. */
json_t *plugin_json(const struct plugin *p, apr_pool_t *pool);
/* TEXT as a JSON string; null when it is absent or no UTF-8. */
json_t *json_text(const char *text);

/* THREADS of a table: a word ("reentrant") and what it means. */
const char *threads_word(uint32_t threads);
const char *threads_meaning(uint32_t threads);
/* USES of a table: "files network", "" for none. */
const char *uses_words(uint32_t uses, apr_pool_t *pool);

/* Prints OBJECT, which it frees. */
void print_json(json_t *object);

#endif
