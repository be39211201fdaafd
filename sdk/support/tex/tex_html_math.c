/* tex_html_math.c - mathematics as characters with <sup> and <sub>. */
#include "latin.h"
#include "tex_chars.h"
#include "tex_html.h"

enum { DEPTH = 16 };      /* of groups and arguments inside each other */
enum { ARROWS = 0x2190 }; /* the first of the arrows and operators, which stand between spaces */

struct math {
    pc_text *out;
    pc_str s;
    size_t at;
    unsigned depth;
    bool capital, failed;
};

static void put_until(struct math *m, size_t end);

/* ---- arguments ------------------------------------------------------------------- */

/* The place of the brace that closes the group at AT; 0 when none does. */
static size_t find_group_end(const struct math *m, size_t at)
{
    size_t depth = 0;

    for (size_t i = at; i < m->s.n; i++) {
        if (m->s.p[i] == '\\')
            i++;
        else if (m->s.p[i] == '{')
            depth++;
        else if (m->s.p[i] == '}' && --depth == 0)
            return i;
    }
    return 0;
}

static void put_group(struct math *m)
{
    const size_t end = m->depth < DEPTH ? find_group_end(m, m->at) : 0;

    if (end == 0) {
        m->failed = true;
        return;
    }
    m->at++;
    m->depth++;
    put_until(m, end);
    m->depth--;
    m->at = end + 1;
}

/* The end of the command or the character at AT. */
static size_t token_end(const struct math *m, size_t at)
{
    size_t n;

    if (m->s.p[at] != '\\') {
        pc_latin_rune(pc_drop(m->s, at), &n);
        return at + n;
    }
    at++;
    while (at < m->s.n && pc_ascii_letter(m->s.p[at]))
        at++;
    return at > m->at + 1 || at == m->s.n ? at : at + 1;
}

/* The group, the command or the character that comes next. */
static void put_argument(struct math *m)
{
    while (m->at < m->s.n && pc_tex_blank(m->s.p[m->at]))
        m->at++;
    if (m->at == m->s.n || m->depth >= DEPTH) {
        m->failed = true;
    } else if (m->s.p[m->at] == '{') {
        put_group(m);
    } else {
        m->depth++;
        put_until(m, token_end(m, m->at));
        m->depth--;
    }
}

static void put_marked(struct math *m, enum pc_html_tag tag)
{
    const size_t start = m->out->n;

    pc_text_puts(m->out, pc_html_start(tag));
    put_argument(m);
    if (!m->failed)
        pc_html_close(m->out, start, tag);
}

/* The argument, in parentheses when it is more than one character or number. */
static void put_operand(struct math *m)
{
    const size_t start = m->out->n;
    bool word = true;

    put_argument(m);
    for (size_t i = start; i < m->out->n; i++)
        word = word && (pc_ascii_letter(m->out->p[i]) || pc_ascii_digit(m->out->p[i]) ||
                        (m->out->p[i] & 0x80) != 0);
    if (m->failed || word)
        return;
    pc_text_putc(m->out, '(');
    memmove(m->out->p + start + 1, m->out->p + start, m->out->n - start - 1);
    m->out->p[start] = '(';
    pc_text_putc(m->out, ')');
}

static void put_accented(struct math *m, uint32_t mark)
{
    const size_t start = m->out->n;
    size_t n = 0;

    put_argument(m);
    if (m->failed || m->out->n == start)
        return;
    pc_rune(pc_drop(pc_text_str(m->out), start), &n);
    if (start + n == m->out->n)
        pc_text_rune(m->out, mark);
    else
        m->failed = true; /* over several characters */
}

/* ℝ and the like, which are letters of their own. */
static void put_double_struck(struct math *m)
{
    static const struct {
        char letter;
        const char *shown;
    } letters[] = {
        { 'C', "\u2102" }, { 'H', "\u210D" }, { 'N', "\u2115" }, { 'P', "\u2119" },
        { 'Q', "\u211A" }, { 'R', "\u211D" }, { 'Z', "\u2124" },
    };
    const size_t start = m->out->n;

    put_argument(m);
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (!m->failed && m->out->n == start + 1 && m->out->p[start] == letters[i].letter) {
            m->out->n = start;
            pc_text_puts(m->out, letters[i].shown);
            return;
        }
    }
}

