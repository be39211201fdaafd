/* json_state.c - how the JSON reader ends with an error. */
#include "json/json_state.h"

bool pc_json_fail(pc_json *json, const char *at, const char *reason)
{
    size_t n = 0;

    if (at < json->end)
        pc_rune(pc_sub(at, (size_t)(json->end - at)), &n);
    json->reason = at < json->end ? reason : "the text ends before the value does";
    json->at = pc_sub(at, n);
    json->expected = EXPECT_NOTHING;
    json->depth = 0; /* so that loops over a level end */
    return false;
}
