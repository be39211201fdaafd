/* tex_orphans.c - marks the braces that have no partner. */
#include "tex_orphans.h"

static bool leaves_math(const struct pc_tex_token *t)
{
    return t->kind == PC_TEX_SHIFT && t->math;
}

static void rewind_to_start(struct pc_tex_lexer *x)
{
    x->at = x->math_end = x->verbatim = 0;
    x->stop = SIZE_MAX;
}

static void mark_orphan(pc_text *bits, size_t at)
{
    bits->p[at / 8] = (char)((unsigned char)bits->p[at / 8] | 1u << at % 8);
}

static void push_brace(pc_text *stack, size_t at)
{
    pc_text_add(stack, pc_sub((const char *)&at, sizeof at));
}

static bool pop_brace(pc_text *stack, size_t *at)
{
    if (stack->n == 0)
        return false;
    stack->n -= sizeof *at;
    memcpy(at, stack->p + stack->n, sizeof *at);
    return true;
}

static void mark_all_open(pc_text *bits, pc_text stacks[PC_TEX_SORTS])
{
    size_t at;

    for (size_t i = 0; i < PC_TEX_SORTS; i++) {
        while (pop_brace(&stacks[i], &at))
            mark_orphan(bits, at);
    }
}

static void mark_orphans(struct pc_tex_lexer *x, pc_text *bits)
{
    pc_text stacks[PC_TEX_SCOPES][PC_TEX_SORTS] = { { { 0 } } };
    struct pc_tex_token t;
    size_t start = 0, partner;

    for (; pc_tex_next(x, &t); start = x->at) {
        pc_text *stack = &stacks[t.math][pc_tex_is_shown(&t)];

        if (t.character == '{')
            push_brace(stack, start);
        else if (t.character == '}' && !pop_brace(stack, &partner))
            mark_orphan(bits, start);
        else if (leaves_math(&t))
            mark_all_open(bits, stacks[1]);
    }
    mark_all_open(bits, stacks[0]);
    for (size_t i = 0; i < PC_TEX_SCOPES * PC_TEX_SORTS; i++)
        pc_text_free(&stacks[i / PC_TEX_SORTS][i % PC_TEX_SORTS]);
}

bool pc_tex_again(struct pc_tex_lexer *x)
{
    size_t bytes = x->s.n / 8 + 1;
    pc_text bits = { 0 };

    if (x->orphans.n != 0 || pc_tex_all_paired(&x->braces))
        return false;
    memset(pc_text_room(&bits, bytes), 0, bytes);
    bits.n = bytes;
    rewind_to_start(x);
    mark_orphans(x, &bits);
    rewind_to_start(x);
    x->orphans = bits;
    return true;
}
