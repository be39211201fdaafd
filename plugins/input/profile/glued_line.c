/* seam_line.c - reads a glued line once, from its last piece to the first that may hold the
 * first author. */
#include "glued_line.h"
#include "boundary_score.h"
#include "character_kind.h"
#include "paperconv/lines.h"

/* ---- pieces --------------------------------------------------------------------- */

/* Whether PIECE, the one in front of BEHIND others, is a name is of no use when the line
 * begins with it: it holds the title. */
static void add_piece(struct seam_line *line, pc_str text)
{
    size_t behind = line->tail_count++;
    struct seam_piece *piece = &line->tail[behind];
    uint64_t features = behind == 0 ? seam_bit(SEAM_alone) : 0;

    piece->text = text;
    piece->is_name = text.p != line->text.p && authors_is_name(text);
    if (behind == 1)
        features = seam_bit(SEAM_one_follows);
    if (piece->is_name)
        features |= seam_bit(SEAM_piece_is_name);
    for (size_t i = 0; i < behind; i++) {
        if (!line->tail[i].is_name)
            features |= seam_bit(SEAM_bad_follows);
    }
    piece->features = features;
}

/* ---- places ---------------------------------------------------------------------- */

static bool precedes(const struct seam_place *a, const struct seam_place *b)
{
    return a->end != b->end ? a->end > b->end : a->at < b->at;
}

void seam_line_add(struct seam_line *line, const struct seam_place *place)
{
    enum { MOST = SEAM_PLACES - 1 };
    size_t i = line->count;

    while (i > 0 && precedes(place, &line->places[i - 1]))
        i--;
    if (i > 0 && !precedes(&line->places[i - 1], place))
        return;
    if (line->count == MOST) {
        line->possible++;
        if (i == MOST)
            return;
        line->count--;
    }
    memmove(&line->places[i + 1], &line->places[i], (line->count - i) * sizeof *place);
    line->places[i] = *place;
    line->count++;
}

/* The reading of a piece.  A word is what stands between blanks. */
struct reading {
    struct seam_line *line;
    unsigned char piece;
    size_t start, end;
    size_t first_run;
    size_t at;
    enum letter before;          /* the kind of the last letter that is no mark */
    size_t letters_at;           /* no earlier than here begin the letters and digits before AT */
    size_t word_at;              /* where the word begins */
    enum letter initial;         /* LETTER_NONE between words */
    size_t capitals;             /* places so far that begin with one */
    size_t capitals_at_letters;  /* those before LETTERS_AT */
    bool beyond_ascii;           /* something since LETTERS_AT is */
    unsigned char words, smalls; /* so far, this one included */
    unsigned char smalls_of[SEAM_REACH / 2 + 2]; /* up to each word */
};

static void begin_word(struct reading *r, enum letter initial)
{
    r->word_at = r->at;
    r->initial = initial;
    r->words++;
}

static void end_word(struct reading *r)
{
    pc_str text = r->line->text;

    if (r->initial == LETTER_LOWER &&
        !authors_is_particle(pc_sub(text.p + r->word_at, r->at - r->word_at)))
        r->smalls++;
    r->smalls_of[r->words] = r->smalls;
    r->initial = LETTER_NONE;
}

/* The counts are put right when the piece has been read. */
static void add_place(struct reading *r, size_t at, bool capital)
{
    struct seam_place place = {
        .at = at, .end = r->end, .words = r->words, .piece = r->piece, .capital = capital
    };

    r->capitals += capital;
    seam_line_add(r->line, &place);
}

/* A particle is glued to the word that ends here, in front of a blank and a capital:
 * "Portalsvan Gogh". */
