/* person_formats.c - a person as printed, in RIS and in CSL-JSON. */
#include "paperconv/names.h"

/* Nothing stands between d' or al- and what follows. */
static bool is_joined(pc_str part)
{
    return pc_ends(part, "-") || pc_ends(part, "'") || pc_ends(part, "\u2019");
}

/* Appends PART behind what stands in OUT from START on. */
static void add_part(pc_text *out, size_t start, pc_str part, const char *between)
{
    if (part.n == 0)
        return;
    if (out->n != start)
        pc_text_puts(out, between);
    pc_name_tidy(out, part);
}

/* Appends a prefix and what follows it, which has none of its own. */
static void add_with_prefix(pc_text *out, size_t start, pc_str prefix, pc_str part)
{
    bool joined = prefix.n != 0 && is_joined(prefix);

    add_part(out, start, prefix, " ");
    add_part(out, start, part, joined ? "" : " ");
}

void pc_person_to_printed(pc_text *out, const pc_person *p)
{
    size_t start = out->n;
    pc_str given = p->given;

    if (p->literal.n != 0) {
        pc_name_tidy(out, p->literal);
        return;
    }
    pc_name_tidy(out, given);
    if (p->prefix.n == 0 && p->dropping_prefix.n == 0) { /* as almost always */
        add_part(out, start, p->family, " ");
    } else if (p->prefix.n == 0) {
        add_with_prefix(out, start, p->dropping_prefix, p->family);
    } else {
        add_with_prefix(out, start, p->dropping_prefix, p->prefix);
        add_part(out, start, p->family, is_joined(p->prefix) ? "" : " ");
    }
    add_part(out, start, p->suffix, ", ");
}

void pc_person_to_ris(pc_text *out, const pc_person *p)
{
    size_t start = out->n;
    bool given = p->given.n != 0 || p->dropping_prefix.n != 0;

    if (p->literal.n != 0) {
        pc_name_tidy(out, p->literal);
        return;
    }
    add_with_prefix(out, start, p->prefix, p->family);
    if (given) {
        add_part(out, start, p->given, ", ");
        add_part(out, start, p->dropping_prefix, p->given.n != 0 ? " " : ", ");
    } else if (p->suffix.n != 0) {
        pc_text_puts(out, ", ");
    }
    add_part(out, start, p->suffix, ", ");
}

size_t pc_person_to_csl(const pc_person *p, pc_person_member members[PC_PERSON_CSL_MEMBERS])
{
    const pc_person_member all[] = {
        { "family", p->family },
        { "given", p->given },
        { "dropping-particle", p->dropping_prefix },
        { "non-dropping-particle", p->prefix },
        { "suffix", p->suffix },
    };
    size_t count = 0;

    if (p->literal.n != 0) {
        members[0].key = "literal";
        members[0].value = p->literal;
        return 1;
    }
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        if (all[i].value.n != 0)
            members[count++] = all[i];
    }
    return count;
}

pc_person pc_person_from_name(const pc_name *name)
{
    pc_person p;

    p.given = name->given;
    p.dropping_prefix = p.literal = pc_none();
    p.prefix = name->particle;
    p.family = name->family;
    p.suffix = name->suffix;
    if (name->whole)
        p = (pc_person){ .literal = name->family };
    return p;
}

pc_person pc_person_from_value(const pc_value *value)
{
    pc_person p = {
        .given = pc_trim(pc_person_part(value, PC_PART_GIVEN)),
        .dropping_prefix = pc_trim(pc_person_part(value, PC_PART_DROPPING_PREFIX)),
        .prefix = pc_trim(pc_person_part(value, PC_PART_PREFIX)),
        .family = pc_trim(pc_person_part(value, PC_PART_FAMILY)),
        .suffix = pc_trim(pc_person_part(value, PC_PART_SUFFIX)),
    };
    pc_name name;

    if (pc_person_part(value, PC_PART_LITERAL).n != 0)
        return (pc_person){ .literal = pc_trim(value->text) };
    if (p.family.n != 0 || p.given.n != 0)
        return p;
    pc_name_split(pc_trim(value->text), &name);
    return pc_person_from_name(&name);
}
