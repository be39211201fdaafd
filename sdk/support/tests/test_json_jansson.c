/* test_json_jansson.c - the JSON reader against jansson: random values, the same corrupted, and
 * each file of the tests and of the plugins' cases. */
#include "fake_host.h"
#include "json_oracle.h"
#include "paperconv/json.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* ---- random texts -------------------------------------------------------------------- */

static uint32_t below(uint64_t *random, uint32_t limit)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return (uint32_t)(*random >> 32) % limit;
}

#define PICK(random, list) (list)[below(random, sizeof(list) / sizeof(list)[0])]

static void put_space(pc_text *t, uint64_t *random)
{
    static const char *const spaces[] = { "", "", "", "", " ", "\n  ", "\t", "\r\n" };

    pc_text_puts(t, PICK(random, spaces));
}

static void put_string(pc_text *t, uint64_t *random)
{
    static const char *const parts[] = { "a",
                                         "plain",
                                         "Alice Ampère",
                                         "\\n",
                                         "\\\"",
                                         "\\\\",
                                         "\\/",
                                         "\\b\\f\\r\\t",
                                         "\\u0041",
                                         "\\u00e9",
                                         "\\u20AC",
                                         "\\uD83D\\uDE00",
                                         "\\ud800",
                                         "\\uDC00x",
                                         "\\u0000",
                                         "\u20ac",
                                         "\U0001f600",
                                         "\x7f",
                                         "{}[],:",
                                         " and so on for more than thirty-two bytes of text",
                                         "\uffff" };

    pc_text_putc(t, '"');
    for (uint32_t n = below(random, 6); n > 0; n--)
        pc_text_puts(t, PICK(random, parts));
    pc_text_putc(t, '"');
}

static void put_number(pc_text *t, uint64_t *random)
{
    static const char *const starts[] = { "0", "7", "-0", "-1", "10", "2022", "9007199254740993" };
    static const char *const ends[] = { "", "", ".5", ".10", "e1", "E+2", "e-30", ".25e2", "e999" };

    pc_text_puts(t, PICK(random, starts));
    pc_text_puts(t, PICK(random, ends));
}

static void put_value(pc_text *t, uint64_t *random, uint32_t depth)
{
    static const char *const words[] = { "true", "false", "null" };
    const uint32_t kind = below(random, depth == 0 ? 6 : 10);
    const char *separator = "";

    put_space(t, random);
    if (kind < 3) {
        put_string(t, random);
    } else if (kind < 5) {
        put_number(t, random);
    } else if (kind == 5) {
        pc_text_puts(t, PICK(random, words));
    } else {
        pc_text_putc(t, kind < 8 ? '{' : '[');
        for (uint32_t n = below(random, 5); n > 0; n--, separator = ",") {
            pc_text_puts(t, separator);
            put_space(t, random);
            if (kind < 8) {
                put_string(t, random);
                put_space(t, random);
                pc_text_putc(t, ':');
            }
            put_value(t, random, depth - 1);
        }
        put_space(t, random);
        pc_text_putc(t, kind < 8 ? '}' : ']');
    }
    put_space(t, random);
}

/* Replaces, removes or inserts a byte or a few. */
static void corrupt(pc_text *t, uint64_t *random)
{
    static const char *const pieces[] = { "\"",   "\\",      "{",           "}",    "[", "]",
                                          ",",    ":",       "0",           "-",    ".", "e",
                                          "\\u",  "\\ud800", "\n",          "\x01", "é", " ",
                                          "\xff", "\xc3",    "t",           "//",   "'", "NaN",
                                          "+",    "\x80",    "\xef\xbb\xbf" };
    const pc_str piece = pc_s(PICK(random, pieces));
    const size_t at = below(random, (uint32_t)t->n + 1);
    size_t gone = below(random, 3);

    gone = gone < t->n - at ? gone : t->n - at;
    pc_text_room(t, piece.n);
    memmove(t->p + at + piece.n, t->p + at + gone, t->n - at - gone);
    memcpy(t->p + at, piece.p, piece.n);
    t->n = t->n + piece.n - gone;
    if (below(random, 8) == 0)
        t->n = below(random, (uint32_t)t->n + 1);
}

static bool compare(pc_str text)
{
    char *exact = malloc(text.n + 1); /* a copy, so that a sanitizer detects an overrun */
    const char *difference;
    bool accepted;

    assert_non_null(exact);
    if (text.n != 0)
        memcpy(exact, text.p, text.n);
    difference = json_difference(pc_sub(exact, text.n), &accepted);
    free(exact);
    if (difference != NULL)
        print_message("%s: %.*s\n", difference, (int)text.n, text.p);
    assert_null(difference);
    return accepted;
}

