/* test_json_record_reader.c - members of a line of JSON Lines become fields of a record. */
#include "fake_host.h"
#include "paperconv/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const struct {
    const char *line;
    const char *fields; /* "key=value" in lines */
    size_t left_out;
    const char *member; /* NULL: nothing was left out */
} lines[] = {
    { "{\"title\":\"T\",\"authors\":[\"A\",\"B\"],\"urls\":[\"u\"],\"notes\":[\"n\"]}",
      "title=T\nauthor=A\nauthor=B\nurl=u\nnote=n\n", 0, NULL },
    { " { \"score\" : 90.10 , \"has_code\" : true , \"authors_truncated\":false,\"doi\":null} ",
      "score=90.10\nhas_code=true\n", 0, NULL },
    /* names */
    { "{\"author\":[\"A\"],\"journal\":[\"J\",1e2],\"x\":[[1,[2]],[],3],\"y\":[null,false,true,"
      "\"\"]}",
      "author=A\njournal=J\njournal=1e2\nx=1\nx=2\nx=3\ny=true\n", 0, NULL },
    { "{\"extra\":{\"journal\":[\"J\"],\"title\":\"second\",\"authors\":[\"as written\"]}}",
      "journal=J\ntitle=second\nauthors=as written\n", 0, NULL },
    { "{\"author\\u0073\":[\"\\u00e9\"],\"authors_p\\u0061rts\":[{\"f\\u0061mily\":\"\\n\\u00c9\"}]"
      ","
      "\"j\\t1\":\"\\\\\",\"extra\":{\"a\\tb\":[\"d\\/\"]}}",
      "author=\xc3\xa9\nauthor.family=\n\xc3\x89\nj\t1=\\\na\tb=d/\n", 0, NULL },
    /* a key that is the name of no member has no array beside it */
    { "{\"url\":[\"u\"],\"urls\":[\"v\"],\"urls_roles\":[\"code\"],\"author.family\":\"F\"}",
      "url=u\nurl=v\nurl.role=code\nauthor.family=F\n", 0, NULL },
    { "{\"title\":\"A\",\"title\":\"B\"}", "title=A\ntitle=B\n", 0, NULL },
    { "{\"extra\":{}}", "", 0, NULL },
    { "{\"extra\":null,\"authors_parts\":null}", "", 0, NULL },
    { "{}", "", 0, NULL },
    /* the array beside a field: before it, behind it, far from it */
    { "{\"authors_parts\":[{\"family\":\"a\",\"affiliations\":[\"x\",\"y\"]},null],\"authors\":["
      "\"A\",\"B\"]}",
      "author=A\nauthor.family=a\nauthor.affiliation=x\nauthor.affiliation=y\nauthor=B\n", 0,
      NULL },
    { "{\"urls\":[\"u\",\"v\"],\"urls_roles\":[null,\"pdf\"],\"doi\":\"d\"}",
      "url=u\nurl=v\nurl.role=pdf\ndoi=d\n", 0, NULL },
    { "{\"urls\":[\"u\"],\"editors\":[\"E\"],\"editors_parts\":[{\"literal\":true}],"
      "\"doi\":\"d\",\"urls_roles\":[\"code\"]}",
      "url=u\nurl.role=code\neditor=E\neditor.literal=true\ndoi=d\n", 0, NULL },
    { "{\"urls\":\"u\",\"urls_roles\":\"code\",\"editors_parts\":{\"given\":\"e\"},\"editors\":"
      "\"E\"}",
      "url=u\nurl.role=code\neditor=E\neditor.given=e\n", 0, NULL },
    { "{\"urls\":[\"u\"],\"urls\":[\"v\",\"w\"],\"urls_roles\":[\"code\"]}",
      "url=u\nurl.role=code\nurl=v\nurl=w\n", 0, NULL },
    /* arrays that do not match */
    { "{\"urls\":[\"u\",\"v\"],\"urls_roles\":[\"code\"]}", "url=u\nurl=v\n", 1, "urls_roles" },
    { "{\"urls\":[\"u\"],\"urls_roles\":[\"code\",null]}", "url=u\n", 1, "urls_roles" },
    { "{\"urls\":[],\"urls_roles\":[]}", "", 0, NULL },
    { "{\"urls_roles\":[\"code\"],\"doi\":\"d\"}", "doi=d\n", 1, "urls_roles" },
    { "{\"urls_roles\":[\"a\"],\"urls_roles\":[\"b\"],\"urls\":[\"u\"]}", "url=u\nurl.role=a\n", 1,
      "urls_roles" },
    { "{\"urls\":[\"u\",null,\"\"],\"urls_roles\":[null,\"code\",\"pdf\"]}", "url=u\n", 2,
      "urls_roles" },
    { "{\"urls\":[\" \"],\"\":1}", "url= \n", 1, "" },
    { "{\"urls\":[[\"u\"],{\"a\":1},\"v\"],\"urls_roles\":[{\"a\":[]},[[]],\"pdf\"]}",
      "url=v\nurl.role=pdf\n", 2, "urls" },
    /* wrong types */
    { "{\"urls\":[\"u\",\"v\",\"w\"],\"urls_roles\":[{\"a\":[1]},[\"pdf\"],7]}",
      "url=u\nurl=v\nurl=w\nurl.role=7\n", 2, "urls_roles" },
    { "{\"authors\":[\"A\",\"B\",\"C\"],\"authors_parts\":[\"a\",[\"b\"],{\"x\":[1],\"family\":{},"
      "\"given\":\"c\"}]}",
      "author=A\nauthor=B\nauthor=C\nauthor.given=c\n", 4, "authors_parts" },
    { "{\"title\":{\"a\":1},\"x\":[{\"a\":[4]},5]}", "x=5\n", 2, "title" },
    { "{\"extra\":[[5],6],\"extra\":7}", "", 2, "extra" },
    { "{\"extra\":{\"a\":{\"b\":1}}}", "", 1, "a" },
    /* the year */
    { "{\"year\":2022,\"date\":\"2022-05\"}", "date=2022-05\n", 0, NULL },
    { "{\"year\":987,\"date\":null}", "date=0987\n", 0, NULL },
    { "{\"year\":\"2022\",\"date\":\"\"}", "date=2022\n", 0, NULL },
    { "{\"year\":{\"a\":1},\"year\":20220,\"year\":-1,\"year\":null}", "", 3, "year" },
};

