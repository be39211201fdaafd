/* json_lines.c - what an input of JSON Lines reports about a line. */
#include "paperconv/json.h"

int pc_json_bad_line(pc_source *source, pc_str line, const pc_json *json)
{
    if (json->reason == NULL)
        return pc_bad(source, line, "bad-json", "the line is not a JSON object");
    if (json->at.n == 0) /* the end of the line */
        return pc_bad(source, pc_sub(line.p + line.n, 0), "bad-json", "the line ends too early: %s",
                      json->reason);
    return pc_bad(source, json->at, "bad-json", "the line is not JSON: %s", json->reason);
}

void pc_json_warn_of_escapes(pc_source *source, pc_str line, const pc_json *json)
{
    if (json->replaced != 0)
        pc_warn(source, line, "invalid-escape", "%zu escape%s for no character became U+FFFD",
                json->replaced, json->replaced == 1 ? "" : "s");
}
