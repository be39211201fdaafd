/* json_oracle.c - compares the JSON reader with jansson. */
#include "json_oracle.h"
#include "paperconv/json.h"

#include <jansson.h>
#include <stdlib.h>

/* ---- values ------------------------------------------------------------------------ */

static bool is_same_number(pc_str text, const json_t *value)
{
    char *copy = malloc(text.n + 1);
    bool same;

    if (copy == NULL)
        abort();
    memcpy(copy, text.p, text.n);
    copy[text.n] = '\0';
    same = json_is_integer(value)
               ? strtoll(copy, NULL, 10) == json_integer_value(value)
               : json_is_real(value) && strtod(copy, NULL) == json_real_value(value);
    free(copy);
    return same;
}

static bool is_same_value(pc_json *json, enum pc_json_token token, pc_str text,
                          const json_t *value);

static bool is_same_object(pc_json *json, const json_t *object)
{
    enum pc_json_token token;
    size_t count = 0;
    pc_str name, text;

    while (pc_json_next(json, &name) == PC_JSON_KEY) {
        token = pc_json_next(json, &text);
        if (!is_same_value(json, token, text, json_object_getn(object, name.p, name.n)))
            return false;
        count++;
    }
    return json_is_object(object) && count == json_object_size(object);
}

static bool is_same_array(pc_json *json, const json_t *array)
{
    enum pc_json_token token;
    size_t count = 0;
    pc_str text;

    while ((token = pc_json_next(json, &text)) != PC_JSON_ARRAY_END) {
        if (!is_same_value(json, token, text, json_array_get(array, count)))
            return false;
        count++;
    }
    return json_is_array(array) && count == json_array_size(array);
}

static bool is_same_value(pc_json *json, enum pc_json_token token, pc_str text, const json_t *value)
{
    switch (token) {
    case PC_JSON_OBJECT:
        return is_same_object(json, value);
    case PC_JSON_ARRAY:
        return is_same_array(json, value);
    case PC_JSON_STRING:
        return json_is_string(value) &&
               pc_same(text, pc_sub(json_string_value(value), json_string_length(value)));
    case PC_JSON_NUMBER:
        return is_same_number(text, value);
    case PC_JSON_TRUE:
        return json_is_true(value);
    case PC_JSON_FALSE:
        return json_is_false(value);
    case PC_JSON_NULL:
        return json_is_null(value);
    default:
        return false;
    }
}

/* ---- the reader alone ---------------------------------------------------------------- */

/* Reads all of TEXT; SKIP: all that can be passed over at once.  False after an error. */
static bool read_all(pc_json *json, pc_str text, pc_text *decoded, bool skip)
{
    enum pc_json_token token;
    pc_str ignored;

    pc_json_start(json, text, decoded);
    do {
        token = pc_json_next(json, &ignored);
        if (skip)
            pc_json_skip(json);
    } while (token != PC_JSON_END && token != PC_JSON_ERROR);
    return token == PC_JSON_END;
}

static bool is_place_in(pc_str at, pc_str text)
{
    return text.n == 0 || (at.p >= text.p && at.n <= (size_t)(text.p + text.n - at.p));
}

/* What the reader does must not depend on how it is asked. */
static const char *check_alone(pc_str text, pc_text *decoded, bool accepted, const pc_json *first)
{
    pc_json json;

    if (!accepted && (first->reason == NULL || !is_place_in(first->at, text)))
        return "an error has no reason or no place";
    if (read_all(&json, text, NULL, false) != accepted || json.replaced != first->replaced)
        return "decoding changes what is accepted";
    if (read_all(&json, text, decoded, true) != accepted || json.replaced != first->replaced)
        return "passing over changes what is accepted";
    return NULL;
}

/* ---- both ---------------------------------------------------------------------------- */

static const char *compare_values(pc_str text, pc_text *decoded, const json_t *value)
{
    pc_json json;
    pc_str token_text;
    enum pc_json_token token;

    pc_json_start(&json, text, decoded);
    token = pc_json_next(&json, &token_text);
    return is_same_value(&json, token, token_text, value) ? NULL : "a value differs";
}

/* A NUL byte outside strings ends the text for jansson 2.14. */
static bool is_nul(pc_str at)
{
    return at.n != 0 && at.p[0] == '\0';
}

static const char *compare_with_jansson(pc_str text, pc_text *decoded, bool accepted,
                                        const pc_json *first)
{
    json_error_t error;
    json_t *value = json_loadb(text.n != 0 ? text.p : "", text.n,
                               JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &error);
    const enum json_error_code code = value == NULL ? json_error_code(&error) : json_error_unknown;
    const char *difference = NULL;

    if (accepted && first->replaced != 0)
        difference = value == NULL ? NULL : "jansson accepts what the reader replaces";
    else if (accepted && value != NULL)
        difference = compare_values(text, decoded, value);
    else if (accepted && code != json_error_numeric_overflow && code != json_error_duplicate_key)
        difference = "jansson refuses what the reader accepts";
    else if (!accepted && value != NULL && !pc_ends(pc_s(first->reason), "nested too deeply") &&
             !is_nul(first->at))
        difference = "jansson accepts what the reader refuses";
    json_decref(value);
    return difference;
}

const char *json_difference(pc_str text, bool *accepted)
{
    pc_text decoded = { NULL, 0, 0 };
    const char *difference;
    pc_json json;

    *accepted = read_all(&json, text, &decoded, false);
    difference = check_alone(text, &decoded, *accepted, &json);
    if (difference == NULL)
        difference = compare_with_jansson(text, &decoded, *accepted, &json);
    pc_text_free(&decoded);
    return difference;
}
