/* boundary_features.c - finds the features of a place in a glued line. */
#include "boundary_features.h"
#include "boundary_score.h"
#include "character_kind.h"
#include "paperconv/lines.h"
#include "paperconv/scan.h"

/* ---- no boundary ----------------------------------------------------------------- */

void make_no_boundary(const struct glued_line *line, struct boundary_place *place)
{
    size_t names = 0;

    *place = (struct boundary_place){ .at = line->text.n,
                                      .end = line->text.n,
                                      .stage = BOUNDARY_COMPLETE };
    while (names + 1 < line->tail_count && line->tail[names].is_name)
        names++;
    boundary_set(place, BOUNDARY_none, true);
    boundary_set(place, BOUNDARY_none_names_follow, names > 0 || line->truncated);
}

/* ---- cheap features -------------------------------------------------------------- */

static pc_str title_of(const struct glued_line *line, const struct boundary_place *place)
{
    return pc_sub(line->text.p, place->at);
}

static pc_str name_of(const struct glued_line *line, const struct boundary_place *place)
{
    return pc_sub(line->text.p + place->at, place->end - place->at);
}

/* True for "ApplicationsB." and "J.P."; for "Hepatitis C." only BEFORE_INITIAL: another one, as in
 * "H.E.S.S.", follows. */
static bool ends_with_initial(pc_str title, bool before_initial)
{
    size_t n;
    enum character_kind before;

    title.n--;
    if (kind_at_end(title, &n) != KIND_UPPER)
        return false;
    title.n -= n;
    before = kind_at_end(title, &n);
    return before_initial || (before != KIND_SPACE && before != KIND_NONE && before != KIND_HYPHEN);
}

static void look_at_cut(pc_str title, pc_str name, struct boundary_place *place)
{
    static const enum boundary_feature after[] = {
        [KIND_UPPER] = BOUNDARY_after_upper,           [KIND_CASELESS] = BOUNDARY_after_caseless,
        [KIND_DIGIT] = BOUNDARY_after_digit,           [KIND_STOP] = BOUNDARY_after_stop,
        [KIND_HYPHEN] = BOUNDARY_after_hyphen,         [KIND_OPEN] = BOUNDARY_after_hyphen,
        [KIND_APOSTROPHE] = BOUNDARY_after_other,      [KIND_CLOSE] = BOUNDARY_after_close,
        [KIND_ZERO_WIDTH] = BOUNDARY_after_zero_width, [KIND_OTHER] = BOUNDARY_after_other,
    };
    size_t n;
    enum character_kind last = kind_at_end(title, &n), first = kind_at_front(name, &n), second;
    bool hidden = last == KIND_LOWER || last == KIND_UPPER; /* nothing shows the boundary */

    if (pc_ends(title, "+")) /* Ca2+ joins no words */
        last = KIND_CLOSE;
    if (last != KIND_LOWER)
        boundary_set(place, after[last], true);
    name = pc_drop(name, n);
    while ((second = kind_at_front(name, &n)) == KIND_MARK)
        name = pc_drop(name, n);
    if (last == KIND_STOP)
        boundary_set(place, BOUNDARY_after_initial, ends_with_initial(title, second == KIND_STOP));
    boundary_set(place, BOUNDARY_starts_lower, first == KIND_LOWER && hidden);
    boundary_set(place, BOUNDARY_starts_lower_visibly, first == KIND_LOWER && !hidden);
    boundary_set(place, BOUNDARY_starts_camel, first == KIND_LOWER && second == KIND_UPPER);
    boundary_set(place, BOUNDARY_starts_caseless, first == KIND_CASELESS);
    boundary_set(place, BOUNDARY_then_upper, second == KIND_UPPER);
    boundary_set(place, BOUNDARY_then_stop, second == KIND_STOP);
    boundary_set(place, BOUNDARY_then_space, second == KIND_SPACE);
    boundary_set(place, BOUNDARY_then_other,
                 second != KIND_UPPER && second != KIND_STOP && second != KIND_SPACE &&
                     second != KIND_LOWER && second != KIND_CASELESS);
    boundary_set(place, BOUNDARY_inside_capitals,
                 last == KIND_UPPER && second != KIND_LOWER && second != KIND_STOP &&
                     second != KIND_APOSTROPHE);
}

