/* problem.c - the sentence of a problem is made printable when it is set. */
#include "base/problem.h"

#include "base/printable.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Blanks replace what cannot be shown, a character that was cut off at the end too. */
static void make_printable(char *text)
{
    size_t n = strlen(text);

    while (n > 0) {
        size_t length = printable_length(text, n);

        if (length == 0) {
            *text = ' ';
            length = 1;
        }
        text += length;
        n -= length;
    }
}

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
