/* tex_greek.c - tells words of the Greek language from symbols of mathematics. */
#include "tex_greek.h"

#include "latin.h"
#include "tex_chars.h"

enum { FINAL_SIGMA = 0x3C2, FIRST_SYMBOL = 0x3D0, LAST_SYMBOL = 0x3F5 };

static bool is_greek(uint32_t rune)
{
    return (rune >= 0x370 && rune < 0x400 && rune != 0x37E && rune != 0x387) ||
           (rune >= 0x1F00 && rune < 0x2000);
}

/* An acute, grave, circumflex, breathing, diaeresis or iota below. */
static bool is_greek_mark(uint32_t rune)
{
    return rune == 0x300 || rune == 0x301 || rune == 0x308 || rune == 0x313 || rune == 0x314 ||
           rune == 0x342 || rune == 0x345;
}

static uint32_t rune_at(pc_str s, size_t at, size_t *n)
{
    *n = 0;
    return at < s.n ? pc_latin_rune(pc_drop(s, at), n) : 0;
}

/* Counts the letters of the row at *AT and moves *AT behind it.  *SURE: it is a word, whatever the
 * rest of the text. */
static size_t read_row(pc_str s, size_t *at, bool *sure)
{
    size_t letters = 0, n;
    uint32_t rune, last = 0;
    bool symbol = false;

    *sure = false;
    for (; rune = rune_at(s, *at, &n), is_greek(rune) || (letters != 0 && is_greek_mark(rune));
         *at += n) {
        letters += is_greek(rune);
        symbol |= rune >= FIRST_SYMBOL && rune <= LAST_SYMBOL;
        *sure |= pc_latin_form(rune) == NULL;
        last = rune;
    }
    *sure = letters > 1 && !symbol && (*sure || last == FINAL_SIGMA);
    return symbol ? 0 : letters;
}

static bool has_word(pc_str s)
{
    size_t n;
    bool sure;

    for (size_t at = 0; at < s.n; at += n) {
        if (is_greek(rune_at(s, at, &n))) {
            n = at;
            read_row(s, &n, &sure);
            if (sure)
                return true;
            n -= at;
        }
    }
    return false;
}

/* A single letter between spaces, before a row of several. */
static bool is_article(pc_str s, size_t at, size_t end)
{
    bool sure;

    if ((at != 0 && !pc_tex_blank(s.p[at - 1])) || end >= s.n || s.p[end] != ' ')
        return false;
    end++;
    return read_row(s, &end, &sure) > 1;
}

bool pc_tex_in_greek_word(struct pc_tex_greek *g, pc_str s, size_t at)
{
    size_t n, letters;
    bool sure;

    if (at < g->end)
        return g->word;
    if (!is_greek(rune_at(s, at, &n)))
        return false;
    if (!g->known) {
        g->known = true;
        g->has = has_word(s);
    }
    g->end = at;
    letters = read_row(s, &g->end, &sure);
    g->word = sure || (g->has && (letters > 1 || (letters == 1 && is_article(s, at, g->end))));
    return g->word;
}
