/* json_reader.c - the JSON reader: one token a call, no recursion. */
#include "json/json_scalars.h"

void pc_json_start(pc_json *json, pc_str text, pc_text *decoded)
{
    static const char nothing[] = "";

    json->reason = NULL;
    json->at = pc_none();
    json->replaced = 0;
    json->p = text.p != NULL ? text.p : nothing;
    json->end = json->p + text.n;
    json->decoded = decoded;
    json->depth = 0;
    json->expected = EXPECT_VALUE;
    if (decoded != NULL)
        decoded->n = 0;
    if (pc_starts(text, "\xef\xbb\xbf"))
        pc_json_fail(json, json->p, "JSON does not begin with a byte order mark");
}

/* Moves over white space; false at the end of the text. */
static inline bool pass_space(pc_json *json)
{
    while (json->p < json->end && pc_json_is_space(*json->p))
        json->p++;
    return json->p < json->end;
}

/* ---- levels ---------------------------------------------------------------------- */

static bool is_in_object(const pc_json *json)
{
    const uint32_t level = json->depth - 1;

    return (json->objects[level / 64] >> level % 64 & 1) != 0;
}

static enum pc_json_token open_level(pc_json *json, bool is_object)
{
    const uint32_t level = json->depth;
    const uint64_t bit = (uint64_t)1 << level % 64;

    if (level == PC_JSON_DEPTH) {
        pc_json_fail(json, json->p, "arrays and objects are nested too deeply");
        return PC_JSON_ERROR;
    }
    if (is_object)
        json->objects[level / 64] |= bit;
    else
        json->objects[level / 64] &= ~bit;
    json->depth++;
    json->p++;
    json->expected = is_object ? EXPECT_KEY_OR_END : EXPECT_ITEM_OR_END;
    return is_object ? PC_JSON_OBJECT : PC_JSON_ARRAY;
}

static enum pc_json_token close_level(pc_json *json, enum pc_json_token token)
{
    json->p++;
    json->depth--;
    json->expected = EXPECT_AFTER_VALUE;
    return token;
}

/* ---- values ---------------------------------------------------------------------- */

static enum pc_json_token read_word(pc_json *json, const char *word, enum pc_json_token token)
{
    if (!pc_starts(pc_sub(json->p, (size_t)(json->end - json->p)), word)) {
        pc_json_fail(json, json->p, "expected a value");
        return PC_JSON_ERROR;
    }
    json->p += strlen(word);
    return token;
}

/* Reads the value that begins at the next character; there is one. */
static enum pc_json_token read_value(pc_json *json, pc_str *text)
{
    json->expected = EXPECT_AFTER_VALUE;
    switch (*json->p) {
    case '"':
        json->p++;
        return pc_json_read_string(json, text) ? PC_JSON_STRING : PC_JSON_ERROR;
    case '{':
        return open_level(json, true);
    case '[':
        return open_level(json, false);
    case 't':
        return read_word(json, "true", PC_JSON_TRUE);
    case 'f':
        return read_word(json, "false", PC_JSON_FALSE);
    case 'n':
        return read_word(json, "null", PC_JSON_NULL);
    case '-':
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
        return pc_json_read_number(json, text) ? PC_JSON_NUMBER : PC_JSON_ERROR;
    default:
        pc_json_fail(json, json->p, "expected a value");
        return PC_JSON_ERROR;
    }
}

/* Reads a key and its colon. */
static enum pc_json_token read_key(pc_json *json, pc_str *text)
{
    if (*json->p != '"') {
        pc_json_fail(json, json->p, "expected a name in double quotes");
        return PC_JSON_ERROR;
    }
    json->p++;
    if (!pc_json_read_string(json, text))
        return PC_JSON_ERROR;
    if (!pass_space(json) || *json->p != ':') {
        *text = pc_none();
        pc_json_fail(json, json->p, "expected ':' after a name");
        return PC_JSON_ERROR;
    }
    json->p++;
    json->expected = EXPECT_VALUE_OF_KEY;
    return PC_JSON_KEY;
}

/* What follows a value: a comma with the next one, the end of the level, or the end of the text. */
static enum pc_json_token read_after_value(pc_json *json, pc_str *text)
{
    bool in_object;

    if (json->depth == 0) {
        pc_json_fail(json, json->p, "text follows the value");
        return PC_JSON_ERROR;
    }
    in_object = is_in_object(json);
    if (*json->p == ',') {
        json->p++;
        if (!pass_space(json)) {
            pc_json_fail(json, json->end, NULL);
            return PC_JSON_ERROR;
        }
        return in_object ? read_key(json, text) : read_value(json, text);
    }
    if (*json->p == (in_object ? '}' : ']'))
        return close_level(json, in_object ? PC_JSON_OBJECT_END : PC_JSON_ARRAY_END);
    pc_json_fail(json, json->p, in_object ? "expected ',' or '}'" : "expected ',' or ']'");
    return PC_JSON_ERROR;
}

/* ---- the next token -------------------------------------------------------------- */

enum pc_json_token pc_json_next(pc_json *json, pc_str *text)
{
    *text = pc_none();
    if (json->expected == EXPECT_NOTHING)
        return PC_JSON_ERROR;
    if (!pass_space(json)) {
        if (json->depth == 0 && json->expected == EXPECT_AFTER_VALUE)
            return PC_JSON_END;
        pc_json_fail(json, json->end, NULL);
        return PC_JSON_ERROR;
    }
    switch (json->expected) {
    case EXPECT_AFTER_VALUE:
        return read_after_value(json, text);
    case EXPECT_KEY_OR_END:
        return *json->p == '}' ? close_level(json, PC_JSON_OBJECT_END) : read_key(json, text);
    case EXPECT_ITEM_OR_END:
        return *json->p == ']' ? close_level(json, PC_JSON_ARRAY_END) : read_value(json, text);
    default:
        return read_value(json, text);
    }
}

void pc_json_skip(pc_json *json)
{
    pc_text *const decoded = json->decoded;
    uint32_t outer = json->depth;
    pc_str text;

    if (json->expected == EXPECT_KEY_OR_END || json->expected == EXPECT_ITEM_OR_END)
        outer--;
    else if (json->expected != EXPECT_VALUE_OF_KEY)
        return;
    json->decoded = NULL; /* strings are given as they are written */
    do
        pc_json_next(json, &text);
    while (json->depth > outer);
    json->decoded = decoded;
}

/* True when TOKEN, the last one, begins a value of KIND; passes over another value that it begins. */
static bool is_open(pc_json *json, enum pc_json_token token, enum pc_json_token kind)
{
    if (token != kind && (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT))
        pc_json_skip(json);
    return token == kind;
}

bool pc_json_open(pc_json *json, enum pc_json_token kind)
{
    pc_str text;

    return is_open(json, pc_json_next(json, &text), kind);
}

bool pc_json_open_next(pc_json *json, enum pc_json_token kind)
{
    enum pc_json_token token;
    pc_str text;

    do {
        token = pc_json_next(json, &text);
        if (token == PC_JSON_ARRAY_END || token == PC_JSON_ERROR)
            return false;
    } while (!is_open(json, token, kind));
    return true;
}

pc_str pc_json_raw(pc_json *json)
{
    const char *const start = json->p;

    pc_json_skip(json);
    return json->reason == NULL ? pc_trim(pc_sub(start, (size_t)(json->p - start))) : pc_none();
}
