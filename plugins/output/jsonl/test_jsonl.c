/* test_jsonl.c - every line that the jsonl plugin writes, read back by jansson. */
#include "fake_host.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
/* cmocka needs the above */
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const no_source[] = { "source=no", NULL };

/* Stores in f->out what the plugin writes for REC. */
static void write_line(struct fake_host *f, const pc_record *rec, const char *const *settings)
{
    const struct pc_plugin *jsonl = paperconv_module_v1.plugins[0];
    void *state = fake_start(f, jsonl, settings);

    f->out.n = 0;
    assert_non_null(state);
    assert_int_equal(jsonl->write(state, &f->sink, rec), PC_OK);
    fake_stop(jsonl, state);
}

static json_t *read_line(const struct fake_host *f)
{
    json_error_t error;
    json_t *line;

    assert_true(f->out.n != 0);
    assert_null(memchr(f->out.p, '\n', f->out.n - 1));
    assert_int_equal(f->out.p[f->out.n - 1], '\n');
    line = json_loadb(f->out.p, f->out.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
    if (line == NULL)
        print_message("%s in %.*s", error.text, (int)f->out.n, f->out.p);
    assert_non_null(line);
    return line;
}

/* Writes a record whose only field is KEY: TEXT, and reads TEXT back as MEMBER. */
static void check_text(const char *key, const char *member, pc_str text)
{
    struct fake_host f;
    pc_record *rec;
    json_t *line, *got;

    fake_open(&f);
    rec = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });
    pc_add(rec, key, text);
    write_line(&f, rec, no_source);
    line = read_line(&f);
    got = json_object_get(line, member);
    if (json_is_array(got))
        got = json_array_get(got, 0);
    assert_int_equal(json_string_length(got), text.n);
    assert_memory_equal(json_string_value(got), text.p, text.n);
    assert_int_equal(json_object_size(line), 1);
    for (size_t i = 0; i + 2 < f.out.n; i++)
        assert_true(memcmp(f.out.p + i, "\xc2\x85", 2) && memcmp(f.out.p + i, "\u2028", 3) &&
                    memcmp(f.out.p + i, "\u2029", 3));
    json_decref(line);
    fake_close(&f);
}

static const struct {
    const char *key, *member;
} text_members[] = {
    { PC_TITLE, "title" },
    { PC_AUTHOR, "authors" },
    { PC_AFFILIATION, "affiliations" },
    { PC_LISTED, "listed" },
    { PC_CATEGORY, "category" },
    { PC_ARXIV_CATEGORY, "arxiv_category" },
    { PC_ARXIV_CATEGORY_CANDIDATE, "arxiv_category_candidates" },
    { PC_ARXIV_ID, "arxiv_id" },
    { PC_DOI, "doi" },
    { PC_URL, "urls" },
    { PC_KEYWORD, "keywords" },
    { PC_NOTE_TEXT, "notes" },
    { PC_MARKUP, "markup" },
    { PC_ABSTRACT, "abstract" },
};

static void every_ascii_character_in_every_member(void **state)
{
    (void)state;
    for (size_t m = 0; m < COUNT(text_members); m++)
        for (int c = 0; c < 128; c++)
            for (size_t where = 0; where < 3; where++) {
                char text[] = "abc";

                text[where] = (char)c;
                check_text(text_members[m].key, text_members[m].member, pc_sub(text, 3));
            }
}

static void code_points_at_the_edges(void **state)
{
    static const char *const texts[] = {
        "\x7f",         "\xc2\x80",   "\u07ff",       "\u0800",           "\u2027",
        "\u2028",       "\u2029",     "\u202a",       "\u2028\u2029",     "\u2128",
        "\xed\x9f\xbf", "\ue000",     "\ufffd",       "\ufffe",           "\uffff",
        "\U00010000",   "\U0010ffff", "\ue228\u28a8", "a\u2028b\u2029c",  "\xc2\x84",
        "\xc2\x85",     "\u00a0",     "\u0105",       "a\xc2\x85\u2028b",
    };

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        check_text(PC_TITLE, "title", pc_s(texts[i]));
}

/* A long text is escaped piece by piece: characters where two pieces meet must survive. */
static void characters_at_every_offset_of_a_long_text(void **state)
{
    static const char *const texts[] = { "\u2028", "\xc2\x85",   "\u2013",
                                         "\"\\",   "\U0001f600", "\x01" };
    char text[5000];

    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++)
        for (size_t at = 2030; at < 2060; at++) {
            memset(text, 'x', sizeof text);
            memcpy(text + at, texts[i], strlen(texts[i]));
            check_text(PC_ABSTRACT, "abstract", pc_sub(text, sizeof text));
        }
}

static void huge_text(void **state)
{
    enum { SIZE = 3 << 20 };
    char *text = malloc(SIZE);

    (void)state;
    assert_non_null(text);
    memset(text, 'x', SIZE);
    check_text(PC_ABSTRACT, "abstract", pc_sub(text, SIZE));
    memset(text, '\x1f', SIZE / 16); /* each starts a new search, slow without optimisation */
    check_text(PC_ABSTRACT, "abstract", pc_sub(text, SIZE / 16));
    free(text);
}

