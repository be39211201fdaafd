/* lines.c - text dumps: lines, white space, page furniture, paragraphs, signs of TeX. */
#include "paperconv/lines.h"

/* White space and marks of zero width outside ASCII, in UTF-8. */
static const char *const blanks[] = {
    "\u00a0", "\xc2\x85", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006",   "\u2007", "\u2008", "\u2009", "\u200a", "\u200b", "\u2028",
    "\u2029", "\u202f",   "\u205f", "\u2060", "\u3000", "\ufeff",
};

size_t pc_lines_blank_front(pc_str s)
{
    if (s.n == 0)
        return 0;
    if ((unsigned char)s.p[0] < 0x80)
        return (unsigned char)s.p[0] <= ' ' || s.p[0] == 0x7f;
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
        if (pc_starts(s, blanks[i]))
            return strlen(blanks[i]);
    }
    return 0;
}

size_t pc_lines_blank_end(pc_str s)
{
    if (s.n == 0)
        return 0;
    if ((unsigned char)s.p[s.n - 1] < 0x80)
        return (unsigned char)s.p[s.n - 1] <= ' ' || s.p[s.n - 1] == 0x7f;
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
        if (pc_ends(s, blanks[i]))
            return strlen(blanks[i]);
    }
    return 0;
}

pc_str pc_lines_trim(pc_str s)
{
    size_t n;

    while ((n = pc_lines_blank_front(s)) != 0)
        s = pc_drop(s, n);
    while ((n = pc_lines_blank_end(s)) != 0)
        s.n -= n;
    return s;
}

size_t pc_lines_width(pc_str s)
{
    size_t width = 0;

    for (size_t i = 0; i < s.n; i++)
        width += ((unsigned char)s.p[i] & 0xc0) != 0x80;
    return width;
}

bool pc_lines_read(pc_source *src, pc_str *line)
{
    enum { MOST = 4096 };

    for (int i = 0; i < MOST; i++) {
        if (!pc_line(src, line))
            return false;
        *line = pc_lines_trim(*line);
        if (line->n != 0)
            break;
    }
    return true;
}

