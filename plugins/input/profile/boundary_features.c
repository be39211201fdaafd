/* seam_look.c - looks at a place of a glued line from all sides. */
#include "boundary_features.h"
#include "boundary_score.h"
#include "character_kind.h"
#include "paperconv/lines.h"
#include "paperconv/scan.h"

/* ---- no seam --------------------------------------------------------------------- */

void seam_look_none(const struct seam_line *line, struct seam_place *place)
{
    size_t names = 0;

    *place = (struct seam_place){ .at = line->text.n, .end = line->text.n, .stage = SEAM_COMPLETE };
    while (names + 1 < line->tail_count && line->tail[names].is_name)
        names++;
    seam_set(place, SEAM_none, true);
    seam_set(place, SEAM_none_names_follow, names > 0 || line->truncated);
}

/* ---- what is cheap ----------------------------------------------------------------- */

static pc_str title_of(const struct seam_line *line, const struct seam_place *place)
{
    return pc_sub(line->text.p, place->at);
}

static pc_str name_of(const struct seam_line *line, const struct seam_place *place)
{
    return pc_sub(line->text.p + place->at, place->end - place->at);
}

static void look_at_cut(pc_str title, pc_str name, struct seam_place *place)
{
    static const enum seam_feature after[] = {
        [LETTER_UPPER] = SEAM_after_upper,      [LETTER_CASELESS] = SEAM_after_caseless,
        [LETTER_DIGIT] = SEAM_after_digit,      [LETTER_STOP] = SEAM_after_stop,
        [LETTER_HYPHEN] = SEAM_after_hyphen,    [LETTER_OPEN] = SEAM_after_other,
        [LETTER_APOSTROPHE] = SEAM_after_other, [LETTER_CLOSE] = SEAM_after_close,
        [LETTER_HIDDEN] = SEAM_after_hidden,    [LETTER_OTHER] = SEAM_after_other,
    };
    size_t n;
    enum letter last = letter_end(title, &n), first = letter_front(name, &n), second;
    bool hidden = last == LETTER_LOWER || last == LETTER_UPPER; /* nothing shows the seam */

    if (last != LETTER_LOWER)
        seam_set(place, after[last], true);
    name = pc_drop(name, n);
    while ((second = letter_front(name, &n)) == LETTER_MARK)
        name = pc_drop(name, n);
    seam_set(place, SEAM_starts_lower, first == LETTER_LOWER && hidden);
    seam_set(place, SEAM_starts_lower_visibly, first == LETTER_LOWER && !hidden);
    seam_set(place, SEAM_starts_camel, first == LETTER_LOWER && second == LETTER_UPPER);
    seam_set(place, SEAM_starts_caseless, first == LETTER_CASELESS);
    seam_set(place, SEAM_then_upper, second == LETTER_UPPER);
    seam_set(place, SEAM_then_stop, second == LETTER_STOP);
    seam_set(place, SEAM_then_blank, second == LETTER_BLANK);
    seam_set(place, SEAM_then_other,
             second != LETTER_UPPER && second != LETTER_STOP && second != LETTER_BLANK &&
                 second != LETTER_LOWER && second != LETTER_CASELESS);
    seam_set(place, SEAM_inside_capitals,
             last == LETTER_UPPER && second != LETTER_LOWER && second != LETTER_STOP &&
                 second != LETTER_APOSTROPHE);
}

static void look_at_count(struct seam_place *place)
{
    enum { MOST = 4 };
    unsigned char smalls = place->smalls;

    /* A name printed without capitals has no more than a surname that is small. */
    if ((place->features & seam_bit(SEAM_starts_lower)) != 0 && smalls > 0)
        smalls--;
    place->small_words = smalls < MOST ? smalls : MOST;
    seam_set(place, SEAM_name_one_word, place->words == 1);
    seam_set(place, SEAM_name_three_words, place->words == 3);
    seam_set(place, SEAM_name_four_words, place->words == 4);
    seam_set(place, SEAM_name_more_words, place->words > 4);
    seam_set(place, SEAM_name_small_words, smalls > 0);
}

static pc_str last_word(pc_str name)
{
    pc_str word, last = name;

    while (authors_take_word(&name, &word))
        last = word;
    return last;
}

/* "LHCb Collaboration" and its like begin with an acronym, which may be glued to one: what
 * speaks against cutting capitals does not hold there. */
static void look_at_collaboration(pc_str name, struct seam_place *place)
{
    static const char *const words[] = {
        "Collaboration", "collaboration", "Collaborations", "Consortium", "Team", "Group", NULL
    };
    pc_str first = name;
    size_t n, capitals = 0;

    while (capitals < 2 && letter_front(first, &n) == LETTER_UPPER) {
        first = pc_drop(first, n);
        capitals++;
    }
    if (capitals < 2 || !authors_is_one_of(last_word(name), words))
        return;
    place->features &= ~(seam_bit(SEAM_then_upper) | seam_bit(SEAM_inside_capitals));
    seam_set(place, SEAM_collaboration, true);
}

