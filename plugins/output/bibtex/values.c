/* values.c - the values of an entry: escaped text, addresses, names. */
#include "bibtex.h"
#include "paperconv/names.h"

#include <strings.h>

/* ---- text ------------------------------------------------------------------------ */

/* FOUND when it is a slice of AT, the value in the source; AT when a copy was escaped. */
static pc_str place_of(pc_str found, pc_str at)
{
    return (uintptr_t)found.p - (uintptr_t)at.p < at.n ? found : at;
}

/* RAW is a character or a command. */
static void report_raw(const struct entry *e, pc_str raw, pc_str at)
{
    char number[16] = "";
    size_t n;

    if (raw.p[0] != '\\')
        snprintf(number, sizeof number, " (U+%04X)", (unsigned)pc_rune(raw, &n));
    pc_warn(e->record, place_of(raw, at), "latex-raw",
            "pdflatex stops at '%.*s'%s, unless the document has the preamble of "
            "`paperconv plugin show bibtex --text preamble`",
            PC_FMT(raw), number);
}

static void report_escaping(const struct entry *e, const struct pc_tex_report *r, pc_str at)
{
    if (r->orphans != 0)
        pc_note(e->record, place_of(r->orphan, at), "brace-orphan",
                "an unbalanced brace is written as a character");
    if (r->unknown != 0)
        pc_note(e->record, place_of(r->unknown_at, at), "latex-command",
                "LaTeX does not know '%.*s'; it is written as text", PC_FMT(r->unknown_at));
    if (r->raw != 0)
        report_raw(e, r->raw_at, at);
}

static struct pc_tex_report escape_value(struct entry *e, pc_str value, enum pc_protect protect)
{
    struct pc_tex_style style = { e->markup, protect, e->options->encoding == UTF8 };
    struct pc_tex_report r = pc_tex_escape_within(&e->out, value, style, ENTRY_MOST);

    e->too_long |= r.cut;
    return r;
}

void bibtex_put(struct entry *e, pc_str value, enum pc_protect protect)
{
    struct pc_tex_report r = escape_value(e, value, protect);

    if (r.orphans != 0 || r.unknown != 0 || r.raw != 0)
        report_escaping(e, &r, value);
}

void bibtex_put_text(struct entry *e, pc_str value)
{
    bibtex_put(e, value, PC_PROTECT_NONE);
}

void bibtex_put_heading(struct entry *e, pc_str value)
{
    static const enum pc_protect how[] = {
        [ACRONYMS] = PC_PROTECT_ACRONYMS,
        [ALL] = PC_PROTECT_CAPITALS,
        [WHOLE] = PC_PROTECT_NONE,
        [NONE] = PC_PROTECT_MATH,
    };

    bibtex_put(e, value, how[e->options->protect]);
}

/* Readers take addresses verbatim: characters that could end the field are percent-encoded. */
void bibtex_put_address(struct entry *e, pc_str address)
{
    for (size_t i = 0; i < address.n; i++) {
        unsigned char c = (unsigned char)address.p[i];
        char encoded[4];

        if (c > ' ' && c < 0x7F && strchr("\"<>\\^`{|}", c) == NULL) {
            pc_text_putc(&e->out, (char)c);
        } else {
            snprintf(encoded, sizeof encoded, "%%%02X", c);
            pc_text_puts(&e->out, encoded);
        }
    }
}

/* ---- names ----------------------------------------------------------------------- */

/* One part of a name; the parts of a name share one report. */
static void put_part(struct entry *e, pc_str part, pc_str printed, bool *reported)
{
    struct pc_tex_report r;

    e->part.n = 0;
    pc_name_tidy(&e->part, part);
    r = escape_value(e, pc_text_str(&e->part), PC_PROTECT_NONE);
    if (!*reported && (r.orphans != 0 || r.unknown != 0 || r.raw != 0)) {
        report_escaping(e, &r, printed);
        *reported = true;
    }
}

static bool has_char(pc_str s, char c)
{
    return s.n != 0 && memchr(s.p, c, s.n) != NULL;
}

static bool begins_small(pc_str s)
{
    return s.n != 0 && s.p[0] >= 'a' && s.p[0] <= 'z';
}

/* BibTeX ends a name at the word "and", in any case and place. */
static bool has_and(pc_str part)
{
    pc_str word;
    bool more;

    do {
        more = pc_cut(part, ' ', &word, &part);
        if (word.n == 3 && !strncasecmp(word.p, "and", 3))
            return true;
    } while (more);
    return false;
}

/* Family names that BibTeX would split again, at words with a small initial. */
static bool family_needs_braces(const pc_name *name)
{
    pc_str family = name->family;
    bool small = begins_small(family);

    if (name->whole || has_char(family, ',') || has_and(family) || pc_eq(family, "others"))
        return true;
    if (!has_char(family, ' '))
        return false;
    for (size_t i = 1; i < family.n && !small; i++)
        small = family.p[i - 1] == ' ' && family.p[i] >= 'a' && family.p[i] <= 'z';
    return small || name->given.n == 0;
}

/* biber takes a word with a small initial after the comma for a particle. */
static bool given_needs_braces(const pc_name *name)
{
    return has_char(name->given, ',') || has_and(name->given) || begins_small(name->given);
}

/* The parts that the record has, or those of the printed name. */
static pc_name name_of(const pc_value *person)
{
    pc_name name = { .given = pc_trim(pc_person_part(person, PC_PART_GIVEN)),
                     .particle = pc_trim(pc_person_part(person, PC_PART_PREFIX)),
                     .family = pc_trim(pc_person_part(person, PC_PART_FAMILY)),
                     .suffix = pc_trim(pc_person_part(person, PC_PART_SUFFIX)) };

    if (pc_person_part(person, PC_PART_LITERAL).n != 0)
        name = (pc_name){ .family = pc_trim(person->text), .whole = true };
    else if (name.family.n == 0)
        pc_name_split(pc_trim(person->text), &name);
    else if (name.particle.n == 0)
        name.particle = pc_trim(pc_person_part(person, PC_PART_DROPPING_PREFIX));
    if (name.given.n == 0 && name.suffix.n != 0) /* Jr would be taken for the given name */
        name = (pc_name){ .family = pc_trim(person->text), .whole = true };
    return name;
}

void bibtex_put_person(struct entry *e, const pc_value *person)
{
    const pc_str printed = pc_trim(person->text);
    const pc_name name = name_of(person);
    bool braces, reported = false;

    if (name.particle.n != 0) {
        put_part(e, name.particle, printed, &reported);
        pc_text_putc(&e->out, ' ');
    }
    braces = family_needs_braces(&name);
    pc_text_puts(&e->out, braces ? "{" : "");
    put_part(e, name.family, printed, &reported);
    pc_text_puts(&e->out, braces ? "}" : "");
    if (name.suffix.n != 0) {
        pc_text_puts(&e->out, ", ");
        put_part(e, name.suffix, printed, &reported);
    }
    if (name.given.n != 0) {
        braces = given_needs_braces(&name);
        pc_text_puts(&e->out, braces ? ", {" : ", ");
        put_part(e, name.given, printed, &reported);
        pc_text_puts(&e->out, braces ? "}" : "");
    }
}

void bibtex_put_group(struct entry *e, pc_str value)
{
    const bool braces = has_and(value);

    pc_text_puts(&e->out, braces ? "{" : "");
    bibtex_put_text(e, value);
    pc_text_puts(&e->out, braces ? "}" : "");
}
