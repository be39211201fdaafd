/* sandbox_none.c - in place of the sandbox where the build itself needs the rights:
 * sanitizers and coverage write files of their own and look at other processes. */
#include "process/sandbox.h"

#include <stddef.h>

const char *sandbox_enter(const struct sandbox_needs *needs)
{
    (void)needs;
    return NULL;
}