static void look_at_count(struct boundary_place *place)
{
    enum { MOST = 4 };
    unsigned char smalls = place->smalls;

    /* In a name printed without capitals only one further small word, the surname, is expected. */
    if ((place->features & boundary_bit(BOUNDARY_starts_lower)) != 0 && smalls > 0)
        smalls--;
    place->small_words = smalls < MOST ? smalls : MOST;
    boundary_set(place, BOUNDARY_name_one_word, place->words == 1);
    boundary_set(place, BOUNDARY_name_three_words, place->words == 3);
    boundary_set(place, BOUNDARY_name_four_words, place->words == 4);
    boundary_set(place, BOUNDARY_name_more_words, place->words > 4);
    boundary_set(place, BOUNDARY_name_small_words, smalls > 0);
}

/* "LHCb Collaboration" and similar names begin with an acronym, which may be glued to another
 * acronym: the features against cutting a run of capitals do not apply there. */
static void look_at_team(pc_str name, struct boundary_place *place)
{
    pc_str first = name;
    size_t n, capitals = 0, marks = 0;
    enum character_kind kind;

    if (kind_at_front(name, &n) == KIND_LOWER) /* nEXO */
        first = pc_drop(name, n);
    if (kind_at_front(first, &n) != KIND_UPPER)
        return;
    while (kind_at_front(first, &n) == KIND_UPPER) {
        first = pc_drop(first, n);
        capitals++;
    }
    while ((kind = kind_at_front(first, &n)) != KIND_SPACE && kind != KIND_NONE) {
        first = pc_drop(first, n);
        marks += kind == KIND_UPPER || kind == KIND_DIGIT;
    }
    place->small_words = 0;
    place->features &= ~boundary_bit(BOUNDARY_name_small_words);
    boundary_set(place, BOUNDARY_collaboration, capitals > 1);
    boundary_set(place, BOUNDARY_team_mixed, capitals == 1 && marks != 0);
    if (capitals > 1 || marks != 0)
        place->features &= ~(boundary_bit(BOUNDARY_then_upper) | boundary_bit(BOUNDARY_then_other) |
                             boundary_bit(BOUNDARY_inside_capitals));
}

static bool is_roman_digit(char c)
{
    return c == 'I' || c == 'V' || c == 'X';
}

/* True when the place AT cuts a Roman number in TEXT. */
static bool cuts_roman(pc_str text, size_t at)
{
    size_t start = at, end = at;

    while (start > 0 && is_roman_digit(text.p[start - 1]))
        start--;
    while (end < text.n && is_roman_digit(text.p[end]))
        end++;
    return start < at && end > at && start > 0 && text.p[start - 1] == ' ' && end < text.n &&
           strchr(" .:,)", text.p[end]) != NULL;
}

static void look_around(const struct glued_line *line, struct boundary_place *place)
{
    for (size_t i = 0; i < line->count; i++) {
        const struct boundary_place *other = &line->places[i];

        if (other->piece != place->piece || !other->capital)
            continue;
        boundary_set(place, BOUNDARY_place_before, other->at < place->at);
        boundary_set(place, BOUNDARY_place_behind, other->at > place->at);
    }
}

void find_shape_features(const struct glued_line *line, struct boundary_place *place)
{
    pc_str name = name_of(line, place);

    place->stage = BOUNDARY_SHAPE;
    place->features = line->tail[place->piece].features;
    look_at_cut(title_of(line, place), name, place);
    if (!place->capital)
        boundary_set(place, BOUNDARY_starts_particle, authors_is_particle(word_at_front(name)));
    look_at_count(place);
    if ((place->features & boundary_bit(BOUNDARY_team)) != 0)
        look_at_team(name, place);
    look_around(line, place);
    if ((place->features & boundary_bit(BOUNDARY_place_behind)) != 0 &&
        is_roman_digit(line->text.p[place->at]))
        boundary_set(place, BOUNDARY_inside_roman, cuts_roman(line->text, place->at));
}

