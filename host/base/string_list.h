/* words.h - lists of C strings that grow, in APR's arrays. */
#ifndef PAPERCONV_HOST_WORDS_H
#define PAPERCONV_HOST_WORDS_H

#include <apr_tables.h>

static inline apr_array_header_t *words_make(apr_pool_t *pool)
{
    return apr_array_make(pool, 8, sizeof(const char *));
}

/* WORD itself, not a copy, becomes the last of WORDS. */
static inline void words_push(apr_array_header_t *words, const char *word)
{
    *(const char **)apr_array_push(words) = word;
}

/* The words, valid until the next push. */
static inline const char *const *words_items(const apr_array_header_t *words)
{
    return (const char *const *)(const void *)words->elts;
}

#endif
