/* glued_line.c - reads a glued line once, from its last piece back to the piece that may hold the
 * first author. */
#include "glued_line.h"
#include "boundary_score.h"
#include "character_kind.h"
#include "paperconv/lines.h"

/* ---- pieces ---------------------------------------------------------------------- */

/* The word after the last space. */
static pc_str last_word_of(pc_str piece)
{
    size_t start = piece.n;

    while (start > 0 && piece.p[start - 1] != ' ')
        start--;
    return pc_drop(piece, start);
}

/* A team may have digits in its name; a colon stands behind a team. */
static bool is_name_or_team(pc_str text, bool team)
{
    return authors_is_name(text) || pc_eq(text, ":") ||
           (team && memchr(text.p, '$', text.n) == NULL);
}

/* The piece at the start of the line holds the title: whether it looks like a name says nothing. */
static void add_piece(struct glued_line *line, pc_str text)
{
    enum { BEFORE_ET_AL = 3 };
    size_t behind = line->tail_count++;
    struct glued_piece *piece = &line->tail[behind];
    uint64_t features = behind == 0 ? boundary_bit(BOUNDARY_alone) : 0;

    piece->text = text;
    piece->team = authors_is_team_word(last_word_of(text));
    piece->is_name = text.p != line->text.p && is_name_or_team(text, piece->team);
    if (behind == 1)
        features = boundary_bit(BOUNDARY_one_follows);
    if (piece->is_name)
        features |= boundary_bit(BOUNDARY_piece_is_name);
    if (piece->team)
        features |= boundary_bit(BOUNDARY_team);
    if (line->truncated && behind + 1 < BEFORE_ET_AL)
        features |= boundary_bit(BOUNDARY_truncated_short);
    for (size_t i = 0; i < behind; i++) {
        if (!line->tail[i].is_name)
            features |= boundary_bit(BOUNDARY_bad_follows);
    }
    piece->features = features;
}

/* ---- places ---------------------------------------------------------------------- */

static bool place_precedes(const struct boundary_place *a, const struct boundary_place *b)
{
    return a->end != b->end ? a->end > b->end : a->at < b->at;
}

