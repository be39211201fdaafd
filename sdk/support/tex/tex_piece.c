/* tex_piece.c - pieces of mathematics between dollars. */
#include "tex_piece.h"

#include "tex_chars.h"

void pc_tex_piece_begin(struct pc_tex_piece *p, pc_text *out, bool braced, bool join)
{
    if (join) {
        out->n -= p->braced ? 2 : 1;
        return;
    }
    pc_text_puts(out, braced ? "{$" : "$");
    p->first = out->n;
    p->braced = braced;
    p->script = '\0';
    p->has_super = p->has_sub = false;
}

void pc_tex_piece_end(struct pc_tex_piece *p, pc_text *out)
{
    pc_text_puts(out, p->braced ? "$}" : "$");
    p->end = out->n;
}

/* A second script of one kind is part of the first: ^{-3}. */
static void extend_script(struct pc_tex_piece *p, pc_text *out, pc_str body)
{
    size_t at = p->script_at + 1;

    if (p->grouped) {
        out->n--;
    } else {
        pc_text_putc(out, ' ');
        memmove(out->p + at + 1, out->p + at, out->n - 1 - at);
        out->p[at] = '{';
        p->grouped = true;
    }
    if (pc_ascii_letter(body.p[0]) && out->n - at > 2 && pc_ascii_letter(out->p[out->n - 1]))
        pc_text_putc(out, ' '); /* \prime n */
    pc_text_add(out, body);
    pc_text_putc(out, '}');
}

void pc_tex_piece_has_script(struct pc_tex_piece *p, const pc_text *out, size_t at)
{
    p->script = out->p[at];
    p->script_at = at;
    p->grouped = at + 1 < out->n && out->p[at + 1] == '{';
    if (p->script == '^')
        p->has_super = true;
    else
        p->has_sub = true;
}

static void begin_script(struct pc_tex_piece *p, pc_text *out, pc_str math)
{
    size_t at;

    if (math.p[0] == '^' ? p->has_super : p->has_sub) { /* TeX stops at a double superscript */
        pc_text_puts(out, "{}");
        p->has_super = p->has_sub = false;
    }
    at = out->n;
    pc_text_add(out, math);
    pc_tex_piece_has_script(p, out, at);
}

void pc_tex_piece_add(struct pc_tex_piece *p, pc_text *out, pc_str math)
{
    if (math.p[0] != '^' && math.p[0] != '_') {
        if (out->n > p->first && pc_ascii_letter(math.p[0]) && pc_ascii_letter(out->p[out->n - 1]))
            pc_text_putc(out, ' ');
        p->script = '\0';
        p->has_super = p->has_sub = false;
        pc_text_add(out, math);
    } else if (p->script == math.p[0]) {
        extend_script(p, out, pc_drop(math, 1));
    } else {
        begin_script(p, out, math);
    }
}
