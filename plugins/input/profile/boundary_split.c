/* seam_split.c - finds the places of a glued line that only the abstract shows:
 * "modeljerome". */
#include "character_kind.h"
#include "glued_line.h"

/* The abstract has the word before AT, but not the word across it. */
static bool splits_at(struct words *abstract, pc_str text, size_t at)
{
    enum { SHORTEST = 3 };
    pc_str before = words_end(pc_sub(text.p, at)), behind = words_front(pc_drop(text, at));

    return before.n >= SHORTEST && behind.n >= SHORTEST && words_find(abstract, before) != 0 &&
           words_find(abstract, pc_sub(before.p, before.n + behind.n)) == 0;
}

/* False when splits_at() is false everywhere in the word around AT. */
static bool may_split(struct words *abstract, pc_str text, size_t at)
{
    pc_str word = words_end(pc_sub(text.p, at));

    word.n += words_front(pc_drop(text, at)).n;
    return words_may_split(abstract, word);
}

pc_str seam_line_word(const struct seam_line *line, const struct seam_run *run)
{
    pc_str word = words_end(pc_sub(line->text.p, run->at));

    word.n += words_front(pc_drop(line->text, run->at)).n;
    return word;
}

bool seam_line_ends_in_particle(const struct seam_line *line, const struct seam_run *run)
{
    enum { SHORTEST = 3, LONGEST = 5 };
    pc_str word = pc_sub(line->text.p + run->at, run->end + SHORTEST - 1 - run->at);

    for (size_t n = SHORTEST; n <= LONGEST && n <= word.n; n++) {
        if (authors_is_particle(pc_drop(word, word.n - n)))
            return true;
    }
    return run->particle;
}

void seam_line_split(struct seam_line *line, const struct seam_run *run, struct words *abstract)
{
    pc_str text = line->text, piece = line->tail[run->piece].text;
    size_t start = (size_t)(piece.p - text.p), n, at = run->at, known = at;
    enum letter letter, before = letter_end(pc_sub(piece.p, at - start), &n);
    struct seam_place place = {
        .end = start + piece.n, .words = run->words, .smalls = run->smalls, .piece = run->piece
    };

    for (; at < run->end; at += n) {
        pc_str rest = pc_drop(text, at);

        letter = letter_front(rest, &n);
        if (letter == LETTER_LOWER && before == LETTER_LOWER && at >= known) {
            size_t small = letters_small(rest); /* asked about once, not each */

            known = at + small;
            if (small != 0 && !may_split(abstract, text, at)) {
                n = small;
                continue;
            }
        }
        if (letter == before && (letter == LETTER_LOWER || letter == LETTER_CASELESS) &&
            splits_at(abstract, text, at)) {
            place.at = at;
            seam_line_add(line, &place);
        }
        if (letter != LETTER_MARK)
            before = letter;
    }
}
