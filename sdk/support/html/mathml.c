/* mathml.c - mathematics of TeX as presentation MathML (W3C, "MathML Core").
 *
 * One pass over the tokens.  An element that turns out to be the base of a script or of an accent is
 * put into its parent afterwards: its bytes are moved by the length of a tag. */
#include "mathml_commands.h"
#include "mathml_elements.h"
#include "paperconv/html.h"
#include "tex/latin.h"
#include "tex/tex_chars.h"

enum {
    DEEPEST = 24,  /* groups and arguments inside each other */
    LONGEST = 4000 /* bytes of a formula; longer ones are no formulas */
};

/* Elements up to the end of a group, of \left or of the root's degree. */
enum end { END_OF_FORMULA, END_OF_GROUP, END_OF_FENCE, END_OF_DEGREE };
static void put_row(struct math *m, enum end end);
static void put_argument(struct math *m);

/* ---- groups ---------------------------------------------------------------------- */

static void put_group(struct math *m, enum end end)
{
    const enum pc_math_font font = m->font;

    m->at++;
    pc_text_puts(m->out, "<mrow>");
    put_row(m, end);
    pc_text_puts(m->out, "</mrow>");
    m->font = font; /* a declaration holds to the end of its group */
}

/* ---- commands -------------------------------------------------------------------- */

static void put_in_font(struct math *m, enum pc_math_font font)
{
    const enum pc_math_font before = m->font;

    m->font = font;
    put_argument(m);
    m->font = before;
}

static void put_two(struct math *m, const char *start, const char *end)
{
    pc_text_puts(m->out, start);
    put_argument(m);
    put_argument(m);
    pc_text_puts(m->out, end);
}

/* In TeX the script comes first, in MathML the base. */
static void put_set(struct math *m, const char *start, const char *end)
{
    pc_text script = { 0 }, *out = m->out;

    m->out = &script;
    put_argument(m);
    m->out = out;
    pc_text_puts(out, start);
    put_argument(m);
    pc_text_add(out, pc_text_str(&script));
    pc_text_puts(out, end);
    pc_text_free(&script);
}

static void put_root(struct math *m)
{
    const size_t start = m->out->n;
    pc_text degree = { 0 }, *out = m->out;
    bool has_degree;

    pc_math_blanks(m);
    has_degree = pc_tex_byte(m->s, m->at) == '[';
    if (has_degree) {
        m->out = &degree;
        put_group(m, END_OF_DEGREE);
        m->out = out;
    }
    put_argument(m);
    pc_math_before(m, start, has_degree ? "<mroot>" : "<msqrt>");
    pc_text_add(out, pc_text_str(&degree));
    pc_text_puts(out, has_degree ? "</mroot>" : "</msqrt>");
    pc_text_free(&degree);
}

static void put_accent(struct math *m, const struct pc_math_command *c)
{
    const bool over = c->action == PC_MATH_OVER;

    pc_text_puts(m->out, over ? "<mover accent=\"true\">" : "<munder>");
    put_argument(m);
    pc_math_element(m, "<mo>", pc_s(c->value), over ? "</mo></mover>" : "</mo></munder>");
}

static void put_command(struct math *m);

/* The delimiter behind \left or \right; a dot is none. */
static void put_delimiter(struct math *m)
{
    pc_math_blanks(m);
    if (m->at == m->s.n) {
        m->failed = true;
    } else if (m->s.p[m->at] == '.') {
        m->at++;
    } else if (m->s.p[m->at] == '\\') {
        put_command(m);
    } else {
        pc_text_puts(m->out, "<mo>");
        pc_html_escape(m->out, pc_sub(m->s.p + m->at++, 1));
        pc_text_puts(m->out, "</mo>");
    }
}

static void put_fence(struct math *m)
{
    pc_text_puts(m->out, "<mrow>");
    put_delimiter(m);
    put_row(m, END_OF_FENCE);
    put_delimiter(m);
    pc_text_puts(m->out, "</mrow>");
}

static void put_symbol(struct math *m, pc_str command)
{
    enum { ARROWS = 0x2190 };
    const uint32_t rune = pc_latin_named(PC_LATIN_MATH, command);

    if (rune == 0) {
        m->failed = true;
    } else if (rune < ARROWS && rune != 0xB1 && rune != 0xD7 && rune != 0xF7 && rune != 0xB7) {
        pc_math_identifier(m, rune);
    } else {
        pc_text_puts(m->out, "<mo>");
        pc_text_rune(m->out, rune);
        pc_text_puts(m->out, "</mo>");
    }
}