/* The exact bytes: order of members, form of numbers, which fields are custom. */
static const struct {
    const char *fields[40];
    const char *line;
} lines[] = {
    { { NULL }, "{}\n" },
    { { "abstract", "A", "title", "T", NULL }, "{\"title\":\"T\",\"abstract\":\"A\"}\n" },
    { { "author", "A", "x", "1", "author", "B", NULL },
      "{\"authors\":[\"A\",\"B\"],\"extra\":{\"x\":[\"1\"]}}\n" },
    { { "markup",
        "tex",
        "note",
        "n",
        "keyword",
        "k",
        "url",
        "u",
        "doi",
        "10.1/2",
        "arxiv_id",
        "2401.01234",
        "has_code",
        "true",
        "score",
        "44.0",
        "arxiv_category_candidate",
        "cs.CV",
        "arxiv_category",
        "cs.LG",
        "category",
        "LG",
        "listed",
        "2024",
        "date",
        "2022-05-17",
        "affiliation",
        "F",
        "authors_truncated",
        "true",
        "author",
        "A",
        NULL },
      "{\"authors\":[\"A\"],\"authors_truncated\":true,\"affiliations\":[\"F\"],"
      "\"date\":\"2022-05-17\",\"year\":2022,\"listed\":\"2024\",\"category\":\"LG\","
      "\"arxiv_category\":\"cs.LG\",\"arxiv_category_candidates\":[\"cs.CV\"],\"score\":44.0,"
      "\"has_code\":true,\"arxiv_id\":\"2401.01234\",\"doi\":\"10.1/2\",\"urls\":[\"u\"],"
      "\"keywords\":[\"k\"],\"notes\":[\"n\"],\"markup\":\"tex\"}\n" },
    { { "date", "2022", NULL }, "{\"date\":\"2022\",\"year\":2022}\n" },
    { { "date", "0987-01", NULL }, "{\"date\":\"0987-01\",\"year\":987}\n" },
    { { "date", "XXXX-05-30", NULL }, "{\"date\":\"XXXX-05-30\"}\n" },
    { { "score", "-0.50e+10", NULL }, "{\"score\":-0.50e+10}\n" },
    { { "title", "1", "title", "2", "title", "3", NULL },
      "{\"title\":\"1\",\"extra\":{\"title\":[\"2\",\"3\"]}}\n" },
    { { "b", "1", "a", "2", "b", "3", "ab", "4", "a", "5", "b", "6", NULL },
      "{\"extra\":{\"b\":[\"1\",\"3\",\"6\"],\"a\":[\"2\",\"5\"],\"ab\":[\"4\"]}}\n" },
    { { "\"\n", "x", NULL }, "{\"extra\":{\"\\\"\\n\":[\"x\"]}}\n" },
    { { "title", "\b\f\n\r\t\x1b/", NULL }, "{\"title\":\"\\b\\f\\n\\r\\t\\u001b/\"}\n" },
};

static void exact_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct fake_host f;

        fake_open(&f);
        write_line(&f, fake_record(&f, "x", NULL, 1, lines[i].fields), no_source);
        pc_text_putc(&f.out, '\0');
        assert_string_equal(f.out.p, lines[i].line);
        fake_close(&f);
    }
}

static void sources_are_written(void **state)
{
    static const char *const fields[] = { "title", "T", NULL };
    struct fake_host f;

    (void)state;
    fake_open(&f);
    write_line(&f, fake_record(&f, "a\\b.txt", NULL, 18446744073709551615U, fields), NULL);
    pc_text_putc(&f.out, '\0');
    assert_string_equal(f.out.p, "{\"title\":\"T\",\"source\":{\"document\":\"a\\\\b.txt\","
                                 "\"line\":18446744073709551615,\"plugin\":\"test\"}}\n");
    write_line(&f, fake_record(&f, "a.tar", "b/\"c\"", 7, fields + 2), NULL);
    pc_text_putc(&f.out, '\0');
    assert_string_equal(f.out.p, "{\"source\":{\"document\":\"a.tar\",\"member\":\"b/\\\"c\\\"\","
                                 "\"line\":7,\"plugin\":\"test\"}}\n");
    fake_close(&f);
}

/* More values and keys than any page has, and longer numbers than any score. */
static void many_fields(void **state)
{
    enum { MANY = 20000 };
    struct fake_host f;
    pc_record *rec;
    char key[24], *number = malloc(MANY);
    json_t *line;

    (void)state;
    fake_open(&f);
    rec = fake_record(&f, "x", NULL, 1, (const char *const[]){ NULL });
    for (int i = 0; i < MANY; i++) {
        snprintf(key, sizeof key, "key%d", i);
        pc_add(rec, PC_AUTHOR, pc_s(key));
        pc_add(rec, key, pc_s("1"));
    }
    assert_non_null(number);
    memset(number, '0', MANY);
    number[1] = '.';
    pc_add(rec, PC_SCORE, pc_sub(number, MANY));
    write_line(&f, rec, no_source);
    line = read_line(&f);
    assert_int_equal(json_array_size(json_object_get(line, "authors")), MANY);
    assert_int_equal(json_object_size(json_object_get(line, "extra")), MANY);
    assert_true(json_real_value(json_object_get(line, "score")) == 0.0);
    json_decref(line);
    free(number);
    fake_close(&f);
}

static void schema_is_published(void **state)
{
    const char *const *texts = paperconv_module_v1.plugins[0]->texts;
    json_t *schema = json_loads(texts[1], JSON_REJECT_DUPLICATES, NULL);

    (void)state;
    assert_string_equal(texts[0], "schema");
    assert_non_null(schema);
    json_decref(schema);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_ascii_character_in_every_member),
        cmocka_unit_test(code_points_at_the_edges),
        cmocka_unit_test(characters_at_every_offset_of_a_long_text),
        cmocka_unit_test(huge_text),
        cmocka_unit_test(exact_lines),
        cmocka_unit_test(sources_are_written),
        cmocka_unit_test(many_fields),
        cmocka_unit_test(schema_is_published),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
