/* test_json_reader.c - the tokens of texts that are JSON, and the errors of texts that are not.
 * The kinds of cases follow JSONTestSuite by Nicolas Seriot (https://github.com/nst/JSONTestSuite,
 * MIT licence). */
#include "fake_host.h"
#include "paperconv/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define TEXT(literal) literal, sizeof literal - 1

/* Writes TOKEN to *OUT: "{ }", "[ ]", "name:", a string in quotes, a number as it is. */
static void put_token(pc_text *out, enum pc_json_token token, pc_str text)
{
    static const char *const marks[] = {
        [PC_JSON_OBJECT] = "{",    [PC_JSON_OBJECT_END] = "}", [PC_JSON_ARRAY] = "[",
        [PC_JSON_ARRAY_END] = "]", [PC_JSON_TRUE] = "true",    [PC_JSON_FALSE] = "false",
        [PC_JSON_NULL] = "null",
    };

    if (out->n != 0)
        pc_text_putc(out, ' ');
    if (token == PC_JSON_STRING)
        pc_text_putc(out, '<');
    if (token == PC_JSON_STRING || token == PC_JSON_NUMBER || token == PC_JSON_KEY)
        pc_text_add(out, text);
    else
        assert_true(text.p == NULL && text.n == 0);
    if (token == PC_JSON_STRING)
        pc_text_putc(out, '>');
    else if (token == PC_JSON_KEY)
        pc_text_putc(out, ':');
    else if (token != PC_JSON_NUMBER)
        pc_text_puts(out, marks[token]);
}

/* Reads all of TEXT; *OUT then has its tokens, or "reason @ offset" after an error. */
static void trace(pc_str text, pc_json *json, pc_text *decoded, pc_text *out)
{
    enum pc_json_token token;
    pc_str token_text;
    char place[24];

    out->n = 0;
    pc_json_start(json, text, decoded);
    while ((token = pc_json_next(json, &token_text)) != PC_JSON_END && token != PC_JSON_ERROR)
        put_token(out, token, token_text);
    for (size_t i = 0; i < 3; i++) { /* the end and an error stay */
        pc_json_skip(json);
        assert_int_equal(pc_json_next(json, &token_text), token);
        assert_null(token_text.p);
    }
    if (token == PC_JSON_END) {
        assert_null(json->reason);
        return;
    }
    snprintf(place, sizeof place, " @ %zu+%zu", (size_t)(json->at.p - text.p), json->at.n);
    out->n = 0;
    pc_text_puts(out, json->reason);
    pc_text_puts(out, place);
}

struct json_case {
    const char *name, *text;
    size_t size;
    const char *trace;
    size_t replaced;
};

static void run_cases(const struct json_case *cases, size_t count)
{
    pc_text decoded = { NULL, 0, 0 }, out = { NULL, 0, 0 };

    for (size_t i = 0; i < count; i++) {
        char *exact = malloc(cases[i].size + 1); /* so that a sanitizer detects an overrun */
        pc_json json;

        assert_non_null(exact);
        memcpy(exact, cases[i].text, cases[i].size);
        trace(pc_sub(exact, cases[i].size), &json, &decoded, &out);
        if (!pc_eq(pc_text_str(&out), cases[i].trace) || json.replaced != cases[i].replaced)
            print_message("%s: got %.*s\n", cases[i].name, (int)out.n, out.p);
        assert_true(pc_eq(pc_text_str(&out), cases[i].trace));
        assert_int_equal(json.replaced, cases[i].replaced);
        free(exact);
    }
    pc_text_free(&decoded);
    pc_text_free(&out);
}