/* The name of a function keeps a small distance from a variable beside it: n log n. */
static void put_function(struct math *m, pc_str name)
{
    const pc_str before = pc_text_str(m->out);
    const bool operand_before = pc_ends(before, "</mi>") || pc_ends(before, "</mn>") ||
                                pc_ends(before, "</mrow>") || pc_ends(before, "sup>");

    pc_math_blanks(m);
    pc_text_puts(m->out, operand_before ? "<mo lspace=\"0.167em\"" : "<mo lspace=\"0\"");
    pc_text_puts(m->out, pc_tex_one_of("([", pc_tex_byte(m->s, m->at)) ? " rspace=\"0\">"
                                                                       : " rspace=\"0.167em\">");
    pc_text_add(m->out, name);
    pc_text_puts(m->out, "</mo>");
}

static void put_operator_name(struct math *m)
{
    pc_text name = { 0 }, *out = m->out;

    m->out = &name;
    pc_math_text(m, "", "");
    m->out = out;
    put_function(m, pc_text_str(&name));
    pc_text_free(&name);
}

static void run_command(struct math *m, const struct pc_math_command *c)
{
    const pc_str value = pc_s(c->value);
    size_t n;

    switch (c->action) {
    case PC_MATH_IDENTIFIER:
        pc_math_identifier(m, pc_rune(value, &n));
        break;
    case PC_MATH_FUNCTION:
    case PC_MATH_LIMIT:
        put_function(m, value);
        m->limits = c->action == PC_MATH_LIMIT && m->display;
        break;
    case PC_MATH_OPERATOR:
        pc_math_element(m, "<mo>", value, "</mo>");
        break;
    case PC_MATH_FENCE:
        pc_math_element(m, "<mo stretchy=\"false\">", value, "</mo>");
        break;
    case PC_MATH_LIMITS:
        pc_math_element(m, "<mo>", value, "</mo>");
        m->limits = m->display;
        break;
    case PC_MATH_SPACE:
        pc_math_element(m, "<mspace width=\"", value, "\"></mspace>");
        break;
    case PC_MATH_NOTHING:
        break;
    case PC_MATH_FONT:
        put_in_font(m, c->font);
        break;
    case PC_MATH_DECLARATION:
        m->font = c->font;
        break;
    case PC_MATH_TEXT:
        pc_math_text(m, "<mtext>", "</mtext>");
        break;
    case PC_MATH_NAME:
        m->at += pc_tex_byte(m->s, m->at) == '*';
        put_operator_name(m);
        break;
    case PC_MATH_FRACTION:
        put_two(m, "<mfrac>", "</mfrac>");
        break;
    case PC_MATH_BINOMIAL:
        put_two(m, "<mrow><mo>(</mo><mfrac linethickness=\"0\">", "</mfrac><mo>)</mo></mrow>");
        break;
    case PC_MATH_ROOT:
        put_root(m);
        break;
    case PC_MATH_OVER:
    case PC_MATH_UNDER:
        put_accent(m, c);
        break;
    case PC_MATH_SET_OVER:
        put_set(m, "<mover>", "</mover>");
        break;
    case PC_MATH_SET_UNDER:
        put_set(m, "<munder>", "</munder>");
        break;
    case PC_MATH_MODULUS:
        pc_text_puts(m->out, "<mrow><mspace width=\"0.5em\"></mspace><mo>(</mo><mi>mod</mi>"
                             "<mspace width=\"0.25em\"></mspace>");
        put_argument(m);
        pc_text_puts(m->out, "<mo>)</mo></mrow>");
        break;
    case PC_MATH_LEFT:
        put_fence(m);
        break;
    case PC_MATH_RIGHT: /* without \left */
        m->failed = true;
        break;
    }
}

/* The command at AT, with its backslash. */
static pc_str command_at(const struct math *m)
{
    size_t end = m->at + 1;

    while (pc_ascii_letter(pc_tex_byte(m->s, end)))
        end++;
    end += end == m->at + 1 && end < m->s.n;
    return pc_sub(m->s.p + m->at, end - m->at);
}

static void put_command(struct math *m)
{
    const pc_str command = command_at(m);
    const struct pc_math_command *known = pc_math_command(pc_drop(command, 1));

    m->at += command.n;
    if (known != NULL)
        run_command(m, known);
    else
        put_symbol(m, command);
}

/* ---- rows ------------------------------------------------------------------------ */

/* What stands for one element without its scripts. */
static void put_atom(struct math *m)
{
    const char c = m->s.p[m->at];

    if (m->depth++ >= DEEPEST)
        m->failed = true;
    else if (c == '{')
        put_group(m, END_OF_GROUP);
    else if (c == '\\')
        put_command(m);
    else if (pc_ascii_digit(c))
        pc_math_number(m);
    else if (pc_ascii_letter(c))
        pc_math_letters(m);
    else if (pc_tex_one_of("}^_&%#$", c))
        m->failed = true;
    else
        pc_math_character(m);
    m->depth--;
}

