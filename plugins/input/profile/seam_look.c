/* seam_look.c - looks at a place of a glued line from all sides. */
#include "seam_look.h"
#include "letters.h"
#include "paperconv/lines.h"
#include "paperconv/scan.h"

void seam_look_line(struct authors authors, struct seam_line *line)
{
    pc_str list = authors.names, piece;

    *line = (struct seam_line){ .text = authors.names, .truncated = authors.truncated };
    for (; line->tail_count < SEAM_NAMES && authors_take_last(&list, &piece); line->tail_count++) {
        line->tail[line->tail_count] = piece;
        line->tail_is_name[line->tail_count] = authors_is_name(piece);
    }
}

static bool is_capital_at(const struct seam_line *line, const struct seam_place *place)
{
    size_t n;

    return letter_front(pc_drop(line->text, place->at), &n) == LETTER_UPPER;
}

void seam_look_around(struct seam_place *places, size_t count, const struct seam_line *line)
{
    size_t capitals = 0, seen = 0;

    for (size_t i = 0; i < count; i++)
        capitals += is_capital_at(line, &places[i]);
    for (size_t i = 0; i < count; i++) {
        bool capital = is_capital_at(line, &places[i]);
        size_t behind = capitals - seen - capital;

        places[i].features[SEAM_place_before] = seen > 0;
        places[i].features[SEAM_place_behind] = behind > 0;
        seen += capital;
    }
}

void seam_look_none(const struct seam_line *line, struct seam_place *place)
{
    size_t names = 0;

    place->features[SEAM_none] = 1;
    while (names + 1 < line->tail_count && line->tail_is_name[names])
        names++;
    place->features[SEAM_none_names_follow] = names > 0 || line->truncated;
}

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

static void look_at_cut(pc_str title, pc_str name, unsigned char *features)
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

    if (last != LETTER_LOWER)
        features[after[last]] = 1;
    name = pc_drop(name, n);
    while ((second = letter_front(name, &n)) == LETTER_MARK)
        name = pc_drop(name, n);
    if (first == LETTER_LOWER) {
        features[SEAM_starts_lower] = last == LETTER_LOWER || last == LETTER_UPPER;
        features[SEAM_starts_lower_visibly] = !features[SEAM_starts_lower];
        features[SEAM_starts_camel] = second == LETTER_UPPER;
    }
    features[SEAM_starts_caseless] = first == LETTER_CASELESS;
    features[SEAM_then_upper] = second == LETTER_UPPER;
    features[SEAM_then_stop] = second == LETTER_STOP;
    features[SEAM_then_blank] = second == LETTER_BLANK;
    features[SEAM_then_other] = second != LETTER_UPPER && second != LETTER_STOP &&
                                second != LETTER_BLANK && second != LETTER_LOWER &&
                                second != LETTER_CASELESS;
    features[SEAM_inside_capitals] = last == LETTER_UPPER && second != LETTER_LOWER &&
                                     second != LETTER_STOP && second != LETTER_APOSTROPHE;
}

/* The seam would cut a name in two: Mc|Donald, O'|Neil, Le|Cun. */
static void look_inside_name(pc_str title, unsigned char *features)
{
    static const pc_str surnames[] = { TEXT("Mc"), TEXT("Mac"),     TEXT("O'"),
                                       TEXT("D'"), TEXT("O\u2019"), TEXT("D\u2019"),
                                       TEXT("d'"), TEXT("d\u2019"), { NULL, 0 } };
    static const pc_str prefixes[] = { TEXT(" Le"), TEXT(" La"), TEXT(" De"),  TEXT(" Di"),
                                       TEXT(" Da"), TEXT(" Du"), TEXT(" Van"), TEXT(" Von"),
                                       TEXT(" El"), TEXT(" Al"), TEXT(" St"),  { NULL, 0 } };

    features[SEAM_inside_surname] = ends_with_any(title, surnames);
    features[SEAM_inside_prefix] = ends_with_any(title, prefixes);
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

    return authors_is_one_of(word, words);
}

static void look_at_title(pc_str title, unsigned char *features)
{
    size_t start = title.n;
    pc_str last;

    while (start > 0 && title.p[start - 1] != ' ')
        start--;
    last = pc_drop(title, start);
    features[SEAM_title_unbalanced] = !is_balanced(title);
    features[SEAM_title_ends_small_word] = is_small_word(last);
    features[SEAM_title_ends_particle] = start > 0 && authors_is_particle(last);
}

/* Whether WORD has a capital behind a small letter that is not Mc's or Mac's, or three
 * capitals. */
static void look_at_name_word(pc_str word, unsigned char *features)
{
    enum letter before = LETTER_NONE, letter;
    size_t n, at = 0, capitals = 0;

    for (; (letter = letter_front(pc_drop(word, at), &n)) != LETTER_NONE; at += n) {
        capitals = letter == LETTER_UPPER ? capitals + 1 : 0;
        if (capitals >= 3)
            features[SEAM_name_capitals] = 1;
        if (letter == LETTER_UPPER && before == LETTER_LOWER &&
            !pc_ends(pc_sub(word.p, at), "Mc") && !pc_ends(pc_sub(word.p, at), "Mac"))
            features[SEAM_name_glued] = 1;
        if (letter == LETTER_DIGIT || letter == LETTER_OPEN || letter == LETTER_CLOSE ||
            letter == LETTER_OTHER)
            features[SEAM_name_no_letters] = 1;
        if (letter != LETTER_MARK)
            before = letter;
    }
}