static const struct json_case accepted[] = {
    { "a number alone", TEXT("42"), "42", 0 },
    { "a word alone, with space around it", TEXT(" \t\r\n null \n"), "null", 0 },
    { "an empty string alone", TEXT("\"\""), "<>", 0 },
    { "an empty array with a space", TEXT("[ ]"), "[ ]", 0 },
    { "an empty object", TEXT("{}"), "{ }", 0 },
    { "an empty key", TEXT("{\"\":0}"), "{ : 0 }", 0 },
    { "a key twice", TEXT("{\"a\":1,\"a\":2}"), "{ a: 1 a: 2 }", 0 },
    { "an escape in a key", TEXT("{\"\\u0061\\n\":true}"), "{ a\n: true }", 0 },
    { "nested values", TEXT("[{\"a\":[[],{}]},false]"), "[ { a: [ [ ] { } ] } false ]", 0 },
    { "space everywhere", TEXT(" { \"a\" : [ 1 , 2 ] , \"b\" : { } } "), "{ a: [ 1 2 ] b: { } }",
      0 },
    { "numbers as they are written",
      TEXT("[90.1,90.10,-0,0e1,0E+1,1e-2,-1.5E-10,123456789012345678901234567890,1e400]"),
      "[ 90.1 90.10 -0 0e1 0E+1 1e-2 -1.5E-10 123456789012345678901234567890 1e400 ]", 0 },
    { "every simple escape", TEXT("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\""), "<\"\\/\b\f\n\r\t>", 0 },
    { "an escaped backslash before a quote", TEXT("\"a\\\\\""), "<a\\>", 0 },
    { "escapes of one to three bytes", TEXT("\"\\u0041\\u00E9\\u20ac\""), "<Aé€>", 0 },
    { "a surrogate pair", TEXT("\"\\uD83D\\ude00\""), "<\U0001f600>", 0 },
    { "noncharacters", TEXT("\"\\uFFFF\\uDBFF\\uDFFF\""), "<\uffff\U0010ffff>", 0 },
    { "characters beyond ASCII", TEXT("\"é€\U0001f600\""), "<é€\U0001f600>", 0 },
    { "delete and line separators", TEXT("\"\x7f\u2028\u2029\""), "<\x7f\u2028\u2029>", 0 },
    { "a string with what looks like structure", TEXT("[\"[{,:}]//\"]"), "[ <[{,:}]//> ]", 0 },
    { "a high half alone", TEXT("\"\\uD800\""), "<\ufffd>", 1 },
    { "a low half alone", TEXT("\"\\uDFAAx\""), "<\ufffdx>", 1 },
    { "halves in the wrong order", TEXT("\"\\uDD1E\\uD834\""), "<\ufffd\ufffd>", 2 },
    { "a high half before another character", TEXT("\"\\uD888\\u1234\""), "<\ufffd\u1234>", 1 },
    { "a high half before an escape", TEXT("\"\\uD800\\n\""), "<\ufffd\n>", 1 },
    { "NUL", TEXT("\"\\u0000\""), "<\ufffd>", 1 },
};