/* Texts that are not one object add nothing. */
static const char *const broken[] = {
    "{\"title\":\"T\",\"authors\":[\"A\",}",
    "{\"title\":\"T\",\"extra\":{\"a\":[\"b\"]",
    "{\"extra\":",
    "",
    "{\"title\":\"T\"} {}",
    "[\"T\"]",
    "\"T\"",
    "\xef\xbb\xbf{\"title\":\"T\"}",
    "{\"title\":\"\xe9\"}",
};

static void print_fields(pc_text *got, const pc_record *record)
{
    pc_str key, value;

    got->n = 0;
    for (size_t k = 0; pc_field(record, k, &key, &value); k++) {
        pc_text_add(got, key);
        pc_text_putc(got, '=');
        pc_text_add(got, value);
        pc_text_putc(got, '\n');
    }
}

static void test_lines(void **state)
{
    pc_text decoded = { NULL, 0, 0 }, got = { NULL, 0, 0 };
    struct fake_host f;
    pc_json_record read;
    pc_record *record;
    pc_json json;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        record = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });
        pc_json_start(&json, pc_s(lines[i].line), &decoded);
        assert_true(pc_json_read_record(&json, record, &read));
        print_fields(&got, record);
        if (!pc_eq(pc_text_str(&got), lines[i].fields) || read.left_out != lines[i].left_out)
            print_message("%s: %zu left out, %.*s\n", lines[i].line, read.left_out, (int)got.n,
                          got.p);
        assert_true(pc_eq(pc_text_str(&got), lines[i].fields));
        assert_int_equal(read.left_out, lines[i].left_out);
        assert_true(lines[i].member == NULL ? read.member.p == NULL && read.reason == NULL
                                            : pc_eq(read.member, lines[i].member));
    }
    pc_text_free(&decoded);
    pc_text_free(&got);
    fake_close(&f);
}

