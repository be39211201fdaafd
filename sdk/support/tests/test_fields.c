/* The fields of a record, sorted by key. */
#include "fake_host.h"
#include "paperconv/fields.h"

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

static const struct {
    const char *key;
    enum pc_list list, parent;
} table[] = {
#define FIELD(list, key, ...) { key, PC_LIST_##list, PC_LIST_OTHERS },
#define QUALIFIER(list, parent, key, ...) { key, PC_LIST_##list, PC_LIST_##parent },
    PC_FIELDS(FIELD) PC_QUALIFIERS(QUALIFIER)
#undef QUALIFIER
#undef FIELD
};

static void every_key_has_its_list(void **state)
{
    (void)state;
    assert_int_equal(sizeof table / sizeof *table, PC_KEYS - 1); /* all but the others */
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        assert_int_equal(pc_list_of(pc_s(table[i].key)), table[i].list);
        assert_string_equal(pc_key_of(table[i].list).p, table[i].key);
        assert_int_equal(pc_key_of(table[i].list).n, strlen(table[i].key));
        assert_int_equal(pc_parent_of(table[i].list), table[i].parent);
    }
    assert_int_equal(pc_list_of(pc_none()), PC_LIST_OTHERS);
    assert_int_equal(pc_key_of(PC_LIST_OTHERS).n, 0);
}

/* A key that differs in one byte, or in length, is another one. */
static void only_the_keys_have_lists(void **state)
{
    char key[64];

    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        size_t n = strlen(table[i].key);

        memcpy(key, table[i].key, n);
        for (size_t at = 0; at < n; at++) {
            key[at] ^= 1;
            assert_int_equal(pc_list_of(pc_sub(key, n)), PC_LIST_OTHERS);
            key[at] ^= 1;
        }
        key[n] = 'x';
        assert_int_equal(pc_list_of(pc_sub(key, n + 1)), PC_LIST_OTHERS);
    }
}

/* Qualifiers belong to the nearest field before them; the rest is among the others. */
static void qualifiers_belong_to_their_field(void **state)
{
    static const char *const record[] = { "author.family",
                                          "Orphan",
                                          "author",
                                          "Ann Lee",
                                          "author.family",
                                          "Lee",
                                          "title",
                                          "T",
                                          "author.given",
                                          "Ann",
                                          "author",
                                          "Bo Ek",
                                          "url",
                                          "u",
                                          "author.family",
                                          "Ek",
                                          "url.role",
                                          "pdf",
                                          "author.affiliation",
                                          "A",
                                          "author.affiliation",
                                          "B",
                                          NULL };
    struct fake_host host;
    pc_fields f;

    (void)state;
    fake_open(&host);
    pc_fields_read(&f, fake_record(&host, "d", NULL, 1, record));
    assert_true(pc_eq(pc_fields_first(&f, PC_LIST_OTHERS), "Orphan"));
    assert_true(pc_eq(pc_person_part(f.first[PC_LIST_AUTHOR], PC_PART_FAMILY), "Lee"));
    assert_true(pc_eq(pc_person_part(f.first[PC_LIST_AUTHOR], PC_PART_GIVEN), "Ann"));
    assert_true(pc_eq(pc_person_part(f.last[PC_LIST_AUTHOR], PC_PART_FAMILY), "Ek"));
    assert_true(pc_eq(pc_person_part(f.last[PC_LIST_AUTHOR], PC_PART_AFFILIATION), "A"));
    assert_true(pc_eq(f.last[PC_LIST_AUTHOR]->last_qualifier->text, "B"));
    assert_int_equal(pc_person_part(f.last[PC_LIST_AUTHOR], PC_PART_ORCID).n, 0);
    assert_int_equal(pc_person_part(f.first[PC_LIST_TITLE], PC_PART_FAMILY).n, 0);
    assert_true(pc_eq(pc_qualifier(f.first[PC_LIST_URL], PC_LIST_URL_ROLE), "pdf"));
    assert_int_equal(pc_part_of(PC_LIST_EDITOR_GIVEN), PC_PART_GIVEN);
    assert_int_equal(pc_part_of(PC_LIST_CONTRIBUTOR_ORCID), PC_PART_ORCID);
    assert_int_equal(pc_part_of(PC_LIST_CONTRIBUTOR_ROLE), PC_PARTS);
    assert_int_equal(pc_part_of(PC_LIST_URL_ROLE), PC_PARTS);
    assert_int_equal(pc_part_of(PC_LIST_AUTHOR), PC_PARTS);
    assert_int_equal(pc_fields_from(&f, 0), PC_LIST_TITLE);
    assert_int_equal(pc_fields_from(&f, PC_LIST_TITLE + 1), PC_LIST_AUTHOR);
    assert_int_equal(pc_fields_from(&f, PC_LIST_AUTHOR + 1), PC_LIST_URL);
    assert_int_equal(pc_fields_from(&f, PC_LIST_URL + 1), PC_LIST_OTHERS);
    assert_int_equal(pc_fields_from(&f, PC_LISTS), PC_LISTS);
    fake_close(&host);
}

/* A field that takes one value, of which the record has two, and one with qualifiers. */
static void fields_are_removed(void **state)
{
    static const char *const record[] = {
        "abstract", "A",        "title", "T", "author", "Ann Lee", "author.family",
        "Lee",      "abstract", "B",     "x", "y",      NULL
    };
    struct fake_host host;
    pc_fields f;

    (void)state;
    fake_open(&host);
    pc_fields_read(&f, fake_record(&host, "d", NULL, 1, record));
    pc_fields_remove(&f, PC_LIST_ABSTRACT);
    pc_fields_remove(&f, PC_LIST_AUTHOR);
    pc_fields_remove(&f, PC_LIST_DOI);
    assert_int_equal(pc_fields_first(&f, PC_LIST_ABSTRACT).n, 0);
    assert_int_equal(pc_fields_from(&f, 0), PC_LIST_TITLE);
    assert_int_equal(pc_fields_from(&f, PC_LIST_TITLE + 1), PC_LIST_OTHERS);
    assert_true(pc_eq(f.all->text, "T"));
    assert_true(pc_eq(f.all->after->text, "y"));
    assert_null(f.all->after->after);
    fake_close(&host);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_has_its_list),
        cmocka_unit_test(only_the_keys_have_lists),
        cmocka_unit_test(qualifiers_belong_to_their_field),
        cmocka_unit_test(fields_are_removed),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