static const struct json_case refused[] = {
    { "nothing", TEXT(""), "the text ends before the value does @ 0+0", 0 },
    { "only space", TEXT(" "), "the text ends before the value does @ 1+0", 0 },
    { "a comma after the last item", TEXT("[1,]"), "expected a value @ 3+1", 0 },
    { "two commas", TEXT("[1,,2]"), "expected a value @ 3+1", 0 },
    { "a comma first", TEXT("[,1]"), "expected a value @ 1+1", 0 },
    { "no comma", TEXT("[1 true]"), "expected ',' or ']' @ 3+1", 0 },
    { "an array that is not closed", TEXT("[1"), "the text ends before the value does @ 2+0", 0 },
    { "a comma at the end", TEXT("[1,"), "the text ends before the value does @ 3+0", 0 },
    { "an array closed twice", TEXT("[1]]"), "text follows the value @ 3+1", 0 },
    { "the wrong bracket", TEXT("[1}"), "expected ',' or ']' @ 2+1", 0 },
    { "the wrong brace", TEXT("{\"a\":1]"), "expected ',' or '}' @ 6+1", 0 },
    { "a colon in an array", TEXT("[\"a\":1]"), "expected ',' or ']' @ 4+1", 0 },
    { "two values", TEXT("{} {}"), "text follows the value @ 3+1", 0 },
    { "a comma after the last member", TEXT("{\"a\":1,}"), "expected a name in double quotes @ 7+1",
      0 },
    { "a name without quotes", TEXT("{a:1}"), "expected a name in double quotes @ 1+1", 0 },
    { "a name in single quotes", TEXT("{'a':1}"), "expected a name in double quotes @ 1+1", 0 },
    { "a number as a name", TEXT("{1:1}"), "expected a name in double quotes @ 1+1", 0 },
    { "no colon", TEXT("{\"a\" 1}"), "expected ':' after a name @ 5+1", 0 },
    { "two colons", TEXT("{\"a\"::1}"), "expected a value @ 5+1", 0 },
    { "no value", TEXT("{\"a\":}"), "expected a value @ 5+1", 0 },
    { "only a name", TEXT("{\"a\""), "the text ends before the value does @ 4+0", 0 },
    { "a comment", TEXT("[1/**/]"), "expected ',' or ']' @ 2+1", 0 },
    { "a line comment", TEXT("//\n1"), "expected a value @ 0+1", 0 },
    { "NaN", TEXT("[NaN]"), "expected a value @ 1+1", 0 },
    { "an infinity", TEXT("[-Infinity]"), "expected a digit @ 2+1", 0 },
    { "a capital word", TEXT("[True]"), "expected a value @ 1+1", 0 },
    { "half a word", TEXT("[nul]"), "expected a value @ 1+1", 0 },
    { "a word and more", TEXT("[nulls]"), "expected ',' or ']' @ 5+1", 0 },
    { "a plus", TEXT("[+1]"), "expected a value @ 1+1", 0 },
    { "a minus alone", TEXT("[-]"), "expected a digit @ 2+1", 0 },
    { "two minuses", TEXT("[--1]"), "expected a digit @ 2+1", 0 },
    { "a leading zero", TEXT("[-012]"), "a number has a leading zero @ 2+1", 0 },
    { "hexadecimal", TEXT("[0x1]"), "expected ',' or ']' @ 2+1", 0 },
    { "a point first", TEXT("[.5]"), "expected a value @ 1+1", 0 },
    { "a point last", TEXT("[1.]"), "expected a digit @ 3+1", 0 },
    { "an exponent without digits", TEXT("[1e+]"), "expected a digit @ 4+1", 0 },
    { "an exponent with a point", TEXT("[1e2.5]"), "expected ',' or ']' @ 4+1", 0 },
    { "a number that ends early", TEXT("-"), "the text ends before the value does @ 1+0", 0 },
    { "full-width digits", TEXT("[１]"), "expected a value @ 1+3", 0 },
    { "a string in single quotes", TEXT("['a']"), "expected a value @ 1+1", 0 },
    { "a string that is not closed", TEXT("[\"a"), "the text ends before the value does @ 3+0", 0 },
    { "a backslash last", TEXT("\"\\"), "the text ends before the value does @ 2+0", 0 },
    { "an unknown escape", TEXT("\"\\x41\""), "JSON does not have this escape @ 2+1", 0 },
    { "an escaped character beyond ASCII", TEXT("\"\\é\""), "JSON does not have this escape @ 2+2",
      0 },
    { "an escaped NUL byte", TEXT("\"\\\0\""), "JSON does not have this escape @ 2+1", 0 },
    { "a capital U", TEXT("\"\\U0041\""), "JSON does not have this escape @ 2+1", 0 },
    { "three digits", TEXT("\"\\u00g1\""), "expected four hexadecimal digits after \\u @ 5+1", 0 },
    { "digits that end early", TEXT("\"\\u00"), "the text ends before the value does @ 5+0", 0 },
    { "a pair with a bad half", TEXT("\"\\uD834\\uDd\""),
      "expected four hexadecimal digits after \\u @ 11+1", 1 },
    { "a newline in a string", TEXT("[\"a\nb\"]"),
      "a string has a control character that is not escaped @ 3+1", 0 },
    { "a tab in a string", TEXT("[\"\t\"]"),
      "a string has a control character that is not escaped @ 2+1", 0 },
    { "a NUL byte in a string", TEXT("\"\0\""),
      "a string has a control character that is not escaped @ 1+1", 0 },
    { "a NUL byte between values", TEXT("[1\0]"), "expected ',' or ']' @ 2+1", 0 },
    { "a vertical tab between values", TEXT("[\v1]"), "expected a value @ 1+1", 0 },
    { "a no-break space", TEXT("[\u00a0]"), "expected a value @ 1+2", 0 },
    { "a byte order mark", TEXT("\xef\xbb\xbf{}"),
      "JSON does not begin with a byte order mark @ 0+3", 0 },
    { "half a byte order mark", TEXT("\xef\xbb{}"), "expected a value @ 0+1", 0 },
    { "Latin-1", TEXT("\"\xe9\""), "a string has a byte that is not valid UTF-8 @ 1+1", 0 },
    { "a surrogate in UTF-8", TEXT("\"\xed\xa0\x80\""),
      "a string has a byte that is not valid UTF-8 @ 1+1", 0 },
    { "an overlong form", TEXT("\"\xc0\xaf\""), "a string has a byte that is not valid UTF-8 @ 1+1",
      0 },
    { "a character that ends early", TEXT("\"\xe2\x82\""),
      "a string has a byte that is not valid UTF-8 @ 1+1", 0 },
    { "beyond Unicode", TEXT("\"\xf4\xbf\xbf\xbf\""),
      "a string has a byte that is not valid UTF-8 @ 1+1", 0 },
    { "an invalid byte outside strings", TEXT("[\xff]"), "expected a value @ 1+1", 0 },
};

