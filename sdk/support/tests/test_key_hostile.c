/* Templates of citation keys that are wrong, long or random. */
#include "fake_host.h"
#include "paperconv/keys.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static const char *const authored[] = {
    "author",  "Isaac Newton",    "author", "James Maxwell",
    "author",  "Albert Einstein", "title",  "An awesome paper on JabRef",
    "date",    "2020-03-02",      "pages",  "L41--111, 7",
    "keyword", "tree graphs",     "doi",    "10.1000/182",
    NULL
};
static const char *const edited[] = { "editor", "Ada Lovelace", "date", "1843", NULL };
static const char *const qualified[] = { "author",
                                         "Ludwig van Beethoven",
                                         "author.family",
                                         "Beethoven",
                                         "author.prefix",
                                         "van",
                                         "title",
                                         "-",
                                         NULL };
static const char *const chinese[] = { "author", "张 伟", "title", "深度学习 \xFF", NULL };
static const char *const tex[] = {
    "author", "H. Poincar\\'e", "title", "\\emph{H\\\"older's} way", "markup", "tex", NULL
};
static const char *const nothing[] = { "title", "...", NULL };

static const struct {
    const char *template, *message;
} wrong[] = {
    { "[authr]", "'authr' at character 2 is not a part of a key; the nearest is 'auth'" },
    { "ü[year]", "'ü' at character 1: a key has letters, digits and : _ . + / - only" },
    { "[auth][jurnal]",
      "'jurnal' at character 8 is not a part of a key; the nearest is 'journal'" },
    { "[year:(ä)][x]", "'ä' at character 8: a key has letters, digits and : _ . + / - only" },
    { "[auth:lowre]", "'lowre' at character 7 is not a modifier; the nearest is 'lower'" },
    { "[auth:regex(\"a\",\"b\")]", "'regex(\"a\",\"b\")' at character 7 is not supported: "
                                   "there are no regular expressions" },
    { "[auth", "'[auth' at character 1: '[' without ']'" },
    { "[[auth]]", "'[auth' at character 2 is not a part of a key; the nearest is 'auth'" },
    { "[]", "'' at character 2 is not a part of a key" },
    { "[auth:]", "'' at character 7 is not a modifier" },
    { "[auth0]", "'0' at character 6: not a number from 1 to 9999" },
    { "[edtr3_0]", "'0' at character 8: not a number from 1 to 9999" },
    { "[auth:truncate99999999999999999999]",
      "'99999999999999999999' at character 15: not a number from 1 to 9999" },
    { "[auth] [year]", "' ' at character 7: a key has no spaces" },
    { "atuh + year", "'atuh' at character 1 is not a function of a formula, a field or a "
                     "style; the nearest is 'auth'" },
    { "auth.loewr", "'loewr' at character 6 is not a filter; the nearest is 'lower'" },
    { "auth(3", "at character 7: expected ')'" },
    { "auth(3, 0)", "'0' at character 9: people count from 1" },
    { "auth(-1)", "'-1' at character 6: not a number up to 9999" },
    { "auth(1,2,*,true,5)", "'5' at character 17: there is no such parameter" },
    { "auth(size=1)", "'size' at character 6: there is no such parameter" },
    { "auth(creator=nobody)", "'nobody' at character 14: a creator is '*', 'author' or 'editor'" },
    { "auth(initials=yes)", "'yes' at character 15: not true or false" },
    { "auth.len('~', 3)", "'~' at character 11: not one of < <= = != >= >" },
    { "auth.prefix('{')", "'{' at character 14: a key has letters, digits and : _ . + / - only" },
    { "'{' + auth", "'{' at character 2: a key has letters, digits and : _ . + / - only" },
    { "auth + 'x", "''x' at character 8: a text without its closing quote" },
    { "auth + ", "at character 8: the formula ends where a function is missing" },
    { "auth + / + year", "'/' at character 8: expected a function, or a text in quotes" },
    { "(auth + year", "'(' at character 1: '(' without ')'" },
    { "auth year", "'y' at character 6: expected + or | or ." },
    { "auth(,)", "',' at character 6: a value is missing before it" },
    { "field", "'field' at character 1: the name of the field is missing" },
    { "((((((((((((((auth))))))))))))))", "'(' at character 12: too many parentheses" },
    { "'only text'", "no style and no template; use " PC_KEY_STYLES_HELP },
    { "", "no style and no template; use " PC_KEY_STYLES_HELP },
};

static void test_errors(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct fake_host f;
        pc_keys keys = { 0 };
        char line[400];

        fake_open(&f);
        assert_int_equal(pc_keys_open(&keys, pc_s(wrong[i].template), &f.stage), PC_FATAL);
        pc_keys_close(&keys);
        snprintf(line, sizeof line, "error bad-option: keys=%s: %s\n", wrong[i].template,
                 wrong[i].message);
        if (!pc_eq(pc_text_str(&f.diagnostics), line))
            fail_msg("%.*s is not %s", PC_FMT(pc_text_str(&f.diagnostics)), line);
        fake_close(&f);
    }
}

