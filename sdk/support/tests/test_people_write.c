/* test_people_write.c - a person in BibTeX, biblatex, RIS, CSL-JSON and in print. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "paperconv/names.h"

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

/* PARTS are given, dropping prefix, prefix, family, suffix, literal; BIBLATEX is NULL where it
 * is the same. */
static const struct {
    const char *parts[6], *bibtex, *biblatex, *printed, *ris, *csl;
} writings[] = {
    { { "Ludwig", "", "van", "Berg", "Jr.", "" },
      "van Berg, Jr., Ludwig",
      NULL,
      "Ludwig van Berg, Jr.",
      "van Berg, Ludwig, Jr.",
      "family=Berg given=Ludwig non-dropping-particle=van suffix=Jr." },
    { { "Ada", "von", "", "Berg", "", "" },
      "von Berg, Ada",
      NULL,
      "Ada von Berg",
      "Berg, Ada von",
      "family=Berg given=Ada dropping-particle=von" },
    { { "Ada", "de", "la", "Berg", "", "" },
      "de la Berg, Ada",
      NULL,
      "Ada de la Berg",
      "la Berg, Ada de",
      "family=Berg given=Ada dropping-particle=de non-dropping-particle=la" },
    { { "Ada", "", "d'", "Aberg", "", "" },
      "d' Aberg, Ada",
      NULL,
      "Ada d'Aberg",
      "d'Aberg, Ada",
      "family=Aberg given=Ada non-dropping-particle=d'" },
    { { "Ada", "", "al-", "Berg", "", "" },
      "al- Berg, Ada",
      NULL,
      "Ada al-Berg",
      "al-Berg, Ada",
      "family=Berg given=Ada non-dropping-particle=al-" },
    { { "Ada", "", "De La", "Berg", "", "" },
      "De La Berg, Ada",
      NULL,
      "Ada De La Berg",
      "De La Berg, Ada",
      "family=Berg given=Ada non-dropping-particle=De La" },
    { { "Ada", "", "de Aa van", "Berg", "", "" },
      "de Aa van Berg, Ada",
      "{de Aa van Berg}, Ada",
      "Ada de Aa van Berg",
      "de Aa van Berg, Ada",
      "family=Berg given=Ada non-dropping-particle=de Aa van" },
    { { "Ada", "", "", "Aa zu Berg", "", "" },
      "{Aa zu Berg}, Ada",
      NULL,
      "Ada Aa zu Berg",
      "Aa zu Berg, Ada",
      "family=Aa zu Berg given=Ada" },
    { { "Ada", "", "", "Bee Berg", "", "" },
      "Bee Berg, Ada",
      NULL,
      "Ada Bee Berg",
      "Bee Berg, Ada",
      "family=Bee Berg given=Ada" },
    { { "Ada and Bee", "", "", "Berg, Inc", "", "" },
      "{Berg, Inc}, {Ada and Bee}",
      NULL,
      "Ada and Bee Berg, Inc",
      "Berg, Inc, Ada and Bee",
      "family=Berg, Inc given=Ada and Bee" },
    { { "", "", "", "Ada Berg", "", "" },
      "{Ada Berg}",
      NULL,
      "Ada Berg",
      "Ada Berg",
      "family=Ada Berg" },
    { { "", "", "", "others", "", "" }, "{others}", NULL, "others", "others", "family=others" },
    { { "", "", "", "Ada-Berg", "", "" },
      "Ada-Berg",
      NULL,
      "Ada-Berg",
      "Ada-Berg",
      "family=Ada-Berg" },
    { { "", "", "van", "Berg", "", "" },
      "van Berg",
      NULL,
      "van Berg",
      "van Berg",
      "family=Berg non-dropping-particle=van" },
    { { "", "", "", "Berg", "Jr", "" },
      "Berg, Jr, {}",
      NULL,
      "Berg, Jr",
      "Berg, , Jr",
      "family=Berg suffix=Jr" },
    { { "-C.", "", "", "Berg", "", "" },
      "Berg, {-C.}",
      NULL,
      "-C. Berg",
      "Berg, -C.",
      "family=Berg given=-C." },
    { { "bell", "", "", "hooks", "", "" },
      "{hooks}, bell",
      NULL,
      "bell hooks",
      "hooks, bell",
      "family=hooks given=bell" },
    { { "Ada=Bee", "", "", "{Berg}", "", "" },
      "{{Berg}}, {Ada=Bee}",
      NULL,
      "Ada=Bee {Berg}",
      "{Berg}, Ada=Bee",
      "family={Berg} given=Ada=Bee" },
    { { "Ada", "", "", "", "", "" }, "Ada", NULL, "Ada", "Ada", "given=Ada" },
    { { "", "", "", "", "", "Berg and Bee, Inc." },
      "{Berg and Bee, Inc.}",
      NULL,
      "Berg and Bee, Inc.",
      "Berg and Bee, Inc.",
      "literal=Berg and Bee, Inc." },
    { { "Ada", "", "", "Ber}g", "", "" },
      NULL,
      NULL,
      "Ada Ber}g",
      "Ber}g, Ada",
      "family=Ber}g given=Ada" },
};

static pc_person make_person(const char *const parts[6])
{
    pc_person p = { pc_s(parts[0]), pc_s(parts[1]), pc_s(parts[2]),
                    pc_s(parts[3]), pc_s(parts[4]), pc_s(parts[5]) };

    return p;
}

static void check_notation(pc_text *out, const char *expected)
{
    pc_text_putc(out, '\0');
    assert_string_equal(out->p, expected);
    out->n = 0;
}

static void check_bibtex(pc_text *out, const pc_person *p, pc_names_rules rules,
                         const char *expected)
{
    bool ok = pc_person_to_bibtex(out, p, rules);

    assert_int_equal(ok, expected != NULL);
    check_notation(out, ok ? expected : "");
}

static void writers_write_each_notation(void **state)
{
    pc_text out = { NULL, 0, 0 };

    (void)state;
    for (size_t i = 0; i < COUNT(writings); i++) {
        pc_person p = make_person(writings[i].parts);
        const char *biblatex = writings[i].biblatex;
        pc_person_member members[PC_PERSON_CSL_MEMBERS];
        size_t count = pc_person_to_csl(&p, members);

        check_bibtex(&out, &p, PC_NAMES_BIBTEX, writings[i].bibtex);
        check_bibtex(&out, &p, PC_NAMES_BIBLATEX, biblatex != NULL ? biblatex : writings[i].bibtex);
        pc_person_to_printed(&out, &p);
        check_notation(&out, writings[i].printed);
        pc_person_to_ris(&out, &p);
        check_notation(&out, writings[i].ris);
        for (size_t k = 0; k < count; k++) {
            pc_text_puts(&out, k != 0 ? " " : "");
            pc_text_puts(&out, members[k].key);
            pc_text_puts(&out, "=");
            pc_text_add(&out, members[k].value);
        }
        check_notation(&out, writings[i].csl);
    }
    check_bibtex(&out, &(pc_person){ .given = pc_none() }, PC_NAMES_BIBTEX, NULL);
    pc_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writers_write_each_notation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
