/* boundary_split.c - finds the places of a glued line that only the abstract shows:
 * "modeljerome". */
#include "character_kind.h"
#include "glued_line.h"

/* The abstract has the word before AT, but not the word across it. */
static bool splits_at(struct abstract_words *abstract, pc_str text, size_t at)
{
    enum { SHORTEST = 3 };
    pc_str before = word_at_end(pc_sub(text.p, at)), behind = word_at_front(pc_drop(text, at));

    return before.n >= SHORTEST && behind.n >= SHORTEST &&
           abstract_words_find(abstract, before) != 0 &&
           abstract_words_find(abstract, pc_sub(before.p, before.n + behind.n)) == 0;
}

/* False when splits_at() is false at every place of the word around AT. */
static bool may_split(struct abstract_words *abstract, pc_str text, size_t at)
{
    pc_str word = word_at_end(pc_sub(text.p, at));

    word.n += word_at_front(pc_drop(text, at)).n;
    return abstract_words_may_split(abstract, word);
}

pc_str glued_line_word(const struct glued_line *line, const struct letter_run *run)
{
    pc_str word = word_at_end(pc_sub(line->text.p, run->at));

    word.n += word_at_front(pc_drop(line->text, run->at)).n;
    return word;
}

bool glued_line_ends_in_particle(const struct glued_line *line, const struct letter_run *run)
{
    enum { SHORTEST = 3, LONGEST = 5 };
    pc_str word = pc_sub(line->text.p + run->at, run->end + SHORTEST - 1 - run->at);

    for (size_t n = SHORTEST; n <= LONGEST && n <= word.n; n++) {
        if (authors_is_particle(pc_drop(word, word.n - n)))
            return true;
    }
    return run->particle;
}

void glued_line_split(struct glued_line *line, const struct letter_run *run,
                      struct abstract_words *abstract)
{
    pc_str text = line->text, piece = line->tail[run->piece].text;
    size_t start = (size_t)(piece.p - text.p), n, at = run->at, known = at;
    enum character_kind kind, before = kind_at_end(pc_sub(piece.p, at - start), &n);
    struct boundary_place place = {
        .end = start + piece.n, .words = run->words, .smalls = run->smalls, .piece = run->piece
    };

    for (; at < run->end; at += n) {
        pc_str rest = pc_drop(text, at);

        kind = kind_at_front(rest, &n);
        if (kind == KIND_LOWER && before == KIND_LOWER && at >= known) {
            size_t small = small_letters(rest); /* one lookup for all of them */

            known = at + small;
            if (small != 0 && !may_split(abstract, text, at)) {
                n = small;
                continue;
            }
        }
        if (kind == before && (kind == KIND_LOWER || kind == KIND_CASELESS) &&
            splits_at(abstract, text, at)) {
            place.at = at;
            glued_line_add(line, &place);
        }
        if (kind != KIND_MARK)
            before = kind;
    }
}