static void put_argument(struct math *m)
{
    const size_t start = m->out->n;

    pc_math_blanks(m);
    if (m->failed || m->at == m->s.n) {
        m->failed = true;
    } else if (pc_ascii_letter(m->s.p[m->at]) || pc_ascii_digit(m->s.p[m->at])) {
        const bool digit = pc_ascii_digit(m->s.p[m->at]); /* one character: x^10 is x^{1}0 */

        pc_text_puts(m->out, digit ? "<mn>" : "<mi>");
        pc_text_rune(m->out, pc_math_letter((unsigned char)m->s.p[m->at++], m->font));
        pc_text_puts(m->out, digit ? "</mn>" : "</mi>");
    } else {
        put_atom(m);
    }
    if (m->out->n == start)
        pc_text_puts(m->out, "<mrow></mrow>"); /* an argument that shows nothing */
}

static bool has_prime(const pc_text *script)
{
    static const char prime[] = "<mo>\u2032</mo>";

    return pc_starts(pc_text_str(script), prime) || pc_ends(pc_text_str(script), prime);
}

/* Reads what C, which is before AT, makes a script, into SCRIPT; only primes may follow another. */
static void take_script(struct math *m, char c, pc_text *script)
{
    pc_text *out = m->out;

    m->failed |= script->n != 0 && c != '\'' && !has_prime(script);
    m->out = script;
    if (c == '\'')
        pc_text_puts(script, "<mo>\u2032</mo>");
    else
        put_argument(m);
    m->out = out;
}

static void put_scripts(struct math *m, size_t start)
{
    static const char *const tags[2][4] = { { "", "msub", "msup", "msubsup" },
                                            { "", "munder", "mover", "munderover" } };
    const bool limits = m->limits;
    pc_text below = { 0 }, above = { 0 }, tag = { 0 };
    const char *name;

    for (pc_math_blanks(m); !m->failed && pc_tex_one_of("_^'", pc_tex_byte(m->s, m->at));
         pc_math_blanks(m)) {
        const char c = m->s.p[m->at++];

        take_script(m, c, c == '_' ? &below : &above);
    }
    name = tags[limits][(below.n != 0) + 2 * (above.n != 0)];
    if (name[0] != '\0') {
        pc_text_puts(&tag, "<");
        pc_text_puts(&tag, name);
        pc_text_puts(&tag, ">");
        pc_text_putc(&tag, '\0');
        if (m->out->n == start)
            pc_text_puts(m->out, "<mrow></mrow>"); /* {}^{14}C */
        pc_math_before(m, start, tag.p);
        pc_text_add(m->out, pc_text_str(&below));
        pc_math_element(m, has_prime(&above) ? "<mrow>" : "", pc_text_str(&above),
                        has_prime(&above) ? "</mrow>" : "");
        pc_math_element(m, "</", pc_s(name), ">");
    }
    pc_text_free(&below);
    pc_text_free(&above);
    pc_text_free(&tag);
}

static bool is_at_end(struct math *m, enum end end)
{
    pc_math_blanks(m);
    if (m->at == m->s.n) {
        m->failed |= end != END_OF_FORMULA;
        return true;
    }
    if ((end == END_OF_GROUP && m->s.p[m->at] == '}') ||
        (end == END_OF_DEGREE && m->s.p[m->at] == ']')) {
        m->at++;
        return true;
    }
    if (end == END_OF_FENCE && pc_eq(command_at(m), "\\right")) {
        m->at += strlen("\\right");
        return true;
    }
    return false;
}

static void put_tie(struct math *m)
{
    pc_text_puts(m->out, "<mspace width=\"0.25em\"></mspace>");
    m->at++;
}

static void put_row(struct math *m, enum end end)
{
    while (!m->failed && !is_at_end(m, end)) {
        const size_t start = m->out->n;

        m->limits = false;
        if (m->s.p[m->at] == '~')
            put_tie(m);
        else if (!pc_tex_one_of("^_'", m->s.p[m->at]))
            put_atom(m);
        if (!m->failed)
            put_scripts(m, start);
    }
}

bool pc_mathml(pc_text *out, pc_str tex, bool display)
{
    const size_t start = out->n;
    struct math m = { .out = out, .s = pc_trim(tex), .display = display };

    if (m.s.n == 0 || m.s.n > LONGEST)
        return false;
    pc_text_puts(out, display ? "<math display=\"block\" alttext=\"" : "<math alttext=\"");
    pc_html_escape(out, m.s);
    pc_text_puts(out, "\">");
    put_row(&m, END_OF_FORMULA);
    pc_text_puts(out, "</math>");
    if (m.failed)
        out->n = start;
    return !m.failed;
}