bool pc_lines_take(pc_str *rest, pc_str *line)
{
    size_t n = 0;

    if (pc_starts(*rest, "\ufeff"))
        *rest = pc_drop(*rest, 3);
    if (rest->n == 0)
        return false;
    while (n < rest->n && rest->p[n] != '\n' && rest->p[n] != '\r')
        n++;
    *line = pc_sub(rest->p, n);
    *rest = pc_drop(*rest, n);
    *rest = pc_drop(*rest, pc_starts(*rest, "\r\n") ? 2 : rest->n != 0);
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool same_letter(char a, char b)
{
    return a == b || (is_letter(a) && is_letter(b) && (a | 0x20) == (b | 0x20));
}

/* The length of the number at the front of S. */
static size_t number_length(pc_str s)
{
    size_t n = 0;

    while (n < s.n && (is_digit(s.p[n]) || (n > 0 && s.p[n] == ',')))
        n++;
    return n;
}

static bool match(pc_str line, const char *pattern)
{
    for (; *pattern != '\0'; pattern++) {
        size_t n = 1;

        if (*pattern == '*')
            return true;
        if (*pattern == '#')
            n = number_length(line);
        else if (line.n == 0 || !same_letter(line.p[0], *pattern))
            return false;
        if (n == 0)
            return false;
        line = pc_drop(line, n);
    }
    return line.n == 0;
}

bool pc_lines_match(pc_str line, const char *const *patterns)
{
    for (; *patterns != NULL; patterns++) {
        if (match(line, *patterns))
            return true;
    }
    return false;
}

/* Copies TEXT line by line to OUT, without OUT only counting: one blank line for any
 * number of them.  Returns the length. */
static size_t join_paragraphs(pc_str text, char *out)
{
    size_t length = 0, blank_lines = 0;

    while (text.n != 0) {
        const char *end = (const char *)memchr(text.p, '\n', text.n);
        pc_str line = pc_sub(text.p, end == NULL ? text.n : (size_t)(end - text.p));
        size_t breaks = length == 0 ? 0 : blank_lines == 0 ? 1 : 2;

        text = pc_drop(text, line.n + (end != NULL));
        if (pc_lines_trim(line).n == 0) {
            blank_lines++;
            continue;
        }
        if (out != NULL) {
            memcpy(out + length, "\n\n", breaks);
            memcpy(out + length + breaks, line.p, line.n);
        }
        length += breaks + line.n;
        blank_lines = 0;
    }
    return length;
}

pc_str pc_lines_paragraphs(pc_source *src, pc_str text)
{
    char *copy;
    size_t n;

    if (text.n == 0 || memchr(text.p, '\n', text.n) == NULL)
        return text;
    n = join_paragraphs(text, NULL);
    if (n == text.n)
        return text;
    copy = (char *)pc_scratch(src, n);
    join_paragraphs(text, copy);
    return pc_sub(copy, n);
}

static const char *find(const char *p, const char *end, char c)
{
    return (const char *)memchr(p, c, (size_t)(end - p));
}

static bool holds(pc_str text, const char *word)
{
    size_t n = strlen(word);
    const char *p;

    while (text.n >= n && (p = (const char *)memchr(text.p, word[0], text.n - n + 1)) != NULL) {
        if (memcmp(p, word, n) == 0)
            return true;
        text = pc_drop(text, (size_t)(p - text.p) + 1);
    }
    return false;
}

/* No blank behind the dollar that opens, none before the one that closes, and no digit
 * behind that.  Only the first pair is looked at, so that the cost stays linear. */
static bool has_math(pc_str text)
{
    const char *open = text.n == 0 ? NULL : (const char *)memchr(text.p, '$', text.n);
    const char *end;
    pc_str rest;

    if (open == NULL)
        return false;
    rest = pc_drop(text, (size_t)(open - text.p) + 1);
    end = rest.n == 0 ? NULL : (const char *)memchr(rest.p, '$', rest.n);
    return end != NULL && end != rest.p && rest.p[0] != ' ' && end[-1] != ' ' &&
           (end + 1 == rest.p + rest.n || !is_digit(end[1]));
}

/* A command, or the space of "i.e.\ such". */
static bool is_command(pc_str text, size_t i)
{
    char next = i + 1 < text.n ? text.p[i + 1] : '\n';

    return next == ' ' ? i > 0 && (unsigned char)text.p[i - 1] > ' ' : next > ' ' && next < 0x7f;
}

bool pc_lines_has_tex(pc_str text)
{
    const char *p = text.p, *end = text.p + text.n;

    if (text.n == 0)
        return false;
    for (; p < end && (p = find(p, end, '\\')) != NULL; p++) {
        if (is_command(text, (size_t)(p - text.p)))
            return true;
    }
    return has_math(text) || holds(text, "``");
}

/* True when the mark at I, '_', '^' or '{', is left over from TeX: p_0, x^{2},
 * mathbb{R}; snake_case is not. */
static bool is_leftover(pc_str text, size_t i)
{
    char before = i > 0 ? text.p[i - 1] : ' ';
    char next = i + 1 < text.n ? text.p[i + 1] : ' ';
    char after = i + 2 < text.n ? text.p[i + 2] : ' ';

    if (text.p[i] == '{')
        return is_letter(before);
    return (unsigned char)before > ' ' &&
           (next == '{' || is_digit(next) || (is_letter(next) && !is_letter(after)));
}

bool pc_lines_has_stripped(pc_str text)
{
    static const char marks[] = { '_', '^', '{' };
    /* Names of TeX commands that are no words of any language. */
    static const char *const commands[] = { "rightarrow", "infty", "langle", "gtrsim", "lesssim" };

    if (text.n == 0)
        return false;
    for (size_t m = 0; m < sizeof marks; m++) {
        const char *p = text.p, *end = text.p + text.n;

        for (; p < end && (p = find(p, end, marks[m])) != NULL; p++) {
            if (is_leftover(text, (size_t)(p - text.p)))
                return true;
        }
    }
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (holds(text, commands[i]))
            return true;
    }
    return false;
}
