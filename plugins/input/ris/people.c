/* people.c - the names of people in tagged records. */
#include "tagged.h"

#include "paperconv/lines.h"

/* The first qualifier of a person in LIST; the others follow it, as enum pc_part has them. */
static enum pc_list first_part(enum pc_list list)
{
    switch (list) {
    case PC_LIST_EDITOR:
        return PC_LIST_EDITOR_FAMILY;
    case PC_LIST_TRANSLATOR:
        return PC_LIST_TRANSLATOR_FAMILY;
    case PC_LIST_SERIES_EDITOR:
        return PC_LIST_SERIES_EDITOR_FAMILY;
    default:
        return PC_LIST_AUTHOR_FAMILY;
    }
}

void tagged_put_part(struct reading *r, enum pc_list list, enum pc_part part, pc_str text)
{
    if (text.n != 0)
        pc_add_key(r->record,
                   pc_key_of((enum pc_list)((unsigned)first_part(list) + (unsigned)part)), text);
}

void tagged_put_person(struct reading *r, enum pc_list list, const pc_person *person)
{
    r->buffer->n = 0;
    pc_person_to_printed(r->buffer, person);
    if (r->buffer->n == 0)
        return;
    pc_add_key(r->record, pc_key_of(list), pc_text_str(r->buffer));
    r->present[list / 64] |= (uint64_t)1 << list % 64;
    r->first[list] = pc_none(); /* the buffer is used again */
    tagged_put_part(r, list, PC_PART_FAMILY, person->family);
    tagged_put_part(r, list, PC_PART_GIVEN, person->given);
    tagged_put_part(r, list, PC_PART_PREFIX, person->prefix);
    tagged_put_part(r, list, PC_PART_SUFFIX, person->suffix);
    if (person->literal.n != 0)
        tagged_put_part(r, list, PC_PART_LITERAL, pc_s("true"));
}

/* Cuts the last word off *NAME, which is trimmed; absent when there is only one. */
static pc_str cut_last_word(pc_str *name)
{
    size_t n = name->n;

    while (n != 0 && name->p[n - 1] != ' ')
        n--;
    if (n == 0)
        return pc_none();
    const pc_str word = pc_drop(*name, n);

    *name = pc_lines_trim(pc_sub(name->p, n));
    return word;
}

static bool is_suffix_word(pc_str word)
{
    static const char *const suffixes[] = { "Jr",  "Jr.", "Sr", "Sr.", "2nd",
                                            "3rd", "4th", "II", "III", "IV" };

    for (size_t i = 0; word.n <= 3 && i < sizeof suffixes / sizeof suffixes[0]; i++) {
        if (pc_eq(word, suffixes[i]))
            return true;
    }
    return false;
}

/* "A", "AB", "A-B": one to three capitals. */
static bool is_initials(pc_str word)
{
    size_t capitals = 0;

    for (size_t i = 0; i < word.n; i++) {
        if (word.p[i] >= 'A' && word.p[i] <= 'Z')
            capitals++;
        else if (word.p[i] != '-')
            return false;
    }
    return capitals >= 1 && capitals <= 3;
}

static bool has_small_letter(pc_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if ((s.p[i] >= 'a' && s.p[i] <= 'z') || (unsigned char)s.p[i] >= 0x80)
            return true;
    }
    return false;
}

/* True when the last word of NAME, which has others before it, is initials: "Lee AB" of
 * "Lee AB III". */
static bool has_initials(pc_str name)
{
    return is_initials(cut_last_word(&name));
}

bool tagged_split_short(pc_str name, pc_person *person)
{
    pc_str family = name, word = cut_last_word(&family);
    pc_str suffix = pc_none();

    if (is_suffix_word(word) && (!is_initials(word) || has_initials(family))) {
        suffix = word;
        word = cut_last_word(&family);
    }
    if (word.n == 0 || !is_initials(word) || !has_small_letter(family) ||
        memchr(family.p, ',', family.n) != NULL || memchr(family.p, '.', family.n) != NULL)
        return false;
    *person = (pc_person){ .family = family, .given = word, .suffix = suffix };
    return true;
}

/* MEDLINE and others write "Lee, Ann B Jr": the suffix is the last word. */
static void move_suffix(pc_person *person)
{
    pc_str given = person->given, word;

    if (given.n < 4 || (given.p[given.n - 3] != ' ' && given.p[given.n - 4] != ' '))
        return; /* as almost always: the suffixes have two or three letters */
    word = cut_last_word(&given);
    if (person->suffix.n != 0 || word.n == 0 || !is_suffix_word(word))
        return;
    person->given = given;
    person->suffix = word;
}

/* No person's name begins with an article. */
static bool has_article(pc_str name)
{
    static const char *const articles[] = { "De ", "Het ", "Der ", "Die ", "Das ", "The ", "La ",
                                            "Le ", "Les ", "Los ", "Las ", "El ",  "Il ",  "L'" };

    for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++) {
        if (pc_starts(name, articles[i]))
            return true;
    }
    return false;
}

pc_person tagged_split_name(pc_str name)
{
    pc_person person;
    pc_name split;

    if (name.n > 1 && name.p[name.n - 1] == ',') {
        name = pc_lines_trim(pc_sub(name.p, name.n - 1));
        if (memchr(name.p, ',', name.n) == NULL) /* how EndNote marks a group */
            return (pc_person){ .literal = name };
    }
    pc_name_split(name, &split);
    if (memchr(name.p, ',', name.n) == NULL && !split.whole) {
        if (has_article(name))
            return (pc_person){ .literal = name };
        if (tagged_split_short(name, &person))
            return person;
    }
    person = pc_person_from_name(&split);
    if (person.literal.n == 0)
        move_suffix(&person);
    return person;
}

bool tagged_is_others(pc_str name)
{
    static const char *const words[] = { "et al",   "et al.", "et, al.",    "al, et",
                                         "al., et", "others", "and others", "..." };

    for (size_t i = 0; name.n <= 10 && i < sizeof words / sizeof words[0]; i++) {
        if (tagged_same_word(name, words[i]))
            return true;
    }
    return false;
}