void glued_line_add(struct glued_line *line, const struct boundary_place *place)
{
    enum { MOST = BOUNDARY_PLACES - 1 };
    size_t i = line->count;

    while (i > 0 && place_precedes(place, &line->places[i - 1]))
        i--;
    if (i > 0 && !place_precedes(&line->places[i - 1], place))
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

/* The state of reading a piece.  Words are separated by white space. */
struct reading {
    struct glued_line *line;
    unsigned char piece;
    bool only_capitals; /* only places before a capital count */
    size_t start, end;
    size_t first_run;
    size_t at;
    enum character_kind before;  /* the kind of the last character, marks aside */
    size_t letters_at;           /* the letters and digits before AT begin here or later */
    size_t word_at;              /* where the current word begins */
    enum character_kind initial; /* KIND_NONE between words */
    size_t capitals;             /* places so far before a capital */
    size_t capitals_at_letters;  /* those before LETTERS_AT */
    bool beyond_ascii;           /* some character since LETTERS_AT */
    unsigned char words, smalls; /* so far, with the current one */
    unsigned char smalls_of[GLUED_LINE_REACH / 2 + 2]; /* SMALLS after each word */
};

static void begin_word(struct reading *r, enum character_kind initial)
{
    r->word_at = r->at;
    r->initial = initial;
    r->words++;
}

static void end_word(struct reading *r)
{
    pc_str text = r->line->text;

    if (r->initial == KIND_LOWER &&
        !authors_is_particle(pc_sub(text.p + r->word_at, r->at - r->word_at)))
        r->smalls++;
    r->smalls_of[r->words] = r->smalls;
    r->initial = KIND_NONE;
}

/* count_words() corrects the counts when the piece has been read. */
static void add_place(struct reading *r, size_t at, bool capital)
{
    struct boundary_place place = {
        .at = at, .end = r->end, .words = r->words, .piece = r->piece, .capital = capital
    };

    r->capitals += capital;
    glued_line_add(r->line, &place);
}

/* A particle glued to the word that ends here, before a space and a capital: "Portalsvan Gogh". */
static void add_particles(struct reading *r)
{
    enum { LONGEST = 5 };
    const char *text = r->line->text.p;
    size_t from = r->at - r->word_at < LONGEST ? r->word_at : r->at - LONGEST;

    for (size_t at = from; at < r->at; at++) {
        size_t n;
        enum character_kind before;

        if (text[at] < 'a' || text[at] > 'z' || !authors_is_particle(pc_sub(text + at, r->at - at)))
            continue;
        before = kind_at_end(pc_sub(text + r->start, at - r->start), &n);
        if (before != KIND_NONE && before != KIND_SPACE && before != KIND_MARK)
            add_place(r, at, false);
    }
}

/* ---- runs ------------------------------------------------------------------------ */

static bool is_word_byte(unsigned char c)
{
    return c >= 0x80 || (unsigned char)((c | 0x20) - 'a') < 26 || (unsigned char)(c - '0') < 10;
}

/* The run that continues at AT, or a new one.  A new one begins after a place before a capital,
 * because scores depend on the side of such a place. */
static struct letter_run *run_at(struct reading *r, size_t at)
{
    struct glued_line *line = r->line;
    struct letter_run *run = &line->runs[line->run_count];

    if (line->run_count > r->first_run && run[-1].words == r->words &&
        run[-1].capitals == r->capitals && run[-1].end > r->letters_at)
        return run - 1;
    line->run_count++;
    *run = (struct letter_run){
        .at = at, .capitals = r->capitals, .piece = r->piece, .words = r->words
    };
    return run;
}

/* Adds the letters from AT to END.  The words before and after a boundary need three bytes each;
 * shorter ones are not looked up in the abstract. */
static void add_run(struct reading *r, size_t at, size_t end, bool caseless)
{
    enum { LEFT = 3 };
    pc_str text = r->line->text;
    unsigned char behind = end < text.n ? (unsigned char)text.p[end] : ' ';
    struct letter_run *run;

    if (at < r->letters_at + LEFT)
        at = r->letters_at + LEFT;
    while (at < end && ((unsigned char)text.p[at] & 0xc0) == 0x80)
        at++;
    if (!is_word_byte(behind))
        end -= LEFT - 1;
    if (at >= end || r->only_capitals)
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

/* White space that ends a word.  The word may end in the particle of the name that follows. */
static void read_blank(struct reading *r)
{
    pc_str text = r->line->text;
    size_t n;

    if (r->initial == KIND_NONE)
        return;
    if (text.p[r->at] == ' ' && !r->only_capitals &&
        kind_at_front(pc_drop(text, r->at + 1), &n) == KIND_UPPER)
        add_particles(r);
    end_word(r);
}

/* Reads all small letters that follow; returns their length. */
static size_t read_small(struct reading *r, pc_str rest, size_t n)
{
    size_t small = small_letters(rest), at = r->before == KIND_LOWER ? r->at : r->at + n;

    if (r->before == KIND_ZERO_WIDTH && !r->only_capitals)
        add_place(r, r->at, false);
    if (small > n)
        n = small;
    if (at < r->at + n)
        add_run(r, at, r->at + n, false);
    return n;
}

/* True for a capital with capitals around it, before REST: a name that is no team's does not begin
 * there. */
static bool is_inside_capitals(const struct reading *r, pc_str rest)
{
    size_t n;

    return r->before == KIND_UPPER && !r->line->tail[r->piece].team &&
           kind_at_front(rest, &n) == KIND_UPPER;
}

/* Reads a capital of N bytes and the small letters after it, at REST; returns their length. */
static size_t read_capital(struct reading *r, pc_str rest, size_t n, enum character_kind *last)
{
    size_t small = small_letters(rest);

    if (r->before != KIND_SPACE && r->before != KIND_NONE && !is_inside_capitals(r, rest))
        add_place(r, r->at, true);
    if (small > 1)
        add_run(r, r->at + n + 1, r->at + n + small, false);
    if (small > 0)
        *last = KIND_LOWER;
    return small;
}

static void read_caseless(struct reading *r, size_t n)
{
    if (r->only_capitals)
        return;
    if (r->before == KIND_CASELESS)
        add_run(r, r->at, r->at + n, true);
    else if (r->before != KIND_SPACE && r->before != KIND_NONE)
        add_place(r, r->at, false);
}

/* Reads the next letter, or the next small letters. */
static void read_letter(struct reading *r)
{
    pc_str rest = pc_sub(r->line->text.p + r->at, r->end - r->at);
    size_t n;
    enum character_kind kind = kind_at_front(rest, &n);

    if (*rest.p == ' ' || pc_lines_blank_front(rest) != 0)
        read_blank(r);
    else if (r->initial == KIND_NONE)
        begin_word(r, kind);
    if ((unsigned char)rest.p[0] >= 0x80)
        r->beyond_ascii = true;
    if (kind == KIND_LOWER)
        n = read_small(r, rest, n);
    else if (kind == KIND_CASELESS)
        read_caseless(r, n);
    else if (kind == KIND_UPPER)
        n += read_capital(r, pc_drop(rest, n), n, &kind);
    r->at += n;
    if (!is_word_byte((unsigned char)rest.p[0])) {
        r->letters_at = r->at;
        r->capitals_at_letters = r->capitals;
        r->beyond_ascii = false;
    }
    if (kind != KIND_MARK)
        r->before = kind;
}

/* ---- the line -------------------------------------------------------------------- */

/* Starts at the first byte of the piece that may be a place. */
static void begin_piece(struct reading *r, struct glued_line *line, unsigned char piece)
{
    pc_str text = line->tail[piece].text;
    size_t start = (size_t)(text.p - line->text.p), at = start, ignored;

    if (text.n > GLUED_LINE_REACH)
        at = start + text.n - GLUED_LINE_REACH;
    while (at < start + text.n && ((unsigned char)line->text.p[at] & 0xc0) == 0x80)
        at++;
    r->line = line;
    r->piece = piece;
    r->start = start;
    r->end = start + text.n;
    r->at = at;
    r->before = kind_at_end(pc_sub(line->text.p + start, at - start), &ignored);
    if (r->before == KIND_MARK)
        r->before = KIND_NONE;
    r->letters_at = at > GLUED_LINE_REACH ? at - GLUED_LINE_REACH : 0;
    r->initial = KIND_NONE;
    r->first_run = line->run_count;
    r->capitals = 0;
    r->beyond_ascii = false;
    r->capitals_at_letters = SIZE_MAX; /* unknown: the word may begin earlier */
    r->words = r->smalls = 0;
}

/* Turns the number of a word into the number of words from there on. */
static void count_words(const struct reading *r, unsigned char *words, unsigned char *smalls)
{
    *smalls = (unsigned char)(r->smalls - r->smalls_of[*words]);
    *words = (unsigned char)(r->words - *words + 1);
}

static void read_piece(struct glued_line *line, unsigned char piece, bool only_capitals)
{
    struct reading r;

    begin_piece(&r, line, piece);
    r.only_capitals = only_capitals;
    while (r.at < r.end)
        read_letter(&r);
    if (r.initial != KIND_NONE)
        end_word(&r);
    for (size_t i = line->count; i > 0 && line->places[i - 1].end == r.end; i--)
        count_words(&r, &line->places[i - 1].words, &line->places[i - 1].smalls);
    line->tail[piece].capitals = r.capitals;
    for (size_t i = r.first_run; i < line->run_count; i++)
        count_words(&r, &line->runs[i].words, &line->runs[i].smalls);
}

/* True when a capital may be glued on inside PIECE: one that no space and no hyphen precede. */
static bool may_have_place(pc_str piece)
{
    for (size_t i = 1; i < piece.n; i++) {
        unsigned char c = (unsigned char)piece.p[i], before = (unsigned char)piece.p[i - 1];

        if (c >= 0x80 || (c >= 'A' && c <= 'Z' && before != ' ' && before != '-'))
            return true;
    }
    return false;
}

/* With "et al." the first author is in the third piece from the end, because pages print three
 * names then, or after a title with commas in a later one; without it, in one of the last three
 * pieces. */
void glued_line_read(struct glued_line *line, struct authors authors)
{
    enum { LONGEST = 4096 }; /* no title is longer; limits the work for any input */
    pc_str list = authors.names, piece;
    bool later;

    line->text = authors.names;
    line->truncated = authors.truncated;
    line->tail_count = line->count = line->run_count = line->possible = 0;
    while (line->tail_count < GLUED_LINE_NAMES && authors_take_last(&list, &piece)) {
        add_piece(line, piece);
        later = line->truncated && line->tail_count < GLUED_LINE_NAMES && list.n != 0;
        if (authors.names.n <= LONGEST && (!later || may_have_place(piece)))
            read_piece(line, (unsigned char)(line->tail_count - 1), later);
    }
}
