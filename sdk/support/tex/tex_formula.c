/* tex_formula.c - finds scripts outside TeX that plainly are mathematics. */
#include "tex_formula.h"

#include "latin.h"
#include "tex_chars.h"

enum { LONGEST = 24 }; /* bytes of a script; so that all searches together take linear time */
enum base { NO_BASE, SYMBOL, LETTER, NUMBER, BRACKET };

static bool is_alnum(char c)
{
    return pc_ascii_letter(c) || pc_ascii_digit(c);
}

/* The character that ends at AT; 0 at the start. */
static uint32_t rune_before(pc_str s, size_t at)
{
    size_t start = at, n;

    if (at == 0)
        return 0;
    do
        start--;
    while (start > 0 && (s.p[start] & 0xC0) == 0x80);
    return pc_rune(pc_sub(s.p + start, at - start), &n);
}

static bool is_math(uint32_t rune)
{
    const struct pc_latin_form *form = rune < 0x80 ? NULL : pc_latin_form(rune);

    return form != NULL && form->kind == PC_LATIN_MATH;
}

/* ---- what stands before ---------------------------------------------------------- */

static bool begins_formula(pc_str s, size_t at, const char *also)
{
    uint32_t rune = rune_before(s, at);

    if (rune >= 0x80)
        return is_math(rune);
    return at == 0 || pc_tex_blank((char)rune) || strchr("([,=<>|+", (int)rune) != NULL ||
           strchr(also, (int)rune) != NULL;
}

size_t pc_tex_number_before(pc_str s, size_t at)
{
    size_t start = at;

    while (start > 0 && at - start < LONGEST && pc_ascii_digit(s.p[start - 1]))
        start--;
    return start < at && begins_formula(s, start, "-.") ? at - start : 0;
}

/* What the script at AT is a script of; *SIZE is the length of a letter or a number. */
static enum base find_script_base(pc_str s, size_t at, size_t *size)
{
    char c = at == 0 ? '\0' : s.p[at - 1];

    *size = 0;
    if (c == ')' || c == ']')
        return BRACKET;
    if (c < 0)
        return is_math(rune_before(s, at)) ? SYMBOL : NO_BASE;
    if (pc_ascii_letter(c)) {
        *size = 1;
        return begins_formula(s, at - 1, "") ? LETTER : NO_BASE;
    }
    *size = pc_tex_number_before(s, at);
    return *size != 0 ? NUMBER : NO_BASE;
}

/* ---- scripts --------------------------------------------------------------------- */

/* The length of a symbol of mathematics at AT that is no script itself; 0: none. */
static size_t symbol_size(pc_str s, size_t at)
{
    const struct pc_latin_form *form;
    size_t n;

    if (at >= s.n || s.p[at] >= 0)
        return 0;
    form = pc_latin_form(pc_rune(pc_drop(s, at), &n));
    return form != NULL && form->kind == PC_LATIN_MATH && form->tex[0] != '^' && form->tex[0] != '_'
               ? n
               : 0;
}

static size_t find_group_end(pc_str s, size_t at)
{
    size_t end = at, n;

    while (end - at <= LONGEST) {
        char c = pc_tex_byte(s, end);

        if (c == '}')
            return end;
        n = is_alnum(c) || pc_tex_one_of("+-=,*/()", c) ? 1 : symbol_size(s, end);
        if (n == 0)
            return at;
        end += n;
    }
    return at;
}

/* The end of a script without braces at AT; AT when there is none. */
static size_t find_short_end(pc_str s, size_t at, enum base base, char kind)
{
    char c = pc_tex_byte(s, at);
    size_t digits = at + (kind == '^' && (c == '-' || c == '+')), end = digits;

    while (end - at < LONGEST && pc_ascii_digit(pc_tex_byte(s, end)))
        end++;
    if (end > digits)
        return end;
    if (base == SYMBOL && kind == '^' && pc_tex_one_of("+-*", c))
        return at + 1;
    if (pc_ascii_letter(c)) /* a^b may be anything */
        return kind == '^' && (base == LETTER || base == BRACKET) ? at : at + 1;
    return at + symbol_size(s, at);
}

/* True when the character after F may stand behind a formula. */
static bool ends_formula(const struct pc_tex_formula *f, pc_str s)
{
    size_t at = f->end, n;
    char c = pc_tex_byte(s, at);
    uint32_t rune;

    if (at == s.n || pc_tex_blank(c) || pc_tex_one_of("()],;!?=<>|+-*", c))
        return true;
    if (c == '.' || c == ':') /* file.txt, name:port */
        return !is_alnum(pc_tex_byte(s, at + 1));
    rune = pc_rune(pc_drop(s, at), &n);
    if (is_math(rune)) /* a superscript is no second one */
        return pc_latin_form(rune)->tex[0] != f->script[0].kind &&
               (f->count < 2 || pc_latin_form(rune)->tex[0] != f->script[1].kind);
    return (rune >= 0x2010 && rune < 0x2027); /* dashes and quotation marks */
}

static bool take_script(struct pc_tex_formula *f, pc_str s, enum base base)
{
    char kind = s.p[f->end];
    size_t start = f->end + 1, end;
    bool group = pc_tex_byte(s, start) == '{';

    start += group;
    end = group ? find_group_end(s, start) : find_short_end(s, start, base, kind);
    if (end == start)
        return false;
    f->script[f->count].kind = kind;
    f->script[f->count++].body = pc_sub(s.p + start, end - start);
    f->end = end + group;
    return true;
}

bool pc_tex_find_formula(struct pc_tex_formula *f, pc_str s, size_t at)
{
    enum base base = find_script_base(s, at, &f->base);
    char other = s.p[at] == '^' ? '_' : '^';

    f->count = 0;
    f->end = at;
    if (base == NO_BASE || (base == NUMBER && s.p[at] == '_') || !take_script(f, s, base))
        return false;
    if (pc_tex_byte(s, f->end) == other && !take_script(f, s, base))
        return false;
    return ends_formula(f, s);
}

void pc_tex_put_script(pc_text *out, const struct pc_tex_formula *f, size_t i)
{
    pc_str body = f->script[i].body;
    bool braces = body.n > 1, command = false;
    size_t n;

    pc_text_putc(out, f->script[i].kind);
    pc_text_puts(out, braces ? "{" : "");
    for (; body.n != 0; body = pc_drop(body, n)) {
        uint32_t rune = pc_latin_rune(body, &n);

        if (rune < 0x80) {
            if (command && pc_ascii_letter((char)rune))
                pc_text_putc(out, ' ');
            pc_text_putc(out, (char)rune);
        } else {
            pc_text_puts(out, pc_latin_form(rune)->tex);
        }
        command = rune >= 0x80;
    }
    pc_text_puts(out, braces ? "}" : "");
}
