/* tex_title.c - words of a title whose capitals must stay. */
#include "tex_title.h"

#include "latin.h"

enum shape {
    OTHER, /* nothing of a word */
    GLUE,  /* TeX, which may be a letter */
    MARK,  /* part of the character before */
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
    if (!pc_tex_letter(c))
        return pc_tex_digit(c) ? DIGIT : OTHER;
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

static uint32_t first_rune(pc_str s, size_t *n)
{
    *n = 1;
    return s.p[0] >= 0 ? (uint32_t)s.p[0] : pc_rune(s, n);
}

/* True for So3krates, xMIL, 3D, E(3), C; BEFORE and AFTER say what touches the word. */
static bool is_acronym(pc_str word, enum shape before, enum shape after)
{
    bool lone = false;
    size_t n;

    for (; word.n != 0; word = pc_drop(word, n)) {
        uint32_t rune = first_rune(word, &n);
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
        if (shape_of(first_rune(word, &n)) == UPPER)
            return true;
    }
    return false;
}

static bool is_edge(char c)
{
    return c >= 0 && !pc_tex_letter(c) && !pc_tex_digit(c);
}

/* Without the punctuation around it, so that no brace stands before a command;
 * "E(3)" keeps its parenthesis. */
static void trim_word(pc_str s, size_t *first, size_t *end)
{
    size_t n;
    bool opened;

    while (*first < *end && shape_of(first_rune(pc_drop(s, *first), &n)) < LOWER)
        *first += n;
    opened = memchr(s.p + *first, '(', *end - *first) != NULL;
    while (*first < *end && is_edge(s.p[*end - 1]) && !(opened && s.p[*end - 1] == ')'))
        --*end;
}

static enum shape touching(const struct pc_tex_lexer *x, size_t at)
{
    char c = at < x->s.n ? x->s.p[at] : ' ';

    if (x->plain || pc_tex_blank(c))
        return OTHER;
    return pc_tex_letter(c) || strchr("\\{}$", c) != NULL ? GLUE : OTHER;
}

void pc_tex_title_find(struct pc_tex_title *t, const struct pc_tex_lexer *x, enum pc_protect how)
{
    size_t end = x->at;

    t->open = t->close = SIZE_MAX;
    while (end < x->s.n && (is_word_byte(x, end) || pc_tex_blank(x->s.p[end]))) {
        size_t start = end, last;
        pc_str word;

        while (end < x->s.n && is_word_byte(x, end))
            end++;
        last = end;
        trim_word(x->s, &start, &last);
        word = pc_sub(x->s.p + start, last - start);
        if (is_acronym(word, start == 0 ? OTHER : touching(x, start - 1), touching(x, last)) ||
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