static void test_random_values(void **state)
{
    enum { VALUES = 20000 };
    uint64_t random = 88172645463325252;
    pc_text t = { NULL, 0, 0 };
    size_t refused = 0;

    (void)state;
    for (size_t i = 0; i < VALUES; i++) {
        t.n = 0;
        put_value(&t, &random, 5);
        assert_true(compare(pc_text_str(&t)));
        for (size_t n = 0; n < 4; n++) {
            corrupt(&t, &random);
            refused += !compare(pc_text_str(&t));
        }
    }
    assert_in_range(refused, VALUES, 4 * VALUES - VALUES / 4); /* many, but not all */
    pc_text_free(&t);
}

/* ---- files ----------------------------------------------------------------------------- */

static size_t accepted_lines, refused_lines, files;

static int compare_file(const char *path, const struct stat *found, int type, struct FTW *ftw)
{
    const char *end;
    FILE *f;
    char *bytes;
    pc_str rest;

    (void)ftw;
    if (type != FTW_F || found->st_size == 0 || found->st_size > 16 << 20)
        return 0;
    bytes = malloc((size_t)found->st_size);
    f = fopen(path, "rb");
    assert_non_null(bytes);
    assert_non_null(f);
    rest = pc_sub(bytes, fread(bytes, 1, (size_t)found->st_size, f));
    fclose(f);
    files++;
    compare(rest);
    while (rest.n != 0) {
        end = memchr(rest.p, '\n', rest.n);
        end = end != NULL ? end : rest.p + rest.n;
        if (compare(pc_sub(rest.p, (size_t)(end - rest.p))))
            accepted_lines++;
        else
            refused_lines++;
        rest = pc_drop(rest, (size_t)(end - rest.p) + (end != rest.p + rest.n));
    }
    free(bytes);
    return 0;
}

static void test_files(void **state)
{
    static const char *const folders[] = { "../../../tests", "../../../plugins", "../../../seeds" };

    (void)state;
    for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++)
        assert_int_equal(nftw(folders[i], compare_file, 16, FTW_PHYS), 0);
    print_message("%zu files: %zu lines accepted, %zu refused\n", files, accepted_lines,
                  refused_lines);
    assert_true(files > 100 && accepted_lines > 500 && refused_lines > 1000);
}

/* ---- what is written ------------------------------------------------------------------- */

static void test_strings_are_read_back(void **state)
{
    static const char *const parts[] = { "a",
                                         "\"",
                                         "\\",
                                         "\n",
                                         "\x1f",
                                         "\x7f",
                                         "é",
                                         "\xc2\x85",
                                         "\u2028",
                                         "\u2029",
                                         "\u20ac",
                                         "\U0001f600",
                                         " thirty-two bytes of text and some more" };
    uint64_t random = 1442695040888963407;
    pc_text t = { NULL, 0, 0 }, decoded = { NULL, 0, 0 };
    struct fake_host f;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < 20000; i++) {
        pc_gather out;
        pc_json json;
        pc_str text;

        t.n = f.out.n = 0;
        for (uint32_t n = below(&random, 12); n > 0; n--)
            pc_text_puts(&t, PICK(&random, parts));
        pc_gather_start(&out, &f.sink);
        pc_json_string(&out, pc_text_str(&t));
        pc_gather_flush(&out);
        assert_true(compare(pc_text_str(&f.out)));
        pc_json_start(&json, pc_text_str(&f.out), &decoded);
        assert_int_equal(pc_json_next(&json, &text), PC_JSON_STRING);
        assert_true(pc_same(text, pc_text_str(&t)));
    }
    pc_text_free(&t);
    pc_text_free(&decoded);
    fake_close(&f);
}

/* Every byte of ASCII at every place of a short text, which is checked by words. */
static void test_each_byte_at_each_place(void **state)
{
    enum { MOST = 40 };
    struct fake_host f;
    char bytes[MOST];

    (void)state;
    fake_open(&f);
    for (size_t n = 1; n <= MOST; n++) {
        for (size_t at = 0; at < n; at++) {
            for (int c = 0; c < 0x80; c++) {
                bool plain = c >= ' ' && c != '"' && c != '\\';
                pc_gather out;

                memset(bytes, 'x', n);
                bytes[at] = (char)c;
                f.out.n = 0;
                pc_gather_start(&out, &f.sink);
                pc_json_string(&out, pc_sub(bytes, n));
                pc_gather_flush(&out);
                assert_int_equal(f.out.n == n + 2, plain);
                assert_memory_equal(f.out.p + 1, bytes, at);
                assert_int_equal(f.out.p[at + 1], plain ? c : '\\');
                assert_memory_equal(f.out.p + f.out.n - (n - at), bytes + at + 1, n - at - 1);
            }
        }
    }
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_values),
        cmocka_unit_test(test_files),
        cmocka_unit_test(test_strings_are_read_back),
        cmocka_unit_test(test_each_byte_at_each_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
