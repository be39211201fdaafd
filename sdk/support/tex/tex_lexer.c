/* tex_lexer.c - tokens of TeX text: commands, accents, groups, mathematics, addresses. */
#include "tex_lexer.h"

#include "latex.h"
#include "latin.h"
#include "paperconv/scan.h"
#include "tex_chars.h"
#include "tex_math.h"

#include <limits.h>

/* In which kind of text a byte ends a TEXT token. */
enum { IN_TEXT = 1, IN_MATH = 2, BOTH = IN_TEXT | IN_MATH };

/* clang-format off */
#define EIGHT(x) x, x, x, x, x, x, x, x
static const unsigned char ends_text[256] = {
    EIGHT(BOTH), BOTH, /* tab */ 0, /* LF */ 0, BOTH, BOTH, /* CR */ 0, BOTH, BOTH,
    EIGHT(BOTH), EIGHT(BOTH),
    ['#'] = BOTH, ['$'] = BOTH, ['%'] = BOTH, ['&'] = BOTH, ['<'] = IN_TEXT, ['>'] = IN_TEXT,
    ['\\'] = BOTH, ['^'] = IN_TEXT, ['_'] = IN_TEXT, ['{'] = BOTH, ['|'] = IN_TEXT, ['}'] = BOTH,
    ['~'] = BOTH, [0x7F] = BOTH,
    EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH),
    EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH), EIGHT(BOTH),
    EIGHT(BOTH), EIGHT(BOTH),
};
/* clang-format on */

/* Characters that LaTeX allows after a backslash outside mathematics, besides accents, braces and
 * delimiters of mathematics.  All others are an error. */
static const char symbols[] = "%&#_$,;:!-/\\@>*";
static const char accents[] = "'`\"^~=.";

static char byte_at(const struct pc_tex_lexer *x, size_t i)
{
    return pc_tex_byte(x->s, i);
}

static bool is_orphan(const struct pc_tex_lexer *x, size_t at)
{
    return x->orphans.n != 0 && (x->orphans.p[at / 8] >> at % 8 & 1) != 0;
}

static void take_token(struct pc_tex_lexer *x, struct pc_tex_token *t, enum pc_tex_kind kind,
                       size_t n, char character)
{
    t->kind = kind;
    t->text = pc_sub(x->s.p + x->at, n);
    t->character = character;
    x->at += n;
}

/* All bytes that end a TEXT token, and a few others, which makes the test cheap. */
PC_SCAN_TEST may_end_text(const unsigned char *p)
{
    return pc_scan_if((signed char)(*p - '{' + SCHAR_MIN) < SCHAR_MIN + ' ' + 0x100 - '{') |
           pc_scan_if((signed char)(*p - '#' + SCHAR_MIN) <= SCHAR_MIN + '&' - '#') |
           pc_scan_if((*p | 0x63) == 0x7F);
}
PC_SCAN(find_text_end, may_end_text, 0)

static void take_text(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    unsigned char where = t->math ? IN_MATH : IN_TEXT;
    size_t end = x->at + 1, stop = x->stop < x->s.n ? x->stop : x->s.n;

    for (; end < stop; end++) {
        end += find_text_end(pc_sub(x->s.p + end, stop - end));
        if (end < stop && (ends_text[(unsigned char)x->s.p[end]] & where))
            break;
    }
    take_token(x, t, PC_TEX_TEXT, (end < stop ? end : stop) - x->at, '\0');
}

static void take_rune(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    size_t n;

    pc_rune(pc_drop(x->s, x->at), &n);
    take_token(x, t, PC_TEX_RUNE, n, '\0');
}

static void take_brace(struct pc_tex_lexer *x, struct pc_tex_token *t, enum pc_tex_kind kind,
                       size_t n, char brace)
{
    bool orphan = is_orphan(x, x->at);

    take_token(x, t, orphan ? PC_TEX_ORPHAN : kind, n, brace);
    if (!orphan)
        pc_tex_count_brace(&x->braces, brace, t->math, pc_tex_is_shown(t));
}

/* ---- mathematics ----------------------------------------------------------------- */

static bool take_opener(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    struct pc_tex_math math;

    if (!pc_tex_find_math(x->s, x->at, &math))
        return false;
    x->math_end = math.end;
    x->closer_size = math.closer;
    take_token(x, t, PC_TEX_SHIFT, math.opener, '\0');
    return true;
}

static void take_closer(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    x->math_end = 0;
    pc_tex_leave_math(&x->braces);
    take_token(x, t, PC_TEX_SHIFT, x->closer_size, '\0');
}