/* ---- commands -------------------------------------------------------------------- */

enum action {
    ARGUMENT, /* nothing but its argument */
    NOTHING,
    NAME, /* a function is its own name: log */
    SPACE,
    BOLD,
    ITALIC,
    DOUBLE_STRUCK,
    FRACTION,
    ROOT,
    DELIMITER, /* \left and its like, before a delimiter or a dot */
    ACCENT
};

static const struct command {
    const char *name;
    uint16_t action, mark;
} commands[] = {
    { "mathrm", ARGUMENT, 0 },
    { "text", ARGUMENT, 0 },
    { "textrm", ARGUMENT, 0 },
    { "mathsf", ARGUMENT, 0 },
    { "mathtt", ARGUMENT, 0 },
    { "mathcal", ARGUMENT, 0 },
    { "mathscr", ARGUMENT, 0 },
    { "mathfrak", ARGUMENT, 0 },
    { "operatorname", ARGUMENT, 0 },
    { "mbox", ARGUMENT, 0 },
    { "ensuremath", ARGUMENT, 0 },
    { "rm", NOTHING, 0 },
    { "displaystyle", NOTHING, 0 },
    { "textstyle", NOTHING, 0 },
    { "limits", NOTHING, 0 },
    { "nolimits", NOTHING, 0 },
    { "log", NAME, 0 },
    { "ln", NAME, 0 },
    { "exp", NAME, 0 },
    { "sin", NAME, 0 },
    { "cos", NAME, 0 },
    { "tan", NAME, 0 },
    { "max", NAME, 0 },
    { "min", NAME, 0 },
    { "sup", NAME, 0 },
    { "inf", NAME, 0 },
    { "lim", NAME, 0 },
    { "det", NAME, 0 },
    { "dim", NAME, 0 },
    { "ker", NAME, 0 },
    { "arg", NAME, 0 },
    { "gcd", NAME, 0 },
    { "quad", SPACE, 0 },
    { "qquad", SPACE, 0 },
    { "mathbf", BOLD, 0 },
    { "boldsymbol", BOLD, 0 },
    { "bm", BOLD, 0 },
    { "textbf", BOLD, 0 },
    { "mathit", ITALIC, 0 },
    { "textit", ITALIC, 0 },
    { "emph", ITALIC, 0 },
    { "mathbb", DOUBLE_STRUCK, 0 },
    { "frac", FRACTION, 0 },
    { "tfrac", FRACTION, 0 },
    { "sqrt", ROOT, 0 },
    { "left", DELIMITER, 0 },
    { "right", DELIMITER, 0 },
    { "big", DELIMITER, 0 },
    { "hat", ACCENT, 0x302 },
    { "widehat", ACCENT, 0x302 },
    { "bar", ACCENT, 0x304 },
    { "overline", ACCENT, 0x304 },
    { "tilde", ACCENT, 0x303 },
    { "widetilde", ACCENT, 0x303 },
    { "dot", ACCENT, 0x307 },
    { "ddot", ACCENT, 0x308 },
    { "vec", ACCENT, 0x20D7 },
};

static void put_space(pc_text *out)
{
    if (out->n != 0 && out->p[out->n - 1] != ' ')
        pc_text_putc(out, ' ');
}

static void put_fraction(struct math *m)
{
    put_operand(m);
    if (m->failed)
        return;
    pc_text_putc(m->out, '/');
    put_operand(m);
}

static void put_root(struct math *m)
{
    if (m->at < m->s.n && m->s.p[m->at] == '[') {
        m->failed = true; /* of another degree */
        return;
    }
    pc_text_puts(m->out, "\u221A");
    put_operand(m);
}

