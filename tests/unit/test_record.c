/* test_record.c - what becomes of the fields that a plugin adds. */
#include "api/record_handle.h"
#include "api/report.h"
#include "records/batch.h"
#include "records/origin.h"
#include "records/record_rules.h"
#include "stages/host_table.h"

#include <setjmp.h>

#include <cmocka.h>

struct built {
    struct diagnostics diagnostics;
    struct callback callback;
    struct arena arena;
    struct record record;
};

static pc_record *setup(struct built *b)
{
    memset(b, 0, sizeof *b);
    b->callback.diagnostics = &b->diagnostics;
    b->record.base.h.host = &host_table;
    b->record.callback = &b->callback;
    b->record.arena = &b->arena;
    return &b->record.base;
}

static void teardown(struct built *b)
{
    arena_free(&b->arena);
    arena_free(&b->callback.scratch);
    diagnostics_free(&b->diagnostics);
}

static void keeps_fields_in_order(void **state)
{
    struct built b;
    pc_record *r = setup(&b);
    char author[] = "Ada";
    pc_str key, value;

    (void)state;
    pc_add(r, PC_AUTHOR, pc_s(author));
    pc_add(r, PC_TITLE, pc_s("T"));
    pc_add(r, PC_AUTHOR, pc_s("Grace"));
    pc_add(r, PC_DOI, pc_s(""));
    pc_add(r, "extra", pc_s("x"));
    author[0] = 'X'; /* the record has a copy */
    assert_true(pc_eq(pc_get(r, PC_AUTHOR, 0), "Ada"));
    assert_true(pc_eq(pc_get(r, PC_AUTHOR, 1), "Grace"));
    assert_null(pc_get(r, PC_AUTHOR, 2).p);
    assert_null(pc_get(r, PC_DOI, 0).p);
    assert_true(pc_field(r, 3, &key, &value));
    assert_true(pc_eq(key, "extra") && pc_eq(value, "x"));
    assert_false(pc_field(r, 4, &key, &value));
    pc_set(r, PC_AUTHOR, pc_s("Emmy"));
    assert_true(pc_eq(pc_get(r, PC_AUTHOR, 0), "Emmy"));
    assert_null(pc_get(r, PC_AUTHOR, 1).p);
    teardown(&b);
}

struct check {
    const char *key, *value;
    bool good;
};

static const struct check checks[] = {
    { PC_DATE, "2022-05-17", true },   { PC_DATE, "2022-05", true },
    { PC_DATE, "2022", true },         { PC_DATE, "XXXX-05-30", true },
    { PC_DATE, "2023-02-29", false },  { PC_DATE, "May 5", false },
    { PC_LISTED, "XXXX-03-11", true }, { PC_LISTED, "soon", false },
    { PC_SCORE, "44.0", true },        { PC_SCORE, "-1e5", true },
    { PC_SCORE, "0", true },           { PC_SCORE, "0.5", true },
    { PC_SCORE, "044", false },        { PC_SCORE, "4.", false },
    { PC_SCORE, ".5", false },         { PC_SCORE, "1e", false },
    { PC_SCORE, "NaN", false },        { PC_SCORE, "4 4", false },
    { PC_SCORE, "-", false },          { PC_HAS_CODE, "true", true },
    { PC_HAS_CODE, "false", false },   { PC_AUTHORS_TRUNCATED, "yes", false },
    { PC_MARKUP, "tex", true },        { PC_MARKUP, "html", true },
    { PC_MARKUP, "xml", false },       { PC_URL, "anything", true },
    { PC_TYPE, "thesis", true },       { PC_TYPE, "phdthesis", false },
    { PC_VOTES, "12", true },          { PC_VOTES, "many", false },
    { PC_ANNOUNCEMENT, "new", true },  { PC_ANNOUNCEMENT, "ne", false },
    { PC_ACCESSED, "2026", true },     { PC_ACCESSED, "today", false },
};

static void turns_bad_values_into_custom_fields(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        struct built b;
        pc_record *r = setup(&b);
        char extra[64];

        snprintf(extra, sizeof extra, "%s_as_printed", checks[i].key);
        pc_add(r, checks[i].key, pc_s(checks[i].value));
        record_check(&b.record, report_diagnostic);
        assert_true(pc_eq(pc_get(r, checks[i].good ? checks[i].key : extra, 0), checks[i].value));
        assert_int_equal(b.diagnostics.count, checks[i].good ? 0 : 1);
        teardown(&b);
    }
}

static void keeps_a_second_value_as_an_extra(void **state)
{
    struct built b;
    pc_record *r = setup(&b);

    (void)state;
    pc_add(r, PC_TITLE, pc_s("one"));
    pc_add(r, PC_TITLE, pc_s("two"));
    pc_add(r, PC_URL, pc_s("one"));
    pc_add(r, PC_URL, pc_s("two"));
    record_check(&b.record, report_diagnostic);
    assert_true(pc_eq(pc_get(r, PC_TITLE, 0), "one"));
    assert_null(pc_get(r, PC_TITLE, 1).p);
    assert_true(pc_eq(pc_get(r, "title_as_printed", 0), "two"));
    assert_true(pc_eq(pc_get(r, PC_URL, 1), "two"));
    assert_string_equal(b.diagnostics.items[0].problem.code, "second-value");
    teardown(&b);
}

