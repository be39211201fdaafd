/* spelling.h - option names and values as users type them. */
#ifndef PAPERCONV_HOST_BASE_SPELLING_H
#define PAPERCONV_HOST_BASE_SPELLING_H

#include <stddef.h>
#include <stdint.h>

/* The position of WORD in CHOICES ("short|long"), or -1. */
int64_t choice_position(const char *choices, const char *word);
/* The one of the N NAMES that is closest to WORD, or NULL when none is close. */
const char *nearest_name(const char *word, const char *const *names, size_t n);

#endif
