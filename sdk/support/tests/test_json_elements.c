/* test_json_elements.c - the elements of an array, from a source that gives few bytes at a time. */
#include "fake_source.h"
#include "paperconv/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct elements_case {
    const char *name, *document;
    const char *elements; /* each followed by a newline */
    const char *reason;   /* NULL: the document is whole */
    size_t at;            /* then: the place of the fault */
} cases[] = {
    { "an array of objects", "[{\"a\":[1,{}]},{\"b\":\"]}\"}]", "{\"a\":[1,{}]}\n{\"b\":\"]}\"}\n",
      NULL, 0 },
    { "one on each line", "[\n  {\"a\": 1},\n  {\"a\": 2}\n]\n", "{\"a\": 1}\n{\"a\": 2}\n", NULL,
      0 },
    { "an empty array", " [ ] ", "", NULL, 0 },
    { "a byte order mark", "\xef\xbb\xbf[1]", "1\n", NULL, 0 },
    { "numbers, words and strings", "[1, -2.50 ,true,null\n, \"a,b\" , \"\"]",
      "1\n-2.50\ntrue\nnull\n\"a,b\"\n\"\"\n", NULL, 0 },
    { "escaped quotes and backslashes", "[\"\\\"]\",{\"\\\\\":\"\\\\\\\"}\"},[\"\\\\\"]]",
      "\"\\\"]\"\n{\"\\\\\":\"\\\\\\\"}\"}\n[\"\\\\\"]\n", NULL, 0 },
    { "one object", " {\"a\":[1,2]} \n", "{\"a\":[1,2]}\n", NULL, 0 },
    { "one number", "42 ", "42\n", NULL, 0 },
    { "one string", "\"a\"", "\"a\"\n", NULL, 0 },
    { "nothing", "", "", "the document has no value", 0 },
    { "only space", " \n", "", "the document has no value", 2 },
    { "only a bracket", "[", "", "the document ends before the array does", 1 },
    { "the document ends after an element", "[1,{} ", "1\n{}\n",
      "the document ends before the array does", 6 },
    { "the document ends after a comma", "[{},", "{}\n", "the document ends before the array does",
      4 },
    { "the document ends in an object", "[{},{\"a\":1", "{}\n", "the document ends in this value",
      4 },
    { "the document ends in a string", "[\"a\\\"]", "", "the document ends in this value", 1 },
    { "the document ends at a backslash", "\"a\\", "", "the document ends in this value", 0 },
    { "the document ends in a number", "[1", "", "the document ends in this value", 1 },
    { "no comma", "[{} {}]", "{}\n", "expected ',' or ']' after an element", 4 },
    { "two commas", "[1,,2]", "1\n", "expected a value", 3 },
    { "a comma first", "[,1]", "", "expected a value", 1 },
    { "a comma last", "[{},]", "{}\n", "expected a value", 4 },
    { "a brace that closes nothing", "[}]", "", "expected a value", 1 },
    { "another array", "[1][2]", "1\n", "text follows the value", 3 },
    { "lines of objects", "{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\n", "text follows the value", 8 },
    { "two numbers", "1,2", "1\n", "text follows the value", 1 },
    { "an element that is no JSON", "[{\"a\":}, nul ,[}]", "{\"a\":}\nnul\n[}\n", NULL, 0 },
};

static void read_document(const struct elements_case *c, size_t step)
{
    pc_json_elements elements = { .reason = NULL };
    pc_text got = { NULL, 0, 0 };
    struct fake_source source;
    pc_str element;

    fake_source_open(&source, pc_s(c->document), step);
    while (pc_json_element(&elements, &source.base, &element)) {
        pc_text_add(&got, element);
        pc_text_putc(&got, '\n');
    }
    if (!pc_eq(pc_text_str(&got), c->elements))
        print_message("%s: %.*s", c->name, (int)got.n, got.p);
    assert_true(pc_eq(pc_text_str(&got), c->elements));
    for (size_t i = 0; i < 2; i++) { /* the end and an error stay */
        if (c->reason == NULL) {
            assert_null(elements.reason);
        } else {
            assert_string_equal(elements.reason, c->reason);
            assert_int_equal(elements.at.p - c->document, c->at);
        }
        assert_false(pc_json_element(&elements, &source.base, &element));
        assert_null(element.p);
    }
    pc_text_free(&got);
}

static void test_documents(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t step = 1; step <= 40; step++)
            read_document(&cases[i], step);
}

/* An element is given when its last byte has come, not when the next one begins. */
static void test_no_waiting(void **state)
{
    static const char document[] = "[{\"a\":1} , {\"b\":2}]";
    pc_json_elements elements = { .reason = NULL };
    struct fake_source source;
    pc_str element;

    (void)state;
    fake_source_open(&source, pc_s(document), 1);
    assert_true(pc_json_element(&elements, &source.base, &element));
    assert_int_equal(source.arrived, strlen("[{\"a\":1}"));
    assert_true(pc_json_element(&elements, &source.base, &element));
    assert_int_equal(source.arrived, sizeof document - 2);
}