static void look_around(const struct seam_line *line, struct seam_place *place)
{
    for (size_t i = 0; i < line->count; i++) {
        const struct seam_place *other = &line->places[i];

        if (other->piece != place->piece || !other->capital)
            continue;
        seam_set(place, SEAM_place_before, other->at < place->at);
        seam_set(place, SEAM_place_behind, other->at > place->at);
    }
}

void seam_look_shape(const struct seam_line *line, struct seam_place *place)
{
    pc_str name = name_of(line, place);

    place->stage = SEAM_SHAPE;
    place->features = line->tail[place->piece].features;
    look_at_cut(title_of(line, place), name, place);
    if (!place->capital)
        seam_set(place, SEAM_starts_particle, authors_is_particle(words_front(name)));
    look_at_count(place);
    look_at_collaboration(name, place);
    look_around(line, place);
}

/* ---- what speaks against a place ---------------------------------------------------- */

/* A text whose length is known. */
#define TEXT(z)          \
    {                    \
        z, sizeof(z) - 1 \
    }

static bool ends_with_any(pc_str s, const pc_str *endings)
{
    for (; endings->n != 0; endings++) {
        size_t n = endings->n;

        if (s.n >= n && s.p[s.n - 1] == endings->p[n - 1] && pc_same(pc_drop(s, s.n - n), *endings))
            return true;
    }
    return false;
}

/* The seam would cut a name in two: Mc|Donald, O'|Neil, Le|Cun. */
static void look_inside_name(pc_str title, struct seam_place *place)
{
    static const pc_str surnames[] = { TEXT("Mc"), TEXT("Mac"),     TEXT("O'"),
                                       TEXT("D'"), TEXT("O\u2019"), TEXT("D\u2019"),
                                       TEXT("d'"), TEXT("d\u2019"), { NULL, 0 } };
    static const pc_str prefixes[] = { TEXT(" Le"), TEXT(" La"), TEXT(" De"),  TEXT(" Di"),
                                       TEXT(" Da"), TEXT(" Du"), TEXT(" Van"), TEXT(" Von"),
                                       TEXT(" El"), TEXT(" Al"), TEXT(" St"),  { NULL, 0 } };

    char last = title.n != 0 ? title.p[title.n - 1] : ' ';

    if (last == 'c' || last == '\'' || last == '\x99')
        seam_set(place, SEAM_inside_surname, ends_with_any(title, surnames));
    if (title.n > 3 && (title.p[title.n - 3] == ' ' || title.p[title.n - 4] == ' '))
        seam_set(place, SEAM_inside_prefix, ends_with_any(title, prefixes));
}

PC_SCAN_TEST is_pair_mark(const unsigned char *p)
{
    return pc_scan_if(*p == '(') | pc_scan_if(*p == ')') | pc_scan_if(*p == '[') |
           pc_scan_if(*p == ']') | pc_scan_if(*p == '{') | pc_scan_if(*p == '}') |
           pc_scan_if(*p == '$') | pc_scan_if(*p == '"');
}
PC_SCAN(next_pair_mark, is_pair_mark, 0)

/* Whether every bracket that opens closes, and dollars and straight quotes are even. */
static bool is_balanced(pc_str title)
{
    int round = 0, square = 0, curly = 0;
    bool dollar = false, quote = false;

    for (size_t i = next_pair_mark(title); i < title.n;
         i += 1 + next_pair_mark(pc_drop(title, i + 1))) {
        switch (title.p[i]) {
        case '(':
            round++;
            break;
        case ')':
            round -= round > 0;
            break;
        case '[':
            square++;
            break;
        case ']':
            square -= square > 0;
            break;
        case '{':
            curly++;
            break;
        case '}':
            curly -= curly > 0;
            break;
        case '$':
            dollar = !dollar;
            break;
        case '"':
            quote = !quote;
            break;
        default:
            break;
        }
    }
    return round + square + curly == 0 && !dollar && !quote;
}

static bool is_small_word(pc_str word)
{
    static const char *const words[] = { "a",   "an",   "and",  "as",   "at",    "by",
                                         "for", "from", "in",   "is",   "of",    "on",
                                         "or",  "the",  "to",   "via",  "vs",    "are",
                                         "its", "with", "into", "over", "under", NULL };

    enum { LONGEST = 5 };

    return word.n <= LONGEST && authors_is_one_of(word, words);
}

static void look_at_title(pc_str title, struct seam_place *place)
{
    size_t start = title.n;
    pc_str last;

    while (start > 0 && title.p[start - 1] != ' ')
        start--;
    last = pc_drop(title, start);
    seam_set(place, SEAM_title_unbalanced, !is_balanced(title));
    seam_set(place, SEAM_title_ends_small_word, is_small_word(last));
    seam_set(place, SEAM_title_ends_particle, start > 0 && authors_is_particle(last));
}