/* The longest template that is allowed makes a key; a longer one is an error. */
static void test_long_templates(void **state)
{
    enum { MOST = 2000, PART = sizeof "[abstract]" - 1 };
    static char text[5000], abstract[5000];
    const char *fields[] = { "abstract", abstract, NULL };
    struct fake_host f;
    pc_keys keys = { 0 };
    pc_str key;

    (void)state;
    fake_open(&f);
    memset(abstract, 'x', sizeof abstract - 1);
    for (size_t n = 0; n < MOST; n += PART)
        strcat(text, "[abstract]");
    assert_int_equal(pc_keys_open(&keys, pc_s(text), &f.stage), PC_OK);
    key = pc_keys_make(&keys, fake_record(&f, "d", NULL, 1, fields));
    assert_int_equal(key.n, MOST / PART * 400);
    pc_keys_close(&keys);
    strcat(text, "x");
    memset(&keys, 0, sizeof keys);
    assert_int_equal(pc_keys_open(&keys, pc_s(text), &f.stage), PC_FATAL);
    fake_close(&f);
}

/* Replacing one letter by many again and again does not make a key without bounds. */
static void test_growing_replacements(void **state)
{
    static const char *const fields[] = { "author", "Aaaa", NULL };
    char text[900] = "auth";
    struct fake_host f;
    pc_keys keys = { 0 };

    (void)state;
    fake_open(&f);
    for (int i = 0; i < 20; i++)
        strcat(text, ".replace('a','aaaaaaaaaaaaaaaa')");
    assert_int_equal(pc_keys_open(&keys, pc_s(text), &f.stage), PC_OK);
    assert_true(pc_keys_make(&keys, fake_record(&f, "d", NULL, 1, fields)).n < 500);
    pc_keys_close(&keys);
    fake_close(&f);
}

static unsigned next_random(unsigned *random)
{
    *random = *random * 1103515245u + 12345u;
    return *random >> 16 & 0x7FFF;
}

static bool is_key(pc_str key)
{
    for (size_t i = 0; i < key.n; i++) {
        if (strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:_.+/-",
                   key.p[i]) == NULL)
            return false;
    }
    return key.n != 0;
}

/* What random templates are made of. */
/* clang-format off */
static const char *const words[] = {
    "[", "]", "[auth", "[edtr", "[pureauth", "authors", "editors", "Ini", "EtAl", "3", "_2",
    "12345", ":", ":lower", ":upper]", ":abbr]", ":truncate3]", ":(x)]", ":titlecase]",
    "[fulltitle", "[camel]", "[year]", "[DOI]", "[keyword2]", "auth", "year", "title",
    "shorttitle", "(", ")", ",", "2", "-1", "+", " + ", "|", " || ", ".", ".lower", ".capitalize",
    ".select(2)", ".substring(2,3)", ".len('>',3)", ".replace('a','bb')", ".condense('_')",
    ".skipwords", ".abbr(2)", ".default('x')", ".prefix('p')", "'x'", "\"y\"", "'", "\"",
    "field('note')", "type('book')", "creator='editor'", "sep='-'", "ü", "{", " ", "(auth)",
    "(title | year)", "authEtal2", "journal", "firstpage", "_", "a", "\xFF",
};
/* clang-format on */

/* Templates put together at random are refused with a message, or make keys of the key alphabet. */
static void test_random_templates(void **state)
{
    static const char *const *const records[] = {
        authored, edited, qualified, chinese, tex, nothing
    };
    unsigned random = 20260101, made = 0;
    struct fake_host f;

    (void)state;
    fake_open(&f);
    for (int i = 0; i < 30000; i++) {
        char text[400] = "";
        pc_keys keys = { 0 };

        for (unsigned n = 1 + next_random(&random) % 9; n > 0; n--)
            strcat(text, words[next_random(&random) % COUNT(words)]);
        f.diagnostics.n = 0;
        if (pc_keys_open(&keys, pc_s(text), &f.stage) == PC_OK) {
            made++;
            for (size_t r = 0; r < COUNT(records); r++) {
                if (i % 64 == 0) { /* records live until the end */
                    fake_close(&f);
                    fake_open(&f);
                }
                if (!is_key(pc_keys_make(&keys, fake_record(&f, "d", NULL, 1, records[r]))))
                    fail_msg("%s: %.*s", text, PC_FMT(pc_text_str(&keys.key)));
            }
        } else {
            assert_true(pc_starts(pc_text_str(&f.diagnostics), "error bad-option: keys="));
        }
        pc_keys_close(&keys);
    }
    assert_true(made > 1000);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_errors),
        cmocka_unit_test(test_long_templates),
        cmocka_unit_test(test_growing_replacements),
        cmocka_unit_test(test_random_templates),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
