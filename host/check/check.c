/* check.c - reports a fault and ends the probe. */
#include "check/check.h"

#include "process/crash_handler.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

_Noreturn void check_fail(const char *format, ...)
{
    va_list ap;

    va_start(ap, format);
    vfprintf(stderr, format, ap);
    va_end(ap);
    fputc('\n', stderr);
    end_process(EXIT_FAILURE);
}

/* The line of TEXT that contains the byte at offset AT. */
static pc_str line_at(const pc_text *text, size_t at)
{
    size_t from = at < text->n ? at : text->n, to = from;

    while (from > 0 && text->p[from - 1] != '\n')
        from--;
    while (to < text->n && text->p[to] != '\n')
        to++;
    return pc_sub(text->p + from, to - from);
}

void check_same(const pc_text *a, const pc_text *b, const char *what)
{
    size_t n = a->n < b->n ? a->n : b->n, at = 0;
    pc_str x, y;

    while (at < n && a->p[at] == b->p[at])
        at++;
    if (at == a->n && at == b->n)
        return;
    x = line_at(a, at);
    y = line_at(b, at);
    check_fail("%s: '%.*s' became '%.*s'", what, PC_FMT(x), PC_FMT(y));
}
