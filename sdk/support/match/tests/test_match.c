/* test_match.c - keys, sketches, and the rule by which two records are one work. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "fake_host.h"

#include "paperconv/match.h"

/* An abstract of 47 words, and its beginning. */
#define FOREST                                                                                 \
    "We light dense forests with sparse lanterns. Ten lanterns are enough for a forest of "    \
    "a thousand trees when each is hung where two paths cross. The proof counts shadows, and " \
    "an experiment with 40 lanterns in 3 forests shows that fewer shadows mean fewer lost "    \
    "hikers."
#define HILLS                                                                                    \
    "We return to lanterns, now on hills, where wind matters more than paths do, and show that " \
    "seven of them are never enough for a hill that is higher than the tallest of its trees."
#define TITLE "Sparse lanterns for dense forests"
#define OAK PC_AUTHOR, "Ann Oak"
#define BOTH OAK, PC_AUTHOR, "Ben Elm"
#define CUT PC_AUTHORS_TRUNCATED, "true"
#define DAY PC_DATE, "2024-03-05"
#define LG PC_ARXIV_CATEGORY, "cs.LG"

static void read_work(struct fake_host *f, pc_work *work, const char *const *fields)
{
    pc_match_read(work, fake_record(f, "page", NULL, 1, fields));
}

struct pair {
    const char *rule;
    const char *a[16], *b[16];
};

