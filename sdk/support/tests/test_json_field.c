/* test_json_field.c - members of a line of JSON Lines become fields of a record. */
#include "fake_host.h"
#include "paperconv/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct {
    const char *line;
    const char *fields; /* "key=value" in lines */
    bool whole;         /* the line is JSON */
} lines[] = {
    { "{\"title\":\"T\",\"authors\":[\"A\",\"B\"],\"affiliations\":[\"F\"],\"urls\":[\"u\"],"
      "\"keywords\":[\"k\"],\"notes\":[\"n\"],\"arxiv_category_candidates\":[\"cs.CV\"]}",
      "title=T\nauthor=A\nauthor=B\naffiliation=F\nurl=u\nkeyword=k\nnote=n\n"
      "arxiv_category_candidate=cs.CV\n",
      true },
    { "{\"score\":90.10,\"has_code\":true,\"authors_truncated\":false,\"date\":null}",
      "score=90.10\nhas_code=true\n", true },
    { "{\"extra\":{\"journal\":[\"J\",1e2],\"title\":\"second\",\"authors\":[\"as written\"]}}",
      "journal=J\njournal=1e2\ntitle=second\nauthors=as written\n", true },
    { "{\"x\":[[1,[2]],[],3,{\"a\":[4]}],\"y\":{\"z\":[1]},\"extra\":[[5],6],\"extra\":7,\"v\":8}",
      "x=1\nx=2\nx=3\nv=8\n", true },
    { "{\"journal\\u0031\":\"\\u00e9\\n\",\"extra\":{\"a\\tb\":[\"c\\\\\",\"d\\/\"]}}",
      "journal1=é\n\na\tb=c\\\na\tb=d/\n", true },
    { "{\"extra\":{}}", "", true },
    { "{\"title\":\"T\",\"authors\":[\"A\",}", "title=T\nauthor=A\n", false },
    { "{\"extra\":{\"a\":[\"b\"]", "a=b\n", false },
    { "{\"extra\":", "", false },
};

static void test_fields(void **state)
{
    pc_text decoded = { NULL, 0, 0 }, got = { NULL, 0, 0 };
    struct fake_host f;
    pc_record *record;
    pc_json json;
    pc_str key, value;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        record = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });
        pc_json_start(&json, pc_s(lines[i].line), &decoded);
        assert_int_equal(pc_json_next(&json, &key), PC_JSON_OBJECT);
        while (pc_json_next(&json, &key) == PC_JSON_KEY)
            pc_json_field(&json, key, record);
        assert_int_equal(pc_json_next(&json, &key), lines[i].whole ? PC_JSON_END : PC_JSON_ERROR);
        got.n = 0;
        for (size_t k = 0; pc_field(record, k, &key, &value); k++) {
            pc_text_add(&got, key);
            pc_text_putc(&got, '=');
            pc_text_add(&got, value);
            pc_text_putc(&got, '\n');
        }
        if (!pc_eq(pc_text_str(&got), lines[i].fields))
            print_message("%s: %.*s", lines[i].line, (int)got.n, got.p);
        assert_true(pc_eq(pc_text_str(&got), lines[i].fields));
    }
    pc_text_free(&decoded);
    pc_text_free(&got);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_fields) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