/* The name has a capital inside a word, behind a small letter; but not behind Mc and Mac. */
static bool is_glued(pc_str before)
{
    return !pc_ends(before, "Mc") && !pc_ends(before, "Mac");
}

static void look_at_name(pc_str name, struct seam_place *place)
{
    const unsigned no_letters =
        1u << LETTER_DIGIT | 1u << LETTER_OPEN | 1u << LETTER_CLOSE | 1u << LETTER_OTHER;
    enum letter before = LETTER_NONE;
    size_t n, word = 0, capitals = 0;
    bool many_capitals = false;

    for (size_t at = 0; at < name.n; at += n) {
        pc_str rest = pc_drop(name, at);
        enum letter letter = letter_front(rest, &n);

        if (*rest.p == ' ' || pc_lines_blank_front(rest) != 0) {
            before = LETTER_NONE;
            capitals = 0;
            word = at + n;
            continue;
        }
        capitals = letter == LETTER_UPPER ? capitals + 1 : 0;
        many_capitals |= capitals >= 3;
        if (letter == LETTER_UPPER && before == LETTER_LOWER)
            seam_set(place, SEAM_name_glued, is_glued(pc_sub(name.p + word, at - word)));
        seam_set(place, SEAM_name_no_letters, (no_letters >> letter & 1) != 0);
        if (letter != LETTER_MARK)
            before = letter;
    }
    if ((place->features & seam_bit(SEAM_collaboration)) == 0)
        seam_set(place, SEAM_name_capitals, many_capitals);
}

void seam_look_closer(const struct seam_line *line, struct seam_place *place)
{
    pc_str title = title_of(line, place);

    look_inside_name(title, place);
    look_at_title(title, place);
    look_at_name(name_of(line, place), place);
    place->stage = SEAM_CLOSE;
}

/* ---- evidence ------------------------------------------------------------------------ */

/* The last word of the title: what is no letter behind it does not count. */
static pc_str last_of(pc_str title)
{
    pc_str word;

    while ((word = words_end(title)).n == 0 && title.n != 0)
        title.n--;
    return word;
}

pc_str seam_title_word(const struct seam_line *line, const struct seam_place *place)
{
    return last_of(title_of(line, place));
}

static bool has_inner_capital(pc_str word)
{
    enum letter before = LETTER_NONE, letter;
    size_t n;

    for (; (letter = letter_front(word, &n)) != LETTER_NONE; word = pc_drop(word, n)) {
        if (letter == LETTER_UPPER && before == LETTER_LOWER)
            return true;
        before = letter;
    }
    return false;
}

void seam_look_for_title(const struct seam_line *line, struct words *abstract,
                         struct seam_place *place)
{
    pc_str name = name_of(line, place), last = seam_title_word(line, place);
    pc_str first = words_front(name);
    bool glued = last.n != 0 && first.n != 0 && last.p + last.n == name.p, joined;
    int how;

    if (!abstract->any)
        return;
    how = words_find(abstract, last);
    if (has_inner_capital(last))
        seam_set(place, how != 0 ? SEAM_title_word_camel : SEAM_title_word_glued, true);
    if (!glued)
        return;
    joined = words_find(abstract, pc_sub(last.p, last.n + first.n)) != 0;
    seam_set(place, SEAM_abstract_has_joined, joined);
    seam_set(place, SEAM_abstract_splits, !joined && how != 0);
}

void seam_look_for_person(const struct seam_line *line, const struct people *people,
                          struct seam_place *place)
{
    int known = people_find(people, name_of(line, place));

    seam_set(place, SEAM_known_name, (known & PEOPLE_NAME) != 0);
    seam_set(place, SEAM_known_first, (known & PEOPLE_FIRST) != 0);
    seam_set(place, SEAM_known_last, (known & PEOPLE_LAST) != 0);
}

void seam_look_for_name(const struct seam_line *line, struct words *abstract,
                        struct seam_place *place)
{
    pc_str name = name_of(line, place), first = words_front(name), surname = words_end(name);
    int how;

    place->stage = SEAM_COMPLETE;
    if (!abstract->any)
        return;
    how = words_find(abstract, first);
    seam_set(place, SEAM_abstract_has_name_small, (how & WORDS_SMALL) != 0);
    seam_set(place, SEAM_abstract_has_name_capital, (how & WORDS_CAPITAL) != 0);
    how = surname.p != first.p ? words_find(abstract, surname) : 0;
    seam_set(place, SEAM_abstract_has_last_small, (how & WORDS_SMALL) != 0);
}

void seam_look_ahead(const struct seam_line *line, const struct seam_place *place,
                     struct words *abstract)
{
    pc_str name = name_of(line, place);
    pc_str words[] = { seam_title_word(line, place), words_front(name), words_end(name) };

    words_list(abstract, words, sizeof words / sizeof words[0]);
}
