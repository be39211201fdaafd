/* recognise.c - whether the first bytes of a document are lines of JSON. */
#include "recognise.h"

#include "paperconv/fields.h"
#include "paperconv/json.h"

enum { SIGNATURE = 100, KNOWN_MEMBERS = 80, SHAPE = 50, ONE_LINE = 20 };

/* What the first line holds, as far as the head has it. */
struct first_line {
    bool is_object;       /* the line is one, or may be one when the rest of it comes */
    size_t known, others; /* members that the output jsonl has, and that it does not have */
    bool has_source;      /* with document, line and plugin */
};

static bool is_known_member(pc_str name)
{
    static const char *const members[] = {
#define MEMBER(list, key, member, ...) member,
#define ARRAY(list, parent, key, array, ...) array,
        PC_FIELDS(MEMBER) PC_QUALIFIERS(ARRAY)
#undef ARRAY
#undef MEMBER
            "year",
        "extra",
    };

    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        if (pc_eq(name, members[i]))
            return true;
    return false;
}

/* Reads the member `source`, whose value comes next. */
static bool is_source(pc_json *json)
{
    bool document = false, line = false, plugin = false;
    pc_str name, text;

    if (pc_json_next(json, &name) != PC_JSON_OBJECT)
        return false;
    while (pc_json_next(json, &name) == PC_JSON_KEY) {
        const enum pc_json_token token = pc_json_next(json, &text);

        document |= token == PC_JSON_STRING && pc_eq(name, "document");
        plugin |= token == PC_JSON_STRING && pc_eq(name, "plugin");
        line |= token == PC_JSON_NUMBER && pc_eq(name, "line");
    }
    return document && line && plugin;
}

/* True when reading failed only because the head ends in the line. */
static bool is_cut(const pc_json *json, bool is_whole)
{
    return json->reason != NULL && json->at.n == 0 && !is_whole;
}

static struct first_line read_first_line(pc_str line, bool is_whole)
{
    struct first_line found = { .is_object = false };
    pc_json json;
    pc_str name;

    pc_json_start(&json, line, NULL);
    if (pc_json_next(&json, &name) != PC_JSON_OBJECT)
        return found;
    while (pc_json_next(&json, &name) == PC_JSON_KEY) {
        if (pc_eq(name, "source")) {
            found.has_source = is_source(&json);
        } else {
            *(is_known_member(name) ? &found.known : &found.others) += 1;
            pc_json_skip(&json);
        }
    }
    found.is_object =
        json.reason == NULL ? pc_json_next(&json, &name) == PC_JSON_END : is_cut(&json, is_whole);
    return found;
}

/* Removes the first line that is not blank from *HEAD.  False when its end is not in the head. */
static bool cut_line(pc_str *head, pc_str *line)
{
    size_t n = 0;

    while (head->n != 0 && strchr(" \t\r\n", head->p[0]) != NULL && head->p[0] != '\0')
        *head = pc_drop(*head, 1);
    while (n < head->n && head->p[n] != '\n' && head->p[n] != '\r')
        n++;
    *line = pc_sub(head->p, n);
    if (n == head->n) {
        *head = pc_none();
        return false;
    }
    *head = pc_drop(*head, n + 1);
    return true;
}

/* An incomplete character at the end is part of the cut, and no wrong byte. */
static pc_str without_cut_character(pc_str head)
{
    for (size_t n = 1; n <= 3 && n <= head.n; n++) {
        const unsigned char c = (unsigned char)head.p[head.n - n];

        if (c >= 0xC0)
            return pc_sub(head.p, head.n - n);
        if (c < 0x80)
            break;
    }
    return head;
}

static bool is_name_of_lines(pc_str name)
{
    return pc_ends(name, ".jsonl") || pc_ends(name, ".ndjson") || pc_ends(name, ".jsonlines");
}

int jsonl_recognise(pc_str head, pc_str name, const char **why)
{
    struct first_line first;
    pc_str line, second;
    bool is_whole;

    if (pc_starts(head, "\xef\xbb\xbf"))
        head = pc_drop(head, 3);
    head = without_cut_character(head);
    is_whole = cut_line(&head, &line);
    first = read_first_line(line, is_whole);
    *why = "the first line is no JSON object";
    if (!first.is_object)
        return 0;
    *why = "the first line is an object with the members and the source of paperconv's JSON Lines";
    if (first.has_source && first.others == 0)
        return SIGNATURE;
    *why = "the first line is an object with the members of paperconv's JSON Lines";
    if (first.known != 0 && first.others == 0)
        return KNOWN_MEMBERS;
    *why = "each line begins an object";
    cut_line(&head, &second);
    if (is_name_of_lines(name) || pc_starts(second, "{"))
        return SHAPE;
    *why = "a single object, which may be no line of a list";
    return first.known >= 2 && first.known >= first.others && !pc_ends(name, ".json") ? ONE_LINE
                                                                                      : 0;
}