/* ---- features against a place ---------------------------------------------------- */

/* A literal as pc_str. */
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

/* The boundary would cut a name in two: Mc|Donald, O'|Neil, Le|Cun. */
static void look_inside_name(pc_str title, struct boundary_place *place)
{
    static const pc_str surnames[] = { TEXT("Mc"), TEXT("Mac"),     TEXT("O'"),
                                       TEXT("D'"), TEXT("O\u2019"), TEXT("D\u2019"),
                                       TEXT("d'"), TEXT("d\u2019"), { NULL, 0 } };
    static const pc_str prefixes[] = { TEXT(" Le"), TEXT(" La"), TEXT(" De"),  TEXT(" Di"),
                                       TEXT(" Da"), TEXT(" Du"), TEXT(" Van"), TEXT(" Von"),
                                       TEXT(" El"), TEXT(" Al"), TEXT(" St"),  { NULL, 0 } };

    char last = title.n != 0 ? title.p[title.n - 1] : ' ';

    if (last == 'c' || last == '\'' || last == '\x99')
        boundary_set(place, BOUNDARY_inside_surname, ends_with_any(title, surnames));
    if (title.n > 3 && (title.p[title.n - 3] == ' ' || title.p[title.n - 4] == ' '))
        boundary_set(place, BOUNDARY_inside_prefix, ends_with_any(title, prefixes));
}

PC_SCAN_TEST is_pair_mark(const unsigned char *p)
{
    return pc_scan_if(*p == '(') | pc_scan_if(*p == ')') | pc_scan_if(*p == '[') |
           pc_scan_if(*p == ']') | pc_scan_if(*p == '{') | pc_scan_if(*p == '}') |
           pc_scan_if(*p == '$') | pc_scan_if(*p == '"');
}
PC_SCAN(next_pair_mark, is_pair_mark, 0)

/* Every bracket that opens also closes; dollars and straight quotes come in pairs. */
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

static void look_at_title(pc_str title, struct boundary_place *place)
{
    size_t start = title.n;
    pc_str last;

    while (start > 0 && title.p[start - 1] != ' ')
        start--;
    last = pc_drop(title, start);
    boundary_set(place, BOUNDARY_title_unbalanced, !is_balanced(title));
    boundary_set(place, BOUNDARY_title_ends_small_word, is_small_word(last));
    boundary_set(place, BOUNDARY_title_ends_particle, start > 0 && authors_is_particle(last));
}

/* A capital after a small letter shows two words glued together, except after Mc and Mac. */
static bool is_glued(pc_str before)
{
    return !pc_ends(before, "Mc") && !pc_ends(before, "Mac");
}

static void look_at_name(pc_str name, struct boundary_place *place)
{
    const bool team = (place->features & boundary_bit(BOUNDARY_team)) != 0;
    const unsigned no_letters =
        (team ? 0u : 1u << KIND_DIGIT) | 1u << KIND_OPEN | 1u << KIND_CLOSE | 1u << KIND_OTHER;
    enum character_kind before = KIND_NONE;
    size_t n, word = 0, capitals = 0;
    bool many_capitals = false;

    for (size_t at = 0; at < name.n; at += n) {
        pc_str rest = pc_drop(name, at);
        enum character_kind kind = kind_at_front(rest, &n);

        if (*rest.p == ' ' || pc_lines_blank_front(rest) != 0) {
            before = KIND_NONE;
            capitals = 0;
            word = at + n;
            continue;
        }
        capitals = kind == KIND_UPPER ? capitals + 1 : 0;
        many_capitals |= capitals >= 3;
        if (kind == KIND_UPPER && before == KIND_LOWER && !team)
            boundary_set(place, BOUNDARY_name_glued, is_glued(pc_sub(name.p + word, at - word)));
        boundary_set(place, BOUNDARY_name_no_letters, (no_letters >> kind & 1) != 0);
        if (kind != KIND_MARK)
            before = kind;
    }
    boundary_set(place, BOUNDARY_name_capitals, many_capitals && !team);
}

