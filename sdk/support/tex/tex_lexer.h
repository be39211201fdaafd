/* tex_lexer.h - tokens of TeX text; private to the support library. */
#ifndef PAPERCONV_TEX_LEXER_H
#define PAPERCONV_TEX_LEXER_H

#include "paperconv/text.h"
#include "tex_braces.h"

enum pc_tex_kind {
    PC_TEX_TEXT,    /* ASCII that stands for itself, also white space */
    PC_TEX_RUNE,    /* one character outside ASCII, or a control character */
    PC_TEX_LITERAL, /* CHARACTER, to be written so that TeX shows it */
    PC_TEX_TIE,
    PC_TEX_WORD,        /* \emph */
    PC_TEX_UNKNOWN,     /* the backslash of an unknown command; a literal */
    PC_TEX_SYMBOL,      /* \% */
    PC_TEX_ACCENT,      /* \'e; without the letter when a group or a command follows */
    PC_TEX_OPEN,        /* { with its partner */
    PC_TEX_CLOSE,       /* } with its partner */
    PC_TEX_ORPHAN,      /* { } \{ \} without a partner; CHARACTER is the brace */
    PC_TEX_SHIFT,       /* begins or ends mathematics: $, \(, \end{equation} */
    PC_TEX_INNER_SHIFT, /* the same in a text inside mathematics: $f \text{ for $x$}$ */
    PC_TEX_VERBATIM,    /* {address}, the first argument of \url and \href */
};

struct pc_tex_token {
    enum pc_tex_kind kind;
    pc_str text;
    char character;
    bool math; /* inside mathematics; for a SHIFT: it ends mathematics */
};

struct pc_tex_lexer {
    pc_str s;
    size_t at;
    size_t stop;                  /* no TEXT token crosses it */
    bool plain;                   /* every character stands for itself */
    size_t math_end, closer_size; /* 0: outside mathematics */
    size_t verbatim;              /* where an address may begin */
    struct pc_tex_braces braces;
    pc_text orphans; /* a bit per byte of S; empty: every brace has a partner */
};

/* Starts to read S.  Call pc_tex_next() until it is false, then pc_tex_again() of tex_orphans.h:
 * when that is true, braces that were taken for a pair have no partner, and S is read once more
 * from its start.  Free the lexer at the end. */
void pc_tex_begin(struct pc_tex_lexer *x, pc_str s, bool plain);
bool pc_tex_next(struct pc_tex_lexer *x, struct pc_tex_token *t);
void pc_tex_end(struct pc_tex_lexer *x);

/* True when a command that LaTeX does not know is next, and no argument behind it: \unknown text. */
bool pc_tex_unknown_next(const struct pc_tex_lexer *x);

/* Of a token that is a brace: it does not group. */
static inline bool pc_tex_is_shown(const struct pc_tex_token *t)
{
    return t->kind != PC_TEX_OPEN && t->kind != PC_TEX_CLOSE;
}

#endif
