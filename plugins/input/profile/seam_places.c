/* seam_places.c - finds the places where a glued line may be cut. */
#include "letters.h"
#include "seam.h"
#include "seam_look.h"

/* The places so far; the last one is kept free for "no seam". */
struct search {
    const struct seam_line *line;
    const struct seam_evidence *evidence;
    struct seam_place *places;
    size_t count;
};

/* A blank and a capital are at the front of S. */
static bool precedes_capital(pc_str s)
{
    size_t n;

    return pc_starts(s, " ") && letter_front(pc_drop(s, 1), &n) == LETTER_UPPER;
}

/* The particle at the front of S, glued to the word before: "Portalsvan Gogh". */
static bool starts_particle(pc_str s)
{
    enum { LONGEST = 5 };
    pc_str word = words_front(pc_sub(s.p, s.n < LONGEST ? s.n : LONGEST));

    return precedes_capital(pc_drop(s, word.n)) && authors_is_particle(word);
}

/* The abstract has the word before AT, but not the word across it. */
static bool abstract_splits(const struct seam_evidence *evidence, pc_str text, size_t at)
{
    enum { SHORTEST = 3 };
    pc_str before = words_end(pc_sub(text.p, at)), behind = words_front(pc_drop(text, at));

    return before.n >= SHORTEST && behind.n >= SHORTEST &&
           words_find(evidence->abstract, before) != 0 &&
           words_find(evidence->abstract, pc_sub(before.p, before.n + behind.n)) == 0;
}

static bool is_place(const struct search *search, size_t at, enum letter before, enum letter first)
{
    pc_str text = search->line->text;

    if (before == LETTER_BLANK || before == LETTER_NONE)
        return false;
    switch (first) {
    case LETTER_UPPER:
        return true;
    case LETTER_CASELESS:
        return before != LETTER_CASELESS || abstract_splits(search->evidence, text, at);
    case LETTER_LOWER:
        return before == LETTER_HIDDEN || starts_particle(pc_drop(text, at)) ||
               (before == LETTER_LOWER && abstract_splits(search->evidence, text, at));
    default:
        return false;
    }
}

/* A particle is glued to the end of WORD. */
static bool ends_in_particle(pc_str word)
{
    enum { LONGEST = 5 };
    size_t n = 1;

    while (n <= LONGEST && n < word.n && !authors_is_particle(pc_drop(word, word.n - n)))
        n++;
    return n <= LONGEST && n < word.n;
}

/* False when no small letter behind another one in the word around AT is a place:
 * starts_particle() and abstract_splits() are false for each of them. */
static bool may_hold_places(const struct search *search, size_t at)
{
    pc_str text = search->line->text, word = words_end(pc_sub(text.p, at)), rest;

    word.n += words_front(pc_drop(text, at)).n;
    rest = pc_drop(text, (size_t)(word.p - text.p) + word.n);
    return words_may_split(search->evidence->abstract, word) ||
           (precedes_capital(rest) && ends_in_particle(word));
}

/* The length of the small letters at the front of S, as far as they are ASCII. */
static size_t small_letters(pc_str s)
{
    size_t n = 0;

    while (n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z')
        n++;
    return n;
}

/* Adds the places in PIECE, a part of the line between commas. */
static void search_piece(struct search *search, pc_str piece)
{
    enum { LONGEST_NAME = 160 };
    size_t start = (size_t)(piece.p - search->line->text.p), end = start + piece.n;
    size_t at = start, n, first_place = search->count, small_end = start;
    enum letter before = LETTER_NONE;

    for (; at < end; at += n) {
        pc_str rest = pc_sub(search->line->text.p + at, end - at);
        enum letter first = letter_front(rest, &n);

        if (first == LETTER_LOWER && before == LETTER_LOWER && at >= small_end) {
            size_t small = small_letters(rest); /* asked about once, not each */

            small_end = at + small;
            if (small != 0 && !may_hold_places(search, at)) {
                n = small;
                continue;
            }
        }
        if (rest.n <= LONGEST_NAME && search->count < SEAM_PLACES - 1 &&
            is_place(search, at, before, first))
            search->places[search->count++] = (struct seam_place){ .at = at, .end = end };
        if (first != LETTER_MARK)
            before = first;
    }
    seam_look_around(search->places + first_place, search->count - first_place, search->line);
}

/* The first author stands in the first of three names when the list was cut, else in the
 * last piece or one or two before it. */
static void search_pieces(struct search *search)
{
    pc_str list = search->line->text, piece;

    for (size_t behind = 0; behind < SEAM_NAMES && authors_take_last(&list, &piece); behind++) {
        if (!search->line->truncated || behind == SEAM_NAMES - 1 || list.n == 0)
            search_piece(search, piece);
    }
}

size_t seam_places(struct authors authors, const struct seam_evidence *evidence,
                   struct seam_place places[SEAM_PLACES])
{
    enum { LONGEST = 4096 }; /* no title is longer; bounds the work for any bytes */
    struct seam_line line;
    struct search search = { &line, evidence, places, 0 };

    seam_look_line(authors, &line);
    if (authors.names.n <= LONGEST)
        search_pieces(&search);
    for (size_t i = 0; i < search.count; i++)
        seam_look(&line, evidence, &places[i]);
    places[search.count] = (struct seam_place){ .at = line.text.n, .end = line.text.n };
    seam_look_none(&line, &places[search.count]);
    return search.count + 1;
}
