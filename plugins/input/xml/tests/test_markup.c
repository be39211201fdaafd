/* test_markup.c - tags in bytes of XML, whole, cut and hostile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../document.h"
#include "paperconv/text.h"

static void markup_has_a_kind_a_size_and_a_name(void **state)
{
    static const struct {
        const char *bytes;
        enum markup_kind kind;
        size_t size;
        const char *name;
    } cases[] = {
        { "<a>x", MARKUP_START, 3, "a" },
        { "<dc:title lang='en'>x", MARKUP_START, 20, "title" },
        { "<a b=\"x>y\">z", MARKUP_START, 11, "a" },
        { "<a/>", MARKUP_EMPTY, 4, "a" },
        { "<a b='/'/>x", MARKUP_EMPTY, 10, "a" },
        { "</a >x", MARKUP_END, 5, "a" },
        { "</x:a>", MARKUP_END, 6, "a" },
        { "<!-- > -->x", MARKUP_HIDDEN, 10, "" },
        { "<![CDATA[</a>]]>x", MARKUP_HIDDEN, 16, "" },
        { "<?go on?>", MARKUP_HIDDEN, 9, "" },
        { "<?xml version='1.0'?>", MARKUP_DECLARATION, 21, "" },
        { "<!DOCTYPE dblp SYSTEM \"a>b\">x", MARKUP_DOCTYPE, 28, "dblp" },
        { "<!DOCTYPE a [<!ENTITY b \">\"><!-- ]> -->]>x", MARKUP_DOCTYPE, 41, "a" },
        /* none */
        { "< a>", MARKUP_NONE, 1, "" },
        { "<3", MARKUP_NONE, 1, "" },
        { "<!x>", MARKUP_NONE, 1, "" },
        { "<a b=\"x><c d=\"y\">", MARKUP_NONE, 1, "a" },
        { "<a <b>", MARKUP_NONE, 1, "a" },
        { "</a<b>", MARKUP_NONE, 1, "" },
        { "<!-- <!-- -->", MARKUP_NONE, 1, "" },
        { "<![CDATA[<![CDATA[]]>", MARKUP_NONE, 1, "" },
        { "<?a <?b?>", MARKUP_NONE, 1, "" },
        { "<!DOCTYPE a <!DOCTYPE b>", MARKUP_NONE, 1, "" },
        /* cut */
        { "<", MARKUP_CUT, 0, "" },
        { "<a b='>", MARKUP_CUT, 0, "a" },
        { "</a", MARKUP_CUT, 0, "" },
        { "<!", MARKUP_CUT, 0, "" },
        { "<!-- x --", MARKUP_CUT, 0, "" },
        { "<![CDATA[ ]]", MARKUP_CUT, 0, "" },
        { "<!DOCTYPE dblp [", MARKUP_CUT, 0, "dblp" },
        { "<?xml", MARKUP_CUT, 0, "" },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const struct markup m = markup_read(pc_s(cases[i].bytes));

        if (m.kind != cases[i].kind || m.size != cases[i].size || !pc_eq(m.name, cases[i].name))
            fail_msg("'%s': kind %d, size %zu, name '%.*s'", cases[i].bytes, (int)m.kind, m.size,
                     PC_FMT(m.name));
    }
}

static void markup_that_is_too_long_is_none(void **state)
{
    static const char *const starts[] = { "<a b='", "<!-- ",        "<![CDATA[",
                                          "<?a ",   "<!DOCTYPE a ", "</a" };

    (void)state;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        pc_text text = { NULL, 0, 0 };

        pc_text_puts(&text, starts[i]);
        while (text.n < MARKUP_LONGEST - 1)
            pc_text_putc(&text, 'x');
        assert_int_equal(markup_read(pc_text_str(&text)).kind, MARKUP_CUT);
        pc_text_putc(&text, 'x');
        assert_int_equal(markup_read(pc_text_str(&text)).kind, MARKUP_NONE);
        pc_text_free(&text);
    }
}

static void attributes_are_found_by_their_names(void **state)
{
    const pc_str tag = pc_s("<?xml version = '1.0' encoding=\"ISO-8859-1\" empty='' open='x?>");

    (void)state;
    assert_true(pc_eq(markup_attribute(tag, "version"), "1.0"));
    assert_true(pc_eq(markup_attribute(tag, "encoding"), "ISO-8859-1"));
    assert_int_equal(markup_attribute(tag, "empty").n, 0);
    assert_null(markup_attribute(tag, "coding").p);
    assert_null(markup_attribute(pc_s("<a b"), "b").p);
    assert_null(markup_attribute(pc_s("<a b="), "b").p);
}

static void root_is_behind_what_precedes_it(void **state)
{
    static const struct {
        const char *head, *root; /* NULL: it is no XML */
    } cases[] = {
        { "<dblp>", "dblp" },
        { "\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- <x> -->\n<!DOCTYPE y [<!ENTITY z "
          "'<q>'>]>\n<a:feed ",
          "feed" },
        { "<!DOCTYPE dblp [ <!ENTITY", "dblp" },
        { "<?xml version", NULL },
        { "text <dblp>", NULL },
        { "</dblp>", NULL },
        { "", NULL },
    };
    struct markup root;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const bool found = xml_root(pc_s(cases[i].head), &root);

        if (found != (cases[i].root != NULL) || (found && !pc_eq(root.name, cases[i].root)))
            fail_msg("'%s': '%.*s'", cases[i].head, PC_FMT(root.name));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_has_a_kind_a_size_and_a_name),
        cmocka_unit_test(markup_that_is_too_long_is_none),
        cmocka_unit_test(attributes_are_found_by_their_names),
        cmocka_unit_test(root_is_behind_what_precedes_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