static const struct pair pairs[] = {
    { "id", { PC_ARXIV_ID, "2403.00001v2", NULL }, { PC_ARXIV_ID, "2403.00001", NULL } },
    { "id", { PC_DOI, "10.48550/arXiv.2403.00001", NULL }, { PC_ARXIV_ID, "2403.00001", NULL } },
    { "id",
      { PC_DOI, "https://doi.org/10.1000/ABC", NULL },
      { PC_DOI, "10.1000/abc", PC_TITLE, TITLE, NULL } },
    { "none", /* a wrong identifier */
      { PC_ARXIV_ID, "2403.00001", PC_TITLE, "On herons", NULL },
      { PC_ARXIV_ID, "2403.00001", PC_TITLE, TITLE, NULL } },
    { "none", /* other identifiers */
      { PC_ARXIV_ID, "2403.00002", PC_TITLE, TITLE, BOTH, DAY, NULL },
      { PC_ARXIV_ID, "2403.00001", PC_TITLE, TITLE, BOTH, DAY, NULL } },

    { "title-authors-abstract",
      { PC_TITLE, TITLE, OAK, CUT, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, PC_DATE, "1999", NULL } },
    { "title-authors-date",
      { PC_TITLE, "SPARSE LANTERNS for dense-forests", BOTH, PC_DATE, "2024-03-08", NULL },
      { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "title-authors-date", /* across the turn of a year that is not printed */
      { PC_TITLE, TITLE, BOTH, PC_DATE, "XXXX-01-01", NULL },
      { PC_TITLE, TITLE, BOTH, PC_DATE, "2023-12-31", NULL } },
    { "title-authors-date",
      { PC_TITLE, "Lanterns", BOTH, PC_DATE, "XXXX-03-05", NULL },
      { PC_TITLE, "Lanterns", BOTH, DAY, NULL } },
    { "none", /* many works are called so */
      { PC_TITLE, "Editorial", OAK, PC_DATE, "XXXX-03-05", NULL },
      { PC_TITLE, "Editorial", OAK, DAY, NULL } },
    { "none",
      { PC_TITLE, TITLE, BOTH, PC_DATE, "2024-03-09", NULL },
      { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "none", /* one author more than the list, which is not cut, has */
      { PC_TITLE, TITLE, OAK, DAY, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "title-authors-date", /* names in another order of their parts */
      { PC_TITLE, TITLE, PC_AUTHOR, "Oak, Ann", PC_AUTHOR, "Elm Ben", DAY, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "title-authors-date-category",
      { PC_TITLE, TITLE, BOTH, DAY, LG, PC_ABSTRACT, HILLS, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, LG, PC_ABSTRACT, FOREST, NULL } },
    { "none", /* not without the year */
      { PC_TITLE, TITLE, BOTH, PC_DATE, "XXXX-03-05", LG, PC_ABSTRACT, HILLS, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, LG, PC_ABSTRACT, FOREST, NULL } },
    { "title-authors", { PC_TITLE, TITLE, BOTH, NULL }, { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "title-authors",
      { PC_TITLE, TITLE, BOTH, PC_DATE, "2025", NULL },
      { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "none",
      { PC_TITLE, TITLE, BOTH, PC_DATE, "2021", NULL },
      { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "none", { PC_TITLE, "Lanterns", BOTH, NULL }, { PC_TITLE, "Lanterns", BOTH, DAY, NULL } },
    { "none", /* cut by the page */
      { PC_TITLE, TITLE "\xE2\x80\xA6", BOTH, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, NULL } },
    { "none", /* withdrawn */
      { PC_TITLE, TITLE, BOTH, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, "This paper has been withdrawn by its authors.",
        NULL } },
    { "title-authors", /* where the page glued title and authors and cut them elsewhere */
      { PC_TITLE, "Sparse lanterns for dense", PC_AUTHOR, "forests Ann Oak", NULL },
      { PC_TITLE, TITLE, OAK, NULL } },

    { "title-abstract",
      { PC_TITLE, TITLE, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "title-abstract",
      { PC_TITLE, TITLE, OAK, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "none",
      { PC_TITLE, TITLE, PC_ABSTRACT, HILLS, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "near-title-authors-abstract",
      { PC_TITLE, "Sparse lanterns in dense forests", BOTH, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "near-title-abstract",
      { PC_TITLE, "Sparse lanterns in dense forests", PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "near-title-abstract",
      { PC_TITLE, "Sparse lantrens fordense forests", PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "none",
      { PC_TITLE, TITLE " II", BOTH, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "none",
      { PC_TITLE, "Erratum: " TITLE, BOTH, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "none",
      { PC_TITLE, TITLE " of type B", BOTH, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE " of type C", BOTH, PC_ABSTRACT, FOREST, NULL } },
    { "none",
      { PC_TITLE, TITLE " in 2D", PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE " in 3D", PC_ABSTRACT, FOREST, NULL } },
    { "authors-date-abstract",
      { PC_TITLE, "A new look at hikers", BOTH, DAY, LG, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, LG, PC_ABSTRACT, FOREST, NULL } },
    { "none", /* the second part, of the same day */
      { PC_TITLE, TITLE " II", BOTH, DAY, LG, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, LG, PC_ABSTRACT, FOREST, NULL } },
    { "none",
      { PC_TITLE, "A new look at hikers", BOTH, LG, PC_ABSTRACT, FOREST, NULL },
      { PC_TITLE, TITLE, BOTH, DAY, LG, PC_ABSTRACT, FOREST, NULL } },

    { "abstract", { PC_ABSTRACT, FOREST, NULL }, { PC_TITLE, TITLE, PC_ABSTRACT, FOREST, NULL } },
    { "none", /* too short */
      { PC_ABSTRACT, "Ten lanterns are enough for a forest of a thousand trees.", NULL },
      { PC_ABSTRACT, "Ten lanterns are enough for a forest of a thousand trees.", NULL } },
    { "none", { PC_TITLE, TITLE, NULL }, { PC_TITLE, TITLE, NULL } },
    { "none", { "custom", "1", NULL }, { PC_TITLE, TITLE, NULL } },
};

static void rules_decide(void **state)
{
    struct fake_host f;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        uint32_t sketch[PC_MATCH_SKETCH];
        pc_work a, b;
        size_t length;
        const char *rule;

        read_work(&f, &a, pairs[i].a);
        read_work(&f, &b, pairs[i].b);
        rule = pc_match_rule_name(pc_match_compare(&a, &b).rule);
        if (strcmp(rule, pairs[i].rule) != 0)
            fail_msg("pair %zu: %s, not %s", i, rule, pairs[i].rule);
        length = pc_match_sketch(&b, sketch);
        if (length != 0)
            assert_int_equal(pc_match_set_sketch(&b, sketch, length), length);
        rule = pc_match_rule_name(pc_match_compare(&a, &b).rule);
        if (strcmp(rule, pairs[i].rule) != 0)
            fail_msg("pair %zu by its sketch: %s, not %s", i, rule, pairs[i].rule);
    }
    fake_close(&f);
}

static void every_rule_has_a_pair(void **state)
{
    (void)state;
    for (int rule = 0; rule < PC_MATCH_RULES; rule++) {
        bool found = false;

        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
            found |= strcmp(pairs[i].rule, pc_match_rule_name((pc_match_rule)rule)) == 0;
        if (!found)
            fail_msg("no pair for %s", pc_match_rule_name((pc_match_rule)rule));
    }
}

static size_t common_keys(struct fake_host *f, const char *const *a, const char *const *b)
{
    uint64_t keys[2][PC_MATCH_KEYS];
    size_t counts[2], common = 0;
    pc_work work;

    read_work(f, &work, a);
    counts[0] = pc_match_keys(&work, keys[0]);
    read_work(f, &work, b);
    counts[1] = pc_match_keys(&work, keys[1]);
    for (size_t i = 0; i < counts[0]; i++)
        for (size_t j = 0; j < counts[1]; j++)
            common += keys[0][i] == keys[1][j];
    return common;
}

#define ONE_TITLE(title) ((const char *const[]){ PC_TITLE, title, NULL })

static void words_are_the_same_however_they_are_written(void **state)
{
    static const char *const same[][2] = {
        { "$\\alpha$-decay of heavy \\emph{nuclei}", "\xCE\xB1-decay of heavy nuclei" },
        { "The Schr\\\"odinger equation", "The Schr\xC3\xB6"
                                          "dinger equation" },
        { "Schroedinger in S\xC3\xB8nderborg", "SCHROEDINGER IN SONDERBORG" },
        { "Multi-agent e\xEF\xAC\x83"
          "ciency",
          "Multi\xE2\x80\x93"
          "agent  efficiency" },
        { "M\\textsuperscript{4}Fuse", "M4Fuse" },
    };
    struct fake_host f;

    (void)state;
    fake_open(&f);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (common_keys(&f, ONE_TITLE(same[i][0]), ONE_TITLE(same[i][1])) == 0)
            fail_msg("%s is not %s", same[i][0], same[i][1]);
    assert_int_equal(common_keys(&f, ONE_TITLE("On herons"), ONE_TITLE("On gulls")), 0);
    fake_close(&f);
}

/* Catalogues hold keys and sketches: when this test fails, PC_MATCH_VERSION must change. */
static void keys_and_sketches_stay(void **state)
{
    static const char *const fields[] = {
        PC_TITLE,          TITLE,       BOTH,   PC_ARXIV_ID, "2403.00001", PC_DOI,
        "10.1000/lantern", PC_ABSTRACT, FOREST, NULL
    };
    uint64_t keys[PC_MATCH_KEYS], sum = 0;
    uint32_t sketch[PC_MATCH_SKETCH];
    struct fake_host f;
    pc_work work;
    size_t count;

    (void)state;
    fake_open(&f);
    read_work(&f, &work, fields);
    count = pc_match_keys(&work, keys);
    for (size_t i = 0; i < count; i++)
        sum = sum * 31 + keys[i];
    count = count * 100 + pc_match_sketch(&work, sketch);
    for (size_t i = 0; i < count % 100; i++)
        sum = sum * 31 + sketch[i];
    assert_int_equal(PC_MATCH_VERSION, 1);
    assert_int_equal(count, 2319);
    assert_int_equal(sum, UINT64_C(0x761DCB5352689276));
    pc_match_drop_abstract(&work);
    assert_int_equal(pc_match_keys(&work, keys), 9);
    assert_int_equal(pc_match_sketch(&work, sketch), 0);
    fake_close(&f);
}

static void sketches_that_are_not_valid_are_refused(void **state)
{
    static const char *const fields[] = { PC_ABSTRACT, FOREST, NULL };
    uint32_t sketch[2 * PC_MATCH_SKETCH];
    struct fake_host f;
    size_t length;
    pc_work work;

    (void)state;
    fake_open(&f);
    read_work(&f, &work, fields);
    length = pc_match_sketch(&work, sketch);
    memcpy(sketch + length, sketch, length * sizeof *sketch);
    assert_int_equal(pc_match_set_sketch(&work, sketch, 2 * length), length);
    assert_int_equal(pc_match_set_sketch(&work, sketch, length - 1), 0);
    assert_int_equal(pc_match_set_sketch(&work, sketch, 0), 0);
    for (uint32_t bit = 0; bit < 31; bit++) { /* all that says how long it is */
        uint32_t damaged[PC_MATCH_SKETCH];

        memcpy(damaged, sketch, sizeof damaged);
        damaged[0] ^= UINT32_C(1) << bit;
        assert_true(pc_match_set_sketch(&work, damaged, length) <= length);
    }
    fake_close(&f);
}

/* What is hostile is bounded: a title of a million words, and as many authors. */
static void long_records_are_cut(void **state)
{
    enum { WORDS = 100000 };
    struct fake_host f;
    pc_work work, again;
    pc_record *record;
    pc_text text = { NULL, 0, 0 };
    uint64_t keys[PC_MATCH_KEYS];
    char word[16];

    (void)state;
    fake_open(&f);
    record = fake_record(&f, "page", NULL, 1, (const char *const[]){ NULL });
    for (int i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "w%d ", i);
        pc_text_puts(&text, word);
    }
    pc_add(record, PC_TITLE, pc_text_str(&text));
    pc_add(record, PC_ABSTRACT, pc_text_str(&text));
    for (int i = 0; i < 1000; i++)
        pc_add(record, PC_AUTHOR, pc_s("Ann Oak"));
    pc_match_read(&work, record);
    pc_match_read(&again, record);
    assert_true(pc_match_keys(&work, keys) <= PC_MATCH_KEYS);
    assert_int_equal(pc_match_compare(&work, &again).rule, PC_MATCH_TITLE_AUTHORS_ABSTRACT);
    pc_text_free(&text);
    fake_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_decide),
        cmocka_unit_test(every_rule_has_a_pair),
        cmocka_unit_test(words_are_the_same_however_they_are_written),
        cmocka_unit_test(keys_and_sketches_stay),
        cmocka_unit_test(sketches_that_are_not_valid_are_refused),
        cmocka_unit_test(long_records_are_cut),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
