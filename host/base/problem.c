/* problem.c - sets a problem and makes its text printable. */
#include "base/problem.h"

#include "base/printable.h"

#include <stdarg.h>
#include <stdio.h>

void problem_set(struct problem *p, int severity, const char *code, const char *format, ...)
{
    va_list arguments;

    if (p->code != NULL)
        return;
    p->code = code;
    p->severity = severity;
    va_start(arguments, format);
    vsnprintf(p->text, sizeof p->text, format, arguments);
    va_end(arguments);
    make_printable(p->text);
}
