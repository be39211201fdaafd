/* tex_title.c - protects words of a title whose capitals must stay. */
#include "tex_title.h"

#include "latin.h"
#include "paperconv/scan.h"
#include "tex_chars.h"
#include "title_names.h"

enum shape {
    OTHER, /* not part of a word */
    GLUE,  /* TeX, which may stand for a letter */
    MARK,  /* belongs to the character before */
    LOWER,
    UPPER,
    DIGIT
};

static bool is_word_byte(const struct pc_tex_lexer *x, size_t at)
{
    char c = x->s.p[at];

    return !pc_tex_blank(c) &&
           (x->plain || !(c == '\\' || c == '{' || c == '}' || c == '$' || c == '~'));
}

static enum shape shape_of_ascii(char c)
{
    if (!pc_ascii_letter(c))
        return pc_ascii_digit(c) ? DIGIT : OTHER;
    return c >= 'a' ? LOWER : UPPER;
}

static enum shape shape_of(uint32_t rune)
{
    char one[2];
    const char *ascii;

    if (rune < 0x80)
        return shape_of_ascii((char)rune);
    ascii = pc_latin_ascii(rune, one);
    if (pc_latin_accent(rune) != NULL || pc_latin_role(rune) == PC_LATIN_ZERO_WIDTH)
        return MARK;
    if (ascii == NULL || ascii[0] == '\0')
        return OTHER;
    return shape_of_ascii(ascii[0]);
}

/* True for So3krates, xMIL, 3D, E(3), C.  BEFORE and AFTER are the shapes beside the word. */
static bool is_acronym(pc_str word, enum shape before, enum shape after)
{
    bool lone = false;
    size_t n;

    for (; word.n != 0; word = pc_drop(word, n)) {
        uint32_t rune = pc_latin_rune(word, &n);
        enum shape shape = shape_of(rune);

        if (shape == MARK)
            continue;
        if (lone && shape == OTHER)
            return true;
        if (before >= LOWER && shape >= LOWER &&
            (shape == UPPER || (shape == DIGIT) != (before == DIGIT)))
            return true;
        lone = before == OTHER && shape == UPPER && rune != 'A' && rune != 'I';
        before = shape;
    }
    return lone && after == OTHER;
}

static bool has_capital(pc_str word)
{
    size_t n;

    for (; word.n != 0; word = pc_drop(word, n)) {
        if (shape_of(pc_latin_rune(word, &n)) == UPPER)
            return true;
    }
    return false;
}

static bool is_edge(char c)
{
    return c >= 0 && !pc_ascii_letter(c) && !pc_ascii_digit(c);
}

/* Drops the punctuation around a word, so that no brace comes before a command; "E(3)" keeps its
 * parenthesis. */
static void trim_word(pc_str s, size_t *first, size_t *end)
{
    size_t n;
    bool opened;

    while (*first < *end && shape_of(pc_latin_rune(pc_drop(s, *first), &n)) < LOWER)
        *first += n;
    opened = memchr(s.p + *first, '(', *end - *first) != NULL;
    while (*first < *end && is_edge(s.p[*end - 1]) && !(opened && s.p[*end - 1] == ')'))
        --*end;
}

static enum shape shape_beside(const struct pc_tex_lexer *x, size_t at)
{
    char c = at < x->s.n ? x->s.p[at] : ' ';

    if (x->plain || pc_tex_blank(c))
        return OTHER;
    return pc_ascii_letter(c) || strchr("\\{}$", c) != NULL ? GLUE : OTHER;
}

/* Narrows FIRST and END, the ends of a word, to the names in it: from the first to the last of
 * "Kullback-Leibler's", and the second half of "Non-Gaussian".  False when it has none.  A run of
 * letters beside TeX may be part of a longer one. */
static bool find_names(pc_str s, size_t *first, size_t *end, enum shape before, enum shape after)
{
    size_t begin = SIZE_MAX, close = 0, i = *first;

    while (i < *end) {
        size_t run = i, n;

        while (i < *end && shape_of(pc_latin_rune(pc_drop(s, i), &n)) >= MARK)
            i += n;
        if (i > run && (run > *first || before != GLUE) && (i < *end || after != GLUE) &&
            pc_title_name(pc_sub(s.p + run, i - run))) {
            begin = begin == SIZE_MAX ? run : begin;
            close = i;
        }
        if (i < *end) {
            pc_latin_rune(pc_drop(s, i), &n);
            i += n;
        }
    }
    if (begin == SIZE_MAX)
        return false;
    *first = begin;
    *end = close;
    return true;
}

/* Every acronym has a capital that no small letter follows or that one precedes, a digit, or a
 * character outside ASCII.  Also true where TeX begins. */
