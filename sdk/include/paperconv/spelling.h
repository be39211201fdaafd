/* paperconv/spelling.h - support library: guesses which name a misspelt word was meant to be. */
#ifndef PAPERCONV_SPELLING_H
#define PAPERCONV_SPELLING_H

#include "paperconv/plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The nearest to WORD of the names NAME_AT(0, NAMES), NAME_AT(1, NAMES) ... up to NULL; NULL when none
 * is near: at most a third of the letters may be changed, added, left out or swapped with the next.
 * Upper and lower case count as equal, and so do - and _; the beginning of a name is near.
 * Names of more than 40 bytes are not looked at. */
const char *pc_nearest_name(pc_str word, const char *(*name_at)(size_t i, const void *names),
                            const void *names);

#ifdef __cplusplus
}
#endif
#endif
