/* string_list.h - growing lists of C strings, as arrays of APR. */
#ifndef PAPERCONV_HOST_LOADER_STRING_LIST_H
#define PAPERCONV_HOST_LOADER_STRING_LIST_H

#include <apr_tables.h>

static inline apr_array_header_t *string_list_make(apr_pool_t *pool)
{
    return apr_array_make(pool, 8, sizeof(const char *));
}

/* Appends WORD, not a copy of it, to WORDS. */
static inline void string_list_push(apr_array_header_t *words, const char *word)
{
    *(const char **)apr_array_push(words) = word;
}

/* The items of WORDS, valid until the next push. */
static inline const char *const *string_list_items(const apr_array_header_t *words)
{
    return (const char *const *)(const void *)words->elts;
}

#endif
