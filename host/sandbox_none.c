/* sandbox_none.c - in place of the sandbox where the build itself needs the rights:
 * sanitizers and coverage write files of their own and look at other processes. */
#include "sandbox.h"

#include <stddef.h>

const char *sandbox_enter(struct sandbox *s, const struct sandbox_needs *needs)
{
    (void)s;
    (void)needs;
    return NULL;
}

void sandbox_free(struct sandbox *s)
{
    (void)s;
}