static void test_accepted(void **state)
{
    (void)state;
    run_cases(accepted, COUNT(accepted));
}

static void test_refused(void **state)
{
    (void)state;
    run_cases(refused, COUNT(refused));
}

/* Every accepted text, cut anywhere, ends too early, unless what is left is a number. */
static void test_cut(void **state)
{
    pc_text decoded = { NULL, 0, 0 }, out = { NULL, 0, 0 };
    pc_json json;

    (void)state;
    for (size_t i = 0; i < COUNT(accepted); i++) {
        const pc_str text = pc_trim(pc_sub(accepted[i].text, accepted[i].size));

        if (strchr("[{\"", text.p[0]) == NULL)
            continue;
        for (size_t n = 0; n < text.n; n++) {
            char *exact = malloc(n + 1);

            assert_non_null(exact);
            memcpy(exact, text.p, n);
            trace(pc_sub(exact, n), &json, &decoded, &out);
            assert_non_null(json.reason);
            assert_true(json.at.p <= exact + n);
            free(exact);
        }
    }
    pc_text_free(&decoded);
    pc_text_free(&out);
}

/* As many levels as are allowed, then one more, of arrays and of objects in turn. */
static void test_depth(void **state)
{
    pc_text text = { NULL, 0, 0 };
    pc_json json;
    pc_str token_text;

    (void)state;
    for (size_t levels = PC_JSON_DEPTH; levels <= PC_JSON_DEPTH + 1; levels++) {
        size_t opened = 0;
        enum pc_json_token token;

        text.n = 0;
        for (size_t i = 0; i < levels; i++)
            pc_text_puts(&text, i % 3 == 0 ? "[" : "{\"a\":");
        pc_text_puts(&text, "1");
        for (size_t i = levels; i-- > 0;)
            pc_text_puts(&text, i % 3 == 0 ? "]" : "}");
        pc_json_start(&json, pc_text_str(&text), NULL);
        while ((token = pc_json_next(&json, &token_text)) > PC_JSON_END)
            opened += token == PC_JSON_ARRAY || token == PC_JSON_OBJECT;
        assert_int_equal(token, levels == PC_JSON_DEPTH ? PC_JSON_END : PC_JSON_ERROR);
        assert_int_equal(opened, PC_JSON_DEPTH);
    }
    assert_string_equal(json.reason, "arrays and objects are nested too deeply");
    assert_int_equal(*json.at.p, '{');
    pc_text_free(&text);
}

/* Slices of the text where there is no escape; decoded strings do not move. */
static void test_lifetime(void **state)
{
    enum { MANY = 2000 };
    static const char item[] = "\"a\\u00e9\\n\",\"plain\",";
    pc_text text = { NULL, 0, 0 }, decoded = { NULL, 0, 0 };
    pc_str *strings = malloc(2 * MANY * sizeof *strings), token_text;
    pc_json json;

    (void)state;
    assert_non_null(strings);
    pc_text_puts(&text, "[");
    for (size_t i = 0; i < MANY; i++)
        pc_text_puts(&text, item);
    text.p[text.n - 1] = ']';
    pc_json_start(&json, pc_text_str(&text), &decoded);
    assert_int_equal(pc_json_next(&json, &token_text), PC_JSON_ARRAY);
    for (size_t i = 0; i < (size_t)2 * MANY; i++)
        assert_int_equal(pc_json_next(&json, &strings[i]), PC_JSON_STRING);
    for (size_t i = 0; i < (size_t)2 * MANY; i += 2) {
        assert_true(pc_eq(strings[i], "aé\n"));
        assert_true(pc_eq(strings[i + 1], "plain"));
        assert_true(strings[i + 1].p > text.p && strings[i + 1].p < text.p + text.n);
    }
    pc_json_start(&json, pc_s("\"\\n\""), &decoded);
    assert_int_equal(decoded.n, 0);
    pc_json_start(&json, pc_s("\"\\n\""), NULL);
    assert_int_equal(pc_json_next(&json, &token_text), PC_JSON_STRING);
    assert_true(pc_eq(token_text, "\\n"));
    pc_text_free(&text);
    pc_text_free(&decoded);
    free(strings);
}

