/* tex_braces.c - pairing the braces of a text. */
#include "tex_braces.h"

enum { SCOPES = 2, SORTS = 2 }; /* text, mathematics; grouping, shown */

/* +1 for a token that opens, -1 for one that closes, 0 for any other. */
static int direction(const struct pc_tex_token *t)
{
    return t->character == '{' ? 1 : t->character == '}' ? -1 : 0;
}

static size_t sort_of(const struct pc_tex_token *t)
{
    return t->kind == PC_TEX_OPEN || t->kind == PC_TEX_CLOSE ? 0 : 1;
}

static bool leaves_math(const struct pc_tex_token *t)
{
    return t->kind == PC_TEX_SHIFT && t->math;
}

static void rewind_to_start(struct pc_tex_lexer *x)
{
    x->at = x->math_end = x->verbatim = 0;
}

/* The common case, without memory of its own. */
static bool all_paired(struct pc_tex_lexer *x)
{
    size_t depth[SCOPES][SORTS] = { { 0 } };
    struct pc_tex_token t;
    bool paired = true;

    while (paired && pc_tex_next(x, &t)) {
        size_t *level = &depth[t.math][sort_of(&t)];

        if (direction(&t) > 0)
            ++*level;
        else if (direction(&t) < 0)
            paired = (*level)-- > 0;
        else if (leaves_math(&t))
            paired = depth[1][0] == 0 && depth[1][1] == 0;
    }
    rewind_to_start(x);
    return paired && depth[0][0] == 0 && depth[0][1] == 0;
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

        if (direction(&t) > 0)
            push(stack, start);
        else if (direction(&t) < 0 && !pop(stack, &partner))
            mark(bits, start);
        else if (leaves_math(&t))
            mark_all(bits, stacks[1]);
    }
    mark_all(bits, stacks[0]);
    for (size_t i = 0; i < SCOPES * SORTS; i++)
        pc_text_free(&stacks[i / SORTS][i % SORTS]);
    rewind_to_start(x);
}

void pc_tex_pair_braces(struct pc_tex_lexer *x)
{
    size_t bytes = x->s.n / 8 + 1;
    pc_text bits = { 0 };

    if (x->s.n == 0 || (!memchr(x->s.p, '{', x->s.n) && !memchr(x->s.p, '}', x->s.n)))
        return;
    if (all_paired(x))
        return;
    memset(pc_text_room(&bits, bytes), 0, bytes);
    bits.n = bytes;
    mark_orphans(x, &bits);
    x->orphans = bits;
}
