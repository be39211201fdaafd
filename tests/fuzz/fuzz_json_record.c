/* fuzz_json_record.c - pc_json_read_record(): it accepts the objects that jansson accepts, adds no
 * empty field, and reads back what pc_json_write_record() wrote. */
#include "target.h"

#include "fake_host.h"
#include "paperconv/fields.h"
#include "paperconv/json.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static void need(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

/* Reads TEXT into a new record; NULL when it is no object. */
static pc_record *read_record(struct fake_host *f, pc_str text, pc_text *decoded, pc_json *json)
{
    pc_record *record = fake_record(f, "x", NULL, 1, (const char *const[]){ NULL });
    pc_json_record read;
    pc_str key, value;
    bool accepted;

    pc_json_start(json, text, decoded);
    accepted = pc_json_read_record(json, record, &read);
    need(accepted || !pc_field(record, 0, &key, &value), "a text that is refused adds a field");
    need((read.left_out == 0) == (read.reason == NULL), "what is left out has no reason");
    for (size_t i = 0; pc_field(record, i, &key, &value); i++)
        need(key.n != 0 && value.n != 0, "a field is empty");
    return accepted ? record : NULL;
}

/* The line of RECORD, which lives until the next one is written. */
static pc_str write_record(struct fake_host *f, const pc_record *record)
{
    pc_gather out;

    f->out.n = 0;
    pc_gather_start(&out, &f->sink);
    if (!pc_json_write_record(&out, record))
        pc_gather_puts(&out, "{");
    pc_gather_puts(&out, "}");
    pc_gather_flush(&out);
    return pc_text_str(&f->out);
}

static json_t *load(pc_str text, enum json_error_code *code)
{
    json_error_t error;
    json_t *value = json_loadb(text.n != 0 ? text.p : "", text.n, JSON_DECODE_ANY, &error);

    *code = value == NULL ? json_error_code(&error) : json_error_unknown;
    return value;
}

static void compare_with_jansson(pc_str text, bool accepted, const pc_json *json)
{
    enum json_error_code code;
    json_t *value = load(text, &code);

    if (accepted)
        need(json_is_object(value) || json->replaced != 0 || code == json_error_numeric_overflow,
             "jansson reads no object");
    else
        need(!json_is_object(value) || pc_ends(pc_s(json->reason), "nested too deeply") ||
                 (json->at.n != 0 && json->at.p[0] == '\0'),
             "jansson reads an object");
    json_decref(value);
}

/* A host keeps such a value, and a qualifier of nothing, under another key. */
static bool is_wrong(enum pc_holds holds, pc_str value)
{
    if (holds == PC_HOLDS_NUMBER)
        return !pc_json_is_number(value);
    return holds == PC_HOLDS_FLAG && !pc_same(value, pc_s("true"));
}

static bool has_wrong_value(const pc_record *record)
{
#define HOLDS(list, key, member, repeats, holds, choices) holds,
    static const unsigned char holds_of[] = { PC_FIELDS(HOLDS) };
#undef HOLDS
    pc_str key, value, parent, rest, before = pc_s("");

    for (size_t i = 0; pc_field(record, i, &key, &value); i++) {
        const enum pc_list list = pc_list_of(key);

        if (list < PC_LIST_OTHERS && is_wrong(holds_of[list], value))
            return true;
        if (pc_cut(key, '.', &parent, &rest) &&
            (before.n < parent.n || memcmp(before.p, parent.p, parent.n) != 0))
            return true;
        before = key;
    }
    return false;
}

/* Without a host nothing has checked the numbers of the record: its line may be no JSON. */
static void compare_with_copy(struct fake_host *f, const pc_record *record)
{
    pc_text line = { NULL, 0, 0 }, decoded = { NULL, 0, 0 };
    enum json_error_code code;
    const pc_record *copy;
    json_t *value;
    pc_json json;

    pc_text_add(&line, write_record(f, record));
    value = load(pc_text_str(&line), &code);
    if (value != NULL) {
        copy = read_record(f, pc_text_str(&line), &decoded, &json);
        need(copy != NULL, "a line that was written is no object");
        need(pc_same(write_record(f, copy), pc_text_str(&line)), "a line changes when it is read");
    }
    json_decref(value);
    pc_text_free(&line);
    pc_text_free(&decoded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *exact = malloc(size + 1); /* a copy, so that a sanitizer detects an overrun */
    pc_text decoded = { NULL, 0, 0 };
    const pc_record *record;
    struct fake_host f;
    pc_json json;

    need(exact != NULL, "no memory");
    if (size != 0)
        memcpy(exact, data, size);
    fake_open(&f);
    record = read_record(&f, pc_sub(exact, size), &decoded, &json);
    compare_with_jansson(pc_sub(exact, size), record != NULL, &json);
    if (record != NULL && !has_wrong_value(record))
        compare_with_copy(&f, record);
    fake_close(&f);
    pc_text_free(&decoded);
    free(exact);
    return 0;
}