/* ---- backslashes ----------------------------------------------------------------- */

static bool takes_address(pc_str name)
{
    return pc_eq(name, "url") || pc_eq(name, "href");
}

/* The end of the address whose { is at START; 0: it is not an address.  An address has no white
 * space and no command; its braces balance, with and without the escaped ones. */
static size_t find_address_end(const struct pc_tex_lexer *x, size_t start)
{
    size_t groups = 0, shown = 0;

    for (size_t i = start; i < x->s.n && !pc_tex_blank(x->s.p[i]); i++) {
        char c = x->s.p[i];

        if (c == '\\') {
            c = byte_at(x, ++i);
            if (pc_tex_blank(c) || pc_ascii_letter(c) || (c == '}' && shown == 0))
                return 0;
            shown += c == '{';
            shown -= c == '}';
        } else if (c == '{') {
            groups++;
        } else if (c == '}' && --groups == 0) {
            return shown == 0 ? i + 1 : 0;
        }
    }
    return 0;
}

static pc_str word_at(const struct pc_tex_lexer *x, size_t backslash)
{
    size_t end = backslash + 1;

    while (pc_ascii_letter(byte_at(x, end)))
        end++;
    return pc_sub(x->s.p + backslash + 1, end - backslash - 1);
}

/* True when an accent is followed by white space and a letter, by a group, or by a command for a
 * letter.  *END is the end of the letter, or of the accent itself. */
static bool find_base(const struct pc_tex_lexer *x, size_t after, size_t *end)
{
    size_t i = after;

    while (byte_at(x, i) == ' ')
        i++;
    *end = after;
    if (byte_at(x, i) == '{')
        return i == after && !is_orphan(x, i);
    if (byte_at(x, i) == '\\')
        return i == after && pc_latin_named(PC_LATIN_TEXT, word_at(x, i)) != 0;
    *end = i + 1;
    return pc_ascii_letter(byte_at(x, i)) || pc_ascii_digit(byte_at(x, i));
}

static void take_accent(struct pc_tex_lexer *x, struct pc_tex_token *t, size_t after)
{
    size_t end;

    if (find_base(x, after, &end))
        take_token(x, t, PC_TEX_ACCENT, end - x->at, '\0');
    else
        take_token(x, t, PC_TEX_LITERAL, 1, '\\');
}

/* True when LaTeX knows the command; others are shown as text. */
static bool is_known(const struct pc_tex_lexer *x, pc_str name)
{
    const char *end = name.p + name.n;
    bool group = end < x->s.p + x->s.n && *end == '{';

    if (takes_address(name))
        return group; /* without one, the next token may get braces */
    return pc_latex_command(name) != PC_LATEX_STOPS ||
           pc_latin_named(PC_LATIN_MATH, pc_sub(name.p - 1, name.n + 1)) != 0;
}

bool pc_tex_unknown_next(const struct pc_tex_lexer *x)
{
    static const char escaped[] = "{\\textbackslash}"; /* as pc_tex_escape() writes the backslash */
    const bool is_escaped = pc_starts(pc_drop(x->s, x->at), escaped);
    const size_t at = is_escaped ? x->at + strlen(escaped) - 1 : x->at; /* before the name */
    pc_str name;

    if (x->math_end != 0 || !(is_escaped || byte_at(x, at) == '\\') ||
        !pc_ascii_letter(byte_at(x, at + 1)))
        return false;
    name = word_at(x, at);
    return !pc_tex_one_of("{[", byte_at(x, at + 1 + name.n)) && !pc_eq(name, "begin") &&
           pc_latin_mark(name) == 0 && !is_known(x, name);
}

static void take_word(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    pc_str name = word_at(x, x->at);
    size_t end = x->at + 1 + name.n;

    if (!t->math && pc_eq(name, "begin") && take_opener(x, t))
        return;
    if (!t->math && pc_latin_mark(name) != 0) {
        take_accent(x, t, end);
    } else if (!t->math && !is_known(x, name)) {
        take_token(x, t, PC_TEX_UNKNOWN, end - x->at, '\\');
        x->at -= name.n; /* its letters follow as TEXT */
    } else {
        if (takes_address(name))
            x->verbatim = end;
        take_token(x, t, PC_TEX_WORD, end - x->at, '\0');
    }
}