PC_SCAN_TEST may_be_acronym(const unsigned char *p)
{
    unsigned char capital = pc_scan_if((unsigned char)(p[0] - 'A') < 26);
    unsigned char small = pc_scan_if((unsigned char)(p[0] - 'a') < 26);
    unsigned char before_capital = pc_scan_if((unsigned char)(p[1] - 'A') < 26);
    unsigned char before_small = pc_scan_if((unsigned char)(p[1] - 'a') < 26);

    return (capital & (unsigned char)~before_small) | (small & before_capital) |
           pc_scan_if((unsigned char)(p[0] - '0') < 10) | pc_scan_if(p[0] == '$') |
           pc_scan_if(p[0] == '\\') | pc_scan_if(p[0] >= '{');
}
PC_SCAN(plain_words, may_be_acronym, 1)

/* The first place from AT on that makes a word an acronym; the end when there is none. */
static size_t find_acronym(const struct pc_tex_lexer *x, size_t at)
{
    size_t found = at + plain_words(pc_drop(x->s, at));
    const unsigned char last[] = { (unsigned char)x->s.p[x->s.n - 1], ' ' };

    return found + 1 == x->s.n && !may_be_acronym(last) ? x->s.n : found;
}

static size_t word_start(const struct pc_tex_lexer *x, size_t at, size_t inside)
{
    while (inside > at && is_word_byte(x, inside - 1))
        inside--;
    return inside;
}

/* A row of letters ends at END, and nothing there may continue it. */
static bool ends_name(const struct pc_tex_lexer *x, size_t end)
{
    return end == x->s.n || (x->s.p[end] >= 0 && shape_beside(x, end) != GLUE);
}

static size_t small_end(pc_str s, size_t at)
{
    while (at < s.n && s.p[at] >= 'a' && s.p[at] <= 'z')
        at++;
    return at;
}

/* The short way for most names: a name in ASCII at AT, in a word that is no acronym, with the names
 * that hyphens join to it.  ACRONYM is the next place that makes an acronym. */
static bool take_name(struct pc_tex_title *t, const struct pc_tex_lexer *x, size_t at,
                      size_t acronym)
{
    size_t end = small_end(x->s, at + 1), next = end;

    while (next < acronym && is_word_byte(x, next))
        next++;
    if ((next == acronym && acronym < x->s.n) || !ends_name(x, end) ||
        (at > 0 && !ends_name(x, at - 1)))
        return false;
    t->open = at;
    do {
        t->close = t->resume = end;
        if (pc_tex_byte(x->s, end) != '-' || !pc_ascii_capital(pc_tex_byte(x->s, end + 1)))
            break;
        next = end + 1;
        end = small_end(x->s, next + 1);
    } while (ends_name(x, end) && pc_title_name(pc_sub(x->s.p + next, end - next)));
    return true;
}

/* Looks before find_names() reads the characters one by one. */
static bool may_have_name(pc_str s, size_t first, size_t end)
{
    if (pc_title_find_name(s, first, end) < end)
        return true;
    for (size_t i = first; i < end; i++) {
        if (s.p[i] < 0)
            return true;
    }
    return false;
}

static bool is_protected(const struct pc_tex_lexer *x, size_t *first, size_t *end,
                         enum pc_protect how)
{
    enum shape before = *first == 0 ? OTHER : shape_beside(x, *first - 1);
    enum shape after = shape_beside(x, *end);
    pc_str word = pc_sub(x->s.p + *first, *end - *first);

    if (is_acronym(word, before, after))
        return true;
    if (how == PC_PROTECT_CAPITALS)
        return has_capital(word);
    return may_have_name(x->s, *first, *end) && find_names(x->s, first, end, before, after);
}

/* Searches for the next word to protect, from the position of X up to the next TeX. */
static void find_word(struct pc_tex_title *t, const struct pc_tex_lexer *x, enum pc_protect how)
{
    size_t end = x->at;

    t->open = t->close = SIZE_MAX;
    while (end < x->s.n && (is_word_byte(x, end) || pc_tex_blank(x->s.p[end]))) {
        size_t start = end, last;

        if (how == PC_PROTECT_ACRONYMS) {
            size_t acronym = find_acronym(x, end);
            size_t name = pc_title_find_name(x->s, end, acronym);

            if (name < acronym && take_name(t, x, name, acronym))
                return;
            if (name == x->s.n) {
                end = name;
                break;
            }
            start = word_start(x, end, name);
        }
        end = start;
        while (end < x->s.n && is_word_byte(x, end))
            end++;
        last = end;
        trim_word(x->s, &start, &last);
        if (is_protected(x, &start, &last, how)) {
            t->open = start;
            t->close = t->resume = last;
            return;
        }
        while (end < x->s.n && pc_tex_blank(x->s.p[end]))
            end++;
    }
    t->resume = end;
}

void pc_tex_title_step(struct pc_tex_title *t, struct pc_tex_lexer *x, enum pc_protect how,
                       pc_text *out)
{
    if (t->inside && x->at >= t->close) {
        pc_text_putc(out, '}');
        t->inside = false;
    }
    if (!t->inside && (x->at >= t->resume || x->at > t->open))
        find_word(t, x, how);
    if (x->at == t->open) {
        pc_text_putc(out, '{');
        t->inside = true;
        t->open = SIZE_MAX;
    }
    x->stop = t->inside ? t->close : t->open;
}
