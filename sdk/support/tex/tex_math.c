/* tex_math.c - where mathematics begins and ends. */
#include "tex_math.h"

#include "tex_chars.h"

#define PAIR(begin, end)                               \
    {                                                  \
        begin, sizeof(begin) - 1, end, sizeof(end) - 1 \
    }
#define ENVIRONMENT(name) PAIR("\\begin{" name "}", "\\end{" name "}")

/* The single dollar last, because a double one begins with it. */
static const struct pair {
    const char *opener;
    size_t opener_size;
    const char *closer;
    size_t closer_size;
} pairs[] = {
    PAIR("\\(", "\\)"),         PAIR("\\[", "\\]"),
    ENVIRONMENT("equation"),    ENVIRONMENT("equation*"),
    ENVIRONMENT("align"),       ENVIRONMENT("align*"),
    ENVIRONMENT("eqnarray"),    ENVIRONMENT("eqnarray*"),
    ENVIRONMENT("gather"),      ENVIRONMENT("gather*"),
    ENVIRONMENT("multline"),    ENVIRONMENT("multline*"),
    ENVIRONMENT("displaymath"), ENVIRONMENT("math"),
    PAIR("$$", "$$"),           PAIR("$", "$"),
};

static bool ends_paragraph(pc_str s, size_t line_feed)
{
    size_t i = line_feed + 1;

    while (i < s.n && s.p[i] != '\n' && pc_tex_blank(s.p[i]))
        i++;
    return pc_tex_byte(s, i) == '\n';
}

/* Commands whose argument is text, also inside mathematics; there mathematics may begin again. */
static bool takes_text(pc_str name)
{
    static const char *const boxes[] = { "mbox",     "hbox", "fbox", "makebox",
                                         "framebox", "emph", "tag",  "intertext" };

    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++) {
        if (pc_eq(name, boxes[i]))
            return true;
    }
    return pc_starts(name, "text");
}

/* The place of the brace that closes the group at OPEN, when the mathematics in it is complete; 0
 * when it is not. */
static size_t find_text_end(pc_str s, size_t open)
{
    enum { LONGEST = 500 }; /* so that all searches together take linear time */
    size_t end = s.n - open < LONGEST ? s.n : open + LONGEST, depth = 0, dollars = 0, parens = 0;

    for (size_t i = open; i < end; i++) {
        char c = s.p[i];

        if (c == '\\') {
            c = pc_tex_byte(s, ++i);
            parens += c == '(';
            parens -= c == ')';
        } else if (c == '$') {
            dollars++;
        } else if (c == '\n' && ends_paragraph(s, i)) {
            return 0;
        } else if (c == '{') {
            depth++;
        } else if (c == '}' && --depth == 0) {
            return dollars % 2 == 0 && parens == 0 ? i : 0;
        }
    }
    return 0;
}

/* The end of the argument of a command for text, whose backslash is at AT: \text{ for $x>0$}.  0
 * when there is no such command. */
static size_t skip_text(pc_str s, size_t at)
{
    size_t end = at + 1;

    while (pc_ascii_letter(pc_tex_byte(s, end)))
        end++;
    if (pc_tex_byte(s, end) != '{' || !takes_text(pc_sub(s.p + at + 1, end - at - 1)))
        return 0;
    return find_text_end(s, end);
}

/* Where the mathematics at FIRST, opened by PAIR, closes; 0: nowhere.  The next delimiter must be
 * the closing one: mathematics does not cross paragraphs, and is nested only in text. */
static size_t find_closer(pc_str s, size_t first, const struct pair *pair)
{
    for (size_t i = first; i < s.n; i++) {
        bool escape = s.p[i] == '\\';
        size_t text_end = escape ? skip_text(s, i) : 0;

        if (text_end != 0) {
            i = text_end;
            continue;
        }
        if (s.p[i] == '\n' && ends_paragraph(s, i))
            return 0;
        if ((escape || s.p[i] == '$') && pc_starts(pc_drop(s, i), pair->closer))
            return i > first ? i : 0;
        if (s.p[i] == '$' || (escape && pc_tex_one_of("()[]", pc_tex_byte(s, i + 1))) ||
            (escape && pc_starts(pc_drop(s, i), pair->opener)))
            return 0;
        i += escape;
    }
    return 0;
}

/* True when mathematics begins with a letter or a number that has a script: x_1, 10^3. */
static bool begins_with_script(pc_str s, size_t at)
{
    enum { LONGEST = 24 }; /* as in tex_formula.c */
    size_t end = at;

    while (end - at < LONGEST && pc_ascii_digit(pc_tex_byte(s, end)))
        end++;
    end += end == at && pc_ascii_letter(pc_tex_byte(s, at));
    return end > at && pc_tex_one_of("^_", pc_tex_byte(s, end));
}

/* The dollars in "$5 and $10" are money, by pandoc's rule. */
static bool is_money(pc_str s, size_t first, size_t end)
{
    char c = s.p[first];

    if (pc_tex_blank(c) || pc_tex_blank(s.p[end - 1]))
        return true;
    if (!pc_ascii_digit(pc_tex_byte(s, end + 1)))
        return false;
    /* No amount begins like this, and escaping writes $\pi$4, $<$5, $^2$3 and $10^2$3. */
    return !pc_tex_one_of("\\^_", c) && !begins_with_script(s, first) &&
           (end - first > 1 || pc_ascii_letter(c) || pc_ascii_digit(c));
}

bool pc_tex_find_math(pc_str s, size_t at, struct pc_tex_math *math)
{
    pc_str rest = pc_drop(s, at);
    const struct pair *pair = pairs;

    while (!pc_starts(rest, pair->opener)) {
        if (++pair == pairs + sizeof pairs / sizeof pairs[0])
            return false;
    }
    math->opener = pair->opener_size;
    math->closer = pair->closer_size;
    math->end = find_closer(s, at + pair->opener_size, pair);
    return math->end != 0 && !(pair->opener_size == 1 && is_money(s, at + 1, math->end));
}
