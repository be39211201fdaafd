/* The fields of a record, sorted by key. */
#include "fake_host.h"
#include "paperconv/fields.h"
#include "paperconv/keys.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void check_value(const pc_value *value, const char *key, const char *text, enum pc_list list)
{
    assert_true(pc_eq(value->key, key));
    assert_true(pc_eq(value->text, text));
    assert_int_equal(value->list, list);
}

static void test_lists(void **state)
{
    static const char *const fields[] = { "author", "A", "x-a", "1",     "title", "T",
                                          "author", "B", "ti",  "short", NULL };
    struct fake_host f;
    pc_fields sorted;
    const pc_value *v;

    (void)state;
    fake_open(&f);
    pc_fields_read(&sorted, fake_record(&f, "d", NULL, 1, fields));
    v = sorted.all;
    check_value(v, "author", "A", PC_LIST_AUTHOR);
    check_value(v->after, "x-a", "1", PC_LIST_OTHERS);
    check_value(v->after->after, "title", "T", PC_LIST_TITLE);
    assert_ptr_equal(sorted.first[PC_LIST_AUTHOR], v);
    check_value(v->next, "author", "B", PC_LIST_AUTHOR);
    assert_ptr_equal(sorted.last[PC_LIST_AUTHOR], v->next);
    assert_null(v->next->next);
    assert_ptr_equal(sorted.first[PC_LIST_TITLE], sorted.last[PC_LIST_TITLE]);
    check_value(sorted.first[PC_LIST_OTHERS]->next, "ti", "short", PC_LIST_OTHERS);
    assert_null(sorted.last[PC_LIST_OTHERS]->after);
    assert_true(pc_eq(pc_fields_first(&sorted, PC_LIST_AUTHOR), "A"));
    assert_null(sorted.first[PC_LIST_URL]);
    assert_null(pc_fields_first(&sorted, PC_LIST_URL).p);
    fake_close(&f);
}

/* Every key of plugin.h has its own list. */
static void test_keys(void **state)
{
    static const char *const fields[] = { PC_TITLE,
                                          "v",
                                          PC_AUTHOR,
                                          "v",
                                          PC_AUTHORS_TRUNCATED,
                                          "v",
                                          PC_AFFILIATION,
                                          "v",
                                          PC_DATE,
                                          "v",
                                          PC_LISTED,
                                          "v",
                                          PC_CATEGORY,
                                          "v",
                                          PC_ARXIV_CATEGORY,
                                          "v",
                                          PC_ARXIV_CATEGORY_CANDIDATE,
                                          "v",
                                          PC_SCORE,
                                          "v",
                                          PC_HAS_CODE,
                                          "v",
                                          PC_ABSTRACT,
                                          "v",
                                          PC_ARXIV_ID,
                                          "v",
                                          PC_DOI,
                                          "v",
                                          PC_URL,
                                          "v",
                                          PC_KEYWORD,
                                          "v",
                                          PC_NOTE_TEXT,
                                          "v",
                                          PC_MARKUP,
                                          "v",
                                          "citation_key",
                                          "v",
                                          "unknown",
                                          "v",
                                          NULL };
    struct fake_host f;
    pc_fields sorted;

    (void)state;
    fake_open(&f);
    pc_fields_read(&sorted, fake_record(&f, "d", NULL, 1, fields));
    for (size_t list = 0; list < PC_LISTS; list++) {
        assert_non_null(sorted.first[list]);
        assert_null(sorted.first[list]->next);
    }
    fake_close(&f);
}

static void test_empty(void **state)
{
    static const char *const none[] = { NULL };
    struct fake_host f;
    pc_fields sorted;

    (void)state;
    fake_open(&f);
    pc_fields_read(&sorted, fake_record(&f, "d", NULL, 1, none));
    assert_null(sorted.all);
    for (size_t list = 0; list < PC_LISTS; list++)
        assert_null(sorted.first[list]);
    fake_close(&f);
}

static void test_many(void **state)
{
    enum { MANY = 1000, URLS = MANY / 3 * 2 };
    const char *fields[2 * MANY + 1];
    struct fake_host f;
    pc_fields sorted;
    const pc_value *v;
    size_t n = 0;

    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        fields[2 * i] = i % 3 != 0 ? "url" : "x";
        fields[2 * i + 1] = "v";
    }
    fields[2 * MANY] = NULL;
    fake_open(&f);
    pc_fields_read(&sorted, fake_record(&f, "d", NULL, 1, fields));
    for (v = sorted.all; v != NULL; v = v->after, n++)
        check_value(v, fields[2 * n], "v", n % 3 != 0 ? PC_LIST_URL : PC_LIST_OTHERS);
    assert_int_equal(n, MANY);
    for (v = sorted.first[PC_LIST_URL], n = 0; v != NULL; v = v->next)
        n++;
    assert_int_equal(n, URLS);
    fake_close(&f);
}

static void every_key_has_its_list(void **state)
{
    static const char *const keys[] = {
        PC_TITLE,
        PC_ABSTRACT,
        PC_AUTHOR,
        PC_MARKUP,
        PC_LISTED,
        PC_DATE,
        PC_CITATION_KEY,
        PC_CATEGORY,
        PC_SCORE,
        PC_HAS_CODE,
        PC_ARXIV_ID,
        PC_ARXIV_CATEGORY,
        PC_DOI,
        PC_URL,
        PC_KEYWORD,
        PC_ARXIV_CATEGORY_CANDIDATE,
        PC_NOTE_TEXT,
        PC_AFFILIATION,
        PC_AUTHORS_TRUNCATED,
    };
    unsigned seen = 0;

    (void)state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        seen |= 1u << pc_list_of(pc_s(keys[i]));
    assert_int_equal(seen, (1u << PC_LIST_OTHERS) - 1);
    assert_int_equal(pc_list_of(pc_s("titles")), PC_LIST_OTHERS);
    assert_int_equal(pc_list_of(pc_s("tetle")), PC_LIST_OTHERS);
    assert_int_equal(pc_list_of(pc_none()), PC_LIST_OTHERS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_has_its_list),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
