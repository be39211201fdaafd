/* string_list.h - lists of C strings that grow, in APR's arrays. */
#ifndef PAPERCONV_HOST_LOADER_STRING_LIST_H
#define PAPERCONV_HOST_LOADER_STRING_LIST_H

#include <apr_tables.h>

static inline apr_array_header_t *string_list_make(apr_pool_t *pool)
{
    return apr_array_make(pool, 8, sizeof(const char *));
}

/* WORD itself, not a copy, becomes the last of WORDS. */
static inline void string_list_push(apr_array_header_t *words, const char *word)
{
    *(const char **)apr_array_push(words) = word;
}

/* The words, valid until the next push. */
static inline const char *const *string_list_items(const apr_array_header_t *words)
{
    return (const char *const *)(const void *)words->elts;
}

#endif
