/* tex_title.c - protects words of a title whose capitals must stay. */
#include "tex_title.h"

#include "latin.h"
#include "paperconv/scan.h"
#include "tex_chars.h"

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

/* The start of the next word, from AT on, that may be an acronym; the end when there is none. */
static size_t skip_words(const struct pc_tex_lexer *x, size_t at)
{
    size_t start = at + plain_words(pc_drop(x->s, at));
    const unsigned char last[] = { (unsigned char)x->s.p[x->s.n - 1], ' ' };

    if (start + 1 == x->s.n && !may_be_acronym(last))
        return x->s.n;
    while (start > at && is_word_byte(x, start - 1))
        start--;
    return start;
}

/* Searches for the next word to protect, from the position of X up to the next TeX. */
static void find_word(struct pc_tex_title *t, const struct pc_tex_lexer *x, enum pc_protect how)
{
    size_t end = x->at;

    t->open = t->close = SIZE_MAX;
    while (end < x->s.n && (is_word_byte(x, end) || pc_tex_blank(x->s.p[end]))) {
        size_t start = how == PC_PROTECT_ACRONYMS ? skip_words(x, end) : end, last;
        pc_str word;

        end = start;
        while (end < x->s.n && is_word_byte(x, end))
            end++;
        last = end;
        trim_word(x->s, &start, &last);
        word = pc_sub(x->s.p + start, last - start);
        if (is_acronym(word, start == 0 ? OTHER : shape_beside(x, start - 1),
                       shape_beside(x, last)) ||
            (how == PC_PROTECT_CAPITALS && has_capital(word))) {
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
    if (t->inside && x->at == t->close) {
        pc_text_putc(out, '}');
        t->inside = false;
    }
    if (!t->inside && x->at >= t->resume)
        find_word(t, x, how);
    if (x->at == t->open) {
        pc_text_putc(out, '{');
        t->inside = true;
        t->open = SIZE_MAX;
    }
    x->stop = t->inside ? t->close : t->open;
}
