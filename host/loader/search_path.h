/* search_path.h - finds the files of plugins. */
#ifndef PAPERCONV_HOST_LOADER_SEARCH_PATH_H
#define PAPERCONV_HOST_LOADER_SEARCH_PATH_H

#include <apr_tables.h>
#include <stdbool.h>

/* The directories to search, in order, NULL-terminated; registry_open() lists them. */
const char *const *plugin_directories(apr_pool_t *pool, const char *const *first);
/* The file of the plugin NAME of KIND, such as "input", in the first of DIRECTORIES that has one;
 * or NULL. */
const char *plugin_file(apr_pool_t *pool, const char *const *directories, const char *kind,
                        const char *name);
/* The files of KIND (const char *) in DIRECTORIES: those of the first directory first, those of one
 * directory by name. */
apr_array_header_t *plugin_files(apr_pool_t *pool, const char *const *directories,
                                 const char *kind);
/* True when PATH, symbolic links followed, is in a directory of the program itself: the one beside
 * it, or the installed one. */
bool plugin_is_own(apr_pool_t *pool, const char *path);
/* "bibtex" for ".../bibtex.so". */
const char *plugin_file_name(apr_pool_t *pool, const char *path);

#endif