static void run_command(struct math *m, const struct command *c)
{
    switch ((enum action)c->action) {
    case ARGUMENT:
        put_argument(m);
        break;
    case NOTHING:
        break;
    case NAME:
        pc_text_puts(m->out, c->name);
        break;
    case SPACE:
        put_space(m->out);
        break;
    case BOLD:
        put_marked(m, PC_HTML_B);
        break;
    case ITALIC:
        put_marked(m, PC_HTML_I);
        break;
    case DOUBLE_STRUCK:
        put_double_struck(m);
        break;
    case FRACTION:
        put_fraction(m);
        break;
    case ROOT:
        put_root(m);
        break;
    case DELIMITER:
        m->at += m->at < m->s.n && m->s.p[m->at] == '.';
        break;
    case ACCENT:
        put_accented(m, c->mark);
        break;
    }
}

static bool is_capital(uint32_t rune)
{
    return (rune >= 'A' && rune <= 'Z') || (rune >= 0x391 && rune <= 0x3A9);
}

/* The command of letters up to END. */
static void put_word(struct math *m, size_t end)
{
    const pc_str token = pc_sub(m->s.p + m->at, end - m->at), name = pc_drop(token, 1);
    uint32_t symbol;

    m->at = end;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (pc_eq(name, commands[i].name)) {
            run_command(m, &commands[i]);
            return;
        }
    }
    symbol = pc_latin_named(PC_LATIN_MATH, token);
    if (symbol == 0)
        symbol = pc_latin_named(PC_LATIN_TEXT, name);
    if (symbol == 0) {
        m->failed = true;
        return;
    }
    pc_text_rune(m->out, symbol);
    m->capital |= is_capital(symbol);
    while (symbol < ARROWS && m->at < m->s.n && m->s.p[m->at] == ' ') /* it ended the command */
        m->at++;
}

static void put_symbol(struct math *m)
{
    const char c = pc_tex_byte(m->s, m->at + 1);

    m->at += 2;
    if (c != '\0' && strchr("{}%$&#_", c) != NULL)
        pc_text_putc(m->out, c);
    else if (c != '\0' && strchr(" ,;:>", c) != NULL)
        put_space(m->out);
    else if (c == '|')
        pc_text_puts(m->out, "\u2016");
    else if (c != '!')
        m->failed = true;
}

/* ---- tokens ---------------------------------------------------------------------- */

static void put_character(struct math *m)
{
    size_t n;
    const uint32_t rune = pc_latin_rune(pc_drop(m->s, m->at), &n);

    m->capital |= is_capital(rune);
    if (rune == '-')
        pc_text_puts(m->out, "\u2212");
    else if (rune == '\'')
        pc_text_puts(m->out, "\u2032");
    else if (rune == '~')
        pc_text_puts(m->out, "\u00A0");
    else
        pc_text_add(m->out, pc_sub(m->s.p + m->at, n));
    m->at += n;
}

static void put_token(struct math *m)
{
    const char c = m->s.p[m->at];

    if (c == '\\') {
        const size_t end = token_end(m, m->at);

        if (end > m->at + 1 && pc_ascii_letter(m->s.p[m->at + 1]))
            put_word(m, end);
        else
            put_symbol(m);
    } else if (c == '{') {
        put_group(m);
    } else if (c == '^' || c == '_') {
        m->at++;
        put_marked(m, c == '^' ? PC_HTML_SUP : PC_HTML_SUB);
    } else if (pc_tex_blank(c)) {
        put_space(m->out);
        m->at++;
    } else if (strchr("}&%#$", c) != NULL) {
        m->failed = true;
    } else {
        put_character(m);
    }
}

static void put_until(struct math *m, size_t end)
{
    while (!m->failed && m->at < end)
        put_token(m);
}

bool pc_html_math(pc_text *out, pc_str tex, bool *capital)
{
    const size_t start = out->n;
    struct math m = { .out = out, .s = pc_trim(tex) };

    put_until(&m, m.s.n);
    *capital = m.capital;
    if (m.failed || out->n == start)
        out->n = start;
    return !m.failed && out->n != start;
}