static void take_backslash(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    char c = byte_at(x, x->at + 1);
    bool last = x->at + 1 == x->s.n;

    if (pc_ascii_letter(c))
        take_word(x, t);
    else if (t->math && pc_tex_one_of("()", c))
        take_token(x, t, PC_TEX_INNER_SHIFT, 2, '\0');
    else if (c == '{' || c == '}')
        take_brace(x, t, PC_TEX_SYMBOL, 2, c);
    else if (!t->math && pc_tex_one_of("^~", c) && pc_starts(pc_drop(x->s, x->at + 2), "{}"))
        take_token(x, t, PC_TEX_LITERAL, 4,
                   c); /* some readers do not know an accent without a letter */
    else if (!t->math && pc_tex_one_of(accents, c))
        take_accent(x, t, x->at + 2);
    else if (!t->math && pc_tex_one_of("([", c) && take_opener(x, t))
        return;
    else if (!last &&
             (pc_tex_blank(c) || pc_tex_one_of(symbols, c) || (t->math && (c & 0x80) == 0)))
        take_token(x, t, PC_TEX_SYMBOL, 2, c);
    else
        take_token(x, t, PC_TEX_LITERAL, 1, '\\');
}

/* ---- tokens ---------------------------------------------------------------------- */

/* Plain text: every character stands for itself. */
static void take_plain(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    char c = x->s.p[x->at];

    if (!(ends_text[(unsigned char)c] & IN_TEXT))
        take_text(x, t);
    else if ((unsigned char)c < ' ' || (unsigned char)c >= 0x7F)
        take_rune(x, t);
    else
        take_brace(x, t, PC_TEX_LITERAL, 1, c);
}

/* True when the ~ at the cursor is a tie.  Before a number it may be a tilde, as in ~20, z~2 and SNR~5, but
 * not behind a word or its abbreviation: Chapter~2, Vol.~5.  Braces around these change nothing. */
static bool is_tie(const struct pc_tex_lexer *x)
{
    const char *s = x->s.p;
    size_t end = x->at, start;

    if (!pc_ascii_digit(byte_at(x, x->at + 1)))
        return true;
    while (end != 0 && s[end - 1] == '}')
        end--;
    if (end != 0 && s[end - 1] == '.')
        return end < 2 || s[end - 2] != '\\';
    for (start = end; start != 0 && pc_ascii_letter(s[start - 1]);)
        start--;
    if (start == end || s[end - 1] < 'a' || (start != 0 && s[start - 1] == '\\'))
        return false;
    return end - start > 1 || (start != 0 && s[start - 1] == '}');
}

static void take_tex(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    char c = x->s.p[x->at];

    if (c == '\\')
        take_backslash(x, t);
    else if (c == '{')
        take_brace(x, t, PC_TEX_OPEN, 1, c);
    else if (c == '}')
        take_brace(x, t, PC_TEX_CLOSE, 1, c);
    else if (c == '$' && t->math)
        take_token(x, t, PC_TEX_INNER_SHIFT, 1, '\0');
    else if (c == '$' && take_opener(x, t))
        return;
    else if (c == '~' && (t->math || is_tie(x)))
        take_token(x, t, PC_TEX_TIE, 1, '\0');
    else if (c >= ' ' && (ends_text[(unsigned char)c] & (t->math ? IN_MATH : IN_TEXT)) && c != 0x7F)
        take_token(x, t, PC_TEX_LITERAL, 1, c);
    else if (c < 0 || c == 0x7F || ends_text[(unsigned char)c] == BOTH)
        take_rune(x, t);
    else
        take_text(x, t);
}

bool pc_tex_next(struct pc_tex_lexer *x, struct pc_tex_token *t)
{
    size_t address_end;

    if (x->at >= x->s.n)
        return false;
    t->math = x->math_end != 0;
    if (t->math && x->at == x->math_end) {
        take_closer(x, t);
    } else if (x->verbatim == x->at && x->at != 0 && !t->math &&
               (address_end = find_address_end(x, x->at)) != 0) {
        take_token(x, t, PC_TEX_VERBATIM, address_end - x->at, '\0');
    } else if (x->plain) {
        take_plain(x, t);
    } else {
        take_tex(x, t);
    }
    return true;
}

/* Member by member: compilers clear a whole struct by a slow instruction. */
void pc_tex_begin(struct pc_tex_lexer *x, pc_str s, bool plain)
{
    x->s = s;
    x->at = x->math_end = x->closer_size = x->verbatim = 0;
    x->stop = SIZE_MAX;
    x->plain = plain;
    memset(&x->braces, 0, sizeof x->braces);
    memset(&x->orphans, 0, sizeof x->orphans);
}

void pc_tex_end(struct pc_tex_lexer *x)
{
    pc_text_free(&x->orphans);
}
