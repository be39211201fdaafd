/* parser_state.c - the functions that all parts of the parser use. */
#include "cli/parser_state.h"

#include <stdarg.h>
#include <stdio.h>

bool command_error(struct command_parser *p, const char *format, ...)
{
    char text[sizeof p->why->text];
    va_list ap;

    va_start(ap, format);
    vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    problem_set(p->why, PC_ERROR, "usage", "%s", text);
    return false;
}

void push_operand(struct command_parser *p, const char *name, bool list)
{
    struct operand *o = (struct operand *)apr_array_push(p->operands);

    o->name = name;
    o->list = list;
}
