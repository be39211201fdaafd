/* fuzz_json.c - the JSON reader: it accepts and finds what jansson does, and the elements of an
 * array are what the reader finds in it, whatever the pieces in which the document comes. */
#include "target.h"

#include "fake_source.h"
#include "json_oracle.h"
#include "paperconv/json.h"

#include <stdio.h>
#include <stdlib.h>

static void need(bool condition, const char *what)
{
    if (condition)
        return;
    fprintf(stderr, "%s\n", what);
    abort();
}

/* Passes over one value, which may be an element; false after an error. */
static bool pass_value(pc_json *json)
{
    pc_str text;
    enum pc_json_token token = pc_json_next(json, &text);

    if (token == PC_JSON_ARRAY || token == PC_JSON_OBJECT)
        pc_json_skip(json);
    return json->reason == NULL && token != PC_JSON_END && token != PC_JSON_ARRAY_END;
}

static bool is_value(pc_str text)
{
    pc_json json;

    pc_json_start(&json, text, NULL);
    return pass_value(&json) && pc_json_next(&json, &text) == PC_JSON_END;
}

/* How many elements the document has for the reader, which accepts it. */
static size_t count_elements(pc_str text)
{
    pc_json json;
    size_t count = 0;

    pc_json_start(&json, text, NULL);
    if (pc_json_next(&json, &text) != PC_JSON_ARRAY)
        return 1;
    while (pass_value(&json))
        count++;
    return count;
}

/* Stores in *SUM something that depends on each byte and on each boundary of the elements. */
static bool read_elements(pc_str document, size_t step, size_t *count, uint64_t *sum)
{
    pc_json_elements elements = { .reason = NULL };
    struct fake_source source;
    pc_str element;
    bool all = true;

    *count = 0;
    *sum = 0;
    fake_source_open(&source, document, step);
    while (pc_json_element(&elements, &source.base, &element)) {
        need(element.n != 0, "an element is empty");
        all = is_value(element) && all;
        for (size_t i = 0; i < element.n; i++)
            *sum = *sum * 1099511628211U + (unsigned char)element.p[i] + 1;
        *sum = *sum * 1099511628211U;
        ++*count;
    }
    return all && elements.reason == NULL;
}

static void check_elements(pc_str document, bool accepted)
{
    size_t count, again;
    uint64_t sum, sum_again;
    const bool all = read_elements(document, document.n + 1, &count, &sum);

    need(read_elements(document, 1 + document.n % 7, &again, &sum_again) == all && again == count &&
             sum_again == sum,
         "the elements depend on the pieces");
    if (accepted)
        need(all && count == count_elements(document), "the elements are not those of the array");
    else if (!pc_starts(document, "\xef\xbb\xbf")) /* which only the reader refuses */
        need(!all || document.n > PC_JSON_DEPTH, "the elements hide what is no JSON");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *copy = malloc(size + 1);
    pc_str text = { copy, size };
    const char *difference;
    bool accepted;

    need(copy != NULL, "no memory");
    if (size != 0)
        memcpy(copy, data, size);
    difference = json_difference(text, &accepted);
    need(difference == NULL, difference);
    check_elements(text, accepted);
    free(copy);
    return 0;
}