static void test_skip(void **state)
{
    static const char text[] =
        "{\"a\":[1,{\"x\":\"\\n\"}],\"b\":\"\\u00e9\",\"c\":{},\"d\":[[2],3],"
        "\"e\":null}";
    pc_text decoded = { NULL, 0, 0 };
    pc_json json;
    pc_str name, value;

    (void)state;
    pc_json_start(&json, pc_s(text), &decoded);
    pc_json_skip(&json); /* nothing to pass over yet */
    assert_int_equal(pc_json_next(&json, &name), PC_JSON_OBJECT);
    for (const char *key = "abc"; *key != '\0'; key++) {
        assert_int_equal(pc_json_next(&json, &name), PC_JSON_KEY);
        assert_true(name.n == 1 && name.p[0] == *key);
        pc_json_skip(&json);
        pc_json_skip(&json);
    }
    assert_int_equal(decoded.n, 0);
    assert_int_equal(pc_json_next(&json, &name), PC_JSON_KEY);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_ARRAY);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_ARRAY);
    pc_json_skip(&json);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_NUMBER);
    assert_true(pc_eq(value, "3"));
    pc_json_skip(&json);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_ARRAY_END);
    assert_int_equal(pc_json_next(&json, &name), PC_JSON_KEY);
    pc_json_skip(&json);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_OBJECT_END);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_END);

    pc_json_start(&json, pc_s("[[1,2}],3]"), &decoded);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_ARRAY);
    pc_json_skip(&json);
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_ERROR);
    assert_string_equal(json.reason, "expected ',' or ']'");
    pc_text_free(&decoded);
}

static void test_numbers(void **state)
{
    static const char *const numbers[] = { "0",   "-0",   "42",   "90.10", "0.5",        "-1.5E-10",
                                           "0e1", "0E+1", "1e-2", "1e400", "-120.034e56" };
    static const char *const others[] = { "",      "-",    "+1",   "01",  "-01",   "1.",
                                          ".5",    "1.e2", "1e",   "1e+", "1f",    "--1",
                                          "1 ",    " 1",   "0x1",  "1,5", "1.2.3", "e1",
                                          "1e2e3", "nan",  "true", "[1]", "\"1\"" };

    (void)state;
    for (size_t i = 0; i < COUNT(numbers); i++)
        assert_true(pc_json_is_number(pc_s(numbers[i])));
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(pc_json_is_number(pc_s(others[i])));
    assert_false(pc_json_is_number(pc_none()));
    assert_true(pc_json_is_number(pc_sub("123", 2)));
}

static void opens_values_of_a_kind(void **state)
{
    static const char text[] = "{\"a\":[1,{\"k\":1},[{\"k\":9}],\"x\",{\"k\":2}],\"b\":{\"k\":[3]},"
                               "\"c\":null,\"d\":[{\"k\"";
    pc_str value;
    pc_json json;

    (void)state;
    pc_json_start(&json, pc_s(text), NULL);
    assert_true(pc_json_open(&json, PC_JSON_OBJECT));
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_KEY);
    assert_true(pc_json_open(&json, PC_JSON_ARRAY));
    for (const char *k = "12"; *k != '\0'; k++) {
        assert_true(pc_json_open_next(&json, PC_JSON_OBJECT));
        assert_int_equal(pc_json_next(&json, &value), PC_JSON_KEY);
        assert_int_equal(pc_json_next(&json, &value), PC_JSON_NUMBER);
        assert_true(value.n == 1 && value.p[0] == *k);
        assert_int_equal(pc_json_next(&json, &value), PC_JSON_OBJECT_END);
    }
    assert_false(pc_json_open_next(&json, PC_JSON_OBJECT));
    for (int i = 0; i < 2; i++) { /* an object, and null */
        assert_int_equal(pc_json_next(&json, &value), PC_JSON_KEY);
        assert_false(pc_json_open(&json, PC_JSON_ARRAY));
    }
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_KEY);
    assert_true(pc_json_open(&json, PC_JSON_ARRAY));
    assert_true(pc_json_open_next(&json, PC_JSON_OBJECT));
    assert_int_equal(pc_json_next(&json, &value), PC_JSON_ERROR);
    assert_false(pc_json_open_next(&json, PC_JSON_OBJECT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accepted), cmocka_unit_test(test_refused),
        cmocka_unit_test(test_cut),      cmocka_unit_test(test_depth),
        cmocka_unit_test(test_lifetime), cmocka_unit_test(test_skip),
        cmocka_unit_test(test_numbers),  cmocka_unit_test(opens_values_of_a_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
