/* mathml_commands.h - the commands of TeX's mathematics; private to the support library. */
#ifndef PAPERCONV_MATHML_COMMANDS_H
#define PAPERCONV_MATHML_COMMANDS_H

#include "mathml_fonts.h"

enum pc_math_action {
    PC_MATH_IDENTIFIER, /* VALUE as <mi> */
    PC_MATH_OPERATOR,   /* VALUE as <mo> */
    PC_MATH_FENCE,      /* VALUE as <mo> that does not grow */
    PC_MATH_LIMITS,     /* VALUE as <mo> with its limits below and above */
    PC_MATH_FUNCTION,   /* VALUE as the name of a function */
    PC_MATH_LIMIT,      /* the same, with its limits below and above */
    PC_MATH_SPACE,      /* of the width VALUE */
    PC_MATH_NOTHING,
    PC_MATH_FONT,        /* of the argument: NUMBER */
    PC_MATH_DECLARATION, /* the font of what follows in the group: NUMBER */
    PC_MATH_TEXT,        /* the argument is text */
    PC_MATH_NAME,        /* the argument is the name of a function */
    PC_MATH_FRACTION,
    PC_MATH_BINOMIAL,
    PC_MATH_ROOT,
    PC_MATH_OVER,     /* VALUE above the argument */
    PC_MATH_UNDER,    /* VALUE below the argument */
    PC_MATH_SET_OVER, /* the first argument above the second */
    PC_MATH_SET_UNDER,
    PC_MATH_MODULUS, /* (mod argument) */
    PC_MATH_LEFT,
    PC_MATH_RIGHT
};

struct pc_math_command {
    const char *name, *value;
    enum pc_math_action action;
    enum pc_math_font font;
};

/* The command NAME, without its backslash; NULL when there is none.  Symbols that the tables of
 * LaTeX's letters and symbols have are found there. */
const struct pc_math_command *pc_math_command(pc_str name);

#endif
