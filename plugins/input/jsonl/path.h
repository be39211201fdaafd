/* path.h - the way to values inside an object: authors[].name, categories[1:], "odd name". */
#ifndef PAPERCONV_JSONL_PATH_H
#define PAPERCONV_JSONL_PATH_H

#include "paperconv/json.h"

enum { TO_THE_END = INT32_MAX };

struct step {
    enum step_kind { MEMBER, ITEMS, END } kind;
    pc_str name;         /* MEMBER */
    int32_t first, last; /* ITEMS: from FIRST up to LAST, which is not one of them; negative numbers
                          * count from the end */
};

/* Reads the path that TEXT begins with into STEPS, which END ends, and moves TEXT behind it.
 * STEPS has room for as many as TEXT has bytes, and one more; names with escapes are decoded into
 * NAMES, which has room.  Returns NULL, or what is wrong at the start of TEXT. */
const char *path_read(pc_str *text, struct step *steps, pc_text *names);

/* Called with each value that a path leads to: its first token.  Reads the rest of an object or an
 * array. */
typedef void path_found(void *context, pc_json *json, enum pc_json_token token, pc_str text);

/* Follows STEPS from the value that JSON has begun with TOKEN, and passes over all of it.
 *
 * A name that meets an array goes on in each of its items, and items of a value that is no array
 * are those of an array with only this value. */
void path_follow(const struct step *steps, pc_json *json, enum pc_json_token token, pc_str text,
                 path_found *found, void *context);

#endif
