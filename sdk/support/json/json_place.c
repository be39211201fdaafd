/* json_place.c - reads where a record of the output jsonl was read. */
#include "json/json_places.h"
#include "json/json_state.h"

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

/* Reads the JSON that PLACES keeps into its place, whose slices are then of PLACES. */
static bool read_kept_source(pc_json_places *places)
{
    struct pc_place *const place = &places->place;
    pc_json json;
    pc_str name, text;

    *place = (struct pc_place){ sizeof *place, pc_none(), pc_none(), pc_none(), 0 };
    pc_json_start(&json, pc_text_str(&places->source), &places->decoded);
    if (pc_json_next(&json, &name) != PC_JSON_OBJECT)
        return false;
    while (pc_json_next(&json, &name) == PC_JSON_KEY) {
        const enum pc_json_token token = pc_json_next(&json, &text);

        if (token == PC_JSON_NUMBER && pc_eq(name, "line")) {
            if (!read_line_number(text, &place->line))
                return false;
            places->before = (size_t)(text.p - places->source.p);
            places->digits = text.n;
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

bool pc_json_read_place(pc_str source, pc_json_places *places, struct pc_place *place)
{
    uint64_t line;

    if (pc_json_same_source(places, source, &line) == source.n && source.n != 0) {
        places->place.line = line;
    } else {
        places->source.n = 0;
        pc_text_add(&places->source, source);
        if (!read_kept_source(places)) {
            places->digits = 0;
            return false;
        }
    }
    *place = places->place;
    return true;
}

void pc_json_places_free(pc_json_places *places)
{
    pc_text_free(&places->source);
    pc_text_free(&places->decoded);
}

/* ---- the same but for the number ------------------------------------------------------- */

/* The digits that TEXT begins with, at most MOST of them. */
static size_t count_digits(pc_str text, size_t most)
{
    size_t n = 0;

    while (n < most && n < text.n && text.p[n] >= '0' && text.p[n] <= '9')
        n++;
    return n;
}

size_t pc_json_same_source(const pc_json_places *places, pc_str text, uint64_t *line)
{
    enum { MOST_DIGITS = 18 }; /* less than INT64_MAX */
    const pc_str known = pc_text_str(&places->source);
    size_t digits, after;

    if (places->digits == 0 || text.n < known.n - places->digits ||
        memcmp(text.p, known.p, places->before) != 0)
        return 0;
    text = pc_drop(text, places->before);
    digits = count_digits(text, MOST_DIGITS);
    after = known.n - places->before - places->digits;
    if (digits == 0 || text.p[0] == '0' || text.n - digits < after ||
        memcmp(text.p + digits, known.p + known.n - after, after) != 0)
        return 0;
    return read_line_number(pc_sub(text.p, digits), line) ? places->before + digits + after : 0;
}

bool pc_json_pass_source(const pc_json_places *places, pc_json *json, pc_str *raw)
{
    uint64_t line;
    const size_t size =
        pc_json_same_source(places, pc_sub(json->p, (size_t)(json->end - json->p)), &line);

    if (size == 0)
        return false;
    *raw = pc_sub(json->p, size);
    json->p += size;
    json->expected = EXPECT_AFTER_VALUE;
    return true;
}
