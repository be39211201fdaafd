/* people.c - cells with names of people.
 *
 * How exporters separate them: Zotero, IEEE and Web of Science by "; ", Scopus by "; " and before 2020 by
 * ", ", PubMed and Embase by ", ".  A comma is also between the family name and the given names. */
#include "people.h"

#include "paperconv/names.h"

enum { AT_START, IN_PYTHON, BY_SEMICOLON };

static bool is_python_list(pc_str cell)
{
    return cell.n >= 4 && (pc_starts(cell, "['") || pc_starts(cell, "[\"")) &&
           (pc_ends(cell, "']") || pc_ends(cell, "\"]"));
}

/* The next string of a Python list. */
static bool next_python_item(pc_str *cell, pc_str *item)
{
    size_t n = 0;
    const char *end;

    while (n < cell->n && cell->p[n] != '\'' && cell->p[n] != '"')
        n++;
    if (n + 1 >= cell->n)
        return false;
    *item = pc_drop(*cell, n + 1);
    end = memchr(item->p, cell->p[n], item->n);
    while (end != NULL && end + 1 < item->p + item->n && end[1] != ',' && end[1] != ']')
        end = memchr(end + 1, cell->p[n], (size_t)(item->p + item->n - end - 1));
    if (end == NULL)
        return false;
    item->n = (size_t)(end - item->p);
    *cell = pc_drop(*cell, n + 1 + item->n + 1);
    return true;
}

bool list_next(pc_str *cell, pc_str *item, int *state)
{
    if (*state == AT_START) {
        *cell = pc_trim(*cell);
        *state = is_python_list(*cell) ? IN_PYTHON : BY_SEMICOLON;
    }
    if (*state == IN_PYTHON)
        return next_python_item(cell, item);
    while (cell->n != 0) {
        pc_cut(*cell, ';', item, cell);
        if (item->n != 0)
            return true;
    }
    return false;
}

/* ---- one person ------------------------------------------------------------------------------ */

/* True for A, J.A., JA, J.-P. */
static bool is_initials(pc_str word)
{
    size_t letters = 0;

    for (size_t i = 0; i < word.n; i++) {
        if (word.p[i] >= 'A' && word.p[i] <= 'Z')
            letters++;
        else if (word.p[i] != '.' && word.p[i] != '-' && word.p[i] != ' ')
            return false;
    }
    return letters >= 1 && letters <= 4;
}

static void add_part_of_person(pc_record *record, enum pc_list person, enum pc_part part,
                               pc_str text)
{
    for (unsigned q = PC_LISTS; text.n != 0 && q < PC_KEYS; q++) {
        if (pc_parent_of((enum pc_list)q) == person && pc_part_of((enum pc_list)q) == part) {
            pc_add_key(record, pc_key_of((enum pc_list)q), text);
            return;
        }
    }
}

static void add_person(pc_record *record, enum pc_list list, const pc_person *person,
                       pc_text *buffer)
{
    const size_t at = buffer->n; /* behind the parts, which may be in it */

    pc_person_to_printed(buffer, person);
    pc_add_key(record, pc_key_of(list), pc_drop(pc_text_str(buffer), at));
    if (person->literal.n != 0) {
        add_part_of_person(record, list, PC_PART_LITERAL, pc_s("true"));
        return;
    }
    add_part_of_person(record, list, PC_PART_FAMILY, person->family);
    add_part_of_person(record, list, PC_PART_GIVEN, person->given);
    add_part_of_person(record, list, PC_PART_PREFIX, person->prefix);
    add_part_of_person(record, list, PC_PART_SUFFIX, person->suffix);
}

/* The number that Scopus puts behind a full name: "Bell, Ann (57190000000)". */
static pc_str without_number(pc_str name)
{
    size_t n = name.n;

    if (n == 0 || name.p[n - 1] != ')')
        return name;
    for (n--; n != 0 && name.p[n - 1] >= '0' && name.p[n - 1] <= '9'; n--)
        continue;
    return n >= 2 && n < name.n - 1 && name.p[n - 1] == '(' ? pc_trim(pc_sub(name.p, n - 1)) : name;
}

/* A name with its parts if the cell shows them: "Bell, Ann", "Bell A."; else as it is printed. */
static void add_name(pc_record *record, enum pc_list list, pc_str name, pc_text *buffer)
{
    pc_person person = { .given = pc_none() };
    pc_name parts;
    size_t space;

    name = without_number(pc_trim(name));
    if (name.n == 0 || pc_eq(name, "[]"))
        return;
    buffer->n = 0;
    pc_text_room(buffer, 4 * name.n + 64); /* so that it does not move */
    if (memchr(name.p, ',', name.n) != NULL) {
        pc_name_split(name, &parts);
        person = pc_person_from_name(&parts);
        add_person(record, list, &person, buffer);
        return;
    }
    for (space = name.n; space != 0 && name.p[space - 1] != ' '; space--)
        continue;
    if (space != 0) {
        person.given = pc_drop(name, space);
        person.family = pc_trim(pc_sub(name.p, space));
    }
    if (is_initials(person.given) && !is_initials(person.family)) {
        pc_text_add(buffer, person.family);
        pc_text_puts(buffer, ", ");
        pc_text_add(buffer, person.given);
        pc_name_split(pc_text_str(buffer), &parts); /* for "van der" */
        person = pc_person_from_name(&parts);
        add_person(record, list, &person, buffer);
        return;
    }
    pc_add_key(record, pc_key_of(list), name);
}

