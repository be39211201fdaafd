/* file_extensions.h - the extensions of files that a plugin lists, such as "csv tsv:dialect=tsv":
 * words, each perhaps with an option that files of this extension are for. */
#ifndef PAPERCONV_HOST_LOADER_FILE_EXTENSIONS_H
#define PAPERCONV_HOST_LOADER_FILE_EXTENSIONS_H

#include "base/problem.h"

#include "paperconv/plugin.h"

#include <apr_pools.h>

struct file_extension {
    const char *name;        /* "tsv" */
    const char *key, *value; /* "dialect" and "tsv"; NULL: no option */
};

/* Takes the first word from *WORDS, which may be NULL, into *E, with strings in POOL; false when
 * there is none. */
bool file_extension_next(const char **words, struct file_extension *e, apr_pool_t *pool);
/* "csv tsv" for people. */
const char *file_extension_names(const char *words, apr_pool_t *pool);
/* "csv tsv (dialect=tsv)" for people. */
const char *file_extension_text(const char *words, apr_pool_t *pool);
/* Checks the form of TABLE's extensions, and that their options exist and take these values.  TABLE
 * is complete otherwise.  False with *WHY. */
bool file_extensions_check(const struct pc_plugin *table, apr_pool_t *pool, struct problem *why);

#endif
