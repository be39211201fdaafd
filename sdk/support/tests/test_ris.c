/* test_ris.c - the types of RIS. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "paperconv/fields.h"
#include "paperconv/ris.h"

static void types_are_found_in_any_case(void **state)
{
    (void)state;
    assert_string_equal(pc_ris_find_type(pc_s("EJOUR"))->csl, "article-journal");
    assert_int_equal(pc_ris_find_type(pc_s("ejour"))->kind, PC_RIS_ARTICLE);
    assert_null(pc_ris_find_type(pc_s("EJOURS")));
    assert_null(pc_ris_find_type(pc_s("EJOU")));
    assert_null(pc_ris_find_type(pc_none()));
}

/* Every type that a record may have is written as a type that means the same kind of work. */
static void every_type_of_a_record_has_one(void **state)
{
    static const char *const types[] = {
#define TYPE(csl, bibtex, biblatex, ris) csl,
        PC_TYPES(TYPE)
#undef TYPE
    };

    (void)state;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        const pc_ris_type *type = pc_ris_type_of(pc_s(types[i]));
        const pc_ris_type *back;

        assert_non_null(type);
        back = pc_ris_type_of(pc_s(type->csl));
        assert_non_null(back);
        assert_int_equal(back->kind, type->kind);
    }
    assert_null(pc_ris_type_of(pc_s("JOUR")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_are_found_in_any_case),
        cmocka_unit_test(every_type_of_a_record_has_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
