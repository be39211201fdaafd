/* json_state.h - where the JSON reader is in the grammar. */
#ifndef PAPERCONV_SUPPORT_JSON_STATE_H
#define PAPERCONV_SUPPORT_JSON_STATE_H

#include "paperconv/json.h"

/* What may come next.  The brackets of the levels that are open are bits in json->objects. */
enum pc_json_expected {
    EXPECT_VALUE, /* of the text, or after a comma in an array */
    EXPECT_VALUE_OF_KEY,
    EXPECT_ITEM_OR_END, /* after [ */
    EXPECT_KEY_OR_END,  /* after { */
    EXPECT_AFTER_VALUE,
    EXPECT_NOTHING /* after an error */
};

/* Ends reading with the error REASON at AT.  At the end of the text the reason is that it ends.
 * Returns false. */
bool pc_json_fail(pc_json *json, const char *at, const char *reason);

/* White space of JSON. */
static inline bool pc_json_is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

#endif
