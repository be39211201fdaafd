/* tex_braces.c - pairing the braces of a text. */
#include "tex_braces.h"

/* Text, mathematics; grouping, shown. */
enum { SCOPES = 2, SORTS = 2 };

static size_t sort_of(const struct pc_tex_token *t)
{
    return t->kind == PC_TEX_OPEN || t->kind == PC_TEX_CLOSE ? 0 : 1;
}

void pc_tex_count_brace(struct pc_tex_lexer *x, const struct pc_tex_token *t)
{
    size_t *open = &x->open[t->math][sort_of(t)];

    if (t->character == '{')
        ++*open;
    else if (t->character == '}' && (*open)-- == 0)
        x->unpaired = true;
}

static bool all_closed(const size_t open[SORTS])
{
    return open[0] == 0 && open[1] == 0;
}

void pc_tex_leave_math(struct pc_tex_lexer *x)
{
    if (!all_closed(x->open[1]))
        x->unpaired = true;
}

/* ---- the second reading ------------------------------------------------------------- */

static bool leaves_math(const struct pc_tex_token *t)
{
    return t->kind == PC_TEX_SHIFT && t->math;
}

static void rewind_to_start(struct pc_tex_lexer *x)
{
    x->at = x->math_end = x->verbatim = 0;
    x->stop = SIZE_MAX;
}

static void mark(pc_text *bits, size_t at)
{
    bits->p[at / 8] = (char)((unsigned char)bits->p[at / 8] | 1u << at % 8);
}

static void push(pc_text *stack, size_t at)
{
    pc_text_add(stack, pc_sub((const char *)&at, sizeof at));
}

static bool pop(pc_text *stack, size_t *at)
{
    if (stack->n == 0)
        return false;
    stack->n -= sizeof *at;
    memcpy(at, stack->p + stack->n, sizeof *at);
    return true;
}

static void mark_all(pc_text *bits, pc_text stacks[SORTS])
{
    size_t at;

    for (size_t i = 0; i < SORTS; i++) {
        while (pop(&stacks[i], &at))
            mark(bits, at);
    }
}

static void mark_orphans(struct pc_tex_lexer *x, pc_text *bits)
{
    pc_text stacks[SCOPES][SORTS] = { { { 0 } } };
    struct pc_tex_token t;
    size_t start = 0, partner;

    for (; pc_tex_next(x, &t); start = x->at) {
        pc_text *stack = &stacks[t.math][sort_of(&t)];

        if (t.character == '{')
            push(stack, start);
        else if (t.character == '}' && !pop(stack, &partner))
            mark(bits, start);
        else if (leaves_math(&t))
            mark_all(bits, stacks[1]);
    }
    mark_all(bits, stacks[0]);
    for (size_t i = 0; i < SCOPES * SORTS; i++)
        pc_text_free(&stacks[i / SORTS][i % SORTS]);
}

bool pc_tex_again(struct pc_tex_lexer *x)
{
    size_t bytes = x->s.n / 8 + 1;
    pc_text bits = { 0 };

    if (x->orphans.n != 0 || (!x->unpaired && all_closed(x->open[0])))
        return false;
    memset(pc_text_room(&bits, bytes), 0, bytes);
    bits.n = bytes;
    rewind_to_start(x);
    mark_orphans(x, &bits);
    rewind_to_start(x);
    x->orphans = bits;
    return true;
}