/* A long element in many pieces: each is looked at once, or this would take minutes. */
static void test_long_element(void **state)
{
    enum { SIZE = 8 << 20, STEP = 256 };
    pc_json_elements elements = { .reason = NULL };
    struct fake_source source;
    char *document = malloc(SIZE);
    pc_str element;

    (void)state;
    assert_non_null(document);
    memset(document, '7', SIZE);
    memcpy(document, "[[\"", 3);
    for (size_t i = SIZE / 2; i < SIZE - 4; i += 2)
        memcpy(document + i, "\\\"", 2);
    memcpy(document + SIZE - 4, " \"]]", 4);
    fake_source_open(&source, pc_sub(document, SIZE), STEP);
    assert_true(pc_json_element(&elements, &source.base, &element));
    assert_int_equal(element.n, SIZE - 2);
    assert_true(source.asked <= SIZE / STEP + 4);
    assert_false(pc_json_element(&elements, &source.base, &element));
    assert_null(elements.reason);
    free(document);
}

/* A caller that consumes the elements itself goes on behind a fault. */
static void test_going_on(void **state)
{
    static const char document[] = "[{\"a\": {\"b\":1} 2 {\"c\":3}] [4";
    pc_json_elements elements = { .reason = NULL, .keep = true };
    struct fake_source source;
    pc_str element;

    (void)state;
    fake_source_open(&source, pc_s(document), 3);
    assert_true(pc_json_element(&elements, &source.base, &element)); /* a brace too many */
    assert_true(pc_eq(element, "{\"a\": {\"b\":1} 2 {\"c\":3}]"));
    pc_json_cut(&elements, &source.base, 6);
    assert_true(pc_json_element(&elements, &source.base, &element));
    assert_true(pc_eq(element, "{\"b\":1}"));
    pc_consume(&source.base, element.n);
    assert_false(pc_json_element(&elements, &source.base, &element)); /* no comma */
    assert_false(pc_json_resume(&elements));
    pc_consume(&source.base, 2);
    assert_true(pc_json_element(&elements, &source.base, &element));
    assert_true(pc_eq(element, "{\"c\":3}"));
    pc_consume(&source.base, element.n);
    assert_false(pc_json_element(&elements, &source.base, &element)); /* another value */
    assert_true(pc_json_resume(&elements));
    assert_true(pc_json_element(&elements, &source.base, &element));
    assert_true(pc_eq(element, "4"));
}

/* Behind the array of the object comes what is left of the objects, and then the rest. */
static void test_enter(void **state)
{
    static const char *const names[] = { "items", "results", NULL };
    static const struct {
        const char *document, *outer;
        unsigned depth;
        const char *array, *rest; /* what is read next; after that and pc_json_leave() */
    } documents[] = {
        { "{\"items\":[1],\"a\":{}} x", NULL, 1, "[1]", " x" },
        { "{\"a\":\"\\\"items\",\"b\":{\"items\":[0]}, \"results\" : [2]}x", NULL, 1, "[2]", "x" },
        { "{\"message\":{\"items\":[3],\"a\":\"}\\\"\"},\"b\":[]}x", "message", 2, "[3]", "x" },
        { "{\"message\":{\"items\":[3]}}", NULL, 0, "{\"message\":{\"items\":[3]}}", "" },
        { "{\"message\":[{\"items\":[3]}]}", "message", 0, "{\"message\":[{\"items\":[3]}]}", "" },
        { "{\"items\":{}}{\"items\":[4]}", NULL, 0, "{\"items\":{}}", "{\"items\":[4]}" },
        { "[\"items\"]", NULL, 0, "[\"items\"]", "" },
        { "{\"items\":", NULL, 0, "{\"items\":", "" },
        { "", NULL, 0, "", "" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(documents); i++) {
        for (size_t step = 1; step < 40; step += 4) {
            const size_t n = strlen(documents[i].array);
            struct fake_source source;
            pc_str bytes;

            fake_source_open(&source, pc_s(documents[i].document), step);
            assert_int_equal(pc_json_enter(&source.base, names, documents[i].outer),
                             documents[i].depth);
            pc_ahead(&source.base, n, &bytes);
            assert_true(pc_starts(bytes, documents[i].array));
            pc_consume(&source.base, n);
            pc_json_leave(&source.base, documents[i].depth);
            pc_ahead(&source.base, 100, &bytes);
            assert_true(pc_eq(bytes, documents[i].rest));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_enter),        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_no_waiting),   cmocka_unit_test(test_going_on),
        cmocka_unit_test(test_long_element),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