/* ---- names separated by commas ------------------------------------------------------------------ */

/* What the pieces between commas are. */
struct pieces {
    size_t count, with_space, initials_at_odd;
};

static struct pieces look_at_pieces(pc_str cell)
{
    struct pieces p = { 0, 0, 0 };
    pc_str piece;
    bool more;

    do {
        more = pc_cut(cell, ',', &piece, &cell);
        p.with_space += piece.n != 0 && memchr(piece.p, ' ', piece.n) != NULL;
        p.initials_at_odd += p.count % 2 == 1 && is_initials(piece);
        p.count++;
    } while (more);
    return p;
}

/* "Bell, A., Dunn, C.D.": each second piece has the initials of the one before. */
static void add_pairs_of_pieces(pc_record *record, enum pc_list list, pc_str cell, pc_text *buffer)
{
    pc_str family, given;
    bool more = true;

    while (more) {
        pc_person person = { .given = pc_none() };

        pc_cut(cell, ',', &family, &cell);
        more = pc_cut(cell, ',', &given, &cell);
        person.family = family;
        person.given = given;
        buffer->n = 0;
        add_person(record, list, &person, buffer);
    }
}

/* True for a full stop behind the last of initials of which no other has one. */
static bool ends_list_with_dot(pc_str cell)
{
    pc_str first;

    if (!pc_cut(cell, ',', &first, &cell) || !pc_ends(cell, "."))
        return false;
    return memchr(first.p, '.', first.n) == NULL && memchr(cell.p, '.', cell.n - 1) == NULL;
}

static void add_names_between_commas(pc_record *record, enum pc_list list, pc_str cell,
                                     pc_text *buffer)
{
    const struct pieces p = look_at_pieces(cell);
    pc_str name;
    bool more;

    if (p.count >= 4 && p.count % 2 == 0 && p.initials_at_odd == p.count / 2) {
        add_pairs_of_pieces(record, list, cell, buffer);
        return;
    }
    if (p.count == 1 || p.with_space != p.count) {
        add_name(record, list, cell, buffer);
        return;
    }
    if (ends_list_with_dot(cell))
        cell.n--; /* PubMed: "Bell A, Dunn CD." */
    do {
        more = pc_cut(cell, ',', &name, &cell);
        add_name(record, list, name, buffer);
    } while (more);
}

/* The length of TEXT before the first " and ", which is outside of it; all of it without one. */
static size_t length_to_and(pc_str text)
{
    for (size_t i = 0; i + 5 <= text.n; i++)
        if (text.p[i] == ' ' && memcmp(text.p + i, " and ", 5) == 0)
            return i;
    return text.n;
}

void people_add(pc_record *record, enum pc_list list, pc_str cell, pc_text *buffer)
{
    int state = 0;
    pc_str item;

    cell = pc_trim(cell);
    if (is_python_list(cell) || memchr(cell.p, ';', cell.n) != NULL) {
        while (list_next(&cell, &item, &state))
            add_name(record, list, item, buffer);
        return;
    }
    if (length_to_and(cell) == cell.n) {
        add_names_between_commas(record, list, cell, buffer);
        return;
    }
    while (cell.n != 0) {
        const size_t n = length_to_and(cell);

        add_names_between_commas(record, list, pc_trim(pc_sub(cell.p, n)), buffer);
        cell = pc_drop(cell, n + 5 < cell.n ? n + 5 : cell.n);
    }
}

/* ---- names with nothing between them --------------------------------------------------------- */

/* True for the start of a family name behind which a capital follows: McBell, DeBell. */
static bool is_start_of_family(pc_str word)
{
    static const char *const starts[] = { "Mc", "Mac", "De", "Del", "Di",  "Du",  "Da",
                                          "La", "Le",  "Lo", "Van", "Von", "Fitz" };

    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (pc_eq(word, starts[i]))
            return true;
    return false;
}

/* True for a capital of ASCII or of the Latin letters with accents up to U+017F. */
static bool is_capital(pc_str text)
{
    size_t n;
    const uint32_t rune = pc_rune(text, &n);

    if (rune < 0xC0)
        return rune >= 'A' && rune <= 'Z';
    if (rune < 0x100)
        return rune < 0xDF && rune != 0xD7;
    if ((rune >= 0x139 && rune < 0x149) || (rune >= 0x179 && rune < 0x17F))
        return rune % 2 == 1;
    return rune < 0x178 && rune % 2 == 0;
}

/* True when a name ends before byte I of CELL, in the word that begins at WORD. */
static bool is_seam(pc_str cell, size_t word, size_t i)
{
    const unsigned char before = (unsigned char)cell.p[i - 1];

    return ((before >= 'a' && before <= 'z') || before >= 0x80) && is_capital(pc_drop(cell, i)) &&
           !is_start_of_family(pc_sub(cell.p + word, i - word));
}

void people_add_glued(pc_record *record, enum pc_list list, pc_str cell, pc_text *buffer)
{
    size_t start = 0, word = 0;

    cell = pc_trim(cell);
    for (size_t i = 1; i < cell.n; i++) {
        if (cell.p[i - 1] == ' ')
            word = i;
        if (word == start || ((unsigned char)cell.p[i] & 0xC0) == 0x80 || !is_seam(cell, word, i))
            continue;
        add_name(record, list, pc_sub(cell.p + start, i - start), buffer);
        start = word = i;
    }
    add_name(record, list, pc_drop(cell, start), buffer);
}