static void test_broken(void **state)
{
    pc_text decoded = { NULL, 0, 0 };
    struct fake_host f;
    pc_json_record read;
    pc_record *record;
    pc_json json;
    pc_str key, value;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        record = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });
        pc_json_start(&json, pc_s(broken[i]), &decoded);
        assert_false(pc_json_read_record(&json, record, &read));
        assert_false(pc_field(record, 0, &key, &value));
    }
    pc_text_free(&decoded);
    fake_close(&f);
}

/* The source is given as it is written; escapes for no character count once. */
static void test_rest(void **state)
{
    pc_text decoded = { NULL, 0, 0 };
    struct fake_host f;
    pc_json_record read;
    pc_record *record;
    pc_json json;

    (void)state;
    fake_open(&f);
    record = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });
    pc_json_start(&json,
                  pc_s("{\"a\\u0000\":\"\\ud800\", \"source\" : {\"line\": [1, \"\\u0000\"]} ,"
                       "\"urls_roles\":[\"\\u0000\"],\"urls\":[\"\\udc00\"]}"),
                  &decoded);
    assert_true(pc_json_read_record(&json, record, &read));
    assert_true(pc_eq(read.source, "{\"line\": [1, \"\\u0000\"]}"));
    assert_int_equal(json.replaced, 5);
    assert_int_equal(read.left_out, 0);
    pc_text_free(&decoded);
    fake_close(&f);
}

/* An object of MEMBERS members besides its authors, of which there are ITEMS, and one member with an
 * array inside of its array; each text has an escape.  *WANTED is what print_fields() then prints. */
static void make_large(pc_text *line, pc_text *wanted, unsigned members, unsigned items)
{
    char piece[64];

    line->n = 0;
    wanted->n = 0;
    pc_text_puts(line, "{\"authors\":[");
    for (unsigned i = 0; i < items; i++) {
        snprintf(piece, sizeof piece, "%s\"\\u00c9 %u\"", i != 0 ? "," : "", i);
        pc_text_puts(line, piece);
        snprintf(piece, sizeof piece, "author=\xc3\x89 %u\n", i);
        pc_text_puts(wanted, piece);
    }
    pc_text_puts(line, "],\"deep\":[\"a\\\\\",[\"b\\\\\"],{}]");
    pc_text_puts(wanted, "deep=a\\\ndeep=b\\\n");
    for (unsigned i = 0; i < members; i++) {
        snprintf(piece, sizeof piece, ",\"m\\\\%u\":[\"\\\"\",%u]", i, i);
        pc_text_puts(line, piece);
        snprintf(piece, sizeof piece, "m\\%u=\"\nm\\%u=%u\n", i, i, i);
        pc_text_puts(wanted, piece);
    }
    pc_text_puts(line, "}");
}

/* No number of members or items is too large. */
static void test_large(void **state)
{
    static const unsigned sizes[][2] = { { 61, 1 }, { 62, 10 },   { 63, 255 }, { 64, 256 },
                                         { 65, 0 }, { 200, 257 }, { 1, 2000 } };
    pc_text decoded = { NULL, 0, 0 }, got = { NULL, 0, 0 };
    pc_text line = { NULL, 0, 0 }, wanted = { NULL, 0, 0 };
    struct fake_host f;
    pc_json_record read;
    pc_json json;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        pc_record *record = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });

        make_large(&line, &wanted, sizes[i][0], sizes[i][1]);
        pc_text_free(&decoded); /* so that the buffer has to grow each time */
        pc_json_start(&json, pc_text_str(&line), &decoded);
        assert_true(pc_json_read_record(&json, record, &read));
        print_fields(&got, record);
        assert_true(pc_same(pc_text_str(&got), pc_text_str(&wanted)));
        assert_int_equal(read.left_out, 1);
        assert_true(pc_eq(read.member, "deep"));
    }
    pc_text_free(&decoded);
    pc_text_free(&got);
    pc_text_free(&line);
    pc_text_free(&wanted);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_broken),
        cmocka_unit_test(test_rest),
        cmocka_unit_test(test_large),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
