/* json_place.c - reads where a record of the output jsonl was read. */
#include "paperconv/json.h"

/* Reads the digits of TEXT into *LINE; false when they are none, or the number is larger than other
 * readers of JSON hold. */
static bool read_line_number(pc_str text, uint64_t *line)
{
    *line = 0;
    for (size_t i = 0; i < text.n; i++) {
        const unsigned digit = (unsigned)(text.p[i] - '0');

        if (digit > 9 || *line > ((uint64_t)INT64_MAX - digit) / 10)
            return false;
        *line = 10 * *line + digit;
    }
    return text.n != 0;
}

bool pc_json_read_place(pc_str source, pc_text *decoded, struct pc_place *place)
{
    pc_json json;
    pc_str name, text;

    *place = (struct pc_place){ sizeof *place, pc_none(), pc_none(), pc_none(), 0 };
    pc_json_start(&json, source, decoded);
    if (pc_json_next(&json, &name) != PC_JSON_OBJECT)
        return false;
    while (pc_json_next(&json, &name) == PC_JSON_KEY) {
        const enum pc_json_token token = pc_json_next(&json, &text);

        if (token == PC_JSON_NUMBER && pc_eq(name, "line")) {
            if (!read_line_number(text, &place->line))
                return false;
        } else if (token != PC_JSON_STRING) {
            return false;
        } else if (pc_eq(name, "document")) {
            place->document = text;
        } else if (pc_eq(name, "member")) {
            place->member = text;
        } else if (pc_eq(name, "plugin")) {
            place->plugin = text;
        } else {
            return false;
        }
    }
    return pc_json_next(&json, &name) == PC_JSON_END && place->document.n != 0 && place->line != 0;
}