/* "LHCb Collaboration" and its like begin with an acronym, which may be glued to one: what
 * speaks against cutting capitals does not hold there. */
static void look_at_collaboration(pc_str first, pc_str last, unsigned char *features)
{
    static const char *const words[] = {
        "Collaboration", "collaboration", "Collaborations", "Consortium", "Team", "Group", NULL
    };
    size_t n, capitals = 0;

    while (letter_front(first, &n) == LETTER_UPPER) {
        first = pc_drop(first, n);
        capitals++;
    }
    features[SEAM_collaboration] = capitals > 1 && authors_is_one_of(last, words);
    if (features[SEAM_collaboration] == 0)
        return;
    features[SEAM_then_upper] = 0;
    features[SEAM_inside_capitals] = 0;
    features[SEAM_name_capitals] = 0;
}

static void look_at_name(pc_str name, unsigned char *features)
{
    pc_str rest = name, word, last = name;
    size_t words = 0, smalls = 0, n;

    for (; authors_take_word(&rest, &word); words++) {
        look_at_name_word(word, features);
        last = word;
        smalls += words > 0 && letter_front(word, &n) == LETTER_LOWER && !authors_is_particle(word);
    }
    /* A name printed without capitals has no more than a surname that is small. */
    if (features[SEAM_starts_lower] && smalls > 0)
        smalls--;
    features[SEAM_starts_particle] = authors_is_particle(words_front(name));
    features[SEAM_name_one_word] = words == 1;
    features[SEAM_name_three_words] = words == 3;
    features[SEAM_name_four_words] = words == 4;
    features[SEAM_name_more_words] = words > 4;
    features[SEAM_name_small_words] = (unsigned char)(smalls < 4 ? smalls : 4);
    look_at_collaboration(words_front(name), last, features);
}

/* The pieces behind the first author are names too, or the place is wrong; and a piece
 * that is a name needs no cut, unless the line begins with it. */
static void look_at_pieces(const struct seam_line *line, size_t end, unsigned char *features)
{
    size_t follow = 0;

    while (follow < line->tail_count && line->tail[follow].p >= line->text.p + end) {
        features[SEAM_bad_follows] |= !line->tail_is_name[follow];
        follow++;
    }
    features[SEAM_piece_is_name] = follow < line->tail_count && line->tail_is_name[follow] &&
                                   line->tail[follow].p != line->text.p;
    features[SEAM_alone] = follow == 0;
    features[SEAM_one_follows] = follow == 1;
}

/* The last word of the title: what is no letter behind it does not count. */
static pc_str title_word(pc_str title)
{
    while (title.n != 0 && words_end(title).n == 0)
        title.n--;
    return words_end(title);
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

static void look_into_abstract(pc_str title, pc_str name, const struct words *abstract,
                               unsigned char *features)
{
    pc_str last = title_word(title), first = words_front(name), surname = words_end(name);
    bool glued = last.n != 0 && first.n != 0 && last.p + last.n == name.p;
    int how;

    if (abstract->count == 0)
        return;
    how = words_find(abstract, last);
    if (has_inner_capital(last))
        features[how != 0 ? SEAM_title_word_camel : SEAM_title_word_glued] = 1;
    if (glued) {
        bool joined = words_find(abstract, pc_sub(last.p, last.n + first.n)) != 0;

        features[SEAM_abstract_has_joined] = joined;
        features[SEAM_abstract_splits] = !joined && how != 0;
    }
    how = words_find(abstract, first);
    features[SEAM_abstract_has_name_small] = (how & WORDS_SMALL) != 0;
    features[SEAM_abstract_has_name_capital] = (how & WORDS_CAPITAL) != 0;
    how = surname.p != first.p ? words_find(abstract, surname) : 0;
    features[SEAM_abstract_has_last_small] = (how & WORDS_SMALL) != 0;
}

void seam_look(const struct seam_line *line, const struct seam_evidence *evidence,
               struct seam_place *place)
{
    pc_str title = pc_sub(line->text.p, place->at);
    pc_str name = pc_sub(line->text.p + place->at, place->end - place->at);
    int known = people_find(evidence->people, name);

    look_at_cut(title, name, place->features);
    look_inside_name(title, place->features);
    look_at_title(title, place->features);
    look_at_name(name, place->features);
    look_at_pieces(line, place->end, place->features);
    look_into_abstract(title, name, evidence->abstract, place->features);
    place->features[SEAM_known_name] = (known & PEOPLE_NAME) != 0;
    place->features[SEAM_known_first] = (known & PEOPLE_FIRST) != 0;
    place->features[SEAM_known_last] = (known & PEOPLE_LAST) != 0;
}
