/* mathml_elements.c - elements of MathML that have no others in them. */
#include "mathml_elements.h"

#include "paperconv/html.h"
#include "tex/latin.h"
#include "tex/tex_chars.h"

/* ---- elements -------------------------------------------------------------------- */

void pc_math_element(struct math *m, const char *start, pc_str escaped, const char *end)
{
    pc_text_puts(m->out, start);
    pc_text_add(m->out, escaped);
    pc_text_puts(m->out, end);
}

void pc_math_before(struct math *m, size_t start, const char *tag)
{
    const size_t n = strlen(tag), behind = m->out->n - start;

    pc_text_room(m->out, n);
    memmove(m->out->p + start + n, m->out->p + start, behind);
    memcpy(m->out->p + start, tag, n);
    m->out->n += n;
}

void pc_math_identifier(struct math *m, uint32_t rune)
{
    const bool capital_greek = rune >= 0x391 && rune <= 0x3A9; /* upright in TeX */
    const bool upright = m->font == PC_MATH_UPRIGHT || (m->font == PC_MATH_ITALIC && capital_greek);

    pc_text_puts(m->out, upright ? "<mi mathvariant=\"normal\">" : "<mi>");
    pc_text_rune(m->out, pc_math_letter(rune, m->font));
    pc_text_puts(m->out, "</mi>");
}

void pc_math_number(struct math *m)
{
    pc_text_puts(m->out, "<mn>");
    while (pc_ascii_digit(pc_tex_byte(m->s, m->at)) ||
           (m->s.p[m->at] == '.' && pc_ascii_digit(pc_tex_byte(m->s, m->at + 1)))) {
        pc_text_rune(m->out, pc_math_letter((unsigned char)m->s.p[m->at++], m->font));
        if (m->at == m->s.n)
            break;
    }
    pc_text_puts(m->out, "</mn>");
}

void pc_math_letters(struct math *m)
{
    size_t n = 1;

    if (m->font != PC_MATH_ITALIC && m->font != PC_MATH_BOLD_ITALIC)
        while (pc_ascii_letter(pc_tex_byte(m->s, m->at + n)))
            n++;
    if (n == 1) {
        pc_math_identifier(m, (unsigned char)m->s.p[m->at++]);
        return;
    }
    pc_text_puts(m->out, "<mi>");
    for (; n != 0; n--)
        pc_text_rune(m->out, pc_math_letter((unsigned char)m->s.p[m->at++], m->font));
    pc_text_puts(m->out, "</mi>");
}

void pc_math_character(struct math *m)
{
    enum { OPERATORS = 0x2190, OPERATORS_END = 0x2C00 };
    const pc_str rest = pc_drop(m->s, m->at);
    size_t n;
    const uint32_t rune = pc_latin_rune(rest, &n);

    m->at += n;
    if (rune == '-')
        pc_math_element(m, "<mo>", pc_s("\u2212"), "</mo>");
    else if (rune < 0x80 && pc_tex_one_of("()[]|", (char)rune))
        pc_math_element(m, "<mo stretchy=\"false\">", pc_sub(rest.p, 1), "</mo>");
    else if (rune < 0x80 || rune == 0xD7 || (rune >= OPERATORS && rune < OPERATORS_END)) {
        pc_text_puts(m->out, "<mo>");
        pc_html_escape(m->out, pc_sub(rest.p, n));
        pc_text_puts(m->out, "</mo>");
    } else if (n == 1 || rune < 0xA0) {
        m->failed = true; /* a byte that is none of UTF-8, or a control character */
    } else {
        pc_math_identifier(m, rune);
    }
}

/* ---- arguments ------------------------------------------------------------------- */

void pc_math_blanks(struct math *m)
{
    while (m->at < m->s.n && pc_tex_blank(m->s.p[m->at]))
        m->at++;
}

/* The characters of the group that comes next, which is not mathematics; absent without one. */
static pc_str take_group(struct math *m)
{
    size_t depth = 0;

    pc_math_blanks(m);
    for (size_t i = m->at; i < m->s.n; i++) {
        if (m->s.p[i] == '\\')
            i++;
        else if (m->s.p[i] == '{')
            depth++;
        else if (depth == 0)
            break;
        else if (m->s.p[i] == '}' && --depth == 0) {
            const pc_str group = pc_sub(m->s.p + m->at + 1, i - m->at - 1);

            m->at = i + 1;
            return group;
        }
    }
    m->failed = true;
    return pc_none();
}

/* TEXT with no-break spaces at its ends, where MathML drops others. */
static void put_unbroken(pc_text *out, pc_str text)
{
    const pc_str inside = pc_trim(text);

    if (inside.n == 0)
        return;
    pc_text_puts(out, inside.p != text.p ? "\u00A0" : "");
    pc_html_escape(out, inside);
    pc_text_puts(out, inside.p + inside.n != text.p + text.n ? "\u00A0" : "");
}

void pc_math_text(struct math *m, const char *start, const char *end)
{
    const pc_str group = take_group(m);
    pc_text decoded = { 0 };

    if (group.n != 0 && memchr(group.p, '$', group.n) != NULL)
        m->failed = true; /* mathematics inside text */
    pc_text_puts(m->out, start);
    pc_tex_decode_source(&decoded, group);
    put_unbroken(m->out, pc_text_str(&decoded));
    pc_text_puts(m->out, end);
    pc_text_free(&decoded);
}