void find_letter_features(const struct glued_line *line, struct boundary_place *place)
{
    pc_str title = title_of(line, place);

    look_inside_name(title, place);
    look_at_title(title, place);
    look_at_name(name_of(line, place), place);
    place->stage = BOUNDARY_CLOSE;
}

/* ---- features from the evidence -------------------------------------------------- */

/* The last word of the title, without the punctuation after it. */
static pc_str last_of(pc_str title)
{
    pc_str word;

    while ((word = word_at_end(title)).n == 0 && title.n != 0)
        title.n--;
    return word;
}

pc_str last_title_word(const struct glued_line *line, const struct boundary_place *place)
{
    return last_of(title_of(line, place));
}

static bool has_inner_capital(pc_str word)
{
    enum character_kind before = KIND_NONE, kind;
    size_t n;

    for (; (kind = kind_at_front(word, &n)) != KIND_NONE; word = pc_drop(word, n)) {
        if (kind == KIND_UPPER && before == KIND_LOWER)
            return true;
        before = kind;
    }
    return false;
}

void find_title_features(const struct glued_line *line, struct abstract_words *abstract,
                         struct boundary_place *place)
{
    pc_str name = name_of(line, place), last = last_title_word(line, place);
    pc_str first = word_at_front(name);
    bool glued = last.n != 0 && first.n != 0 && last.p + last.n == name.p, joined;
    int how;

    if (!abstract->any)
        return;
    how = abstract_words_find(abstract, last);
    if (has_inner_capital(last))
        boundary_set(place, how != 0 ? BOUNDARY_title_word_camel : BOUNDARY_title_word_glued, true);
    if (!glued)
        return;
    joined = abstract_words_find(abstract, pc_sub(last.p, last.n + first.n)) != 0;
    boundary_set(place, BOUNDARY_abstract_has_joined, joined);
    boundary_set(place, BOUNDARY_abstract_splits, !joined && how != 0);
}

void find_known_name_features(const struct glued_line *line, const struct known_names *names,
                              struct boundary_place *place)
{
    int known = known_names_find(names, name_of(line, place));

    boundary_set(place, BOUNDARY_known_name, (known & KNOWN_NAME) != 0);
    boundary_set(place, BOUNDARY_known_first, (known & KNOWN_FIRST) != 0);
    boundary_set(place, BOUNDARY_known_last, (known & KNOWN_LAST) != 0);
}

void find_name_features(const struct glued_line *line, struct abstract_words *abstract,
                        struct boundary_place *place)
{
    pc_str name = name_of(line, place), first = word_at_front(name), surname = word_at_end(name);
    int how;

    place->stage = BOUNDARY_COMPLETE;
    if (!abstract->any)
        return;
    how = abstract_words_find(abstract, first);
    boundary_set(place, BOUNDARY_abstract_has_name_small, (how & WORD_SMALL) != 0);
    boundary_set(place, BOUNDARY_abstract_has_name_capital, (how & WORD_CAPITAL) != 0);
    how = surname.p != first.p ? abstract_words_find(abstract, surname) : 0;
    boundary_set(place, BOUNDARY_abstract_has_last_small, (how & WORD_SMALL) != 0);
}

void prepare_features(const struct glued_line *line, const struct boundary_place *place,
                      struct abstract_words *abstract)
{
    pc_str name = name_of(line, place);
    pc_str words[] = { last_title_word(line, place), word_at_front(name), word_at_end(name) };

    abstract_words_list(abstract, words, sizeof words / sizeof words[0]);
}
