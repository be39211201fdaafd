/* test_tree.c - records as lists of elements: texts, entities, faults, and what follows a fault. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "../entities.h"
#include "../tree.h"
#include "../values.h"

enum { RECORD = 1, TITLE, KEY, ITALIC, TELETYPE, NAMES };

static const pc_str names[NAMES] = { [RECORD] = XML_NAME("record"),
                                     [TITLE] = XML_NAME("title"),
                                     [KEY] = XML_NAME("key"),
                                     [ITALIC] = XML_NAME("i"),
                                     [TELETYPE] = XML_NAME("tt") };
static const struct xml_vocabulary vocabulary = { names, NAMES, ITALIC, TELETYPE };

/* Reads RECORD; its title must be EXPECTED, or the reason of its fault, when FAULTY. */
static void expect(struct xml_tree *tree, const char *record, bool faulty, const char *expected)
{
    struct xml_fault fault;
    const bool read = xml_tree_read(tree, &vocabulary, pc_s(record), false, &fault);
    pc_str title = pc_none();

    for (size_t i = 0; read && i < xml_count(tree); i++) {
        if (xml_node(tree, i)->name == TITLE)
            title = xml_value(tree, i);
    }
    if (read == faulty)
        fail_msg("'%s': %s", record, read ? "no fault" : fault.reason);
    if (faulty)
        assert_string_equal(fault.reason, expected);
    else if (!pc_eq(title, expected))
        fail_msg("'%s': '%.*s'", record, PC_FMT(title));
}

static void texts_have_their_entities_and_markup(void **state)
{
    struct xml_tree tree = { .parser = NULL };

    (void)state;
    expect(&tree, "<record><title>a &amp; b &#233; &uuml; &times;</title></record>", false,
           "a & b \xc3\xa9 \xc3\xbc \xc3\x97");
    assert_int_equal(tree.unknown, 0);
    expect(&tree, "<record><title>&nosuch; &UUML;</title></record>", false, "&nosuch; &UUML;");
    assert_int_equal(tree.unknown, 2);
    assert_int_equal(tree.unknown_at, sizeof "<record><title>" - 1);
    expect(&tree, "<record><title><![CDATA[<&uuml;>]]></title></record>", false, "<&uuml;>");
    expect(&tree, "<record><title>a<i>b</i><tt>c</tt><u>d</u></title></record>", false,
           "a<i>b</i>cd");
    assert_true(tree.has_markup);
    expect(&tree, "<x:record xmlns:x='y'><x:title>prefixes</x:title></x:record>", false,
           "prefixes");
    assert_false(tree.has_markup);
    xml_tree_free(&tree);
}

static void attributes_belong_to_their_element(void **state)
{
    struct xml_tree tree = { .parser = NULL };

    (void)state;
    expect(&tree, "<record key='a&amp;b' other='c'><title key=''>t</title></record>", false, "t");
    assert_true(pc_eq(xml_attribute(&tree, 0, KEY), "a&b"));
    assert_int_equal(xml_attribute(&tree, 0, TITLE).n, 0);
    assert_true(xml_is_in(&tree, 2, 0));
    assert_false(xml_is_in(&tree, xml_count(&tree), 0));
    xml_tree_free(&tree);
}

static void fault_costs_one_record(void **state)
{
    static const struct {
        const char *record, *reason;
    } cases[] = {
        { "<record><title>a</titel></record>", "mismatched tag" },
        { "<record><title>a & b</title></record>", "not well-formed (invalid token)" },
        { "<record><title>a</title>", "the record is not closed" },
        { "<record></record></r>", "mismatched tag" },
        { "<record></record></q>", "mismatched tag" },
        { "<record/><record>", "the record is not closed" },
        { "<record><titl", "the record is not closed" },
        { "<record>\xff</record>", "not well-formed (invalid token)" },
        { "<!DOCTYPE x [<!ENTITY y 'z'>]><record/>", "not well-formed (invalid token)" },
    };
    struct xml_tree tree = { .parser = NULL };
    pc_text deep = { NULL, 0, 0 };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        expect(&tree, cases[i].record, true, cases[i].reason);
        expect(&tree, "<record><title>next</title></record>", false, "next");
    }
    pc_text_puts(&deep, "<record>");
    for (size_t i = 0; i < XML_DEEPEST; i++)
        pc_text_puts(&deep, "<i>");
    pc_text_putc(&deep, '\0');
    expect(&tree, deep.p, true, "elements are nested too deeply");
    expect(&tree, "<record><title>next</title></record>", false, "next");
    pc_text_free(&deep);
    xml_tree_free(&tree);
}

static void places_are_right_behind_many_records(void **state)
{
    struct xml_tree tree = { .parser = NULL };
    struct xml_fault fault;
    const pc_str faulty = pc_s("<record><title>&</title></record>");

    (void)state;
    for (size_t i = 0; i < 60000; i++) /* more bytes than after which the parser is reset */
        expect(&tree, "<record><title>one</title></record>", false, "one");
    assert_false(xml_tree_read(&tree, &vocabulary, faulty, false, &fault));
    assert_ptr_equal(fault.at.p, faulty.p + sizeof "<record><title>&" - 1);
    xml_tree_free(&tree);
}

static void latin1_is_decoded(void **state)
{
    struct xml_tree tree = { .parser = NULL };
    struct xml_fault fault;

    (void)state;
    assert_true(xml_tree_read(&tree, &vocabulary, pc_s("<record><title>\xfc</title></record>"),
                              true, &fault));
    assert_true(pc_eq(xml_value(&tree, 1), "\xc3\xbc"));
    expect(&tree, "<record><title>\xc3\xbc</title></record>", false, "\xc3\xbc");
    xml_tree_free(&tree);
}

static void table_of_entities_is_sorted(void **state)
{
    (void)state;
    assert_int_equal(entity_rune("AElig"), 0xC6);
    assert_int_equal(entity_rune("yuml"), 0xFF);
    assert_int_equal(entity_rune("nbsp"), 0xA0);
    assert_int_equal(entity_rune("reg"), 0xAE);
    assert_int_equal(entity_rune(""), 0);
    assert_int_equal(entity_rune("zzz"), 0);
}

static void texts_become_lines_and_paragraphs(void **state)
{
    static const struct {
        const char *text, *line, *paragraphs;
    } cases[] = {
        { "a b", "a b", "a b" },
        { " a\n  b\t c ", "a b c", "a b c" },
        { "  a\nb\n  c\n", "a b c", "a b\n\nc" },
        { "a\n\n\nb", "a b", "a\n\nb" },
        { "a\n   b\n   c\n     d", "a b c d", "a b c\n\nd" },
        { "\n\n", "", "" },
        { "", "", "" },
    };
    char copy[64];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        snprintf(copy, sizeof copy, "%s", cases[i].text);
        assert_true(pc_eq(value_line(pc_s(copy)), cases[i].line));
        snprintf(copy, sizeof copy, "%s", cases[i].text);
        if (!pc_eq(value_paragraphs(pc_s(copy)), cases[i].paragraphs))
            fail_msg("'%s': '%s'", cases[i].text, copy);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_have_their_entities_and_markup),
        cmocka_unit_test(attributes_belong_to_their_element),
        cmocka_unit_test(fault_costs_one_record),
        cmocka_unit_test(places_are_right_behind_many_records),
        cmocka_unit_test(latin1_is_decoded),
        cmocka_unit_test(table_of_entities_is_sorted),
        cmocka_unit_test(texts_become_lines_and_paragraphs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
