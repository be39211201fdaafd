/* search_path.h - where the files of plugins are. */
#ifndef PAPERCONV_HOST_LOADER_SEARCH_PATH_H
#define PAPERCONV_HOST_LOADER_SEARCH_PATH_H

#include <apr_tables.h>
#include <stdbool.h>

/* The directories to search, in order (see registry_open()); NULL-terminated. */
const char *const *plugin_directories(apr_pool_t *pool, const char *const *first);
/* The file of the plugin NAME of the KIND "input" in the first directory that
 * has one, or NULL. */
const char *plugin_file(apr_pool_t *pool, const char *const *directories, const char *kind,
                        const char *name);
/* Every file of that KIND (const char *), those of the first directory first, each
 * directory's by name. */
apr_array_header_t *plugin_files(apr_pool_t *pool, const char *const *directories,
                                 const char *kind);
/* True for a file, links followed, in a directory that belongs to the program: beside
 * it, or installed. */
bool plugin_is_own(apr_pool_t *pool, const char *path);
/* "bibtex" for ".../bibtex.so" */
const char *plugin_file_name(apr_pool_t *pool, const char *path);

#endif
