/* people.c - the names of people as RIS has them: "Last, First, Suffix". */
#include "reference.h"

#include "paperconv/names.h"

static void put_part(pc_text *line, pc_str part, const char *after)
{
    if (part.n == 0)
        return;
    pc_name_tidy(line, part);
    pc_text_puts(line, after);
}

/* A name as printed; readers recognise particles before Last. */
static void put_printed(pc_text *line, pc_str printed)
{
    pc_name name;

    pc_name_split(printed, &name);
    if (name.family.n == 0)
        return;
    put_part(line, name.particle, " ");
    put_part(line, name.family, name.given.n != 0 || name.suffix.n != 0 ? ", " : "");
    put_part(line, name.given, name.suffix.n != 0 ? ", " : "");
    put_part(line, name.suffix, "");
}

/* A group that looks like a person gets a comma, by which EndNote knows one. */
static void put_literal(pc_text *line, pc_str literal)
{
    pc_name name;

    pc_name_split(literal, &name);
    pc_name_tidy(line, literal);
    if (!name.whole && name.given.n != 0 && memchr(literal.p, ',', literal.n) == NULL)
        pc_text_putc(line, ',');
}

/* False when VALUE has no parts. */
static bool put_parts(pc_text *line, const pc_value *value)
{
    pc_person person = {
        .given = pc_person_part(value, PC_PART_GIVEN),
        .dropping_prefix = pc_person_part(value, PC_PART_DROPPING_PREFIX),
        .prefix = pc_person_part(value, PC_PART_PREFIX),
        .family = pc_person_part(value, PC_PART_FAMILY),
        .suffix = pc_person_part(value, PC_PART_SUFFIX),
    };

    if (pc_person_part(value, PC_PART_LITERAL).n != 0) {
        put_literal(line, value->text);
        return true;
    }
    if (person.family.n == 0 && person.given.n == 0)
        return false;
    pc_person_to_ris(line, &person);
    return true;
}

bool ris_put_people(struct reference *r, const struct place *place)
{
    pc_text line = { 0 };

    for (const pc_value *v = r->fields->first[place->list]; v != NULL; v = v->next) {
        line.n = 0;
        pc_text_puts(&line, place->tag);
        if (v->qualifiers == NULL || !put_parts(&line, v))
            put_printed(&line, v->text);
        if (line.n == sizeof place->tag - 1)
            continue;
        pc_gather_put(r->out, pc_text_str(&line));
    }
    pc_text_free(&line);
    return true;
}

bool ris_is_name_part(pc_str key)
{
    static const char *const parts[] = { ".family",          ".given",  ".prefix",
                                         ".dropping_prefix", ".suffix", ".literal" };

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (pc_ends(key, parts[i]))
            return true;
    }
    return false;
}
