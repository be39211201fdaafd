/* command_table.h - the commands that text_of_commands() knows. */
#ifndef BIBTEX_COMMAND_TABLE_H
#define BIBTEX_COMMAND_TABLE_H

#include "paperconv/plugin.h"

enum what {
    GROUP,  /* BEFORE, the last argument, AFTER */
    QUOTE,  /* the same with quotation marks by their level */
    SIGN,   /* BEFORE; there is no argument */
    STRING, /* the argument is a word of word_of() */
    LINK,   /* BEFORE, an address and AFTER, without the spaces that TeX passes over */
    /* These stay in mathematics: */
    LETTER,  /* as SIGN */
    NOTHING, /* the argument is left out */
    LENGTH,  /* BEFORE instead of a length without braces, unless it is less than nothing */
    BRANCH,  /* begins what is for mathematics, up to \else, or to \fi */
    END      /* ends what is not */
};

/* SKIPPED: arguments, such as a language, before the last one. */
struct command {
    const char *name;
    enum what what;
    int skipped;
    const char *before, *after;
};

/* The command NAME, without its backslash; NULL: it is not known. */
const struct command *command_of(pc_str name);
/* What the KEY of biblatex's \bibstring stands for in English; NULL: it is not known. */
const char *word_of(pc_str key);

#endif