static void binds_qualifiers_to_the_field_before_them(void **state)
{
    struct built b;
    pc_record *r = setup(&b);

    (void)state;
    pc_add(r, "author.family", pc_s("Early"));
    pc_add(r, PC_AUTHOR, pc_s("Ann Lee"));
    pc_add(r, "author.family", pc_s("Lee"));
    pc_add(r, "author.family", pc_s("Again"));
    pc_add(r, "author.affiliation", pc_s("A"));
    pc_add(r, "author.affiliation", pc_s("B"));
    pc_add(r, "author.literal", pc_s("maybe"));
    pc_add(r, "author.colour", pc_s("red"));
    pc_add(r, PC_AUTHOR, pc_s("Bo Ek"));
    pc_add(r, "author.family", pc_s("Ek"));
    record_check(&b.record, report_diagnostic);
    assert_int_equal(b.diagnostics.count, 3);
    assert_string_equal(b.diagnostics.items[0].problem.code, "orphan-qualifier");
    assert_string_equal(b.diagnostics.items[1].problem.code, "second-value");
    assert_string_equal(b.diagnostics.items[2].problem.code, "bad-value");
    assert_true(pc_eq(pc_get(r, "author.family_as_printed", 0), "Early"));
    assert_true(pc_eq(pc_get(r, "author.family_as_printed", 1), "Again"));
    assert_true(pc_eq(pc_get(r, "author.family", 0), "Lee"));
    assert_true(pc_eq(pc_get(r, "author.family", 1), "Ek"));
    assert_true(pc_eq(pc_get(r, "author.affiliation", 1), "B"));
    assert_true(pc_eq(pc_get(r, "author.colour", 0), "red"));
    teardown(&b);
}

static void removes_a_field_with_its_qualifiers(void **state)
{
    struct built b;
    pc_record *r = setup(&b);

    (void)state;
    pc_add(r, PC_AUTHOR, pc_s("Ann Lee"));
    pc_add(r, "author.family", pc_s("Lee"));
    pc_add(r, PC_EDITOR, pc_s("Bo Ek"));
    pc_add(r, "editor.family", pc_s("Ek"));
    pc_remove(r, "author");
    assert_null(pc_get(r, "author.family", 0).p);
    assert_true(pc_eq(pc_get(r, "editor.family", 0), "Ek"));
    pc_remove(r, "editor.family");
    assert_true(pc_eq(pc_get(r, PC_EDITOR, 0), "Bo Ek"));
    assert_null(pc_get(r, "editor.family", 0).p);
    teardown(&b);
}

/* A plugin built for an older minor knows a shorter place. */
static void fills_as_much_of_a_place_as_fits(void **state)
{
    struct built b;
    struct pc_place place = { .size = offsetof(struct pc_place, member), .line = 77 };
    struct origin *o = origin_new("doc", NULL, "test");
    pc_record *r = setup(&b);

    (void)state;
    b.record.origin = o;
    b.record.line = 5;
    record_place(r, &place);
    assert_true(pc_eq(place.document, "doc"));
    assert_int_equal(place.line, 77);
    assert_int_equal(pc_where(r).line, 5);
    origin_drop(o);
    teardown(&b);
}

static void copies_a_record_that_a_filter_keeps(void **state)
{
    struct built b;
    pc_record *r = setup(&b);
    struct kept_record *k, *list = NULL;

    (void)state;
    pc_add(r, PC_TITLE, pc_s("kept"));
    pc_add(r, "extra", pc_s("x"));
    b.record.line = 9;
    k = kept_new(&b.record);
    k->record.base.h.host = &host_table;
    k->record.callback = &b.callback;
    kept_move(k, &list);
    arena_free(&b.arena);
    assert_true(pc_eq(pc_get(&k->record.base, PC_TITLE, 0), "kept"));
    pc_add(&k->record.base, PC_AUTHOR, pc_s("added"));
    assert_true(pc_eq(pc_get(&k->record.base, PC_AUTHOR, 0), "added"));
    assert_int_equal(pc_where(&k->record.base).line, 9);
    assert_ptr_equal(list, k);
    kept_free(k);
    assert_null(list);
    teardown(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_fields_in_order),
        cmocka_unit_test(turns_bad_values_into_custom_fields),
        cmocka_unit_test(keeps_a_second_value_as_an_extra),
        cmocka_unit_test(binds_qualifiers_to_the_field_before_them),
        cmocka_unit_test(removes_a_field_with_its_qualifiers),
        cmocka_unit_test(fills_as_much_of_a_place_as_fits),
        cmocka_unit_test(copies_a_record_that_a_filter_keeps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
