/* path.c - the way to values inside an object. */
#include "path.h"

/* ---- the text of a path ---------------------------------------------------------------- */

static bool is_bare(char c)
{
    return (unsigned char)c > ' ' && strchr(".[]=,\"", c) == NULL;
}

/* A name in quotes is a JSON string. */
static const char *read_quoted_name(pc_str *text, pc_str *name, pc_text *names)
{
    size_t n = 1;
    pc_json json;
    const size_t before = names->n;

    while (n < text->n && text->p[n] != '"')
        n += text->p[n] == '\\' ? 2 : 1;
    if (n >= text->n)
        return "a name in quotes has no end";
    pc_json_start(&json, pc_sub(text->p, n + 1), NULL);
    if (pc_json_next(&json, name) != PC_JSON_STRING)
        return "a name in quotes is not as in JSON";
    if (memchr(name->p, '\\', name->n) != NULL) {
        pc_text decoded = { NULL, 0, 0 };

        pc_json_start(&json, pc_sub(text->p, n + 1), &decoded);
        pc_json_next(&json, name);
        pc_text_add(names, *name);
        *name = pc_sub(names->p + before, name->n);
        pc_text_free(&decoded);
    }
    *text = pc_drop(*text, n + 1);
    return NULL;
}

static const char *read_name(pc_str *text, struct step *step, pc_text *names)
{
    size_t n = 0;

    step->kind = MEMBER;
    if (text->n != 0 && text->p[0] == '"')
        return read_quoted_name(text, &step->name, names);
    while (n < text->n && is_bare(text->p[n]))
        n++;
    step->name = pc_sub(text->p, n);
    *text = pc_drop(*text, n);
    return n != 0 ? NULL : "expected the name of a member";
}

/* Reads a number of up to six digits into *NUMBER, which stays as it is when there is none. */
static void read_position(pc_str *text, int32_t *number)
{
    enum { DIGITS = 6 };
    size_t n = text->n != 0 && text->p[0] == '-';
    const size_t start = n;
    int32_t value = 0;

    for (; n < text->n && n < start + DIGITS && text->p[n] >= '0' && text->p[n] <= '9'; n++)
        value = 10 * value + (text->p[n] - '0');
    if (n == start)
        return;
    *number = start != 0 ? -value : value;
    *text = pc_drop(*text, n);
}

/* Reads what follows [: nothing, a position, or positions around a colon. */
static const char *read_items(pc_str *text, struct step *step)
{
    const char *const start = text->p;

    *step = (struct step){ .kind = ITEMS, .first = 0, .last = TO_THE_END };
    read_position(text, &step->first);
    if (pc_starts(*text, ":")) {
        *text = pc_drop(*text, 1);
        read_position(text, &step->last);
    } else if (text->p != start) {
        step->last = step->first == -1 ? TO_THE_END : step->first + 1;
    }
    if (!pc_starts(*text, "]"))
        return "expected a position such as [0], [-1] or [1:]";
    *text = pc_drop(*text, 1);
    return NULL;
}

const char *path_read(pc_str *text, struct step *steps, pc_text *names)
{
    const char *wrong;

    if (pc_starts(*text, ".")) /* as in jq */
        *text = pc_drop(*text, 1);
    wrong = read_name(text, steps++, names);
    while (wrong == NULL && text->n != 0 && (text->p[0] == '.' || text->p[0] == '[')) {
        const bool is_items = text->p[0] == '[';

        *text = pc_drop(*text, 1);
        wrong = is_items ? read_items(text, steps++) : read_name(text, steps++, names);
    }
    steps->kind = END;
    return wrong;
}

/* ---- following a path -------------------------------------------------------------------- */

static void pass_over(pc_json *json, enum pc_json_token token)
{
    if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT)
        pc_json_skip(json);
}

static bool is_item(enum pc_json_token token)
{
    return token != PC_JSON_ARRAY_END && token != PC_JSON_ERROR && token != PC_JSON_END;
}

/* How many items the array has that JSON has begun. */
static int32_t count_rest(const pc_json *json)
{
    pc_json ahead = *json;
    int32_t count = 0;
    enum pc_json_token token;
    pc_str text;

    ahead.decoded = NULL;
    while (is_item(token = pc_json_next(&ahead, &text)) && count < TO_THE_END) {
        pass_over(&ahead, token);
        count++;
    }
    return count;
}

/* STEP with positions from the start, for an array of COUNT items. */
static struct step from_start(struct step step, int32_t count)
{
    if (step.first < 0)
        step.first = step.first + count > 0 ? step.first + count : 0;
    if (step.last < 0)
        step.last += count;
    return step;
}

static void follow_items(const struct step *steps, pc_json *json, path_found *found, void *context)
{
    struct step step = *steps;
    enum pc_json_token token;
    pc_str text;

    if (step.first < 0 || step.last < 0)
        step = from_start(step, count_rest(json));
    for (int32_t i = 0; is_item(token = pc_json_next(json, &text)); i++) {
        if (i >= step.first && i < step.last)
            path_follow(steps + 1, json, token, text, found, context);
        else
            pass_over(json, token);
    }
}

static void follow_name(const struct step *steps, pc_json *json, enum pc_json_token token,
                        path_found *found, void *context)
{
    pc_str text;

    if (token == PC_JSON_ARRAY) {
        while (is_item(token = pc_json_next(json, &text)))
            path_follow(steps, json, token, text, found, context);
    } else if (token == PC_JSON_OBJECT) {
        while (pc_json_next(json, &text) == PC_JSON_KEY) {
            if (pc_same(text, steps->name)) {
                token = pc_json_next(json, &text);
                path_follow(steps + 1, json, token, text, found, context);
            } else {
                pc_json_skip(json);
            }
        }
    }
}

void path_follow(const struct step *steps, pc_json *json, enum pc_json_token token, pc_str text,
                 path_found *found, void *context)
{
    if (steps->kind == END) {
        found(context, json, token, text);
    } else if (steps->kind == MEMBER) {
        follow_name(steps, json, token, found, context);
    } else if (token == PC_JSON_ARRAY) {
        follow_items(steps, json, found, context);
    } else {
        const struct step one = from_start(*steps, 1);

        if (one.first <= 0 && one.last > 0)
            path_follow(steps + 1, json, token, text, found, context);
        else
            pass_over(json, token);
    }
}
