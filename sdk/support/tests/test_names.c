/* The parts of names. */
#include "paperconv/names.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static void append_part(pc_text *out, const char *before, pc_str part)
{
    pc_text_puts(out, before);
    pc_name_tidy(out, part);
}

/* given / particle / family / suffix, or [whole] */
static const struct {
    const char *printed, *parts;
} cases[] = {
    { "Ping Xiong", "Ping//Xiong/" },
    { "  Ping \u00a0 Xiong ", "Ping//Xiong/" },
    { "Plato", "//Plato/" },
    { "Oliver T. Unke", "Oliver T.//Unke/" },
    { "J. Thorben Frank", "J. Thorben//Frank/" },
    { "Klaus-Robert Müller", "Klaus-Robert//Müller/" },
    { "Marina M. -C. Höhne", "Marina M.-C.//Höhne/" },
    { "Jan van der Berg", "Jan/van der/Berg/" },
    { "Edwin D. de Jong", "Edwin D./de/Jong/" },
    { "María de la Cruz Pérez", "María/de la/Cruz Pérez/" },
    { "van der Berg", "/van der/Berg/" },
    { "Luc Van Gool", "Luc//Van Gool/" },
    { "Di He", "Di//He/" },
    { "Jean le Rond d'Alembert", "Jean/le/Rond d'Alembert/" },
    { "José Luis Ortega y Gasset", "José Luis//Ortega y Gasset/" },
    { "John Smith Jr.", "John//Smith/Jr." },
    { "Martin Luther King, Jr.", "Martin Luther//King/Jr." },
    { "John von Neumann III", "John/von/Neumann/III" },
    { "Henry II", "Henry//II/" },
    { "Xiong, Ping", "Ping//Xiong/" },
    { "van der Berg, Jan", "Jan/van der/Berg/" },
    { "Berg, Jan van der", "Jan/van der/Berg/" },
    { "King, Jr., Martin Luther", "Martin Luther//King/Jr." },
    { "King, Martin Luther, Jr.", "Martin Luther//King/Jr." },
    { "Xiong,", "//Xiong/" },
    { "bell hooks", "bell//hooks/" },
    { "山田 太郎", "太郎//山田/" },
    { "山田太郎", "//山田太郎/" },
    { "김 철수", "철수//김/" },
    { "The ATLAS Collaboration", "[The ATLAS Collaboration]" },
    { "ATLAS Collaboration", "[ATLAS Collaboration]" },
    { "University of Oslo", "[University of Oslo]" },
    { "Simon and Garfunkel", "[Simon and Garfunkel]" },
    { "Barnes & Noble, Inc.", "[Barnes & Noble, Inc.]" },
    { "{Barnes and Noble}", "[Barnes and Noble]" },
    { "a, b, c, d", "[a, b, c, d]" },
    { ", Ping", "[, Ping]" },
    { "a b c d e f g h i j k l m n o p q r s t u v w x y",
      "[a b c d e f g h i j k l m n o p q r s t u v w x y]" },
    { "H{\\\"o} {van Dam}", "H{\\\"o}//{van Dam}/" },
    { "", "[]" },
};

static void test_split(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        pc_text out = { 0 };
        pc_name name;

        pc_name_split(pc_s(cases[i].printed), &name);
        if (name.whole) {
            append_part(&out, "[", name.family);
            pc_text_puts(&out, "]");
        } else {
            append_part(&out, "", name.given);
            append_part(&out, "/", name.particle);
            append_part(&out, "/", name.family);
            append_part(&out, "/", name.suffix);
        }
        pc_text_putc(&out, '\0');
        assert_string_equal(out.p, cases[i].parts);
        pc_text_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_split) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
