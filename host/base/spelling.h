/* spelling.h - words that people type. */
#ifndef PAPERCONV_HOST_BASE_SPELLING_H
#define PAPERCONV_HOST_BASE_SPELLING_H

#include <apr_pools.h>
#include <stddef.h>
#include <stdint.h>

/* The position of WORD in CHOICES ("short|long"), or -1. */
int64_t choice_position(const char *choices, const char *word);
/* An identifier as the user spells it: "max-authors" for "max_authors". */
const char *user_spelling(const char *identifier, apr_pool_t *pool);
/* Of the N NAMES the one nearest to WORD, or NULL when none is near. */
const char *nearest_name(const char *word, const char *const *names, size_t n);

#endif
