/* paperconv/names.h - support library: the parts of an author's name. */
#ifndef PAPERCONV_NAMES_H
#define PAPERCONV_NAMES_H

#include "paperconv/text.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Slices of the printed name; absent where the name has no such part.  White space
 * inside them is as printed: pc_name_tidy() normalises it. */
typedef struct pc_name {
    pc_str given, particle, family, suffix;
    bool whole; /* FAMILY is the whole name: of a group, or one that cannot be split */
} pc_name;

/* Splits "First von Last Jr.", "von Last, First", "von Last, Jr., First" and
 * "Last, First, Jr.".  Capitalised particles (Van Gool) belong to the family
 * name; names in Chinese, Japanese or Korean script begin with it. */
void pc_name_split(pc_str printed, pc_name *name);

/* Appends a part with single spaces and joined initials: "M. -C." becomes "M.-C.". */
void pc_name_tidy(pc_text *out, pc_str part);

#ifdef __cplusplus
}
#endif
#endif