static void add_particles(struct reading *r)
{
    enum { LONGEST = 5 };
    const char *text = r->line->text.p;
    size_t from = r->at - r->word_at < LONGEST ? r->word_at : r->at - LONGEST;

    for (size_t at = from; at < r->at; at++) {
        size_t n;
        enum letter before;

        if (text[at] < 'a' || text[at] > 'z' || !authors_is_particle(pc_sub(text + at, r->at - at)))
            continue;
        before = letter_end(pc_sub(text + r->start, at - r->start), &n);
        if (before != LETTER_NONE && before != LETTER_BLANK && before != LETTER_MARK)
            add_place(r, at, false);
    }
}

/* ---- runs ------------------------------------------------------------------------ */

static bool is_word_byte(unsigned char c)
{
    return c >= 0x80 || (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* The run that goes on at AT, or a new one.  Behind a place with a capital another begins,
 * because it matters at which side of one a place is. */
static struct seam_run *run_at(struct reading *r, size_t at)
{
    struct seam_line *line = r->line;
    struct seam_run *run = &line->runs[line->run_count];

    if (line->run_count > r->first_run && run[-1].words == r->words &&
        run[-1].capitals == r->capitals && run[-1].end > r->letters_at)
        return run - 1;
    line->run_count++;
    *run = (struct seam_run){
        .at = at, .capitals = r->capitals, .piece = r->piece, .words = r->words
    };
    return run;
}

/* Letters from AT to END.  Of the word before and the word behind a seam at least three bytes
 * are left, or the abstract is not asked. */
static void add_run(struct reading *r, size_t at, size_t end, bool caseless)
{
    enum { LEFT = 3 };
    pc_str text = r->line->text;
    unsigned char behind = end < text.n ? (unsigned char)text.p[end] : ' ';
    struct seam_run *run;

    if (at < r->letters_at + LEFT)
        at = r->letters_at + LEFT;
    while (at < end && ((unsigned char)text.p[at] & 0xc0) == 0x80)
        at++;
    if (!is_word_byte(behind))
        end -= LEFT - 1;
    if (at >= end)
        return;
    run = run_at(r, at);
    run->end = end;
    run->caseless |= caseless;
    run->camel |= is_word_byte(behind);
    run->particle |= is_word_byte(behind);
    run->inside |= r->capitals != r->capitals_at_letters;
    run->beyond_ascii |= r->beyond_ascii;
    r->line->possible += end - at;
}

/* ---- letters --------------------------------------------------------------------- */

/* A blank that ends a word: what follows may be the name of a particle. */
static void read_blank(struct reading *r)
{
    pc_str text = r->line->text;
    size_t n;

    if (r->initial == LETTER_NONE)
        return;
    if (text.p[r->at] == ' ' && letter_front(pc_drop(text, r->at + 1), &n) == LETTER_UPPER)
        add_particles(r);
    end_word(r);
}

/* Reads small letters, all there are; returns their length. */
static size_t read_small(struct reading *r, pc_str rest, size_t n)
{
    size_t small = letters_small(rest), at = r->before == LETTER_LOWER ? r->at : r->at + n;

    if (r->before == LETTER_HIDDEN)
        add_place(r, r->at, false);
    if (small > n)
        n = small;
    if (at < r->at + n)
        add_run(r, at, r->at + n, false);
    return n;
}

/* Reads a capital of N bytes, and the small letters in REST behind it; returns their length. */
static size_t read_capital(struct reading *r, pc_str rest, size_t n, enum letter *last)
{
    size_t small = letters_small(rest);

    if (r->before != LETTER_BLANK && r->before != LETTER_NONE)
        add_place(r, r->at, true);
    if (small > 1)
        add_run(r, r->at + n + 1, r->at + n + small, false);
    if (small > 0)
        *last = LETTER_LOWER;
    return small;
}

static void read_caseless(struct reading *r, size_t n)
{
    if (r->before == LETTER_CASELESS)
        add_run(r, r->at, r->at + n, true);
    else if (r->before != LETTER_BLANK && r->before != LETTER_NONE)
        add_place(r, r->at, false);
}

/* Reads the next letter, or the next small letters. */
static void read_letter(struct reading *r)
{
    pc_str rest = pc_sub(r->line->text.p + r->at, r->end - r->at);
    size_t n;
    enum letter letter = letter_front(rest, &n);

    if (*rest.p == ' ' || pc_lines_blank_front(rest) != 0)
        read_blank(r);
    else if (r->initial == LETTER_NONE)
        begin_word(r, letter);
    if ((unsigned char)rest.p[0] >= 0x80)
        r->beyond_ascii = true;
    if (letter == LETTER_LOWER)
        n = read_small(r, rest, n);
    else if (letter == LETTER_CASELESS)
        read_caseless(r, n);
    else if (letter == LETTER_UPPER)
        n += read_capital(r, pc_drop(rest, n), n, &letter);
    r->at += n;
    if (!is_word_byte((unsigned char)rest.p[0])) {
        r->letters_at = r->at;
        r->capitals_at_letters = r->capitals;
        r->beyond_ascii = false;
    }
    if (letter != LETTER_MARK)
        r->before = letter;
}

/* ---- the line -------------------------------------------------------------------- */

/* Where the reading of a piece begins: a place may be there. */
static void begin_piece(struct reading *r, struct seam_line *line, unsigned char piece)
{
    pc_str text = line->tail[piece].text;
    size_t start = (size_t)(text.p - line->text.p), at = start, ignored;

    if (text.n > SEAM_REACH)
        at = start + text.n - SEAM_REACH;
    while (at < start + text.n && ((unsigned char)line->text.p[at] & 0xc0) == 0x80)
        at++;
    r->line = line;
    r->piece = piece;
    r->start = start;
    r->end = start + text.n;
    r->at = at;
    r->before = letter_end(pc_sub(line->text.p + start, at - start), &ignored);
    if (r->before == LETTER_MARK)
        r->before = LETTER_NONE;
    r->letters_at = at > SEAM_REACH ? at - SEAM_REACH : 0;
    r->initial = LETTER_NONE;
    r->first_run = line->run_count;
    r->capitals = 0;
    r->beyond_ascii = false;
    r->capitals_at_letters = SIZE_MAX; /* not known: the word may begin before */
    r->words = r->smalls = 0;
}

/* Makes the number of a word the number of words from there on. */
static void count_words(const struct reading *r, unsigned char *words, unsigned char *smalls)
{
    *smalls = (unsigned char)(r->smalls - r->smalls_of[*words]);
    *words = (unsigned char)(r->words - *words + 1);
}

static void read_piece(struct seam_line *line, unsigned char piece)
{
    struct reading r;

    begin_piece(&r, line, piece);
    while (r.at < r.end)
        read_letter(&r);
    if (r.initial != LETTER_NONE)
        end_word(&r);
    for (size_t i = line->count; i > 0 && line->places[i - 1].end == r.end; i--)
        count_words(&r, &line->places[i - 1].words, &line->places[i - 1].smalls);
    line->tail[piece].capitals = r.capitals;
    for (size_t i = r.first_run; i < line->run_count; i++)
        count_words(&r, &line->runs[i].words, &line->runs[i].smalls);
}

/* The first author stands in the first of three names when the list was cut, else in the
 * last piece or one or two before it. */
void seam_line_read(struct seam_line *line, struct authors authors)
{
    enum { LONGEST = 4096 }; /* no title is longer; bounds the work for any bytes */
    pc_str list = authors.names, piece;

    line->text = authors.names;
    line->truncated = authors.truncated;
    line->tail_count = line->count = line->run_count = line->possible = 0;
    while (line->tail_count < SEAM_NAMES && authors_take_last(&list, &piece)) {
        add_piece(line, piece);
        if (authors.names.n <= LONGEST &&
            (!line->truncated || line->tail_count == SEAM_NAMES || list.n == 0))
            read_piece(line, (unsigned char)(line->tail_count - 1));
    }
}
